// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whereto.tree.BadInput;

/**
 * Reads the challenges of a {@code WWW-Authenticate} header (RFC 9110, section 11.6.1), strictly:
 * what does not follow the grammar is not guessed at.
 */
final class ChallengeReader {

  private static final int LONGEST = 4096;
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
  private static final String TOKEN_68_MARKS = "-._~+/";

  private final String text;
  private int at;

  private ChallengeReader(String text) {
    this.text = text;
  }

  /**
   * The parameters of the first challenge of the scheme Bearer, by their names in lower case.
   *
   * @throws BadInput {@code registry.malformed}
   */
  static Optional<Map<String, String>> bearer(String header) throws BadInput {
    if (header.length() > LONGEST) {
      throw malformed();
    }
    return new ChallengeReader(header).bearer();
  }

  static BadInput malformed() {
    return new BadInput(
        "registry.malformed",
        "The registry wants a token, but says in no sound way where to get it (its"
            + " WWW-Authenticate header).");
  }

  private Optional<Map<String, String>> bearer() throws BadInput {
    Optional<Map<String, String>> found = Optional.empty();
    skip(", \t");
    while (at < text.length()) {
      String scheme = token();
      Map<String, String> parameters = parameters();
      if (found.isEmpty() && scheme.equalsIgnoreCase("Bearer")) {
        found = Optional.of(parameters);
      }
      skip(", \t");
    }
    return found;
  }

  /** All up to the next scheme: a token that no {@code =} follows. */
  private Map<String, String> parameters() throws BadInput {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != ',') {
      throw malformed();
    }
    skip(" \t");
    if (skipToken68()) {
      return parameters;
    }
    skip(", \t");
    while (isParameterNext()) {
      String name = token().toLowerCase(Locale.ROOT);
      skip(" \t");
      at++;
      skip(" \t");
      if (parameters.put(name, value()) != null) {
        throw malformed();
      }
      requireEnd();
    }
    return parameters;
  }

  /** Behind a parameter stands a comma or nothing. */
  private void requireEnd() throws BadInput {
    skip(" \t");
    if (at < text.length() && text.charAt(at) != ',') {
      throw malformed();
    }
    skip(", \t");
  }

  private boolean isParameterNext() {
    int next = at;
    while (next < text.length() && isInToken(text.charAt(next))) {
      next++;
    }
    boolean named = next > at;
    while (next < text.length() && isBlank(text.charAt(next))) {
      next++;
    }
    return named && next < text.length() && text.charAt(next) == '=';
  }

  /** Credentials of other schemes in one piece, like {@code Negotiate abc==}. */
  private boolean skipToken68() {
    int end = at;
    while (end < text.length() && isInToken68(text.charAt(end))) {
      end++;
    }
    int padded = end;
    while (padded < text.length() && text.charAt(padded) == '=') {
      padded++;
    }
    int after = padded;
    while (after < text.length() && isBlank(text.charAt(after))) {
      after++;
    }
    boolean whole = end > at && (after == text.length() || text.charAt(after) == ',');
    at = whole ? after : at;
    return whole;
  }

  private String token() throws BadInput {
    int begin = at;
    while (at < text.length() && isInToken(text.charAt(at))) {
      at++;
    }
    if (at == begin) {
      throw malformed();
    }
    return text.substring(begin, at);
  }

  private String value() throws BadInput {
    if (at == text.length() || text.charAt(at) != '"') {
      return token();
    }
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 1 : 0;
      value.append(visible());
    }
    if (at == text.length()) {
      throw malformed();
    }
    at++;
    return value.toString();
  }

  private char visible() throws BadInput {
    if (at == text.length() || text.charAt(at) < ' ' || text.charAt(at) > '~') {
      throw malformed();
    }
    return text.charAt(at++);
  }

  private void skip(String characters) {
    while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isInToken(char c) {
    return isAlphanumeric(c) || TOKEN_MARKS.indexOf(c) >= 0;
  }

  private static boolean isInToken68(char c) {
    return isAlphanumeric(c) || TOKEN_68_MARKS.indexOf(c) >= 0;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
