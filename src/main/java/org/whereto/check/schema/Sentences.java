// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.whereto.tree.Path;

/**
 * What the judge finds wrong, in plain sentences. What is wrong with each of several alternatives
 * is one flaw: whoever asks need only mend one of them.
 *
 * @param at where the value that was judged stands in the Task
 */
record Sentences(Path at) {

  private static final Set<String> NAMED =
      Set.of("properties", "patternProperties", "dependentSchemas", "dependencies");

  private static final Set<String> STEPS_DOWN =
      Set.of(
          "properties",
          "patternProperties",
          "additionalProperties",
          "unevaluatedProperties",
          "items",
          "prefixItems",
          "additionalItems",
          "contains",
          "unevaluatedItems");

  /** Where several alternatives stand in the schema, and which value they were tried on. */
  private record Choice(String schema, List<Object> value) {}

  List<Flaw> of(List<Error> errors) {
    Set<Flaw> flaws = new LinkedHashSet<>();
    Map<Choice, Map<Object, Error>> choices = new LinkedHashMap<>();
    for (Error error : errors) {
      int branch = branch(error.getEvaluationPath());
      if (branch < 0) {
        flaws.addAll(FlawOf.errors(error, path(elements(error.getInstanceLocation()))));
      } else {
        Object nth = error.getEvaluationPath().getElement(branch);
        choices
            .computeIfAbsent(choice(error, branch), each -> new LinkedHashMap<>())
            .putIfAbsent(nth, error);
      }
    }
    Set<Path> told = new LinkedHashSet<>();
    choices.forEach((choice, branches) -> {
      Flaw flaw = none(path(choice.value()), branches.values());
      told.add(flaw.path());
      flaws.add(flaw);
    });
    flaws.removeIf(flaw -> flaw.sentence().isEmpty() && told.contains(flaw.path()));
    return flaws.stream().map(flaw -> flaw.sentence().isEmpty() ? unfit(flaw) : flaw).toList();
  }

  private Flaw none(Path path, Iterable<Error> branches) {
    List<String> sentences = new ArrayList<>();
    List<String> limits = new ArrayList<>();
    String asked = "";
    for (Error error : branches) {
      Flaw flaw = FlawOf.error(error, path(elements(error.getInstanceLocation())));
      sentences.add(flaw.sentence());
      limits.add(flaw.limit());
      asked = flaw.path().equals(path) ? flaw.asked() : asked;
    }
    sentences.removeIf(String::isEmpty);
    limits.removeIf(String::isEmpty);
    return new Flaw(
        path,
        path + " fits none of what is allowed here: " + String.join(" Or: ", sentences),
        asked,
        String.join(", or ", limits));
  }

  private static Flaw unfit(Flaw flaw) {
    return new Flaw(
        flaw.path(), flaw.path() + " must fit exactly one of several schemas.", flaw.asked(), "");
  }

  /**
   * The place of the number of an alternative on the way through the schema; -1 if there is none.
   */
  private static int branch(NodePath evaluation) {
    int at = 0;
    while (at < evaluation.getNameCount() - 1) {
      String keyword = String.valueOf(evaluation.getElement(at));
      boolean numbered = evaluation.getElement(at + 1) instanceof Integer;
      if (numbered && (keyword.equals("anyOf") || keyword.equals("oneOf"))) {
        return at + 1;
      }
      at += numbered || NAMED.contains(keyword) ? 2 : 1;
    }
    return -1;
  }

  private static Choice choice(Error error, int branch) {
    NodePath evaluation = error.getEvaluationPath();
    List<Object> schema = elements(evaluation).subList(0, branch);
    int depth = 0;
    int at = 0;
    while (at < branch - 1) {
      String keyword = String.valueOf(evaluation.getElement(at));
      boolean numbered = evaluation.getElement(at + 1) instanceof Integer;
      depth += STEPS_DOWN.contains(keyword) ? 1 : 0;
      at += numbered || NAMED.contains(keyword) ? 2 : 1;
    }
    List<Object> value = elements(error.getInstanceLocation());
    return new Choice(schema.toString(), value.subList(0, Math.min(depth, value.size())));
  }

  private static List<Object> elements(NodePath path) {
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < path.getNameCount(); i++) {
      elements.add(path.getElement(i));
    }
    return elements;
  }

  private Path path(List<Object> elements) {
    Path path = at;
    for (Object element : elements) {
      path =
          element instanceof Integer index
              ? path.item(index)
              : path.member(String.valueOf(element));
    }
    return path;
  }
}
