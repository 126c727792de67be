// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.data;

import java.util.List;
import java.util.Optional;
import org.whereto.task.DataItem;
import org.whereto.task.DataItem.VospaceNode;
import org.whereto.task.DataType;
import org.whereto.world.Replica;

/**
 * A VOSpace.
 *
 * @param authority in the normal form of {@link VospaceNode}
 * @param nearby prefixes of paths, in that form, below which all is here
 * @param farther those below which all else can be reached
 */
public record VospaceHolding(
    String authority, List<String> nearby, List<String> farther, Terms terms) implements Holding {

  public VospaceHolding {
    nearby = List.copyOf(nearby);
    farther = List.copyOf(farther);
  }

  @Override
  public String datatype() {
    return DataType.VOSPACE_NODE.uri();
  }

  @Override
  public Optional<DataItem> own(DataItem item) {
    return item instanceof VospaceNode node
            && node.authority().equals(authority)
            && (Prefix.anyCovers(nearby, node.path()) || Prefix.anyCovers(farther, node.path()))
        ? Optional.of(item)
        : Optional.empty();
  }

  @Override
  public Standing standing(DataItem item, Replica replica) {
    return item instanceof VospaceNode node && Prefix.anyCovers(nearby, node.path())
        ? Standing.HERE
        : Standing.REACHABLE;
  }

  @Override
  public List<String> here() {
    return uris(nearby);
  }

  @Override
  public List<String> reachable() {
    return uris(farther);
  }

  private List<String> uris(List<String> paths) {
    return paths.stream().map(path -> "vos://" + authority + path).toList();
  }
}
