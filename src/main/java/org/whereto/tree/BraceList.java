// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A list written as one text: {@code {a, b, "c,d"}} (note, section 3.5; wire.md, section 1.1).
 * Items are trimmed; one may be a JSON string; {@code {}} is the empty list; a text without braces
 * is a list of one.
 */
public final class BraceList {

  /**
   * One item.
   *
   * @param text trimmed, or the text that the JSON string says; empty where nothing stands
   * @param blanksAfter how many blanks stood behind it: what is left of an unencoded {@code c++}
   */
  public record Item(String text, int blanksAfter) {}

  private final String source;
  private final List<Item> items = new ArrayList<>();
  private int at = 1;

  private BraceList(String source) {
    this.source = source;
  }

  /**
   * The items of a text, in order.
   *
   * @throws BadInput at the root path, with code {@code list.malformed}: braces without a partner,
   *     or a JSON string that is none
   */
  public static List<Item> split(String text) throws BadInput {
    String trimmed = text.strip();
    boolean opens = trimmed.startsWith("{");
    if (!opens && !trimmed.endsWith("}")) {
      return List.of(new Item(trimmed, text.length() - text.stripTrailing().length()));
    }
    if (!opens) {
      throw malformed("it ends in } but does not begin with {");
    }
    return new BraceList(trimmed).items();
  }

  /** A text that {@link #split} takes apart into these items again. */
  public static String join(List<String> items) {
    StringBuilder text = new StringBuilder("{");
    for (String item : items) {
      text.append(text.length() == 1 ? "" : ",").append(Formats.JSON.line(Tree.text(item)));
    }
    return text.append('}').toString();
  }

  private List<Item> items() throws BadInput {
    skipBlanks();
    if (peek() == '}') {
      at++;
    } else {
      do {
        skipBlanks();
        items.add(peek() == '"' ? quoted() : plain());
      } while (take() == ',');
    }
    if (at != source.length()) {
      throw malformed("something stands behind the }");
    }
    return items;
  }

  private Item plain() throws BadInput {
    int from = at;
    while (peek() != ',' && peek() != '}') {
      if (peek() == '{') {
        throw malformed("a { stands inside an item; put such an item in double quotes");
      }
      at++;
    }
    String raw = source.substring(from, at);
    String text = raw.strip();
    return new Item(text, text.isEmpty() ? 0 : raw.length() - raw.stripTrailing().length());
  }

  private Item quoted() throws BadInput {
    int from = at++;
    while (peek() != '"') {
      at += peek() == '\\' ? 2 : 1;
    }
    at++;
    String text = json(source.substring(from, at));
    skipBlanks();
    if (peek() != ',' && peek() != '}') {
      throw malformed("something stands between a closing quote and the next comma");
    }
    return new Item(text, 0);
  }

  private static String json(String quoted) throws BadInput {
    try {
      byte[] bytes = quoted.getBytes(StandardCharsets.UTF_8);
      Tree read = Formats.JSON.read(bytes, Budget.LARGE.withLongTexts(), Keep.ALL);
      return read instanceof Tree.Scalar scalar ? scalar.text() : "";
    } catch (BadInput fault) {
      throw malformed("the text in double quotes is not a JSON string");
    }
  }

  private void skipBlanks() {
    while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
      at++;
    }
  }

  private char peek() throws BadInput {
    if (at >= source.length()) {
      throw malformed("a { or a quote is not closed");
    }
    return source.charAt(at);
  }

  private char take() throws BadInput {
    char next = peek();
    at++;
    return next;
  }

  private static BadInput malformed(String why) {
    return new BadInput(
        "list.malformed", "A list is written {a,b,c}, but in this one " + why + ".");
  }
}
