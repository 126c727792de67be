// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.whereto.check.Check;
import org.whereto.check.CheckType;
import org.whereto.check.Checks;
import org.whereto.platform.Demanded;
import org.whereto.task.Fact;
import org.whereto.tree.Place;
import org.whereto.tree.Settings;

/** The key {@code if}, which means the same on a platform, an interface and an acceptance. */
final class Conditions {

  private static final String IF = "if";

  private Conditions() {}

  static List<Demanded> read(Settings in) {
    return in.part(IF, "Checks that must all hold.", Conditions::checks).orElse(List.of());
  }

  private static List<Demanded> checks(Settings in) {
    List<Demanded> checks = new ArrayList<>();
    for (CheckType type : Checks.ALL) {
      Place place = in.place(type.name());
      in.part(type.name(), type.doc(), type.read())
          .ifPresent(check -> checks.add(demanded(type, check, place)));
    }
    return checks;
  }

  private static Demanded demanded(CheckType type, Check check, Place place) {
    Set<Fact> needs = new HashSet<>(type.needs());
    needs.addAll(check.needs());
    return new Demanded(type.name(), needs, check, place);
  }
}
