// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.tree.BadInput;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Path;
import org.whereto.tree.Place;

/** One part of a multipart form (RFC 7578). */
final class Part {

  private static final String DISPOSITION = "content-disposition";
  private static final String TYPE = "content-type";
  private static final String ENCODING = "content-transfer-encoding";

  /** Headers that mean something; all others are passed over, as RFC 7578 wants it. */
  private static final Set<String> OURS = Set.of(DISPOSITION, TYPE, ENCODING);

  /** Media types that say nothing: the ending of the file's name is asked. */
  private static final Set<String> MUTE = Set.of("", "text/plain", "application/octet-stream");

  private final FieldName name;
  private final Optional<String> filename;
  private final Map<String, String> headers;
  private final byte[] content;

  private Part(HeaderValue disposition, Map<String, String> headers, byte[] content)
      throws BadInput {
    String named = disposition.parameter("name").map(Part::unescaped).orElse("");
    if (named.isEmpty() || named.chars().anyMatch(Character::isISOControl)) {
      throw broken("a part must have a name, without control characters");
    }
    this.name = new FieldName(named);
    this.filename = disposition.parameter("filename").or(() -> disposition.parameter("filename*"));
    this.headers = headers;
    this.content = content;
  }

  /**
   * Reads the headers.
   *
   * @param most bytes that they may have
   * @throws BadInput whatever is wrong with them; then the part has no name
   */
  static Part read(byte[] body, Parts.Span span, int most) throws BadInput {
    int end = endOfHeaders(body, span, most);
    Optional<String> head = Octets.text(Arrays.copyOfRange(body, span.begin(), end));
    if (head.isEmpty()) {
      throw broken("they are not UTF-8");
    }
    Map<String, String> headers = headers(head.get());
    Optional<HeaderValue> disposition =
        HeaderValue.read(headers.getOrDefault(DISPOSITION, ""))
            .filter(value -> value.value().equals("form-data"));
    if (disposition.isEmpty()) {
      throw noDisposition();
    }
    return new Part(disposition.get(), headers, Arrays.copyOfRange(body, end + 4, span.end()));
  }

  /** Where the headers end, without the line break of the last and the empty line. */
  private static int endOfHeaders(byte[] body, Parts.Span span, int most) throws BadInput {
    if (isLineBreak(body, span.begin(), span.end())) {
      throw noDisposition();
    }
    int limit = Math.min(span.end(), span.begin() + most + 1);
    for (int at = span.begin(); at < limit; at++) {
      if (isLineBreak(body, at, span.end()) && isLineBreak(body, at + 2, span.end())) {
        return at;
      }
    }
    throw broken(
        span.end() - span.begin() > most
            ? "they are longer than " + most + " bytes"
            : "no empty line ends them; lines must end in CR LF");
  }

  private static boolean isLineBreak(byte[] body, int at, int end) {
    return at + 1 < end && body[at] == '\r' && body[at + 1] == '\n';
  }

  private static Map<String, String> headers(String head) throws BadInput {
    Map<String, String> headers = new HashMap<>();
    for (String line : head.split("\r\n", -1)) {
      int colon = line.indexOf(':');
      String name = line.substring(0, Math.max(0, colon));
      if (!HeaderValue.isToken(name)
          || line.chars().anyMatch(c -> c != '\t' && Character.isISOControl(c))) {
        throw broken("each line must be a name, a colon and a value, and end in CR LF");
      }
      String lower = name.toLowerCase(Locale.ROOT);
      if (OURS.contains(lower) && headers.put(lower, line.substring(colon + 1).strip()) != null) {
        throw broken(name + " stands there twice");
      }
    }
    return headers;
  }

  /** What browsers write for characters that would end the name. */
  private static String unescaped(String name) {
    return name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
  }

  /**
   * What the content is said to be, JSON or YAML; nothing for text.
   *
   * @throws BadInput for another charset, an encoding, or parts within the part
   */
  Optional<Format> format() throws BadInput {
    String encoding = headers.getOrDefault(ENCODING, "binary").toLowerCase(Locale.ROOT);
    if (!List.of("binary", "8bit", "7bit").contains(encoding)) {
      throw fault(
          "transfer-encoding", "A part must be sent as it is, without base64 and the like.");
    }
    Optional<HeaderValue> type =
        headers.containsKey(TYPE)
            ? HeaderValue.read(headers.getOrDefault(TYPE, ""))
            : Optional.of(new HeaderValue("", Map.of()));
    if (type.isEmpty()) {
      throw fault("content-type", "The Content-Type of this part is no media type.");
    }
    String charset = type.get().parameter("charset").orElse("utf-8").toLowerCase(Locale.ROOT);
    if (!List.of("utf-8", "utf8", "us-ascii").contains(charset)) {
      throw fault(
          "charset", "A part must be UTF-8, and its Content-Type must say no other charset.");
    }
    String mediaType = type.get().value();
    if (mediaType.startsWith("multipart/")) {
      throw fault("nested", "A part cannot have parts itself; give each file a name of its own.");
    }
    return MUTE.contains(mediaType) ? byEnding() : byMediaType(mediaType);
  }

  private static Optional<Format> byMediaType(String mediaType) {
    if (mediaType.endsWith("+json")) {
      return Optional.of(Formats.JSON);
    }
    return Formats.byMediaType(mediaType)
        .filter(format -> format.equals(Formats.JSON) || format.equals(Formats.YAML));
  }

  private Optional<Format> byEnding() {
    String file = filename.orElse("").toLowerCase(Locale.ROOT);
    if (file.endsWith(".yml") || file.endsWith(".yaml")) {
      return Optional.of(Formats.YAML);
    }
    boolean json = file.endsWith(".json") || file.endsWith(".ipynb") || file.endsWith(".zpln");
    return json ? Optional.of(Formats.JSON) : Optional.empty();
  }

  /**
   * The content as text; only a file may begin with a byte order mark, which is no part of it.
   *
   * @throws BadInput if it is not UTF-8
   */
  String text() throws BadInput {
    Optional<String> text = isFile() ? Octets.document(content) : Octets.text(content);
    if (text.isEmpty()) {
      throw fault("encoding", "This part is not UTF-8; save it as UTF-8.");
    }
    return text.get();
  }

  FieldName name() {
    return name;
  }

  /** Whether it came as a file: then it is content, whatever it looks like. */
  boolean isFile() {
    return filename.isPresent();
  }

  /** The content as it came; not to be changed. */
  byte[] content() {
    return content;
  }

  /** The field of a form where no file was chosen: it gives nothing. */
  boolean isNoFile() {
    return content.length == 0 && filename.isPresent() && filename.get().isEmpty();
  }

  Path path() {
    return new Path(name.text());
  }

  private BadInput fault(String code, String sentence) {
    return new BadInput("multipart." + code, path(), Place.NONE, sentence);
  }

  private static BadInput noDisposition() {
    return broken("Content-Disposition must be: form-data; name=\"...\"");
  }

  private static BadInput broken(String why) {
    return new BadInput("multipart.headers", "The headers of a part cannot be read: " + why + ".");
  }
}
