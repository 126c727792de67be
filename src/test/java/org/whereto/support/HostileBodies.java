// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.whereto.support.HostileInput.Shape;

/**
 * Bodies of parts and of pairs that cost a careless reader much, or that it would take for others.
 */
final class HostileBodies {

  private static final String PART = "--b\r\nContent-Disposition: form-data; name=";
  private static final String END = "--b--\r\n";

  private HostileBodies() {}

  private static String[] row(String name, String octets) {
    return HostileBombs.row(name, octets);
  }

  static List<HostileInput> all() {
    return Stream.concat(
            parts().stream().map(row -> HostileInput.of(row[0], Shape.PARTS, row[1])),
            pairs().stream().map(row -> HostileInput.of(row[0], Shape.PAIRS, row[1])))
        .toList();
  }

  private static String many(int count, IntFunction<String> one) {
    return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining());
  }

  private static String part(String name, String headers, String value) {
    return PART + name + headers + "\r\n\r\n" + value + "\r\n";
  }

  private static List<String[]> parts() {
    String image = "\"taskinfo.image\"";
    return List.of(
        row("65 parts", many(65, i -> part("\"p" + i + "\"", "", "x")) + END),
        row("20,000 parts", many(20_000, i -> part("\"p" + i + "\"", "", "x")) + END),
        row("a part's long header", part(image, "; x=" + "y".repeat(3000), "a") + END),
        row("a part's many headers", part(image, "\r\nX: y".repeat(500), "a") + END),
        row("parts without an end", part(image, "", "a")),
        row("a part without an end", PART + image + "\r\n\r\na"),
        row("a part that is only a head", PART + image),
        row("only boundaries", "--b\r\n".repeat(50_000) + END),
        row("nearly boundaries", part(image, "", "\r\n--".repeat(100_000)) + END),
        row("more of a boundary", part(image, "", "\r\n--bb\r\n--b-\r\n--b x") + END),
        row("bare line feeds", (part(image, "", "a") + END).replace("\r", "")),
        row(
            "parts in a part",
            part(image, "\r\nContent-Type: multipart/mixed; boundary=c", "--c\r\n\r\na\r\n--c--")
                + END),
        row("a name over two lines", part("\"task\r\n info\"", "", "a") + END),
        row("an escaped line end", part("\"taskinfo.image%0D%0AX: y\"", "", "a") + END),
        row("two names", part(image, "; name=\"tasktype\"", "a") + END),
        row("no name", part("\"\"", "", "a") + END),
        row("two dispositions", part(image, "\r\nContent-Disposition: x", "a") + END),
        row("a file upwards", part(image, "; filename=\"../../etc/passwd\"", "a") + END),
        row("an encoded file", part(image, "; filename*=utf-8''%2e%2e%2fa", "a") + END),
        row(
            "an odd charset",
            part(image, "\r\nContent-Type: text/plain; charset=utf-7", "+AGE-") + END),
        row("a coded part", part(image, "\r\nContent-Transfer-Encoding: base64", "YQ==") + END),
        row("a charset for all", part("\"_charset_\"", "", "utf-16") + part(image, "", "a") + END));
  }

  private static List<String[]> pairs() {
    return List.of(
        row("200,000 pairs", many(200_000, i -> "a=1&")),
        row("60,000 members", many(60_000, i -> "taskinfo.a" + i + "=1&")),
        row("an index far away", "data[999999999].datatype=a"),
        row("an index too long", "data[" + "9".repeat(5000) + "]=a"),
        row("an index that lacks others", "data[0]=a&data[2]=b"),
        row("a deep path", "a" + ".a".repeat(3000) + "=1"),
        row("a path of brackets", "a" + "[a]".repeat(3000) + "=1"),
        row("open brackets", "a" + "[".repeat(5000) + "=1"),
        row("leaf and branch", "taskinfo.image=a&taskinfo.image.b=c"),
        row("only separators", "&".repeat(300_000) + "=".repeat(300_000)),
        row("20,000 repeated", many(20_000, i -> "taskinfo.languages={a,b}&")),
        row("bad escapes", "taskinfo.image=%zz&%=%&%f=%ff&%c0%80=%ed%a0%80"),
        row("names that are none", "%&".repeat(5900)),
        row("pairs that end in a user", "x=a@b&".repeat(1900)),
        row("two types", "tasktype=uri://jupyter-notebook"),
        row("a type in brackets", "[tasktype]=uri://jupyter-notebook"),
        row(
            "a type below a type",
            "tasktype.a=uri://jupyter-notebook&tasktype[0]=uri://jupyter-notebook"),
        row("semicolons", "taskinfo.image=a;tasktype=uri://jupyter-notebook"));
  }
}
