// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Writes one tree as XML. By hand: the JDK's writer lets forbidden characters through, and has no
 * way to write a line break in an attribute so that it is read back as one.
 */
final class XmlWriter {

  private final Xml format;
  private final StringBuilder out = new StringBuilder();

  XmlWriter(Xml format) {
    this.format = format;
  }

  String text(Tree tree) {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    String start = format.root();
    if (!format.namespace().isEmpty()) {
      start += " xmlns=\"" + XmlText.attribute(format.namespace()) + "\"";
    }
    element(start, format.root(), tree, 0);
    return out.toString();
  }

  /**
   * @param start the name with its attributes, as far as they are known
   * @param end the name alone
   */
  private void element(String start, String end, Tree tree, int level) {
    out.repeat(' ', 2 * level).append('<').append(start).append(type(tree));
    switch (tree) {
      case Tree.Scalar scalar -> scalar(scalar, end);
      case Tree.Sequence sequence when sequence.items().isEmpty() -> out.append("/>\n");
      case Tree.Mapping mapping when mapping.members().isEmpty() -> out.append("/>\n");
      case Tree.Sequence sequence -> {
        out.append(">\n");
        sequence.items().forEach(item -> element("item", "item", item, level + 1));
        close(end, level);
      }
      case Tree.Mapping mapping -> {
        out.append(">\n");
        members(mapping, level + 1);
        close(end, level);
      }
    }
  }

  private static String type(Tree tree) {
    String type =
        switch (tree) {
          case Tree.Sequence sequence -> "list";
          case Tree.Mapping mapping -> mapping.members().isEmpty() ? "map" : "";
          case Tree.Scalar scalar when !scalar.plain() -> "";
          case Tree.Scalar scalar ->
              switch (Literal.of(scalar.text())) {
                case NUMBER -> "number";
                case BOOLEAN -> "boolean";
                case NULL -> "null";
                case NONE -> "";
              };
        };
    return type.isEmpty() ? "" : " type=\"" + type + "\"";
  }

  private void scalar(Tree.Scalar scalar, String end) {
    boolean empty = scalar.text().isEmpty() || type(scalar).contains("null");
    if (empty) {
      out.append("/>\n");
    } else {
      out.append('>').append(XmlText.content(scalar.text()));
      out.append("</").append(end).append(">\n");
    }
  }

  private void members(Tree.Mapping mapping, int level) {
    Set<String> used = new HashSet<>();
    for (Map.Entry<String, Tree.Member> member : mapping.members().entrySet()) {
      String name = XmlText.allowed(member.getKey());
      while (!used.add(name)) {
        name += "\uFFFD";
      }
      boolean plain = XmlText.isName(name);
      String start = plain ? name : "member name=\"" + XmlText.attribute(name) + "\"";
      element(start, plain ? name : "member", member.getValue().value(), level);
    }
  }

  private void close(String end, int level) {
    out.repeat(' ', 2 * level).append("</").append(end).append(">\n");
  }
}
