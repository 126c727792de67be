// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whereto.task.Task;
import org.whereto.tree.Formats;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * A Task as the query of a URL: dotted names, lists in braces (note, section 3.5; wire.md, section
 * 1.1). Not every Task can be said so, and none that is long should be.
 */
public final class DottedQuery {

  private static final String FIELDS = Task.TASKINFO + ".";

  private final int longest;
  private final StringBuilder query = new StringBuilder();
  private boolean sayable = true;

  private DottedQuery(int longest) {
    this.longest = longest;
  }

  /**
   * The query, without {@code ?}; nothing if the Task cannot be said so.
   *
   * @param longest the number of characters that it may have
   */
  public static Optional<String> of(Task task, int longest) {
    DottedQuery query = new DottedQuery(longest);
    query.members("", task.document());
    return query.sayable ? Optional.of(query.query.toString()) : Optional.empty();
  }

  private void members(String path, Mapping mapping) {
    // No name, no pair: an empty mapping would be lost, a service without an image, say.
    sayable &= mapping.tag().isEmpty() && !mapping.members().isEmpty();
    for (Map.Entry<String, Tree.Member> member : mapping.members().entrySet()) {
      String name = member.getKey();
      if (!sayable || isUnsayable(name) || (path.isEmpty() && !new FieldName(name).isTasks())) {
        sayable = false;
        return;
      }
      value(below(path, name), member.getValue().value());
    }
  }

  private void value(String path, Tree tree) {
    switch (tree) {
      case Scalar scalar -> put(path, scalar, scalar.text());
      case Sequence sequence when isField(path) && isAllScalars(sequence) ->
          put(path, sequence, list(sequence.items()));
      case Sequence sequence -> items(path, sequence);
      case Mapping mapping -> members(path, mapping);
    }
  }

  /**
   * Whether this is a field of taskinfo itself: only there does a reader of lists look for braces.
   * In a document below one, braces are text.
   */
  private static boolean isField(String path) {
    return path.startsWith(FIELDS)
        && path.chars().skip(FIELDS.length()).noneMatch(c -> c == '.' || c == '[');
  }

  private static boolean isAllScalars(Sequence sequence) {
    return sequence.items().stream().allMatch(Scalar.class::isInstance);
  }

  private void items(String path, Sequence sequence) {
    sayable &= sequence.tag().isEmpty() && !sequence.items().isEmpty();
    for (int i = 0; i < sequence.items().size() && sayable; i++) {
      value(path + "[" + i + "]", sequence.items().get(i));
    }
  }

  private void put(String path, Tree value, String text) {
    boolean isNull = value instanceof Scalar scalar && scalar.isNull();
    sayable &= value.tag().isEmpty() && !isNull && query.length() + text.length() <= longest;
    if (sayable) {
      query.append(query.isEmpty() ? "" : "&").append(encoded(path)).append('=');
      query.append(encoded(text));
      sayable = query.length() <= longest;
    }
  }

  private String list(List<Tree> items) {
    StringBuilder list = new StringBuilder("{");
    for (Tree item : items) {
      Scalar scalar = (Scalar) item;
      sayable &= scalar.tag().isEmpty() && !scalar.isNull();
      list.append(list.length() > 1 ? "," : "").append(item(scalar.text()));
      if (!sayable || list.length() > longest) {
        sayable = false;
        return "";
      }
    }
    return list.append('}').toString();
  }

  /** A text that a reader of lists would not give back as it is stands as a JSON string. */
  private static String item(String text) {
    boolean bare =
        !text.isEmpty()
            && text.strip().length() == text.length()
            && text.chars().noneMatch(c -> c < ' ' || ",{}\"\\".indexOf(c) >= 0);
    return bare ? text : Formats.JSON.line(Tree.text(text));
  }

  private static String below(String path, String name) {
    if (name.indexOf('.') >= 0) {
      return path + "[" + name + "]";
    }
    return path.isEmpty() ? name : path + "." + name;
  }

  /** A number would be an index, and a bracket cannot stand within brackets. */
  private static boolean isUnsayable(String name) {
    return name.chars().allMatch(c -> c >= '0' && c <= '9')
        || name.chars().anyMatch(c -> c == '[' || c == ']');
  }

  private static String encoded(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      int c = octet & 0xFF;
      if (isPlain(c)) {
        out.append((char) c);
      } else {
        out.append('%').append(String.format(Locale.ROOT, "%02X", c));
      }
    }
    return out.toString();
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~:/,@".indexOf(c) >= 0;
  }
}
