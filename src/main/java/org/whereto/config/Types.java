// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.whereto.kind.Kinds;
import org.whereto.platform.Acceptance;
import org.whereto.platform.Platform;
import org.whereto.platform.Understood;
import org.whereto.task.Kind;
import org.whereto.tree.Nearest;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree.Scalar;

/** The key {@code tasktypes}: types not known out of the box, and other names of types. */
final class Types {

  private static final String NO_KIND = "none";

  private final Map<String, Optional<Kind>> kinds = new HashMap<>();
  private final Map<String, String> synonyms = new LinkedHashMap<>();

  private Types() {
    Kinds.ALL.forEach(kind -> kind.tasktypes().forEach(type -> kinds.put(type, Optional.of(kind))));
  }

  static Types read(Settings in) {
    Types types = new Types();
    in.named(
        "tasktypes",
        "Task types that are not known out of the box, and other names of task types.",
        types::declare);
    return types;
  }

  private String declare(String type, Settings in) {
    Set<String> names = new TreeSet<>(Kinds.names());
    names.add(NO_KIND);
    String kind =
        in.choice(
            "kind",
            List.copyOf(names),
            "",
            "What its taskinfo looks like; \"" + NO_KIND + "\" if it is matched by name alone.");
    String key = Platform.key(type);
    if (!kind.isEmpty()) {
      kinds.put(key, Kinds.byName(kind));
    } else {
      kinds.putIfAbsent(key, Optional.empty());
    }
    for (Scalar synonym : in.texts("same-as", "Other names of the same type.")) {
      String other = synonyms.put(Platform.key(synonym.text()), key);
      if (other != null || Platform.key(synonym.text()).equals(key)) {
        in.problemAt(
            synonym.place(), "\"" + synonym.text() + "\" is already the name of a task type.");
      }
    }
    return key;
  }

  /**
   * The kind of a type that an acceptance names, and complaints about types that look mistyped: of
   * these the kind that was probably meant, so that one slip is one fault.
   */
  Optional<Kind> kind(Settings in, Scalar type) {
    String key = own(type.text());
    Optional<String> near =
        kinds.containsKey(key) ? Optional.empty() : Nearest.to(key, kinds.keySet());
    near.ifPresent(meant ->
        in.problemAt(
            type.place(),
            "Did you mean \""
                + meant
                + "\"? If \""
                + type.text()
                + "\" is meant, declare it under \"tasktypes\"."));
    return kinds.getOrDefault(near.orElse(key), Optional.empty());
  }

  /** The kind of a type as it is written, without complaints. */
  Optional<Kind> kind(String type) {
    return kinds.getOrDefault(own(type), Optional.empty());
  }

  /**
   * Every name that understands a type, in the owner's order, with the acceptances that name the
   * type.
   */
  Map<String, Understood> index(List<Acceptance> acceptances) {
    Map<String, List<Acceptance>> byType = new LinkedHashMap<>();
    for (Acceptance acceptance : acceptances) {
      acceptance.tasktypes().stream()
          .map(this::own)
          .distinct()
          .forEach(type -> byType.computeIfAbsent(type, t -> new ArrayList<>()).add(acceptance));
    }
    Map<String, Understood> index = new LinkedHashMap<>();
    byType.forEach((type, accepting) ->
        index.put(
            type, new Understood(type, kinds.getOrDefault(type, Optional.empty()), accepting)));
    synonyms.forEach((synonym, type) -> {
      if (index.containsKey(type)) {
        index.put(synonym, index.get(type));
      }
    });
    return index;
  }

  private String own(String type) {
    String key = Platform.key(type);
    return synonyms.getOrDefault(key, key);
  }
}
