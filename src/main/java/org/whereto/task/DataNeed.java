// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * Data that a Task needs (note, section 6; wire.md, section 4).
 *
 * @param datatype names the type, like {@code uri://rucio-did}
 * @param item what it names
 */
public record DataNeed(Path path, String datatype, DataItem item) {

  private static final Path PATH = Path.ROOT.member(Task.DATA);
  private static final Tree NOTHING = Tree.text("");

  /**
   * The items of the {@code data} member, in request order.
   *
   * @throws BadInput where it is no list, or an item does not name its type
   */
  public static List<DataNeed> read(Optional<Tree> tree) throws BadInput {
    if (tree.isEmpty()) {
      return List.of();
    }
    if (!(tree.get() instanceof Sequence sequence)) {
      throw new BadInput(
          "data.not-a-list", PATH, tree.get().place(), "Data is a list of {datatype, datainfo}.");
    }
    List<DataNeed> needs = new ArrayList<>();
    for (Tree item : sequence.items()) {
      needs.add(item(item, PATH.item(needs.size())));
    }
    return needs;
  }

  private static DataNeed item(Tree item, Path path) throws BadInput {
    Tree named = item.get("datatype").orElse(NOTHING);
    if (named instanceof Scalar type && !type.isNull() && !type.text().isBlank()) {
      return new DataNeed(path, type.text(), new DataItem.Other(type.text(), item.get("datainfo")));
    }
    throw new BadInput(
        "data.no-datatype",
        path,
        item.place(),
        "Each data item names its type, like \"datatype: uri://rucio-did\".");
  }
}
