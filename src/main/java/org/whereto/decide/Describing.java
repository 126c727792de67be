// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.whereto.decide.Description.Accepted;
import org.whereto.decide.Description.Condition;
import org.whereto.decide.Description.Field;
import org.whereto.decide.Description.On;
import org.whereto.decide.Description.TaskType;
import org.whereto.platform.Acceptance;
import org.whereto.platform.Demanded;
import org.whereto.platform.Disclosure;
import org.whereto.platform.Offered;
import org.whereto.platform.Platform;
import org.whereto.platform.Supply;
import org.whereto.platform.Understood;
import org.whereto.task.Caller;
import org.whereto.task.Kind;

/** Makes the {@link Description} of a platform for one caller. */
record Describing(Caller caller) {

  Description platform(Platform platform) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    platform
        .types()
        .forEach((name, type) -> {
          List<String> same = names.computeIfAbsent(type.tasktype(), own -> new ArrayList<>());
          if (!name.equals(type.tasktype())) {
            same.add(name);
          }
        });
    List<TaskType> types = new ArrayList<>();
    names.forEach((own, synonyms) ->
        platform.understands(own).flatMap(type -> type(type, synonyms)).ifPresent(types::add));
    return new Description(platform.title(), types);
  }

  private Optional<TaskType> type(Understood type, List<String> synonyms) {
    List<Acceptance> known =
        type.acceptances().stream().filter(acceptance -> acceptance.isKnownTo(caller)).toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TaskType(
            type.tasktype(),
            synonyms,
            type.kind().map(Kind::name).orElse(""),
            type.kind().map(Describing::fields).orElse(List.of()),
            type.kind().flatMap(Kind::format),
            accepted(known)));
  }

  private static List<Field> fields(Kind kind) {
    return kind.fields().stream()
        .map(name -> new Field(name, kind.contents().contains(name)))
        .toList();
  }

  /** Acceptances of which nothing is told are one: their number would tell of conditions. */
  private static List<Accepted> accepted(List<Acceptance> known) {
    List<Accepted> told = new ArrayList<>();
    Map<Integer, On> untold = new TreeMap<>();
    for (Acceptance acceptance : known) {
      if (acceptance.disclosure() == Disclosure.NONE) {
        acceptance
            .on()
            .forEach(offered ->
                untold.put(offered.position(), new On(offered.servicetype(), List.of())));
      } else {
        told.add(told(acceptance));
      }
    }
    if (!untold.isEmpty()) {
      told.add(new Accepted(List.copyOf(untold.values()), Disclosure.NONE, false, List.of()));
    }
    return told;
  }

  private static Accepted told(Acceptance acceptance) {
    Disclosure disclosure = acceptance.disclosure();
    List<Demanded> everywhere = new ArrayList<>(acceptance.checks());
    Optional<Supply> shared = acceptance.sharedSupply();
    shared.ifPresent(supply -> everywhere.addAll(declared(supply)));
    List<On> on = new ArrayList<>();
    for (int i = 0; i < acceptance.on().size(); i++) {
      Offered offered = acceptance.on().get(i);
      List<Demanded> own = new ArrayList<>(offered.checks());
      if (shared.isEmpty()) {
        own.addAll(declared(acceptance.supplies().get(i)));
      }
      on.add(new On(offered.servicetype(), conditions(own, disclosure)));
    }
    return new Accepted(on, disclosure, acceptance.required(), conditions(everywhere, disclosure));
  }

  /** Of what nobody declared there is nothing to tell. */
  private static List<Demanded> declared(Supply supply) {
    return supply.checks().stream()
        .filter(demanded -> !demanded.check().demands().isEmpty())
        .toList();
  }

  private static List<Condition> conditions(List<Demanded> checks, Disclosure disclosure) {
    return checks.stream()
        .map(demanded ->
            new Condition(
                demanded.name(),
                disclosure == Disclosure.FULL ? demanded.check().demands() : List.of()))
        .distinct()
        .toList();
  }
}
