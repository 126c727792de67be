// SPDX-License-Identifier: Apache-2.0
package org.whereto.platform;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.whereto.task.Caller;
import org.whereto.tree.Place;
import org.whereto.tree.Tree;

/**
 * One entry of {@code accepts:}: these task types, on these interfaces, if these checks hold.
 *
 * @param place where it stands in the file
 * @param tasktypes as the owner wrote them; at least one
 * @param on its interfaces, in the order of {@code interfaces:}; at least one
 * @param checks those of the platform, then its own
 * @param supplies what each of its interfaces has for a Task, in their order
 * @param required whether a question that does not name its subject is a NO
 * @param disclosure how much of its reasons is told
 * @param template a document that may stand in the place of one that is refused, as text or as a
 *     tree
 */
public record Acceptance(
    Place place,
    List<String> tasktypes,
    List<Offered> on,
    List<Demanded> checks,
    List<Supply> supplies,
    boolean required,
    Disclosure disclosure,
    Optional<Tree> template) {

  public Acceptance {
    tasktypes = List.copyOf(tasktypes);
    on = List.copyOf(on);
    checks = List.copyOf(checks);
    supplies = List.copyOf(supplies);
    if (supplies.size() != on.size()) {
      throw new IllegalArgumentException("Each interface has one supply.");
    }
  }

  /** One of a platform that says nothing of its resources and data. */
  public Acceptance(
      Place place,
      List<String> tasktypes,
      List<Offered> on,
      List<Demanded> checks,
      boolean required,
      Disclosure disclosure,
      Optional<Tree> template) {
    this(
        place,
        tasktypes,
        on,
        checks,
        Collections.nCopies(on.size(), Supply.UNDECLARED),
        required,
        disclosure,
        template);
  }

  /** What all its interfaces have alike; empty where they differ. */
  public Optional<Supply> sharedSupply() {
    Supply first = supplies.getFirst();
    for (Supply supply : supplies) {
      if (!supply.equals(first)) {
        return Optional.empty();
      }
    }
    return Optional.of(first);
  }

  /** Whether this caller may know that there is such an acceptance. */
  public boolean isKnownTo(Caller caller) {
    return switch (caller) {
      case Caller.Anonymous _, Caller.Known _, Caller.Unchecked _ -> true;
    };
  }
}
