// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Sound requests, and what can be done to their bytes. */
final class AnyRequests {

  private static final int MOST_CUTS = 12;

  /** Bytes that mean something to a reader of HTTP, so that a change hits where it hurts. */
  private static final String TELLING = "\r\n :;,/?0123456789aFx\t\u0000\u007f\u00e9";

  private static final List<String> TELLING_WORDS =
      List.of(
          "\r\n",
          "\r\n\r\n",
          "\n\n",
          "Host: b\r\n",
          "Content-Length: 3\r\n",
          "Transfer-Encoding: chunked\r\n",
          "Transfer-Encoding : chunked\r\n",
          " folded\r\n",
          "0\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
          "HTTP/1.0",
          "FFFFFFFFF",
          "3, 3");

  private AnyRequests() {}

  /**
   * A request and what a sound server understands.
   *
   * @param head as {@link Heard} writes it
   */
  record Sent(String bytes, String head, String body) {}

  /** Where bytes change: at a place, so many go and others come. */
  record Change(int at, int gone, String come) {

    String in(String text) {
      int from = Math.floorMod(at, text.length() + 1);
      int to = Math.min(text.length(), from + gone);
      return text.substring(0, from) + come + text.substring(to);
    }
  }

  static Arbitrary<List<Sent>> several() {
    return one().list().ofMinSize(1).ofMaxSize(6);
  }

  static Arbitrary<Sent> one() {
    return Combinators.combine(target(), fields(), body(), chunkSizes()).as(AnyRequests::request);
  }

  private static Arbitrary<String> target() {
    return Arbitraries.strings().withCharRange('!', '~').ofMaxLength(30).map(rest -> "/" + rest);
  }

  private static Arbitrary<List<String>> fields() {
    return Arbitraries.strings()
        .withCharRange(' ', '~')
        .withChars('\t')
        .ofMaxLength(20)
        .list()
        .ofMaxSize(4);
  }

  private static Arbitrary<String> body() {
    return Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(60);
  }

  /** None for a body whose length is told at once. */
  private static Arbitrary<List<Integer>> chunkSizes() {
    return Arbitraries.integers().between(1, 20).list().ofMaxSize(8);
  }

  private static Sent request(
      String target, List<String> fields, String body, List<Integer> chunks) {
    StringBuilder head = new StringBuilder((body.isEmpty() ? "GET " : "POST ") + target);
    StringBuilder bytes = new StringBuilder(head + " HTTP/1.1\r\nHost: a\r\n");
    head.append(" Host=a");
    for (int i = 0; i < fields.size(); i++) {
      bytes.append("X-").append(i).append(":").append(fields.get(i)).append("\r\n");
      head.append(" X-").append(i).append("=").append(trimmed(fields.get(i)));
    }
    if (!chunks.isEmpty()) {
      bytes.append("Transfer-Encoding: chunked\r\n\r\n").append(chunked(body, chunks));
      head.append(" Transfer-Encoding=chunked");
    } else if (!body.isEmpty()) {
      bytes.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
      head.append(" Content-Length=").append(body.length());
    } else {
      bytes.append("\r\n");
    }
    return new Sent(bytes.toString(), head.toString(), body);
  }

  private static String trimmed(String value) {
    return value.replaceAll("^[ \t]+|[ \t]+$", "");
  }

  private static String chunked(String body, List<Integer> sizes) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (int i = 0; at < body.length(); i++) {
      int size = Math.min(sizes.get(i % sizes.size()), body.length() - at);
      text.append(Integer.toHexString(size)).append(i % 2 == 0 ? "\r\n" : ";x=y\r\n");
      text.append(body, at, at + size).append("\r\n");
      at += size;
    }
    return text + (sizes.size() % 2 == 0 ? "0\r\nT: v\r\n\r\n" : "0\r\n\r\n");
  }

  static String bytes(List<Sent> requests) {
    return requests.stream().map(Sent::bytes).collect(Collectors.joining());
  }

  static Arbitrary<List<Change>> changes() {
    Arbitrary<String> come =
        Arbitraries.oneOf(
            Arbitraries.strings().withChars(TELLING).ofMaxLength(2), Arbitraries.of(TELLING_WORDS));
    return Combinators.combine(
            Arbitraries.integers().between(0, 2000), Arbitraries.integers().between(0, 3), come)
        .as(Change::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  /** The streams of {@link #several}, damaged. */
  static Arbitrary<String> damaged() {
    return Combinators.combine(several(), changes())
        .as((requests, changes) -> {
          String text = bytes(requests);
          for (Change change : changes) {
            text = change.in(text);
          }
          return text;
        });
  }

  static Arbitrary<List<Integer>> cuts() {
    return Arbitraries.integers().between(0, 2000).list().ofMaxSize(MOST_CUTS);
  }

  /** The bytes in pieces; none is empty. */
  static List<byte[]> pieces(String text, List<Integer> cuts) {
    List<Integer> ends =
        cuts.stream().map(cut -> Math.floorMod(cut, text.length() + 1)).sorted().toList();
    List<byte[]> pieces = new ArrayList<>();
    int from = 0;
    for (int end : ends) {
      if (end > from) {
        pieces.add(latin(text.substring(from, end)));
        from = end;
      }
    }
    if (from < text.length()) {
      pieces.add(latin(text.substring(from)));
    }
    return pieces;
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
