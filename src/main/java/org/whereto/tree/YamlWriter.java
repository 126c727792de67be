// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.Map;

/** Writes one tree as YAML in block style. The same tree gives the same text. */
final class YamlWriter {

  /** Whether what was read without quotes is written without, be it JSON or not. */
  private final boolean asRead;

  /** YAML takes no longer text before a colon; 1,024 with the quotes. */
  private static final int LONGEST_NAME = 1000;

  private final StringBuilder out = new StringBuilder();

  YamlWriter(boolean asRead) {
    this.asRead = asRead;
  }

  String text(Tree tree) {
    tag(tree, "");
    switch (tree) {
      case Tree.Scalar scalar -> scalar(scalar, 1);
      case Tree.Sequence sequence when !sequence.items().isEmpty() -> {
        endTagLine(tree);
        sequence(sequence, 0);
      }
      case Tree.Mapping mapping when !mapping.members().isEmpty() -> {
        endTagLine(tree);
        mapping(mapping, 0);
      }
      default -> empty(tree);
    }
    return out.toString();
  }

  private void endTagLine(Tree tree) {
    if (!tree.tag().isEmpty()) {
      out.append('\n');
    }
  }

  /** Ends its line, as all that follow do. */
  private void empty(Tree tree) {
    blankAfterTag(tree);
    out.append(tree instanceof Tree.Sequence ? "[]\n" : "{}\n");
  }

  private void blankAfterTag(Tree tree) {
    if (!tree.tag().isEmpty()) {
      out.append(' ');
    }
  }

  private void scalar(Tree.Scalar scalar, int level) {
    blankAfterTag(scalar);
    if (asRead && scalar.plain() && scalar.text().isEmpty()) {
      nothing();
    } else if (Literal.isPlain(scalar) || (asRead && YamlText.wasPlain(scalar))) {
      out.append(scalar.text()).append('\n');
    } else if (YamlText.isBlock(scalar.text())) {
      YamlText.block(out, scalar.text(), level);
    } else {
      YamlText.inLine(out, scalar.text());
      out.append('\n');
    }
  }

  /** Leaves no blank at the end of the line. */
  private void nothing() {
    int last = out.length() - 1;
    if (last >= 0 && out.charAt(last) == ' ') {
      out.setLength(last);
    }
    out.append('\n');
  }

  /** The first item stands where the text is now: the caller has indented it. */
  private void sequence(Tree.Sequence sequence, int level) {
    boolean first = true;
    for (Tree item : sequence.items()) {
      if (!first) {
        out.repeat(' ', 2 * level);
      }
      first = false;
      out.append('-');
      below(item, level + 1, true);
    }
  }

  private void mapping(Tree.Mapping mapping, int level) {
    boolean first = true;
    for (Map.Entry<String, Tree.Member> member : mapping.members().entrySet()) {
      if (!first) {
        out.repeat(' ', 2 * level);
      }
      first = false;
      name(member.getKey(), level);
      below(member.getValue().value(), level + 1, false);
    }
  }

  private void name(String name, int level) {
    int start = out.length();
    YamlText.inLine(out, name);
    if (out.length() - start > LONGEST_NAME) {
      out.insert(start, "? ").append('\n').repeat(' ', 2 * level);
    }
    out.append(':');
  }

  /**
   * What stands behind a dash or a colon.
   *
   * @param dash a collection without a tag may begin on the line of a dash
   */
  private void below(Tree tree, int level, boolean dash) {
    tag(tree, " ");
    switch (tree) {
      case Tree.Scalar scalar -> {
        blankBefore(tree);
        scalar(scalar, level);
      }
      case Tree.Sequence sequence when !sequence.items().isEmpty() -> {
        begin(tree, level, dash);
        sequence(sequence, level);
      }
      case Tree.Mapping mapping when !mapping.members().isEmpty() -> {
        begin(tree, level, dash);
        mapping(mapping, level);
      }
      default -> {
        blankBefore(tree);
        empty(tree);
      }
    }
  }

  private void blankBefore(Tree tree) {
    if (tree.tag().isEmpty()) {
      out.append(' ');
    }
  }

  private void begin(Tree tree, int level, boolean dash) {
    if (dash && tree.tag().isEmpty()) {
      out.append(' ');
    } else {
      out.append('\n').repeat(' ', 2 * level);
    }
  }

  private void tag(Tree tree, String before) {
    String tag = tree.tag();
    if (tag.isEmpty()) {
      return;
    }
    out.append(before);
    if (tag.matches("!|!{1,2}[A-Za-z0-9_.-]+")) {
      out.append(tag);
    } else {
      out.append("!<").append(escaped(tag)).append('>');
    }
  }

  /** Only what a URI may hold anywhere; the rest as its bytes in UTF-8. */
  private static String escaped(String tag) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : Utf8.encode(tag)) {
      boolean plain = b > 0 && (Character.isLetterOrDigit(b) || "-_.:/!".indexOf(b) >= 0);
      if (plain) {
        escaped.append((char) b);
      } else {
        escaped.append(String.format("%%%02X", b & 0xFF));
      }
    }
    return escaped.toString();
  }
}
