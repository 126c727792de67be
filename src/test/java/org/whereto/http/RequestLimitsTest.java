// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.http.settings.Limits;
import org.whereto.http.settings.ServerFile;
import org.whereto.support.RawConnection;
import org.whereto.support.RawReply;
import org.whereto.support.SentTask;
import org.whereto.support.WatchedServer;
import org.whereto.tree.Budget;

/** What one request may hold, at the edge and one past it: of the usual limits and of others. */
@Timeout(300)
class RequestLimitsTest {

  private static final String PLATFORM =
      """
      whereto: 1
      interfaces: {hub: {servicetype: uri://hub}}
      accepts: [{tasktype: uri://jupyter-notebook, if: {languages: [python]}}]
      """;

  private static final String TYPE = "uri://jupyter-notebook";
  private static final String YAML = "application/yaml";
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data; boundary=b";
  private static final String QUERY = "";

  /**
   * A limit in one form of a request.
   *
   * @param request that needs as much of it
   * @param fault code and path where it needs one more than there is; indices are 0
   */
  private record Edge(
      String limit, ToIntFunction<Limits> most, IntFunction<SentTask> request, String fault) {}

  private static Edge depth(IntFunction<SentTask> request, String fault) {
    return new Edge("depth", limits -> limits.request().small().depth(), request, fault);
  }

  private static Edge values(IntFunction<SentTask> request, String fault) {
    return new Edge("values", limits -> limits.request().large().nodes(), request, fault);
  }

  private static Edge text(IntFunction<SentTask> request, String fault) {
    return new Edge("text-length", limits -> limits.request().small().scalar(), request, fault);
  }

  private static Edge name(IntFunction<SentTask> request, String fault) {
    return new Edge("name-length", limits -> limits.request().large().name(), request, fault);
  }

  private static List<Edge> edges() {
    List<Edge> edges = new ArrayList<>(ofMultipart());
    edges.addAll(
        List.of(
            depth(n -> json("\"a\": " + nested(n - 1)), "json.depth-budget "),
            depth(n -> yaml("a: " + nested(n - 1)), "yaml.depth-budget "),
            depth(n -> query("a" + ".a".repeat(n - 1) + "=x"), "query.depth-budget "),
            depth(n -> form("a" + ".a".repeat(n - 1) + "=x"), "form.depth-budget "),
            values(n -> json("\"a\": " + list(n - 3)), "json.node-budget a[0]"),
            values(n -> yaml("a: " + list(n - 3)), "yaml.node-budget a[0]"),
            values(n -> form("a=x&".repeat(n)), "form.node-budget a"),
            text(n -> json("\"a\": [\"" + x(n) + "\"]"), "json.text-budget a[0]"),
            text(n -> yaml("a: " + x(n)), "yaml.text-budget a"),
            text(n -> form("taskinfo.image=" + x(n)), "form.text-budget taskinfo.image"),
            text(
                n -> new SentTask(JSON, "{\"tasktype\": \"" + x(n) + "\"}"),
                "json.text-budget tasktype"),
            text(n -> new SentTask(YAML, "tasktype: " + x(n)), "yaml.text-budget tasktype"),
            text(n -> new SentTask(FORM, "tasktype=" + x(n)), "form.text-budget tasktype"),
            name(n -> json("\"" + x(n) + "\": 1"), "json.name-budget "),
            name(n -> yaml(x(n) + ": 1"), "yaml.name-budget "),
            name(n -> query(x(n) + "=1"), "query.name-budget "),
            name(n -> form("a[" + x(n) + "]=1"), "form.name-budget "),
            new Edge(
                "aliases",
                limits -> limits.request().small().aliases(),
                n -> yaml("a: &a x\nb: [" + "*a,".repeat(n) + "]"),
                "yaml.alias-budget b[0]"),
            new Edge(
                "characters of a number",
                limits -> 64,
                n -> query("resources.mincores=1." + "0".repeat(n - 2)),
                "amount.malformed resources.mincores")));
    return edges;
  }

  private static List<Edge> ofMultipart() {
    return List.of(
        depth(n -> parts(part("a" + ".a".repeat(n - 1), "x")), "multipart.depth-budget "),
        depth(n -> parts(file("a.a", nested(n - 2))), "json.depth-budget a.a"),
        values(n -> parts(file("a", list(n - 1))), "json.node-budget a[0]"),
        text(n -> parts(part("a", x(n))), "multipart.text-budget a"),
        text(n -> parts(file("a", "[\"" + x(n) + "\"]")), "multipart.text-budget a[0]"),
        text(
            n -> new SentTask(MULTIPART, part("tasktype", x(n)) + "--b--"),
            "multipart.text-budget tasktype"),
        name(n -> parts(part(x(n), "1")), "multipart.name-budget "),
        new Edge(
            "parts",
            limits -> limits.request().parts(),
            n -> parts(part("a", "x").repeat(n - 1)),
            "multipart.part-budget "),
        new Edge(
            "part-head",
            limits -> limits.request().partHead(),
            n ->
                parts(
                    "--b\r\nX: " + x(n - 3 - DISPOSITION.length()) + DISPOSITION + "\r\n\r\nx\r\n"),
            "multipart.headers "));
  }

  private static final String DISPOSITION = "\r\nContent-Disposition: form-data; name=a";

  private static SentTask json(String members) {
    return new SentTask(JSON, "{\"tasktype\": \"" + TYPE + "\", " + members + "}");
  }

  private static SentTask yaml(String members) {
    return new SentTask(YAML, "tasktype: " + TYPE + "\n" + members + "\n");
  }

  private static SentTask query(String pairs) {
    return new SentTask(QUERY, "tasktype=" + TYPE + "&" + pairs);
  }

  private static SentTask form(String pairs) {
    return new SentTask(FORM, "tasktype=" + TYPE + "&" + pairs);
  }

  private static SentTask parts(String parts) {
    return new SentTask(MULTIPART, part("tasktype", TYPE) + parts + "--b--\r\n");
  }

  private static String part(String name, String content) {
    return "--b\r\nContent-Disposition: form-data; name=" + name + "\r\n\r\n" + content + "\r\n";
  }

  private static String file(String name, String json) {
    return part(name + "; filename=a.json", json);
  }

  private static String nested(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }

  private static String list(int items) {
    return "[" + "0,".repeat(items - 1) + "0]";
  }

  private static String x(int length) {
    return "x".repeat(length);
  }

  @TempDir Path folder;
  private int replies;

  @Test
  void theUsualLimitsHoldAtTheirEdges() throws Exception {
    Limits limits =
        ServerFile.read("s", "whereto: 1\nlimits: {share: 100}".getBytes(UTF_8)).limits();
    Budget small = limits.request().small();
    assertThat(List.of(small.depth(), small.nodes(), small.scalar(), small.name()))
        .containsExactly(64, 50_000, 256 * 1024, 256);
    hold(limits);
  }

  @Test
  void theLimitsOfAnOwnerHoldAtTheirs() throws Exception {
    String file =
        """
        whereto: 1
        limits:
          share: 100
          depth: 200
          values: 60000
          text-length: 300000
          name-length: 500
          aliases: 3
          parts: 100
          part-head: 3000B
        """;
    hold(ServerFile.read("s", file.getBytes(UTF_8)).limits());
  }

  private void hold(Limits limits) throws Exception {
    WatchedServer server = WatchedServer.of(PLATFORM, limits, folder.resolve("log"));
    try (RawConnection connection = RawConnection.to(server.port())) {
      for (Edge edge : edges()) {
        int most = edge.most().applyAsInt(limits);
        RawReply fits = ask(connection, edge.request().apply(most));
        assertThat(fits.status()).as("%s %s: %s", edge.limit(), edge.fault(), fits).isEqualTo(200);
        RawReply less = ask(connection, edge.request().apply(most + 1));
        assertThat(told(less)).as("%s: %s", edge.limit(), less).isEqualTo("400 " + edge.fault());
      }
      int tooLong = limits.request().small().scalar() + 1;
      for (SentTask content : contents(x(tooLong))) {
        RawReply reply = ask(connection, content);
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.text()).contains("notebook.unreadable");
      }
    }
    server.endWell(replies);
  }

  /** A fault of the Task is no reason to close: all is asked on one connection. */
  private RawReply ask(RawConnection connection, SentTask task) throws IOException {
    RawReply reply = connection.ask(task.request("/accepts", List.of()));
    assertThat(reply.isLast()).isFalse();
    replies++;
    return reply;
  }

  private static List<SentTask> contents(String text) {
    return List.of(
        json("\"taskinfo\": {\"notebook\": \"" + text + "\"}"),
        yaml("taskinfo: {notebook: " + text + "}"),
        form("taskinfo.notebook=" + text),
        parts(part("taskinfo.notebook", text)));
  }

  /** Status, code and path, with 0 for each index. */
  private static String told(RawReply reply) {
    return reply.status()
        + " "
        + member(reply.text(), "code")
        + " "
        + member(reply.text(), "path").replaceAll("\\[\\d+]", "[0]");
  }

  private static String member(String json, String name) {
    String begin = "\"" + name + "\": \"";
    int from = json.indexOf(begin);
    return from < 0
        ? ""
        : json.substring(from + begin.length(), json.indexOf('"', from + begin.length()));
  }
}
