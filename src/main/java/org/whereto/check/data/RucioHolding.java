// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.task.DataItem;
import org.whereto.task.DataItem.RucioDid;
import org.whereto.task.DataType;
import org.whereto.world.Replica;
import org.whereto.world.Replica.Holder;

/**
 * A Rucio server.
 *
 * @param endpoint in the normal form of {@link DataItem}
 * @param elements the storage elements that are here
 * @param reach those that can be reached
 */
public record RucioHolding(String endpoint, List<String> elements, Reach reach, Terms terms)
    implements Holding {

  public RucioHolding {
    elements = List.copyOf(elements);
  }

  /** Which storage elements can be reached. */
  public sealed interface Reach {

    /** None but those that are here. */
    record Nowhere() implements Reach {}

    /** These. */
    record Named(List<String> elements) implements Reach {
      public Named {
        elements = List.copyOf(elements);
      }
    }

    /** Those from which it is no farther than this to one that is here. */
    record Within(int distance) implements Reach {}

    /** All. */
    record Everywhere() implements Reach {}
  }

  @Override
  public String datatype() {
    return DataType.RUCIO_DID.uri();
  }

  @Override
  public Optional<DataItem> own(DataItem item) {
    return item instanceof RucioDid did && did.endpoint().orElse(endpoint).equals(endpoint)
        ? Optional.of(new RucioDid(Optional.of(endpoint), did.scope(), did.name()))
        : Optional.empty();
  }

  @Override
  public Standing standing(DataItem item, Replica replica) {
    Standing best = Standing.ABSENT;
    for (Holder holder : replica.holders()) {
      if (elements.contains(holder.name())) {
        return Standing.HERE;
      }
      if (reaches(holder)) {
        best = Standing.REACHABLE;
      }
    }
    return best;
  }

  private boolean reaches(Holder holder) {
    return switch (reach) {
      case Reach.Nowhere() -> false;
      case Reach.Named(List<String> named) -> named.contains(holder.name());
      case Reach.Within(int most) ->
          holder.distance().isPresent() && holder.distance().getAsInt() <= most;
      case Reach.Everywhere() -> true;
    };
  }

  @Override
  public List<String> here() {
    return at(elements);
  }

  @Override
  public List<String> reachable() {
    return switch (reach) {
      case Reach.Nowhere() -> List.of();
      case Reach.Named(List<String> named) -> at(named);
      case Reach.Within(int most) ->
          List.of("what is no farther than " + most + " from " + String.join(", ", here()));
      case Reach.Everywhere() -> List.of("all of " + endpoint);
    };
  }

  private List<String> at(List<String> names) {
    List<String> told = new ArrayList<>();
    for (String name : names) {
      told.add(name + " of " + endpoint);
    }
    return told;
  }
}
