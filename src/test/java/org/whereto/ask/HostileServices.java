// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.whereto.support.RawServer.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.whereto.support.RawServer.Behaviour;

/** Services that go wrong, each in its own way, with what an asker should be told. */
final class HostileServices {

  static final String YES = "{\"reponseword\": \"YES\", \"servicetype\": \"uri://hub\"}";
  static final String JSON = "application/json";

  /** A service, and what is heard of it: a word of {@link Why}, {@code yes} or {@code no}. */
  record Kind(String expected, Behaviour behaviour) {}

  private HostileServices() {}

  /** They answer at once, or break off. */
  static Map<String, Kind> quick() {
    Map<String, Kind> all = new LinkedHashMap<>();
    putGarbled(all);
    putMislabelled(all);
    putRedirects(all);
    putRefusals(all);
    return all;
  }

  /** They never come to an end. */
  static Map<String, Kind> endless() {
    Map<String, Kind> all = new LinkedHashMap<>();
    all.put("silent", new Kind("too-slow", (_, _) -> Thread.sleep(600_000)));
    all.put(
        "dripping headers",
        new Kind("too-slow", (_, out) -> drip(out, "HTTP/1.1 200 OK\r\nX-Long: ")));
    all.put(
        "dripping body",
        new Kind(
            "too-slow",
            (_, out) ->
                drip(
                    out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + YES + " ")));
    all.put(
        "endless 100 Continue",
        new Kind("too-slow", (_, out) -> pour(out, "", "HTTP/1.1 100 Continue\r\n\r\n", 20)));
    all.put(
        "endless body",
        new Kind(
            "too-large",
            (_, out) ->
                pour(out, "HTTP/1.1 200 OK\r\nContent-Type: " + JSON + "\r\n\r\n", "[", 0)));
    all.put(
        "endless chunks",
        new Kind(
            "too-large",
            (_, out) ->
                pour(
                    out,
                    "HTTP/1.1 200 OK\r\nContent-Type: "
                        + JSON
                        + "\r\nTransfer-Encoding: chunked\r\n\r\n",
                    "10\r\n                \r\n",
                    0)));
    all.put(
        "endless headers",
        new Kind(
            "not-an-answer", (_, out) -> pour(out, "HTTP/1.1 200 OK\r\n", "X-More: yes\r\n", 0)));
    all.put(
        "one endless header",
        new Kind("not-an-answer", (_, out) -> pour(out, "HTTP/1.1 200 OK\r\nX-Long: ", "x", 0)));
    return all;
  }

  private static void putGarbled(Map<String, Kind> all) {
    all.put("hangs up", new Kind("unreachable", (_, _) -> {}));
    put(all, "garbled", "unreachable", "\u0000\u0001\u0002 what is this?\r\n\r\n");
    put(all, "truncated body", "not-an-answer", http("200 OK", JSON, YES).replace(": 5", ": 55"));
    put(
        all,
        "truncated chunk",
        "not-an-answer",
        "HTTP/1.1 200 OK\r\n"
            + "Content-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n"
            + "ff\r\n"
            + YES);
    put(
        all,
        "bad chunk",
        "not-an-answer",
        "HTTP/1.1 200 OK\r\n"
            + "Content-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n"
            + "zz\r\n"
            + YES);
    put(all, "half a document", "not-an-answer", http("200 OK", JSON, YES.substring(0, 30)));
    put(all, "nothing at all", "not-an-answer", http("200 OK", JSON, ""));
    put(all, "a list", "not-an-answer", http("200 OK", JSON, "[" + YES + "]"));
    put(all, "another word", "not-an-answer", http("200 OK", JSON, "{\"reponseword\": \"YEAH\"}"));
    put(all, "no word", "not-an-answer", http("200 OK", JSON, "{}"));
    put(
        all,
        "two words",
        "not-an-answer",
        http("200 OK", JSON, "{\"reponseword\": \"NO\", \"reponseword\": \"YES\"}"));
    put(
        all,
        "JSON bomb",
        "not-an-answer",
        http("200 OK", JSON, "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"));
    put(
        all,
        "many nodes",
        "not-an-answer",
        http("200 OK", JSON, "{\"reponseword\": \"YES\", \"a\": [" + "0,".repeat(90_000) + "0]}"));
    put(all, "YAML bomb", "not-an-answer", http("200 OK", "application/yaml", yamlBomb()));
    put(
        all,
        "YAML tag",
        "not-an-answer",
        http("200 OK", "application/yaml", "reponseword: !!python/object:os.system YES\n"));
  }

  private static void putMislabelled(Map<String, Kind> all) {
    put(all, "HTML", "not-an-answer", http("200 OK", "text/html", "<html>YES</html>"));
    put(all, "HTML that says JSON", "not-an-answer", http("200 OK", JSON, "<html>YES</html>"));
    put(all, "an image", "not-an-answer", http("200 OK", "image/png", YES));
    put(all, "latin-1", "not-an-answer", http("200 OK", JSON + "; charset=iso-8859-1", YES));
    byte[] latin =
        http("200 OK", JSON, "{\"reponseword\": \"YES\", \"a\": \"~\"}")
            .replace('~', '\u00e9')
            .getBytes(ISO_8859_1);
    all.put("latin-1 bytes", new Kind("not-an-answer", (_, out) -> out.write(latin)));
    byte[] overlong = http("200 OK", JSON, "{\"reponseword\": \"~\u00ac\"}").getBytes(ISO_8859_1);
    all.put("invalid UTF-8", new Kind("not-an-answer", (_, out) -> out.write(overlong)));
    all.put("gzip", new Kind("not-an-answer", (_, out) -> out.write(gzipped("gzip"))));
    all.put("gzip unsaid", new Kind("not-an-answer", (_, out) -> out.write(gzipped("identity"))));
  }

  private static void putRedirects(Map<String, Kind> all) {
    put(all, "redirects in circles", "moved", redirect("302 Found", "/accepts"));
    put(all, "redirects elsewhere", "moved", redirect("301 Moved", "http://127.0.0.1:1/accepts"));
    put(all, "redirects to a file", "moved", redirect("302 Found", "file:///etc/passwd"));
    put(all, "redirects to nonsense", "moved", redirect("302 Found", "http://[:::"));
    put(all, "redirects nowhere", "not-an-answer", "HTTP/1.1 302 Found\r\n\r\n");
    all.put(
        "redirects once",
        new Kind(
            "yes",
            (request, out) ->
                write(
                    out,
                    request.target().equals("/accepts")
                        ? redirect("307 Temporary", "/new/accepts")
                        : http("200 OK", JSON, request.method().equals("POST") ? YES : "{}"))));
    all.put(
        "see other",
        new Kind(
            "yes",
            (request, out) ->
                write(
                    out,
                    request.target().equals("/accepts")
                        ? redirect("303 See Other", "answers/1")
                        : http("200 OK", JSON, request.method().equals("GET") ? YES : "{}"))));
  }

  private static void putRefusals(Map<String, Kind> all) {
    put(all, "bad request", "bad-task", http("400 Bad Request", "text/plain", "No tasktype."));
    put(all, "unauthorised", "login-wanted", http("401 Unauthorized", JSON, "{}"));
    put(all, "forbidden", "refused", http("403 Forbidden", JSON, YES));
    put(all, "not found", "not-an-answer", http("404 Not Found", "text/html", "<p>"));
    put(all, "too large", "refused", http("413 Too Large", "text/plain", "Too large."));
    put(all, "broken", "failed", http("500 Oh", "text/html", YES));
    put(all, "YES with 503", "busy", http("503 Unavailable", JSON, YES));
    put(all, "YES with 201", "not-an-answer", http("201 Created", JSON, YES));
    put(all, "no content", "not-an-answer", "HTTP/1.1 204 No Content\r\n\r\n");
    put(all, "status 999", "failed", http("999 What", JSON, YES));
  }

  static String redirect(String status, String location) {
    return "HTTP/1.1 " + status + "\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
  }

  private static void put(Map<String, Kind> all, String name, String expected, String reply) {
    all.put(name, new Kind(expected, (_, out) -> write(out, reply)));
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(UTF_8));
  }

  private static void drip(OutputStream out, String beginning)
      throws IOException, InterruptedException {
    pour(out, beginning, " ", 20);
  }

  private static void pour(OutputStream out, String beginning, String more, int pause)
      throws IOException, InterruptedException {
    out.write(beginning.getBytes(US_ASCII));
    byte[] bytes = (pause > 0 ? more : more.repeat(1000)).getBytes(US_ASCII);
    while (true) {
      out.write(bytes);
      out.flush();
      if (pause > 0) {
        Thread.sleep(pause);
      }
    }
  }

  private static String yamlBomb() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      bomb.append("a%d: &a%d [".formatted(i, i))
          .append("*a%d, ".formatted(i - 1).repeat(10))
          .append("]\n");
    }
    return bomb + "reponseword: \"YES\"\n";
  }

  private static byte[] gzipped(String said) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(
        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: "
                + said
                + "\r\n\r\n")
            .getBytes(US_ASCII));
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(YES.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
