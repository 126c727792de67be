// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a Zeppelin paragraph begins: {@code %spark.pyspark(pool=a, "b c"="d")}. The grammar is that
 * of Zeppelin's ParagraphTextParser: blanks, {@code %}, a name, and right behind it a list of
 * properties, each {@code key} or {@code key=value}, with quotes and backslashes.
 *
 * @param name as written, like {@code spark.pyspark}
 * @param properties a key without a value stands for itself
 * @param fault what is wrong with the list of properties; empty if nothing is
 */
record Directive(String name, Map<String, String> properties, String fault) {

  /** The directive of a paragraph; empty if it has none. */
  static Optional<Directive> of(String text) {
    int at = 0;
    while (at < text.length() && " \t\n\u000b\f\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at == text.length() || text.charAt(at) != '%') {
      return Optional.empty();
    }
    int end = name(text, at + 1);
    if (end == at + 1) {
      return Optional.empty();
    }
    Properties properties = new Properties(text, end);
    if (end < text.length() && text.charAt(end) == '(') {
      properties.read();
    }
    return Optional.of(
        new Directive(text.substring(at + 1, end), properties.values, properties.fault));
  }

  private static int name(String text, int from) {
    int end = word(text, from);
    while (end > from && end < text.length() && text.charAt(end) == '.') {
      int next = word(text, end + 1);
      if (next == end + 1) {
        return end;
      }
      end = next;
    }
    return end;
  }

  private static int word(String text, int from) {
    int end = from;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  /** Reads one list in parentheses. */
  private static final class Properties {
    private final String text;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final StringBuilder part = new StringBuilder();
    private int at;
    private String key = "";
    private boolean hasValue;
    private String fault = "";

    Properties(String text, int open) {
      this.text = text;
      this.at = open;
    }

    void read() {
      boolean quoted = false;
      while (fault.isEmpty()) {
        at++;
        if (at >= text.length()) {
          fault = "the list of properties is not finished";
          return;
        }
        char c = text.charAt(at);
        if (c == '\\') {
          escape();
        } else if (c == '"') {
          quoted = !quoted;
        } else if (quoted || "=,)".indexOf(c) < 0) {
          part.append(c);
        } else if (c == '=') {
          value();
        } else {
          put(c == ',');
        }
        if (c == ')' && !quoted) {
          return;
        }
      }
    }

    private void escape() {
      at++;
      if (at >= text.length()) {
        fault = "the list of properties ends in a backslash";
        return;
      }
      char c = text.charAt(at);
      part.append(c == 'n' ? '\n' : c == 't' ? '\t' : c);
    }

    private void value() {
      if (hasValue) {
        fault = "a property has two signs of equality";
      }
      key = part.toString().strip();
      part.setLength(0);
      hasValue = true;
    }

    /** Zeppelin wants no bare key before a comma; it is read all the same, for what it says. */
    private void put(boolean more) {
      String last = part.toString().strip();
      String name = hasValue ? key : last;
      if (name.isEmpty() && (more || hasValue)) {
        fault = "a property has no name";
      } else if (!name.isEmpty()) {
        values.put(name, last);
      }
      part.setLength(0);
      hasValue = false;
      key = "";
    }
  }
}
