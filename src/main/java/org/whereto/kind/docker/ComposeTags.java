// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.OneLine;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Member;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * The two tags of compose files, which speak of other files that this one is merged with. {@code
 * !override} replaces what they say: in one file alone the value stands as it is. {@code !reset}
 * takes it away, and some readers the value with it: it leaves nothing behind where the value is
 * empty, else something that cannot be told. Both speak of a service that this one extends, too.
 */
final class ComposeTags {

  private static final String RESET = "!reset";
  private static final String OVERRIDE = "!override";

  /** Stands for what cannot be told: no variable is called that. */
  private static final String UNCLEAR = "${" + RESET + "}";

  /**
   * Keys of a service that it does not get of another that it extends either, once they are taken
   * away, and how that is said without a tag.
   */
  private static final Map<String, Tree> TAKEN_AWAY =
      Map.of(
          "image", Tree.text(""),
          "platform", Tree.text(""),
          "user", Tree.text(""),
          "build", Tree.literal("false"));

  private static final int LONGEST = Budget.SMALL.scalar();

  private ComposeTags() {}

  /**
   * The document without tags.
   *
   * @throws BadInput for any other tag
   */
  static Tree resolve(Tree tree, Path path) throws BadInput {
    if (tree.tag().equals(RESET)) {
      return new Scalar(isEmpty(tree) ? "" : UNCLEAR, true, "", tree.place());
    }
    if (!tree.tag().isEmpty() && !tree.tag().equals(OVERRIDE)) {
      throw ComposeFault.at(
          tree, path, "A compose file has no tag " + OneLine.of(tree.tag(), 40) + ": take it out.");
    }
    return switch (tree) {
      case Scalar scalar -> scalar(scalar, path);
      case Sequence sequence -> new Sequence(items(sequence, path), "", sequence.place());
      case Mapping mapping -> new Mapping(members(mapping, path), "", mapping.place());
    };
  }

  /** No longer than in a compose file that is sent as text. */
  private static Scalar scalar(Scalar scalar, Path path) throws BadInput {
    if (scalar.text().length() > LONGEST) {
      throw ComposeFault.at(
          scalar, path, "A text is longer than " + LONGEST + " characters; make it shorter.");
    }
    return new Scalar(scalar.text(), scalar.plain(), "", scalar.place());
  }

  private static List<Tree> items(Sequence sequence, Path path) throws BadInput {
    List<Tree> items = new ArrayList<>();
    for (Tree item : sequence.items()) {
      items.add(resolve(item, path.item(items.size())));
    }
    return items;
  }

  private static Map<String, Member> members(Mapping mapping, Path path) throws BadInput {
    Map<String, Member> members = new LinkedHashMap<>();
    for (Map.Entry<String, Member> entry : mapping.members().entrySet()) {
      Tree value = entry.getValue().value();
      Optional<Tree> resolved =
          value.tag().equals(RESET) && isEmpty(value)
              ? takenAway(entry.getKey(), path)
              : Optional.of(resolve(value, path.member(entry.getKey())));
      resolved.ifPresent(
          tree -> members.put(entry.getKey(), new Member(entry.getValue().place(), tree)));
    }
    return members;
  }

  private static Optional<Tree> takenAway(String key, Path path) {
    try {
      List<String> steps = path.steps();
      boolean service = steps.size() == 2 && steps.getFirst().equals("services");
      return service ? Optional.ofNullable(TAKEN_AWAY.get(key)) : Optional.empty();
    } catch (BadInput oddName) {
      return Optional.empty();
    }
  }

  private static boolean isEmpty(Tree tree) {
    return switch (tree) {
      case Scalar scalar -> scalar.isNull() || scalar.text().isEmpty();
      case Sequence sequence -> sequence.items().isEmpty();
      case Mapping mapping -> mapping.members().isEmpty();
    };
  }
}
