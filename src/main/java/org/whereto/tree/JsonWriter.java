// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;

/** Writes one tree as JSON. The same tree gives the same text. */
final class JsonWriter {

  private final boolean pretty;
  private final StringBuilder out = new StringBuilder();
  private int level;

  JsonWriter(boolean pretty) {
    this.pretty = pretty;
  }

  String text(Tree tree) {
    value(tree);
    return out.toString();
  }

  /** The same with a line break at its end. */
  String document(Tree tree) {
    value(tree);
    return out.append('\n').toString();
  }

  private void value(Tree tree) {
    switch (tree) {
      case Tree.Scalar scalar when Literal.isPlain(scalar) -> out.append(scalar.text());
      case Tree.Scalar scalar -> quoted(out, scalar.text());
      case Tree.Sequence sequence when sequence.items().isEmpty() -> out.append("[]");
      case Tree.Sequence sequence -> sequence(sequence);
      case Tree.Mapping mapping when mapping.members().isEmpty() -> out.append("{}");
      case Tree.Mapping mapping -> mapping(mapping);
    }
  }

  private void sequence(Tree.Sequence sequence) {
    open('[');
    for (Iterator<Tree> items = sequence.items().iterator(); items.hasNext(); ) {
      value(items.next());
      between(items.hasNext());
    }
    close(']');
  }

  private void mapping(Tree.Mapping mapping) {
    open('{');
    var members = mapping.members().entrySet().iterator();
    while (members.hasNext()) {
      Map.Entry<String, Tree.Member> member = members.next();
      quoted(out, member.getKey());
      out.append(pretty ? ": " : ":");
      value(member.getValue().value());
      between(members.hasNext());
    }
    close('}');
  }

  private void open(char bracket) {
    out.append(bracket);
    level++;
    newLine();
  }

  private void between(boolean more) {
    if (more) {
      out.append(',');
      newLine();
    }
  }

  private void close(char bracket) {
    level--;
    newLine();
    out.append(bracket);
  }

  private void newLine() {
    if (pretty) {
      out.append('\n').repeat(' ', 2 * level);
    }
  }

  /**
   * A text in double quotes as JSON and YAML both read it. What an editor or a terminal would not
   * show, or show in another order, is escaped, and so is what JavaScript takes for the end of a
   * line.
   */
  static void quoted(StringBuilder out, String text) {
    out.append('"');
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\' || isHidden(c)) {
        out.append(text, from, i);
        escaped(out, c);
        from = i + 1;
      }
    }
    out.append(text, from, text.length()).append('"');
  }

  private static void escaped(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> out.append("\\u").append(HexFormat.of().toHexDigits(c));
    }
  }

  /** Controls, line separators, invisible and reordering characters, and what is no character. */
  static boolean isHidden(char c) {
    if (c < 0x80) {
      return c < ' ' || c == 0x7F;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> c >= '\uFFFE';
    };
  }
}
