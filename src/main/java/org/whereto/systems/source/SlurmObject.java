// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.whereto.tree.OneLine;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * An object in an answer of Slurm. Every member that matters is there with its type, or it is
 * another interface than ours.
 *
 * @param what it is, as a subject of a sentence: {@code A node}
 */
record SlurmObject(Mapping members, String what) {

  private static final int SHOWN = 200;
  private static final int LONGEST_NUMBER = 12;

  /**
   * The items of a list of an answer that tells of no error.
   *
   * @throws Unread where it does, or has no such list
   */
  static List<SlurmObject> items(Tree answer, String list, String what) throws Unread {
    if (!(answer instanceof Mapping mapping)) {
      throw new Unread("Slurm's list of " + list + " is no JSON object.");
    }
    if (mapping.get("errors").orElse(null) instanceof Sequence errors
        && !errors.items().isEmpty()) {
      throw new Unread("Slurm says: " + sentence(errors.items().getFirst()));
    }
    if (!(mapping.get(list).orElse(null) instanceof Sequence items)) {
      throw new Unread("Slurm's answer has no list of " + list + ".");
    }
    List<SlurmObject> found = new ArrayList<>(items.items().size());
    for (Tree item : items.items()) {
      if (!(item instanceof Mapping object)) {
        throw new Unread(what + " of Slurm's list of " + list + " is no object.");
      }
      found.add(new SlurmObject(object, what));
    }
    return found;
  }

  private static String sentence(Tree error) {
    for (String name : List.of("description", "error")) {
      if (error.get(name).orElse(null) instanceof Scalar text && !text.text().isBlank()) {
        return OneLine.of(text.text(), SHOWN) + ".";
      }
    }
    return "there was an error.";
  }

  String text(String name) throws Unread {
    if (members.get(name).orElse(null) instanceof Scalar scalar && !scalar.plain()) {
      return scalar.text();
    }
    throw without("text", name);
  }

  List<String> texts(String name) throws Unread {
    if (!(members.get(name).orElse(null) instanceof Sequence sequence)) {
      throw without("list", name);
    }
    List<String> texts = new ArrayList<>(sequence.items().size());
    for (Tree item : sequence.items()) {
      if (!(item instanceof Scalar scalar) || scalar.plain()) {
        throw without("list of texts", name);
      }
      texts.add(scalar.text());
    }
    return texts;
  }

  /** A whole number that is not negative. */
  long number(String name) throws Unread {
    OptionalLong number = limit(name);
    return number.orElseThrow(() -> without("whole number", name));
  }

  /** The same where null and -1 mean that there is no limit. */
  OptionalLong limit(String name) throws Unread {
    if (!(members.get(name).orElse(null) instanceof Scalar scalar) || !scalar.plain()) {
      throw without("number", name);
    }
    String text = scalar.text();
    if (scalar.isNull() || text.equals("-1")) {
      return OptionalLong.empty();
    }
    boolean whole =
        text.length() <= LONGEST_NUMBER && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!whole) {
      throw without("whole number", name);
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  private Unread without(String type, String name) {
    return new Unread(what + " of Slurm's has no " + type + " as \"" + name + "\".");
  }
}
