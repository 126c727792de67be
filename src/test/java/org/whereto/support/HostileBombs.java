// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.whereto.support.HostileInput.Shape;

/** Small texts that cost a careless reader much. */
public final class HostileBombs {

  private HostileBombs() {}

  public static List<HostileInput> all() {
    List<HostileInput> bombs = new ArrayList<>();
    documents().forEach(row -> bombs.add(HostileInput.of(row[0], Shape.DOCUMENT, row[1])));
    texts().forEach(row -> bombs.add(HostileInput.of(row[0], Shape.TEXT, row[1])));
    bombs.addAll(HostileBodies.all());
    return bombs;
  }

  static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
  }

  private static List<String[]> documents() {
    String[] none = {"an empty document", ""};
    return List.of(
        none,
        row("aliases of lists", "a0: &a0 [x, x]\n" + lines(30, HostileBombs::doubled)),
        row("aliases of scalars", "a: &a x\nb:\n" + lines(200_000, i -> "- *a")),
        row("an alias to itself", "&a [*a]"),
        row("an alias to its ancestor", "services: &a {b: {image: x, c: *a}}"),
        row("merged without end", "a: &a {<<: *a}"),
        row("merged many times", merged()),
        row("lists 2,000 deep", "[".repeat(2000)),
        row("lists 2,000 deep and closed", "[".repeat(2000) + "]".repeat(2000)),
        row("maps 2,000 deep", "{\"a\":".repeat(2000) + "1" + "}".repeat(2000)),
        row("indented 500 deep", lines(500, i -> " ".repeat(i) + "a:")),
        row("an integer of 1 MB", "9".repeat(1_000_000)),
        row("a long integer", "{\"a\": " + "9".repeat(200_000) + "}"),
        row("a huge exponent", "{\"a\": 1e999999999, \"b\": -1E-999999999}"),
        row("a foreign exception", "!%1F7%F"),
        row("a long comment", "a: 1 # " + "x".repeat(300_000)),
        row("only comments", "#\n".repeat(100_000)),
        row("a key twice", "{\"services\": {}, \"services\": {\"a\": {\"image\": \"a\"}}}"),
        row("an escaped key twice", "{\"services\": {}, \"\\u0073ervices\": {}}"),
        row("lone surrogates", "{\"a\\ud800\": \"\\udc00\", \"services\": \"\\ud800x\"}"),
        row("two documents", "services: {}\n---\nservices: {}\n"),
        row("a directive", "%YAML 9.9\n%TAG ! tag:x,2000:\n---\n!a {}\n"),
        row("a Java object", "!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://a\"]]"),
        row("explicit tags", "services: !!map {a: !!map {image: !!binary YQ==}}"),
        row("complex keys", "? [a, b]\n: c\n? {d: e}\n: f\n"),
        row("a nameless member", "{\"\": {\"\": {\"\": null}}}"),
        row("a long name", "{\"" + "n".repeat(100_000) + "\": 1}"),
        row("40,000 items", "[" + "0,".repeat(40_000) + "0]"),
        row("60,000 items", "[" + "0,".repeat(60_000) + "0]"),
        row(
            "9,000 services",
            "services:\n" + lines(9000, i -> "  s" + i + ": {image: i" + i + "}")),
        row("9,000 demands", "services:\n" + lines(9000, i -> "  s" + i + ": {privileged: true}")),
        row("30,000 mounts", "services: {a: {volumes: [" + "/:/a,".repeat(30_000) + "/:/b]}}"),
        row("30,000 members", "services: {a: {image: b}}\n" + lines(30_000, i -> "k" + i + ": 1")),
        row("variables in variables", "services: {a: {image: \"" + "${a:-".repeat(20_000) + "\"}}"),
        row("dollars", "services: {a: {image: \"" + "$".repeat(200_001) + "\"}}"),
        row("9,000 cells", cells(9000, "%%bash\\n%%perl")),
        row("magics without end", cells(1, "%%time ".repeat(30_000))),
        row("a quote without end", cells(1, "'''" + "\\\\'".repeat(60_000))),
        row("paragraphs", paragraphs()),
        row("white space", " ".repeat(300_000)),
        row("tabs", "\t".repeat(1000) + "a: b"),
        row("two byte order marks", "\uFEFF\uFEFF{}"),
        row("a zero byte", "a: \0"),
        row("carriage returns", "a: b\rc: d\r".repeat(100)),
        row("line separators", "a: b\u2028c: d\u0085e: f"));
  }

  static String[] row(String name, String content) {
    return new String[] {name, content};
  }

  private static String doubled(int i) {
    return "a" + (i + 1) + ": &a" + (i + 1) + " [*a" + i + ", *a" + i + "]";
  }

  private static String merged() {
    String many = lines(300, i -> "  k" + i + ": v");
    return "a: &a\n" + many + "\nservices:\n" + lines(300, i -> "  s" + i + ": {<<: *a}");
  }

  private static String cells(int count, String source) {
    String cell = "{\"cell_type\": \"code\", \"source\": [\"" + source + "\"]}";
    return "{\"nbformat\": 4, \"metadata\": {}, \"cells\": ["
        + (cell + ",").repeat(count - 1)
        + cell
        + "]}";
  }

  private static String paragraphs() {
    return "{\"paragraphs\": ["
        + IntStream.range(0, 9000)
            .mapToObj(i -> "{\"text\": \"%l" + i + ".x(a=b)\\n1\"}")
            .collect(Collectors.joining(","))
        + "]}";
  }

  private static List<String[]> texts() {
    return List.of(
        row("a long text", "a".repeat(100_000)),
        row("a glob's nightmare", "a".repeat(5000) + "!"),
        row("slashes", "/".repeat(10_000)),
        row("colons and ats", ":@".repeat(5000)),
        row("dots", "../".repeat(3000) + "etc/passwd"),
        row("lone surrogate", "a\ud800b"),
        row("both surrogates the wrong way round", "\udc00\ud800"),
        row("braces that never close", "{".repeat(5000)),
        row("braces in braces", "{".repeat(3000) + "a" + "}".repeat(3000)),
        row("quotes in braces", "{" + "\"\\\"".repeat(3000) + "}"),
        row("commas", "{" + ",".repeat(20_000) + "}"),
        row("percent", "%".repeat(5000)),
        row("line ends", "a\r\nSet-Cookie: b=c\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"),
        row("a file URL", "file:///etc/passwd"),
        row("the machine itself", "http://127.0.0.1:22/x"),
        row("the clouds' own address", "http://169.254.169.254/latest/meta-data/"),
        row("in other words", "http://0x7f.1/ http://[::ffff:127.0.0.1]/"),
        row("a lookup", "${jndi:ldap://127.0.0.1/a} {{7*7}} #{7*7} <%= 7*7 %>"),
        row("direction marks", "\u202egnp.exe\u2066\u2069\u200b\ufeff"),
        row("combining marks", "e" + "\u0301".repeat(20_000)));
  }
}
