// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.data;

import java.util.List;
import java.util.Optional;
import org.whereto.task.DataItem;
import org.whereto.world.Replica;

/**
 * All data of a type that is known by its name alone.
 *
 * @param standing here or reachable, as its owner says
 */
public record NamedHolding(String datatype, Standing standing) implements Holding {

  /** Nobody knows how it is got at, nor how large it is. */
  @Override
  public Terms terms() {
    return new Terms(Credentials.ANONYMOUS, false);
  }

  @Override
  public Optional<DataItem> own(DataItem item) {
    return item instanceof DataItem.Other other && other.datatype().equals(datatype)
        ? Optional.of(item)
        : Optional.empty();
  }

  @Override
  public boolean isLookedUp() {
    return false;
  }

  @Override
  public Standing standing(DataItem item, Replica replica) {
    return standing;
  }

  @Override
  public List<String> here() {
    return standing == Standing.HERE ? List.of(datatype) : List.of();
  }

  @Override
  public List<String> reachable() {
    return standing == Standing.HERE ? List.of() : List.of(datatype);
  }
}
