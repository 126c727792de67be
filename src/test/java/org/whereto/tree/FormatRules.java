// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.support.SoundFault;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Member;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/** What holds of every format, whatever the bytes of a document are. */
final class FormatRules {

  /** More than the documents of a fuzzer need, but not what their aliases can make of them. */
  private static final Budget WIDE = new Budget(1 << 17, 64, 3000, 1 << 17, 256, 100);

  private static final Budget TIGHT = new Budget(1 << 17, 5, 20, 12, 6, 2);

  /** For what was written by us: a tag or a name may take more room than it did. */
  private static final Budget AGAIN = new Budget(1 << 24, 64, 3000, 1 << 17, 1024, 0);

  private static final String MEMBER = "a";

  private static final List<Keep> KEEPS =
      List.of(
          Keep.NOTHING,
          Keep.items(Keep.NOTHING),
          Keep.members(Map.of(MEMBER, Keep.ALL)),
          Keep.allBut(Map.of(MEMBER, Keep.NOTHING, "b", Keep.members(Map.of()))));

  private FormatRules() {}

  /** Checks all of them, and gives the tree if there is one. */
  static Optional<Tree> hold(Format format, byte[] document) {
    Optional<Tree> whole = read(format, document, WIDE, Keep.ALL);
    budgetsHold(format, document, whole);
    whole.ifPresent(tree -> {
      glimpseAgrees(format, document, tree);
      partsAgree(format, document, tree);
      readsBack(tree);
    });
    return whole;
  }

  /** What is read; nothing for bad input, which has to be told well. */
  static Optional<Tree> read(Format format, byte[] document, Budget budget, Keep keep) {
    try {
      return Optional.of(format.read(document, budget, keep));
    } catch (BadInput fault) {
      SoundFault.check(fault);
      assertThat(fault.code()).startsWith(format.name() + ".");
      return Optional.empty();
    }
  }

  private static void budgetsHold(Format format, byte[] document, Optional<Tree> whole) {
    try {
      Tree tree = format.read(document, TIGHT, Keep.ALL);
      assertThat(whole).contains(tree);
      withinBudget(tree, TIGHT);
    } catch (BadInput fault) {
      assertThat(whole.isEmpty() || fault.code().endsWith("-budget")).as(fault.code()).isTrue();
    }
    whole.ifPresent(tree -> withinBudget(tree, WIDE));
  }

  static void withinBudget(Tree tree, Budget budget) {
    assertThat(tree.nodes().count()).isLessThanOrEqualTo(budget.nodes());
    assertThat(depth(tree)).isLessThanOrEqualTo(budget.depth());
    tree.nodes()
        .forEach(node -> {
          if (node instanceof Scalar scalar) {
            assertThat(scalar.text().length()).isLessThanOrEqualTo(budget.scalar());
          } else if (node instanceof Mapping mapping) {
            assertThat(mapping.members().keySet()).allMatch(name -> name.length() <= budget.name());
          }
        });
  }

  /** Collections in each other. */
  static int depth(Tree tree) {
    return switch (tree) {
      case Scalar scalar -> 0;
      case Sequence list -> 1 + list.items().stream().mapToInt(FormatRules::depth).max().orElse(0);
      case Mapping map ->
          1
              + map.members().values().stream()
                  .mapToInt(member -> depth(member.value()))
                  .max()
                  .orElse(0);
    };
  }

  private static void glimpseAgrees(Format format, byte[] document, Tree whole) {
    Glimpse glimpse = format.glimpse(document, MEMBER, WIDE);
    assertThat(glimpse.fault()).isEmpty();
    assertThat(glimpse.values()).isEqualTo(whole.get(MEMBER).map(Wanted::shell).stream().toList());
  }

  /** One of the rules for each document: all for each would only cost time. */
  private static void partsAgree(Format format, byte[] document, Tree whole) {
    Keep keep = KEEPS.get(Math.floorMod(Arrays.hashCode(document), KEEPS.size()));
    Optional<Tree> part = read(format, document, WIDE, keep);
    assertThat(part).as("%s", keep).isPresent();
    if (!(keep instanceof Keep.Nothing)) {
      assertThat(part).as("%s", keep).contains(Pruned.of(whole, keep));
    }
  }

  private static void readsBack(Tree tree) {
    Tree untagged = written(tree, false);
    assertThat(again(Formats.JSON, tree)).contains(untagged);
    assertThat(again(Formats.YAML, tree)).contains(written(tree, true));
    assertThat(again(Formats.XML, tree)).contains(Trees.withoutForbidden(untagged));
    String line = Formats.JSON.line(tree);
    assertThat(line).doesNotContain("\n", "\r");
    assertThat(read(Formats.JSON, Reads.utf8(line), AGAIN, Keep.ALL)).contains(untagged);
  }

  private static Optional<Tree> again(Format format, Tree tree) {
    return read(format, format.write(tree), AGAIN, Keep.ALL);
  }

  /** What is written of it: only JSON's own literals are any, {@code ~} is a text like others. */
  private static Tree written(Tree tree, boolean tagged) {
    String tag = tagged ? tree.tag() : "";
    return switch (tree) {
      case Scalar scalar -> new Scalar(scalar.text(), Literal.isPlain(scalar), tag, Place.NONE);
      case Sequence list ->
          new Sequence(
              list.items().stream().map(item -> written(item, tagged)).toList(), tag, Place.NONE);
      case Mapping map -> {
        Map<String, Member> members = new LinkedHashMap<>();
        map.members()
            .forEach((name, member) ->
                members.put(name, new Member(Place.NONE, written(member.value(), tagged))));
        yield new Mapping(members, tag, Place.NONE);
      }
    };
  }
}
