// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.data;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whereto.task.DataItem;
import org.whereto.task.DataNeed;
import org.whereto.world.Known;
import org.whereto.world.Replica;
import org.whereto.world.Replica.Holder;
import org.whereto.world.Replicas;

/**
 * All that an owner says of data.
 *
 * @param all in the order of the file
 * @param fresh how old knowledge may be before it is told to be late
 */
public record Holdings(List<Holding> all, Duration fresh) {

  /** Of a platform that says nothing of data. */
  public static final Holdings NONE = new Holdings(List.of(), Duration.ZERO);

  private static final Replica AT_ITS_OWNERS_WORD = new Replica(List.of(), OptionalLong.empty());

  public Holdings {
    all = List.copyOf(all);
  }

  /** An item that may be one of a holding, as it is looked up there. */
  private record Candidate(Holding holding, DataItem item) {}

  /** What becomes of some items, in their order; all are looked up at once. */
  public List<Found> find(List<DataNeed> needs, Replicas replicas, DataDemand demand) {
    List<List<Candidate>> candidates = new ArrayList<>();
    Set<DataItem> wanted = new LinkedHashSet<>();
    for (DataNeed need : needs) {
      List<Candidate> own = candidates(need.item());
      candidates.add(own);
      for (Candidate one : own) {
        if (one.holding.isLookedUp()) {
          wanted.add(one.item);
        }
      }
    }
    Map<DataItem, Known<Optional<Replica>>> known =
        wanted.isEmpty() ? Map.of() : replicas.find(wanted);
    List<Found> found = new ArrayList<>();
    Set<DataItem> copied = new HashSet<>();
    for (int i = 0; i < needs.size(); i++) {
      Best best = best(needs.get(i).datatype(), candidates.get(i), known, demand);
      found.add(best.foundAfter(copied));
    }
    return found;
  }

  /**
   * The best that becomes of an item.
   *
   * @param item as its holding has it; empty if none does
   */
  private record Best(Optional<DataItem> item, Found found) {

    /**
     * The same after others: what is named in two ways is copied once.
     *
     * @param copied what was before; this is added
     */
    Found foundAfter(Set<DataItem> copied) {
      return found instanceof Found.There there
              && there.terms().isCopied()
              && item.isPresent()
              && !copied.add(item.get().identity())
          ? there.uncopied()
          : found;
    }
  }

  private List<Candidate> candidates(DataItem item) {
    List<Candidate> candidates = new ArrayList<>();
    for (Holding holding : all) {
      holding.own(item).ifPresent(own -> candidates.add(new Candidate(holding, own)));
    }
    return candidates;
  }

  private Best best(
      String datatype,
      List<Candidate> candidates,
      Map<DataItem, Known<Optional<Replica>>> known,
      DataDemand demand) {
    if (candidates.isEmpty()) {
      boolean isTypeKnown = all.stream().anyMatch(holding -> holding.datatype().equals(datatype));
      return new Best(Optional.empty(), new Found.Undeclared(isTypeKnown));
    }
    Best best = new Best(Optional.empty(), new Found.Absent());
    for (Candidate one : candidates) {
      Found found = one.holding.isLookedUp() ? found(one, known.get(one.item)) : atWord(one);
      if (rank(found, demand) < rank(best.found, demand)) {
        best = new Best(Optional.of(one.item), found);
      }
    }
    return best;
  }

  /** The better, the smaller: what is not known may be as near as the owner demands. */
  private static int rank(Found found, DataDemand demand) {
    return switch (found) {
      case Found.There there when there.standing() == Standing.HERE -> 0;
      case Found.There _ -> demand == DataDemand.REACHABLE ? 1 : 3;
      case Found.Untold _ -> 2;
      case Found.OutOfReach _ -> 4;
      case Found.Absent _, Found.Undeclared _ -> 5;
    };
  }

  private static Found atWord(Candidate one) {
    return new Found.There(
        one.holding.standing(one.item, AT_ITS_OWNERS_WORD),
        one.holding.terms(),
        OptionalLong.empty(),
        Duration.ZERO);
  }

  private Found found(Candidate one, @Nullable Known<Optional<Replica>> known) {
    return switch (known) {
      case null -> new Found.Untold("Nobody said anything of it.");
      case Known.Down<Optional<Replica>>(String why) -> new Found.Untold(why);
      case Known.Refused<Optional<Replica>>(String why) -> new Found.Untold(why);
      case Known.Value<Optional<Replica>>(Optional<Replica> replica, Duration age) ->
          replica.isEmpty() ? new Found.Absent() : found(one, replica.get(), age);
    };
  }

  private Found found(Candidate one, Replica replica, Duration age) {
    Standing standing = one.holding.standing(one.item, replica);
    if (standing == Standing.ABSENT) {
      return new Found.OutOfReach(replica.holders().stream().map(Holder::name).toList());
    }
    return new Found.There(
        standing,
        one.holding.terms(),
        replica.bytes(),
        age.compareTo(fresh) > 0 ? age : Duration.ZERO);
  }

  /** What is here, for people. */
  public List<String> here() {
    return all.stream().flatMap(holding -> holding.here().stream()).toList();
  }

  /** What else can be reached, for people. */
  public List<String> reachable() {
    return all.stream().flatMap(holding -> holding.reachable().stream()).toList();
  }

  /** What a caller's own token opens, for people. */
  public List<String> withTokens() {
    return all.stream()
        .filter(holding -> holding.terms().credentials() == Credentials.CALLER_TOKEN)
        .flatMap(holding -> Stream.concat(holding.here().stream(), holding.reachable().stream()))
        .toList();
  }

  /** What can be had of one type of data, for people. */
  public List<String> ofType(String datatype) {
    return all.stream()
        .filter(holding -> holding.datatype().equals(datatype))
        .flatMap(holding -> Stream.concat(holding.here().stream(), holding.reachable().stream()))
        .toList();
  }

  /** The types of data of which some can be had. */
  public List<String> types() {
    return all.stream().map(Holding::datatype).distinct().toList();
  }
}
