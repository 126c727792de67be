// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.OneLine;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * An object in a JSON document of a server that nobody vouches for. Each member has the type that
 * its format says, or the document is refused.
 *
 * <p>Container engines are written in Go, whose reader of JSON takes {@code Config} for {@code
 * config}. What they would read and we would not is refused, so that nobody can show them one image
 * and us another.
 */
final class ForeignObject {

  private static final int SHOWN = 60;
  private static final int LONGEST_NUMBER = 18;

  private final Mapping members;
  private final String what;

  private ForeignObject(Mapping members, String what, Set<String> names) throws BadInput {
    this.members = members;
    this.what = what;
    for (String name : members.members().keySet()) {
      if (!names.contains(name) && names.contains(folded(name, names))) {
        throw malformed("spells \"" + folded(name, names) + "\" in another way");
      }
    }
  }

  /**
   * The object that a document is.
   *
   * @param what it is, as a subject of a sentence: {@code The manifest}
   * @param names of the members that matter
   * @throws BadInput {@code registry.malformed}, as all faults here
   */
  static ForeignObject read(byte[] document, String what, Set<String> names) throws BadInput {
    Budget budget = Budget.SMALL.withBytes(document.length);
    Tree tree;
    try {
      tree = Formats.JSON.read(document, budget, Keep.ALL);
    } catch (BadInput unreadable) {
      throw fault(what + " is no sound JSON document: " + unreadable.sentence());
    }
    return of(tree, what, names);
  }

  private static ForeignObject of(Tree tree, String what, Set<String> names) throws BadInput {
    if (tree instanceof Mapping mapping) {
      return new ForeignObject(mapping, what, names);
    }
    throw fault(what + " is no JSON object.");
  }

  /** Whether there is such a member that is not null. */
  boolean has(String name) {
    return member(name).isPresent();
  }

  String text(String name) throws BadInput {
    Optional<String> text = textIfAny(name);
    if (text.isEmpty()) {
      throw malformed("has no \"" + name + "\"");
    }
    return text.get();
  }

  Optional<String> textIfAny(String name) throws BadInput {
    Optional<Tree> member = member(name);
    return member.isEmpty() ? Optional.empty() : Optional.of(text(member.get(), name));
  }

  /** A whole number that is not negative. */
  long number(String name) throws BadInput {
    if (member(name).orElse(null) instanceof Scalar scalar
        && scalar.plain()
        && scalar.text().length() <= LONGEST_NUMBER
        && scalar.text().chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Long.parseLong(scalar.text());
    }
    throw malformed("has no whole number as \"" + name + "\"");
  }

  /** The object {@code name}, of whose members these matter. */
  ForeignObject object(String name, Set<String> names) throws BadInput {
    Optional<ForeignObject> object = objectIfAny(name, names);
    if (object.isEmpty()) {
      throw malformed("has no \"" + name + "\"");
    }
    return object.get();
  }

  Optional<ForeignObject> objectIfAny(String name, Set<String> names) throws BadInput {
    Optional<Tree> member = member(name);
    return member.isEmpty()
        ? Optional.empty()
        : Optional.of(of(member.get(), "\"" + name + "\" in " + inside(), names));
  }

  /** The items of a list of objects; empty where it is null or not there. */
  List<Tree> items(String name) throws BadInput {
    Optional<Tree> member = member(name);
    if (member.isPresent() && !(member.get() instanceof Sequence)) {
      throw malformed("has no list as \"" + name + "\"");
    }
    return member.isPresent() ? ((Sequence) member.get()).items() : List.of();
  }

  /** An item of {@link #items}, of whose members these matter. */
  ForeignObject item(Tree item, String list, Set<String> names) throws BadInput {
    return of(item, "An item of \"" + list + "\" in " + inside(), names);
  }

  /** A list of texts. */
  List<String> texts(String name) throws BadInput {
    List<Tree> items = items(name);
    String[] texts = new String[items.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = text(items.get(i), name);
    }
    return List.of(texts);
  }

  /** An object of texts; those that are null are left out. */
  Map<String, String> map(String name) throws BadInput {
    Map<String, String> texts = new LinkedHashMap<>();
    Optional<ForeignObject> object = objectIfAny(name, Set.of());
    if (object.isPresent()) {
      for (String key : object.get().members.members().keySet()) {
        Optional<String> value = object.get().textIfAny(key);
        value.ifPresent(text -> texts.put(key, text));
      }
    }
    return texts;
  }

  /** A fault of this object; the sentence goes on behind what it is. */
  BadInput malformed(String sentence) {
    return fault(what + " " + sentence + ".");
  }

  private String inside() {
    return what.startsWith("The ") ? "the" + what.substring(3) : what;
  }

  private Optional<Tree> member(String name) {
    return members.get(name).filter(tree -> !(tree instanceof Scalar scalar && scalar.isNull()));
  }

  private String text(Tree tree, String name) throws BadInput {
    if (tree instanceof Scalar scalar && !scalar.plain()) {
      return scalar.text();
    }
    throw malformed("has no text as \"" + OneLine.of(name, SHOWN) + "\"");
  }

  /** The name among {@code names} for which Go would take this one, or any other. */
  private static String folded(String name, Set<String> names) {
    String folded = fold(name);
    return names.stream().filter(known -> fold(known).equals(folded)).findFirst().orElse("");
  }

  /** Two letters beyond a to z fold to one of them (Unicode, CaseFolding.txt): long s, Kelvin. */
  private static String fold(String name) {
    return name.replace('\u017f', 's').replace('\u212a', 'k').toLowerCase(Locale.ROOT);
  }

  private static BadInput fault(String sentence) {
    return new BadInput("registry.malformed", OneLine.of(sentence));
  }
}
