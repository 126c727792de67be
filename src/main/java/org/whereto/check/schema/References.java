// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.schema;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.whereto.tree.Place;
import org.whereto.tree.Tree.Scalar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The {@code $ref}s of one schema. They lead to places within it and nowhere else: nothing is
 * fetched, and what cannot be found is a fault of the owner's file.
 */
final class References {

  /** The part of a schema whose names nobody wrote, so that no name has to be escaped. */
  private static final String DEFINITIONS = "$defs";

  /** A reference, and the schema that it stands in. */
  private record Reference(Scalar written, SchemaNode from, ObjectNode json) {}

  /** A schema, and the JSON that says the same. */
  private record Target(SchemaNode node, JsonNode json, Place place) {}

  private final Map<String, Target> targets = new HashMap<>();
  private final List<Reference> references = new ArrayList<>();
  private final BiConsumer<Place, String> problems;

  References(BiConsumer<Place, String> problems) {
    this.problems = problems;
  }

  /**
   * A schema to which others may refer.
   *
   * @param name the path of RFC 6901, or the name of an anchor
   */
  void add(String name, SchemaNode node, JsonNode json, Place place) {
    if (targets.putIfAbsent(name, new Target(node, json, place)) != null) {
      problems.accept(place, "The anchor \"" + name + "\" stands here for a second time.");
    }
  }

  void add(Scalar written, SchemaNode from, ObjectNode json) {
    references.add(new Reference(written, from, json));
  }

  /** Ties each reference to its schema. */
  void resolve(ObjectNode root) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Reference reference : references) {
      String wanted = reference.written().text();
      Target target = wanted.startsWith("#") ? targets.get(decoded(wanted)) : null;
      if (target == null) {
        problems.accept(reference.written().place(), unresolved(reference.written().text()));
      } else {
        reference.from().all.add(target.node());
        reference.json().put("$ref", name(decoded(wanted), names));
      }
    }
    ObjectNode definitions = JsonNodeFactory.instance.objectNode();
    names.forEach((wanted, name) -> {
      Target target = targets.get(wanted);
      if (target != null) {
        definitions.set(name, target.json());
      }
    });
    if (!definitions.isEmpty()) {
      root.set(DEFINITIONS, definitions);
    }
    refuseRings();
  }

  private static String name(String wanted, Map<String, String> names) {
    return wanted.isEmpty()
        ? "#"
        : "#/" + DEFINITIONS + "/" + names.computeIfAbsent(wanted, each -> "r" + names.size());
  }

  private static String decoded(String reference) {
    String fragment = reference.substring(1);
    try {
      return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return fragment;
    }
  }

  private static String unresolved(String text) {
    return text.startsWith("#")
        ? "There is no schema at \"" + text + "\": refer to one like #/$defs/NAME."
        : "\""
            + text
            + "\" is not within this schema, and nothing is fetched: copy it below $defs, and refer"
            + " to it as #/$defs/NAME.";
  }

  /** A schema that leads to itself without a step down would never be done with a value. */
  private void refuseRings() {
    Set<SchemaNode> done = new HashSet<>();
    for (Reference reference : references) {
      if (isInRing(reference.from(), new HashSet<>(), done)) {
        problems.accept(
            reference.written().place(),
            "\"" + reference.written().text() + "\" leads back to here without a step down.");
        return;
      }
    }
  }

  private static boolean isInRing(SchemaNode node, Set<SchemaNode> above, Set<SchemaNode> done) {
    if (done.contains(node)) {
      return false;
    }
    if (!above.add(node)) {
      return true;
    }
    for (SchemaNode next : node.besides()) {
      if (isInRing(next, above, done)) {
        return true;
      }
    }
    above.remove(node);
    done.add(node);
    return false;
  }
}
