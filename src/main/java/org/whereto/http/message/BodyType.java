// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.message;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.Question;
import org.whereto.tree.BadInput;
import org.whereto.wire.DocumentQuestion;
import org.whereto.wire.Form;
import org.whereto.wire.HeaderValue;
import org.whereto.wire.Multipart;
import org.whereto.wire.RequestLimits;

/** The forms in which a Task comes in a body (wire.md, section 1.1). */
public enum BodyType {
  YAML("application/yaml"),
  JSON("application/json"),
  FORM("application/x-www-form-urlencoded"),
  MULTIPART("multipart/form-data");

  private static final Set<String> UTF_8 = Set.of("", "utf-8", "utf8");

  private static final String TAKEN =
      " Send application/yaml, application/json, application/x-www-form-urlencoded or"
          + " multipart/form-data, in UTF-8.";

  private final String mediaType;

  BodyType(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The first of its names. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * What a Content-Type announces.
   *
   * @throws Refusal for a type, a charset or a Content-Encoding that is not read here
   */
  public static BodyType of(String contentType, String contentEncoding) throws Refusal {
    if (!contentEncoding.isBlank() && !contentEncoding.strip().equalsIgnoreCase("identity")) {
      throw unsupported("content-encoding", "A compressed body is not read: send it as it is.");
    }
    if (contentType.isBlank()) {
      return YAML;
    }
    HeaderValue type =
        HeaderValue.read(contentType)
            .orElseThrow(() -> unsupported("content-type", "The Content-Type is none." + TAKEN));
    BodyType known =
        of(type.value())
            .orElseThrow(() ->
                unsupported(
                    "content-type",
                    "A body of the type " + type.value() + " is not read." + TAKEN));
    if (!UTF_8.contains(type.parameter("charset").orElse("").toLowerCase(Locale.ROOT))) {
      throw unsupported("charset", "A body in another charset is not read." + TAKEN);
    }
    return known;
  }

  private static Optional<BodyType> of(String mediaType) {
    return switch (mediaType) {
      case "application/yaml", "text/yaml", "application/x-yaml", "text/x-yaml", "text/plain" ->
          Optional.of(YAML);
      case "application/json", "text/json" -> Optional.of(JSON);
      case "application/x-www-form-urlencoded" -> Optional.of(FORM);
      case "multipart/form-data" -> Optional.of(MULTIPART);
      default -> mediaType.endsWith("+json") ? Optional.of(JSON) : Optional.empty();
    };
  }

  /** Bytes that such a body may have. */
  public int most(RequestLimits limits) {
    return switch (this) {
      case YAML, FORM -> limits.small().bytes();
      case JSON, MULTIPART -> limits.large().bytes();
    };
  }

  /**
   * The question of a body.
   *
   * @throws BadInput where nothing of it can be read
   */
  public Question question(byte[] body, String contentType, RequestLimits limits) throws BadInput {
    return switch (this) {
      case YAML -> DocumentQuestion.yaml(body, limits);
      case JSON -> DocumentQuestion.json(body, limits);
      case FORM -> Form.of(body, limits);
      case MULTIPART -> Multipart.of(body, contentType, limits);
    };
  }

  private static Refusal unsupported(String what, String detail) {
    return new Refusal(Problem.of(Status.UNSUPPORTED_MEDIA_TYPE, "body." + what, detail));
  }
}
