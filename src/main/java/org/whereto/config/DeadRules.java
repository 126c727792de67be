// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whereto.check.Check;
import org.whereto.platform.Acceptance;
import org.whereto.platform.Demanded;
import org.whereto.platform.Offered;
import org.whereto.platform.Platform;
import org.whereto.platform.Understood;
import org.whereto.task.Fact;
import org.whereto.tree.Place;
import org.whereto.tree.Problems;
import org.whereto.tree.Problems.Problem;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Sequence;

/**
 * What in an owner's file has no effect: interfaces that nothing offers, acceptances that accept
 * nothing, or nothing that another one above does not. Only what is sure is told; to leave such a
 * thing out would change no YES.
 */
final class DeadRules {

  /** Pairs of acceptances that are held against each other. */
  private static final int MOST_COMPARED = 1_000_000;

  private static final Mapping NOTHING = Tree.build().done();

  private final Platform platform;
  private final Mapping file;
  private final Map<Place, Mapping> written = new HashMap<>();
  private final Problems found = new Problems();
  private int compared;

  private DeadRules(Platform platform, Mapping file) {
    this.platform = platform;
    this.file = file;
    if (file.get("accepts").orElse(Tree.list(List.of())) instanceof Sequence accepts) {
      for (Tree item : accepts.items()) {
        if (item instanceof Mapping mapping) {
          written.put(mapping.place(), mapping);
        }
      }
    }
  }

  /**
   * All of it, in the order of the file.
   *
   * @param file the tree that the platform was read from, without faults
   */
  static List<Problem> of(Platform platform, Mapping file) {
    DeadRules rules = new DeadRules(platform, file);
    rules.lookAtInterfaces();
    rules.acceptances().forEach(rules::lookAt);
    return rules.found.all();
  }

  /** In the order of the file; what an alias repeats is there once. */
  private List<Acceptance> acceptances() {
    Map<Place, Acceptance> all = new HashMap<>();
    for (Understood type : platform.types().values()) {
      type.acceptances().forEach(acceptance -> all.put(acceptance.place(), acceptance));
    }
    return written.keySet().stream()
        .sorted(DeadRules::inOrder)
        .flatMap(place -> Optional.ofNullable(all.get(place)).stream())
        .toList();
  }

  private static int inOrder(Place one, Place other) {
    int lines = Integer.compare(one.line(), other.line());
    return lines != 0 ? lines : Integer.compare(one.column(), other.column());
  }

  private void lookAtInterfaces() {
    Set<String> offered = new LinkedHashSet<>();
    acceptances().forEach(acceptance -> acceptance.on().forEach(on -> offered.add(on.name())));
    for (Offered one : platform.interfaces()) {
      Place place = placeOf(one);
      if (!offered.contains(one.name())) {
        found.add(place, "Nothing is accepted on the interface \"" + one.name() + "\".");
      } else {
        never(one.checks(), acceptances().stream().filter(each -> each.on().contains(one)).toList())
            .ifPresent(why ->
                found.add(place, "The interface \"" + one.name() + "\" is never offered. " + why));
      }
    }
  }

  private Place placeOf(Offered one) {
    return file.get("interfaces")
        .filter(Mapping.class::isInstance)
        .map(Mapping.class::cast)
        .flatMap(all -> Optional.ofNullable(all.members().get(one.name())))
        .map(Tree.Member::place)
        .orElse(Place.NONE);
  }

  private Optional<String> never(List<Demanded> checks, List<Acceptance> acceptances) {
    boolean noImage = acceptances.stream().anyMatch(this::takesWhatHasNoImage);
    return checks.stream()
        .filter(demanded -> !(noImage && demanded.needs().contains(Fact.IMAGES)))
        .flatMap(demanded -> demanded.check().never().stream())
        .findFirst();
  }

  /** A repository without a Dockerfile runs no image of its own: no list of images refuses it. */
  private boolean takesWhatHasNoImage(Acceptance acceptance) {
    return types(acceptance).stream()
        .flatMap(type -> platform.understands(type).flatMap(Understood::kind).stream())
        .anyMatch(kind -> kind.provides().contains(Fact.ENVIRONMENT));
  }

  private void lookAt(Acceptance acceptance) {
    Optional<String> never = never(acceptance.checks(), List.of(acceptance));
    if (never.isPresent()) {
      found.add(acceptance.place(), "This accepts no Task without a condition. " + never.get());
      return;
    }
    List<Covered> covered = new ArrayList<>();
    int pairs = 0;
    for (String type : types(acceptance)) {
      for (Offered on : acceptance.on()) {
        pairs++;
        cover(acceptance, type, on).ifPresent(covered::add);
      }
    }
    if (!covered.isEmpty()) {
      tell(acceptance, covered, pairs);
    }
  }

  /** A type on an interface that an acceptance above takes wherever this one would. */
  private record Covered(String type, Offered on, Acceptance by) {}

  private Set<String> types(Acceptance acceptance) {
    Set<String> types = new LinkedHashSet<>();
    for (String name : acceptance.tasktypes()) {
      platform.understands(name).map(Understood::tasktype).ifPresent(types::add);
    }
    return types;
  }

  private Optional<Covered> cover(Acceptance acceptance, String type, Offered on) {
    List<Acceptance> all =
        platform.understands(type).map(Understood::acceptances).orElse(List.of());
    for (Acceptance above : all) {
      if (above.place().equals(acceptance.place()) || compared++ > MOST_COMPARED) {
        return Optional.empty();
      }
      if (above.on().contains(on)
          && takesAll(above, acceptance)
          && supply(above, on).equals(supply(acceptance, on))) {
        return Optional.of(new Covered(type, on, above));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether what one takes is taken by another as readily, and with as much said of it: the other
   * demands nothing that the one does not. The checks of the platform and of interfaces are common
   * to both.
   */
  private boolean takesAll(Acceptance above, Acceptance acceptance) {
    Optional<Tree> template = acceptance.template();
    return (!above.required() || acceptance.required())
        && above.disclosure().compareTo(acceptance.disclosure()) >= 0
        && (template.isEmpty() || template.equals(above.template()))
        && conditions(acceptance).containsAll(conditions(above));
  }

  /** What it has for a Task on this interface, wherever that was said. */
  private static List<Check> supply(Acceptance acceptance, Offered on) {
    return acceptance.supplies().get(acceptance.on().indexOf(on)).checks().stream()
        .map(Demanded::check)
        .toList();
  }

  private Set<Map.Entry<String, Tree>> conditions(Acceptance acceptance) {
    Mapping mapping = written.getOrDefault(acceptance.place(), NOTHING);
    return mapping.get("if").stream()
        .flatMap(tree -> tree instanceof Mapping checks ? Stream.of(checks) : Stream.empty())
        .flatMap(checks -> checks.members().entrySet().stream())
        .map(check -> Map.entry(check.getKey(), check.getValue().value()))
        .collect(Collectors.toSet());
  }

  private void tell(Acceptance acceptance, List<Covered> covered, int pairs) {
    Covered first = covered.getFirst();
    boolean one = covered.stream().allMatch(each -> each.by().equals(first.by()));
    if (covered.size() == pairs) {
      found.add(
          acceptance.place(),
          "All that this accepts is accepted already by "
              + (one ? "the entry at " + first.by().place() : "the entries above")
              + ", on the same interfaces.");
    } else {
      found.add(
          acceptance.place(),
          "The type "
              + first.type()
              + " is accepted already on \""
              + first.on().name()
              + "\", whenever this accepts it, by the entry at "
              + first.by().place()
              + ".");
    }
  }
}
