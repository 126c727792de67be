// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The merge key of one mapping: {@code <<} with a mapping, an alias of one, or a list of those.
 *
 * <p>What the mapping itself says wins, wherever {@code <<} stands in it; of a list the earlier
 * ones win. What is merged comes after the mapping's own members. A member with a tag wins over
 * nothing: what the tag means may come before the merge or after it.
 */
final class YamlMerge {

  private static final int SHOWN = 60;

  private final Meter meter;
  private List<Tree> sources = List.of();
  private Place place = Place.NONE;

  YamlMerge(Meter meter) {
    this.meter = meter;
  }

  void once(Place here) throws BadInput {
    if (!place.equals(Place.NONE)) {
      throw meter.fault("duplicate-key", here, Members.twice("<<", place));
    }
    place = here;
  }

  /** Checks the value of the merge key, and shows it to whoever wants a glimpse. */
  void from(Tree value, Wanted wanted) throws BadInput {
    sources =
        switch (value) {
          case Tree.Sequence list when list.tag().isEmpty() -> list.items();
          case Tree other -> List.of(other);
        };
    for (Tree source : sources) {
      if (!(source instanceof Tree.Mapping mapping && mapping.tag().isEmpty())) {
        throw meter.fault(
            "merge", source.place(), "\"<<\" wants a mapping, or a list of them, without a tag.");
      }
      wanted.sawMerged(meter.depth(), mapping);
    }
  }

  void into(Members members, Keep keep) throws BadInput {
    for (Tree source : sources) {
      if (source instanceof Tree.Mapping mapping) {
        for (Map.Entry<String, Tree.Member> entry : mapping.members().entrySet()) {
          add(members, entry.getKey(), entry.getValue(), keep.member(entry.getKey()));
        }
      }
    }
  }

  private void add(Members members, String name, Tree.Member member, Keep rule) throws BadInput {
    Optional<Tree> own = members.get(name);
    if (own.isPresent() && !own.get().tag().isEmpty()) {
      throw meter.fault(
          "merge",
          own.get().place(),
          "\""
              + OneLine.of(name, SHOWN)
              + "\" has a tag here, and comes by \"<<\" too: a tag may take a value away before"
              + " mappings are merged, or after that. Take one out.");
    }
    if (!(rule instanceof Keep.Nothing) && own.isEmpty()) {
      members.keep(name, member.place(), Pruned.of(member.value(), rule));
    }
  }
}
