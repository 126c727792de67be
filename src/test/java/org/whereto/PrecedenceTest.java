// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.PrecedenceTest.Fault.ACCEPT;
import static org.whereto.PrecedenceTest.Fault.BUSY;
import static org.whereto.PrecedenceTest.Fault.FORMAT;
import static org.whereto.PrecedenceTest.Fault.HEADERS;
import static org.whereto.PrecedenceTest.Fault.HTTP;
import static org.whereto.PrecedenceTest.Fault.LATE;
import static org.whereto.PrecedenceTest.Fault.MEDIA;
import static org.whereto.PrecedenceTest.Fault.METHOD;
import static org.whereto.PrecedenceTest.Fault.PATH;
import static org.whereto.PrecedenceTest.Fault.REASON;
import static org.whereto.PrecedenceTest.Fault.REST;
import static org.whereto.PrecedenceTest.Fault.SIZE;
import static org.whereto.PrecedenceTest.Fault.TARGET;
import static org.whereto.PrecedenceTest.Fault.TYPE;
import static org.whereto.PrecedenceTest.Fault.UNKNOWN;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whereto.http.settings.Limits;
import org.whereto.http.settings.ServerSettings;
import org.whereto.platform.Mounts;
import org.whereto.support.ChangedLimits;
import org.whereto.support.RawConnection;
import org.whereto.support.RawReply;
import org.whereto.support.RunningServer;

/** Of several faults at once the earlier one of wire.md, section 1 (Precedence), is told of. */
@Timeout(120)
class PrecedenceTest {

  private static final String PLATFORM =
      """
      whereto: 1
      interfaces: {a: {servicetype: uri://a}}
      accepts:
        - {tasktype: uri://zeppelin-notebook, if: {languages: {allow: [md], display: true}}}
      """;

  private static final String UNDERSTOOD = "uri://zeppelin-notebook";
  private static final String BARE_NO = "{\n  \"reponseword\": \"NO\"\n}\n";

  /** What may be wrong with a request, in the order of the contract. */
  enum Fault {
    TARGET(414, "http.uri-too-long"),
    HEADERS(431, "http.headers-too-large"),
    HTTP(400, "http.host"),
    PATH(404, "path.unknown"),
    METHOD(405, "method.not-allowed"),
    BUSY(503, "service.busy"),
    FORMAT(400, "responseformat.unknown"),
    ACCEPT(406, "accept.none"),
    MEDIA(415, "body.content-type"),
    SIZE(413, "body.too-large"),
    LATE(408, "body.too-slow"),
    TYPE(400, "tasktype.twice"),
    UNKNOWN(200, ""),
    REST(400, "of the form"),
    /** Always there: one language is not on offer. */
    REASON(200, "languages.not-offered");

    private final int status;
    private final String code;

    Fault(int status, String code) {
      this.status = status;
      this.code = code;
    }
  }

  /** A form of a request, and the code of what can be wrong with the rest of it. */
  enum Form {
    GET("", "query.encoding"),
    JSON("application/json", "json.duplicate-name"),
    YAML("application/yaml", "yaml.duplicate-key"),
    FORM("application/x-www-form-urlencoded", "form.encoding"),
    MULTIPART("multipart/form-data; boundary=b", "multipart.no-end");

    private final String contentType;
    private final String restCode;

    Form(String contentType, String restCode) {
      this.contentType = contentType;
      this.restCode = restCode;
    }

    /** The query or body: the type, the languages, and something that nobody can read. */
    private String task(Set<Fault> faults) {
      String type = faults.contains(UNKNOWN) ? "uri://nobody-takes-this" : UNDERSTOOD;
      boolean twice = faults.contains(TYPE);
      boolean rest = faults.contains(REST);
      return switch (this) {
        case GET, FORM ->
            (rest ? "x=%zz&" : "")
                + ("tasktype=" + type + "&").repeat(twice ? 2 : 1)
                + "taskinfo.languages={md,scala}";
        case JSON ->
            "{"
                + ("\"tasktype\": \"" + type + "\", ").repeat(twice ? 2 : 1)
                + "\"taskinfo\": {\"languages\": [\"md\", \"scala\"]}"
                + (rest ? ", \"x\": 1, \"x\": 2}" : "}");
        case YAML ->
            ("tasktype: " + type + "\n").repeat(twice ? 2 : 1)
                + "taskinfo: {languages: [md, scala]}\n"
                + (rest ? "x: 1\nx: 2\n" : "");
        case MULTIPART ->
            part("tasktype", type).repeat(twice ? 2 : 1)
                + part("taskinfo.languages", "{md,scala}")
                + (rest ? "" : "--b--\r\n");
      };
    }

    private static String part(String name, String text) {
      return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + text + "\r\n";
    }

    /** A body of which too much is announced is not sent; one that is late is sent in part. */
    private String request(Set<Fault> faults) {
      boolean get = this == GET;
      String task = task(faults);
      String query =
          (get ? task : "")
              + (faults.contains(FORMAT) ? "&RESPONSEFORMAT=votable" : "")
              + (faults.contains(TARGET) ? "&a=" + "a".repeat(17_000) : "");
      String method = get ? "GET" : "POST";
      String head =
          (faults.contains(METHOD) ? "DELETE" : method)
              + (faults.contains(PATH) ? " /nothing-here?" : " /accepts?")
              + query
              + " HTTP/1.1\r\n"
              + (faults.contains(HTTP) ? "" : "Host: ep.example.org\r\n")
              + (faults.contains(HEADERS) ? "X-A: a\r\n".repeat(100) : "")
              + (faults.contains(ACCEPT) ? "Accept: image/png\r\n" : "");
      if (get) {
        return head + "\r\n";
      }
      boolean size = faults.contains(SIZE);
      String sent = task.substring(0, faults.contains(LATE) ? task.length() / 2 : task.length());
      return head
          + "Content-Type: "
          + (faults.contains(MEDIA) ? "text/csv" : contentType)
          + "\r\nContent-Length: "
          + (size ? 16 * 1024 * 1024 + 1 : task.length())
          + "\r\n\r\n"
          + (size ? "" : sent);
    }

    private Set<Fault> possible() {
      Set<Fault> possible = EnumSet.complementOf(EnumSet.of(REASON));
      if (this == GET) {
        possible.removeAll(List.of(MEDIA, SIZE, LATE));
      }
      return possible;
    }
  }

  private static RunningServer server;
  private static RunningServer busy;

  @BeforeAll
  static void open() throws Exception {
    server = opened(Limits.DEFAULT.questions());
    busy = opened(0);
  }

  @AfterAll
  static void close() {
    server.close();
    busy.close();
  }

  /** A server that waits for no body longer than half a second. */
  private static RunningServer opened(int questions) throws Exception {
    Duration half = Duration.ofMillis(500);
    Limits limits =
        ChangedLimits.of(Map.of("bodyGrace", half, "bodyTime", half, "questions", questions));
    return RunningServer.of(
        RunningServer.mounts(Map.of(Mounts.ROOT, RunningServer.platform(PLATFORM))),
        new ServerSettings(limits, Set.of(), Duration.ZERO, Duration.ofSeconds(1)));
  }

  /** None, each one, each two, each three and all of them. */
  @ParameterizedTest
  @EnumSource
  void theEarliestFaultIsTold(Form form) throws Exception {
    List<Set<Fault>> several = several(new ArrayList<>(form.possible()));
    assertThat(several).hasSizeGreaterThan(200).contains(EnumSet.of(PATH, METHOD, BUSY));
    // Where the server has to wait for a body, it waits for all of them at once.
    try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
      List<Callable<String>> asked = new ArrayList<>();
      several.forEach(faults -> asked.add(() -> wrong(form, faults)));
      for (Future<String> wrong : threads.invokeAll(asked)) {
        assertThat(wrong.get()).isEmpty();
      }
    }
  }

  /** What is wrong with the reply; empty if nothing is. */
  private static String wrong(Form form, Set<Fault> faults) throws IOException {
    int port = (faults.contains(BUSY) ? busy : server).port();
    RawReply reply = RawConnection.ask(port, form.request(faults));
    Fault told = faults.stream().findFirst().orElse(REASON);
    String code = told == REST ? form.restCode : told.code;
    boolean right =
        told == UNKNOWN
            ? reply.text().equals(BARE_NO)
            : reply.text().contains("\"code\": \"" + code + "\"");
    return right && reply.status() == told.status ? "" : form + " " + faults + " gets " + reply;
  }

  private static List<Set<Fault>> several(List<Fault> possible) {
    List<Set<Fault>> several = new ArrayList<>();
    several.add(EnumSet.noneOf(Fault.class));
    several.add(EnumSet.copyOf(possible));
    for (int i = 0; i < possible.size(); i++) {
      for (int j = i; j < possible.size(); j++) {
        for (int k = j; k < possible.size(); k++) {
          several.add(EnumSet.of(possible.get(i), possible.get(j), possible.get(k)));
        }
      }
    }
    return several;
  }
}
