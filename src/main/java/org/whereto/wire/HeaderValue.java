// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A header's value with its parameters, like {@code form-data; name="a"} or {@code text/yaml;
 * charset=utf-8} (RFC 9110, section 5.6.6).
 *
 * @param value in lower case
 * @param parameters by their names in lower case, without quotes; none is there twice
 */
public record HeaderValue(String value, Map<String, String> parameters) {

  /** What is read; nothing if it does not follow the grammar. */
  public static Optional<HeaderValue> read(String text) {
    return new Reader(text).read();
  }

  /** The value of a parameter, by its name in lower case. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  private static final class Reader {
    private final String text;
    private int at;

    private Reader(String text) {
      this.text = text;
    }

    private Optional<HeaderValue> read() {
      int end = text.indexOf(';');
      String value = text.substring(0, end < 0 ? text.length() : end).strip();
      at = end < 0 ? text.length() : end;
      Map<String, String> parameters = new LinkedHashMap<>();
      while (at < text.length()) {
        if (text.charAt(at) != ';') {
          return Optional.empty();
        }
        at++;
        skipBlanks();
        if (at < text.length() && text.charAt(at) != ';' && !parameter(parameters)) {
          return Optional.empty();
        }
      }
      return value.isEmpty() || !value.chars().allMatch(Reader::isVisible)
          ? Optional.empty()
          : Optional.of(new HeaderValue(value.toLowerCase(Locale.ROOT), parameters));
    }

    /** Reads one more; whether there was one, and for the first time. */
    private boolean parameter(Map<String, String> parameters) {
      int equals = text.indexOf('=', at);
      String name = equals < 0 ? "" : text.substring(at, equals);
      if (!isToken(name)) {
        return false;
      }
      at = equals + 1;
      Optional<String> value = at < text.length() && text.charAt(at) == '"' ? quoted() : bare();
      skipBlanks();
      return value.isPresent()
          && parameters.putIfAbsent(name.toLowerCase(Locale.ROOT), value.get()) == null;
    }

    /** Before a quote and a backslash a backslash is an escape; elsewhere browsers mean it. */
    private Optional<String> quoted() {
      StringBuilder value = new StringBuilder();
      for (at++; at < text.length(); at++) {
        char c = text.charAt(at);
        if (c == '"') {
          at++;
          return Optional.of(value.toString());
        }
        boolean escape =
            c == '\\' && at + 1 < text.length() && "\"\\".indexOf(text.charAt(at + 1)) >= 0;
        if (escape) {
          at++;
        }
        value.append(text.charAt(at));
      }
      return Optional.empty();
    }

    private Optional<String> bare() {
      int from = at;
      while (at < text.length()
          && isVisible(text.charAt(at))
          && "\";\\".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return at == from ? Optional.empty() : Optional.of(text.substring(from, at));
    }

    private void skipBlanks() {
      while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
        at++;
      }
    }

    private static boolean isVisible(int c) {
      return c > ' ' && c < 0x7F;
    }
  }

  /** A token of RFC 9110, section 5.6.2. */
  static boolean isToken(String text) {
    return !text.isEmpty()
        && text.chars()
            .allMatch(c ->
                (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
  }
}
