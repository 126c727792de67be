// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * Data that a Task needs (note, section 6; wire.md, section 4).
 *
 * @param datatype names the type, like {@code uri://rucio-did}
 * @param item what it names
 * @param others its members that mean nothing: nobody reads them
 */
public record DataNeed(Path path, String datatype, DataItem item, List<Path> others) {

  /** The most items that one Task may need: each may have to be looked up. */
  public static final int MOST = 100;

  private static final Path PATH = Path.ROOT.member(Task.DATA);
  private static final String DATATYPE = "datatype";
  private static final String DATAINFO = "datainfo";
  private static final Tree NOTHING = Tree.text("");

  public DataNeed {
    others = List.copyOf(others);
  }

  /** One of which everything is read. */
  public DataNeed(Path path, String datatype, DataItem item) {
    this(path, datatype, item, List.of());
  }

  /**
   * The items of the {@code data} member, in request order.
   *
   * @throws BadInput where it is no list, an item does not name its type, or says of a type with a
   *     shape ({@link DataType}) what is none; for an item that stands there twice, and for too
   *     many
   */
  public static List<DataNeed> read(Optional<Tree> tree) throws BadInput {
    if (tree.isEmpty() || isEmptyList(tree.get())) {
      return List.of();
    }
    if (!(tree.get() instanceof Sequence sequence)) {
      throw new BadInput(
          "data.not-a-list",
          PATH,
          tree.get().place(),
          "Data is a list of {datatype, datainfo}; in a URL or form it begins with"
              + " data[0].datatype=...");
    }
    if (sequence.items().size() > MOST) {
      throw new BadInput(
          "data.too-many",
          PATH,
          sequence.place(),
          "A Task may name " + MOST + " data items, not " + sequence.items().size() + ".");
    }
    List<DataNeed> needs = new ArrayList<>();
    Map<DataItem, Path> named = new HashMap<>();
    for (Tree item : sequence.items()) {
      DataNeed need = item(item, PATH.item(needs.size()));
      refuseIfAgain(named.putIfAbsent(need.item.identity(), need.path), need.path, item);
      needs.add(need);
    }
    return needs;
  }

  /** As URLs and forms write it. */
  private static boolean isEmptyList(Tree tree) {
    return tree instanceof Scalar scalar
        && scalar.text().startsWith("{")
        && scalar.text().endsWith("}")
        && scalar.text().substring(1, scalar.text().length() - 1).isBlank();
  }

  private static DataNeed item(Tree item, Path path) throws BadInput {
    String datatype = datatype(item, path);
    List<Path> others = new ArrayList<>();
    Optional<DataType> known = DataType.named(datatype);
    DataItem read;
    if (known.isPresent()) {
      DataInfo info = DataInfo.of(known.get(), item, path);
      read = known.get().read(info);
      others.addAll(info.others());
    } else {
      Optional<Tree> info = item.get(DATAINFO);
      read = new DataItem.Other(datatype, info);
      info.ifPresent(_ -> others.add(path.member(DATAINFO)));
    }
    if (item instanceof Mapping mapping) {
      mapping.members().keySet().stream()
          .filter(name -> !name.equals(DATATYPE) && !name.equals(DATAINFO))
          .forEach(name -> others.add(path.member(name)));
    }
    return new DataNeed(path, datatype, read, others);
  }

  private static String datatype(Tree item, Path path) throws BadInput {
    Tree named = item.get(DATATYPE).orElse(NOTHING);
    if (named instanceof Scalar type && !type.isNull() && !type.text().isBlank()) {
      return type.text();
    }
    throw new BadInput(
        "data.no-datatype",
        path,
        item.place(),
        "Each data item names its type, like \"datatype: uri://rucio-did\".");
  }

  private static void refuseIfAgain(@Nullable Path first, Path second, Tree item) throws BadInput {
    if (first != null) {
      throw new BadInput(
          "data.twice", second, item.place(), "This is the same as " + first + ": name it once.");
    }
  }
}
