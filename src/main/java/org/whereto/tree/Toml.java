// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.ArrayList;
import java.util.List;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * Reads TOML 1.0: the {@code Pipfile}, {@code pyproject.toml} and {@code Project.toml} of a
 * repository. Numbers, dates and booleans keep their source text and are not looked into.
 */
public final class Toml {

  private final TomlText text;
  private final Meter meter;

  private Toml(String document, Budget budget) {
    this.text = new TomlText(document);
    this.meter = new Meter("toml", budget);
  }

  /**
   * The tree of one document.
   *
   * @throws BadInput {@code toml.*} for whatever is wrong with it; no other exception leaves
   */
  public static Mapping read(String document, Budget budget) throws BadInput {
    return new Toml(document, budget).document();
  }

  private Mapping document() throws BadInput {
    TomlTable root = new TomlTable(text.place(), 1);
    TomlTable current = root;
    text.skipLines();
    while (!text.atEnd()) {
      if (text.peek() == '[') {
        current = header(root);
      } else {
        member(current);
      }
      text.endOfLine();
      text.skipLines();
    }
    return root.tree();
  }

  private TomlTable header(TomlTable root) throws BadInput {
    Place place = text.place();
    text.expect('[');
    boolean listed = text.take('[');
    List<String> key = key();
    text.expect(']');
    if (listed) {
      text.expect(']');
    }
    TomlTable outer = descend(root, key, place);
    String name = key.getLast();
    int levels = listed ? 2 : 1;
    meter.count(levels, place);
    meter.room(outer.depth() + levels, place);
    return listed ? outer.listItem(name, place) : outer.table(name, place);
  }

  private void member(TomlTable table) throws BadInput {
    Place place = text.place();
    List<String> key = key();
    text.expect('=');
    text.skipBlanks();
    TomlTable outer = descend(table, key, place);
    outer.put(key.getLast(), value(outer.depth()), place);
  }

  private TomlTable descend(TomlTable from, List<String> key, Place place) throws BadInput {
    TomlTable table = from;
    for (String name : key.subList(0, key.size() - 1)) {
      meter.room(table.depth() + 1, place);
      table = table.inner(name, place);
    }
    return table;
  }

  private List<String> key() throws BadInput {
    List<String> key = new ArrayList<>();
    do {
      text.skipBlanks();
      key.add(name());
      meter.count(1, text.place());
      meter.room(key.size(), text.place());
      text.skipBlanks();
    } while (text.take('.'));
    return key;
  }

  private String name() throws BadInput {
    Place place = text.place();
    char first = text.peek();
    String name = first == '"' || first == '\'' ? text.quoted() : text.word(Toml::isNameCharacter);
    if (name.isEmpty() && first != '"' && first != '\'') {
      throw TomlText.fault(place, "A name is wanted here.");
    }
    meter.name(name.length(), place);
    return name;
  }

  /**
   * @param depth levels of nesting around it
   */
  private Tree value(int depth) throws BadInput {
    Place place = text.place();
    meter.count(1, place);
    return switch (text.peek()) {
      case '"', '\'' -> scalar(text.string(), false, place);
      case '[' -> list(place, depth + 1);
      case '{' -> inline(place, depth + 1);
      default -> literal(place);
    };
  }

  private Tree scalar(String said, boolean plain, Place place) throws BadInput {
    meter.text(said.length(), place);
    return new Scalar(said, plain, "", place);
  }

  private Tree list(Place place, int depth) throws BadInput {
    meter.room(depth, place);
    List<Tree> items = new ArrayList<>();
    text.expect('[');
    text.skipLines();
    while (!text.take(']')) {
      items.add(value(depth));
      text.skipLines();
      if (!text.take(',') && text.peek() != ']') {
        throw TomlText.fault(text.place(), "A comma or \"]\" is missing here.");
      }
      text.skipLines();
    }
    return new Sequence(items, "", place);
  }

  private Tree inline(Place place, int depth) throws BadInput {
    meter.room(depth, place);
    TomlTable table = new TomlTable(place, depth);
    text.expect('{');
    text.skipBlanks();
    boolean more = !text.take('}');
    while (more) {
      member(table);
      text.skipBlanks();
      more = text.take(',');
      if (!more) {
        text.expect('}');
      }
    }
    return table.tree();
  }

  private Tree literal(Place place) throws BadInput {
    String word = text.word(Toml::isLiteralCharacter);
    if (word.isEmpty()) {
      throw TomlText.fault(place, "A value is wanted here; a text stands in quotes.");
    }
    if (isDate(word) && text.peek() == ' ' && isDigit(text.peek(1))) {
      text.skipBlanks();
      word = word + " " + text.word(Toml::isLiteralCharacter);
    }
    return scalar(word, true, place);
  }

  private static boolean isDate(String word) {
    return word.length() == 10 && word.charAt(4) == '-' && word.charAt(7) == '-';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameCharacter(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  }

  private static boolean isLiteralCharacter(int c) {
    return isNameCharacter(c) || c == '.' || c == ':' || c == '+';
  }
}
