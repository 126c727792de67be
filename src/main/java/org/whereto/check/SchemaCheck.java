// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.answer.Reason;
import org.whereto.check.schema.Flaw;
import org.whereto.check.schema.JsonSchema;
import org.whereto.check.value.OutOfSteps;
import org.whereto.task.Task;
import org.whereto.tree.Path;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.world.World;

/**
 * The taskinfo must be valid by a JSON Schema of the owner: for types that Whereto knows nothing
 * of, and for fields that an owner adds to those it knows. Documents are their kind's business.
 */
final class SchemaCheck implements Check {

  static final CheckType TYPE =
      new CheckType(
          "schema",
          "A JSON Schema (2020-12, or draft-07 by its $schema) by which the taskinfo must be"
              + " valid.",
          Set.of(),
          SchemaCheck::read);

  /** Reasons of one Task. */
  private static final int MOST_TOLD = 20;

  private static final String NOT_VALID = "schema.not-valid";
  private static final String LIMIT = "valid by the owner's schema";

  private final Optional<JsonSchema> schema;

  private SchemaCheck(Optional<JsonSchema> schema) {
    this.schema = schema;
  }

  private static Check read(Settings in) {
    Mapping source = in.everything("A keyword of JSON Schema.");
    if (source.members().isEmpty()) {
      in.problemAt(in.place(), "\"schema\" says nothing: write a JSON Schema for the taskinfo.");
      return new SchemaCheck(Optional.empty());
    }
    return new SchemaCheck(JsonSchema.read(source, in::problemAt));
  }

  @Override
  public List<Path> reads() {
    return schema.map(JsonSchema::members).orElse(Set.of()).stream()
        .map(Task.TASKINFO_PATH::member)
        .toList();
  }

  @Override
  public List<String> demands() {
    return reads().isEmpty()
        ? List.of("taskinfo " + LIMIT)
        : List.of(
            "taskinfo "
                + LIMIT
                + ", which knows "
                + Reason.listing(reads().stream().map(Path::text).toList()));
  }

  @Override
  public boolean mayTakeLong() {
    return true;
  }

  @Override
  public void look(Asked asked, World world, Findings findings) {
    Optional<Tree> taskinfo = asked.task().taskinfo().map(tree -> without(tree, asked.contents()));
    if (taskinfo.isEmpty()) {
      findings.notGiven(
          Reason.of(
                  "schema.not-given",
                  Task.TASKINFO,
                  "The question has no taskinfo, and what stands there will decide.")
              .comparing("", LIMIT));
    } else if (schema.isPresent()) {
      judge(taskinfo.get(), schema.get(), findings);
    }
  }

  private static void judge(Tree taskinfo, JsonSchema schema, Findings findings) {
    try {
      List<Flaw> flaws = schema.flaws(taskinfo, Task.TASKINFO_PATH);
      if (flaws.isEmpty()) {
        findings.ok(Task.TASKINFO, "valid", LIMIT);
      }
      flaws.stream().limit(MOST_TOLD).forEach(flaw -> findings.refuse(reason(flaw)));
      if (flaws.size() > MOST_TOLD) {
        int more = flaws.size() - MOST_TOLD;
        findings.refuse(
            Reason.of(NOT_VALID, "", "And " + more + " more members are not as they must be."));
      }
    } catch (OutOfSteps tooMuch) {
      findings.cannotTell(
          Reason.of(
              "schema.not-decided",
              Task.TASKINFO,
              "It takes too long to tell whether this taskinfo is valid: send a smaller one."));
    }
  }

  private static Reason reason(Flaw flaw) {
    return Reason.of(NOT_VALID, flaw.path().text(), flaw.sentence())
        .comparing(flaw.asked(), flaw.limit());
  }

  private static Tree without(Tree taskinfo, Set<String> contents) {
    Tree rest = taskinfo;
    for (String content : contents) {
      rest = rest instanceof Mapping mapping ? mapping.without(content) : rest;
    }
    return rest;
  }
}
