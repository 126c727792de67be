// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One golden case: an owner's file, a request and the reply to it, as cases/README.md says.
 *
 * @param folder that holds the three files
 */
public record GoldenCase(Path folder) {

  private static final Set<String> FORMS =
      Set.of("get", "get-encoded", "json", "yaml", "form", "multipart");

  /** All cases below a folder. */
  public static List<GoldenCase> all(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.endsWith("request.http"))
          .map(file -> new GoldenCase(file.resolveSibling("")))
          .sorted((one, other) -> one.folder.compareTo(other.folder))
          .toList();
    }
  }

  public String group() {
    return String.valueOf(folder.getName(folder.getNameCount() - 2));
  }

  public String name() {
    return String.valueOf(folder.getFileName());
  }

  /** The name without the form of the request, where that is all it differs in from others. */
  public String question() {
    int dot = name().lastIndexOf('.');
    boolean inForms = dot > 0 && FORMS.contains(name().substring(dot + 1));
    return inForms ? name().substring(0, dot) : name();
  }

  public String platform() throws IOException {
    return Files.readString(folder.resolve("platform.yaml"));
  }

  public Path answerFile() {
    return folder.resolve("answer.http");
  }

  /** The bytes that go over the wire. */
  public byte[] request() throws IOException {
    byte[] file = Files.readAllBytes(folder.resolve("request.http"));
    String text = new String(file, ISO_8859_1);
    return text.indexOf('\r') >= 0 ? file : wire(text).getBytes(ISO_8859_1);
  }

  /** Whether the reply has no body. */
  public boolean isHead() throws IOException {
    return new String(request(), ISO_8859_1).startsWith("HEAD ");
  }

  /** What a request that a person wrote is on the wire; a character is an octet. */
  public static String wire(String text) {
    int end = text.indexOf("\n\n");
    String head = end < 0 ? text.stripTrailing() + "\n" : text.substring(0, end + 1);
    String body = end < 0 ? "" : text.substring(end + 2);
    if (body.endsWith("\n")) {
      body = body.substring(0, body.length() - 1);
    }
    String lower = head.toLowerCase(Locale.ROOT);
    if (lower.contains("\ncontent-type: multipart/")) {
      body = body.replace("\n", "\r\n");
    }
    boolean framed = lower.contains("\ncontent-length:") || lower.contains("\ntransfer-encoding:");
    if (!body.isEmpty() && !framed) {
      head += "Content-Length: " + body.length() + "\n";
    }
    return head.replace("\n", "\r\n") + "\r\n" + body;
  }

  /** A reply as a case keeps it: all but what differs each time. */
  public static String kept(RawReply reply) {
    return reply.written().replaceFirst("(?m)^Date: .*\n", "");
  }

  /** The reply that is expected; empty if there is none yet. */
  public String answer() throws IOException {
    return Files.exists(answerFile()) ? Files.readString(answerFile(), UTF_8) : "";
  }

  @Override
  public String toString() {
    return group() + "/" + name();
  }
}
