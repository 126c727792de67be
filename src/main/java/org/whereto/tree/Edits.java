// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.tree.Path.Step;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Member;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * Values of a tree that are to be replaced, added or taken out, all at once: every path is one of
 * the tree as it was. What they do not name stays as it is and where it is.
 */
public final class Edits {

  private static final int MOST_DIGITS = 6;

  private final Map<String, Edits> below = new LinkedHashMap<>();
  private boolean here;
  private Optional<Tree> to = Optional.empty();

  /**
   * One more value.
   *
   * @param steps at least one
   * @param value what is to stand there; empty if nothing is
   */
  public void add(List<Step> steps, Optional<Tree> value) {
    Edits at = this;
    for (Step step : steps) {
      at = at.below.computeIfAbsent(step.name(), name -> new Edits());
    }
    at.here = true;
    at.to = value;
  }

  public boolean isEmpty() {
    return below.isEmpty();
  }

  /** The item of a list by its number, as a path has it; from 0. */
  public static Optional<Tree> item(Sequence list, String number) {
    boolean digits = number.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || number.isEmpty() || number.length() > MOST_DIGITS) {
      return Optional.empty();
    }
    int index = Integer.parseInt(number);
    return index < list.items().size() ? Optional.of(list.items().get(index)) : Optional.empty();
  }

  /**
   * The tree with all of them made.
   *
   * @return nothing where there is no such place in the tree
   */
  public Optional<Tree> on(Tree tree) {
    return switch (tree) {
      case Scalar scalar -> Optional.empty();
      case Sequence list -> on(list);
      case Mapping mapping -> on(mapping);
    };
  }

  private Optional<Tree> on(Sequence list) {
    List<Tree> items = new ArrayList<>();
    int done = 0;
    for (int i = 0; i < list.items().size(); i++) {
      Edits edits = below.get(String.valueOf(i));
      if (edits == null) {
        items.add(list.items().get(i));
        continue;
      }
      done++;
      if (!edits.isRemoval()) {
        Optional<Tree> item = edits.value(list.items().get(i));
        if (item.isEmpty()) {
          return item;
        }
        items.add(item.get());
      }
    }
    return done < below.size()
        ? Optional.empty()
        : Optional.of(new Sequence(items, list.tag(), list.place()));
  }

  private Optional<Tree> on(Mapping mapping) {
    Map<String, Member> members = new LinkedHashMap<>(mapping.members());
    for (Map.Entry<String, Edits> entry : below.entrySet()) {
      Member old = members.get(entry.getKey());
      Edits edits = entry.getValue();
      if (edits.isRemoval()) {
        if (members.remove(entry.getKey()) == null) {
          return Optional.empty();
        }
        continue;
      }
      Tree before = old == null ? Tree.build().done() : old.value();
      Optional<Tree> value = edits.value(before);
      if (value.isEmpty()) {
        return value;
      }
      Place place = old == null ? Place.NONE : old.place();
      members.put(entry.getKey(), new Member(place, value.get()));
    }
    return Optional.of(new Mapping(members, mapping.tag(), mapping.place()));
  }

  private boolean isRemoval() {
    return here && to.isEmpty() && below.isEmpty();
  }

  /** What stands where these edits are; nothing if they contradict each other. */
  private Optional<Tree> value(Tree before) {
    return here ? to.filter(value -> below.isEmpty()) : on(before);
  }
}
