// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.check.Check;
import org.whereto.check.CheckType;
import org.whereto.check.Checks;
import org.whereto.platform.Demanded;
import org.whereto.task.Fact;
import org.whereto.tree.Place;
import org.whereto.tree.Settings;

/**
 * The key {@code if}, which means the same on a platform, an interface and an acceptance.
 *
 * @param data how near data must be, if that is said
 */
record Conditions(List<Demanded> checks, Optional<Demand> data) {

  private static final String IF = "if";

  static final Conditions NONE = new Conditions(List.of(), Optional.empty());

  static Conditions read(Settings in) {
    return in.part(IF, "Checks that must all hold.", Conditions::all).orElse(NONE);
  }

  private static Conditions all(Settings in) {
    List<Demanded> checks = new ArrayList<>();
    for (CheckType type : Checks.ALL) {
      Place place = in.place(type.name());
      in.part(type.name(), type.doc(), type.read())
          .ifPresent(check -> checks.add(demanded(type, check, place)));
    }
    return new Conditions(List.copyOf(checks), Demand.read(in));
  }

  private static Demanded demanded(CheckType type, Check check, Place place) {
    Set<Fact> needs = new HashSet<>(type.needs());
    needs.addAll(check.needs());
    return new Demanded(type.name(), needs, check, place);
  }
}
