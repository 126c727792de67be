// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import java.util.List;
import org.whereto.task.Task;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.wire.Answers;
import org.whereto.wire.Schemas;

/**
 * All that an asking has to tell, as one document for machines. Its form is a contract: {@link
 * #schema()}.
 *
 * @param results the best first
 */
public record Report(Task task, List<Result> results, Verdict verdict) {

  public Report {
    results = Result.ranked(results);
  }

  /** The document; members that say nothing are left out. */
  public Mapping tree() {
    return Tree.build()
        .put("task", task.document())
        .put("asked", number(results.size()))
        .put("verdict", verdict.word())
        .put("exit", number(verdict.exitCode()))
        .put("results", Tree.list(results.stream().map(Report::one).toList()))
        .done();
  }

  /** The JSON Schema (2020-12) of {@link #tree()}. */
  public static Mapping schema() {
    return Schemas.read(Report.class, "ask.schema.json");
  }

  private static Mapping one(Result result) {
    Told told = result.told();
    Tree.Builder out =
        Tree.build()
            .put("name", result.name())
            .put("location", result.location())
            .put("outcome", result.outcome().word());
    Identity identity = told.identity();
    switch (told) {
      case Told.Answered answered ->
          out.put("answer", Answers.write(answered.answer())).putIfAny("login", identity.advice());
      case Told.Silent silent -> out.put("problem", problem(silent));
    }
    if (identity.challenged()) {
      out.put("challenged", Tree.literal("true"));
    }
    if (identity.tokenSent()) {
      out.put("tokenSent", Tree.literal("true"));
    }
    out.putIfAny("knownAs", identity.knownAs());
    return out.put("milliseconds", number(told.took().toMillis())).done();
  }

  private static Mapping problem(Told.Silent silent) {
    Tree.Builder out =
        Tree.build()
            .put("code", silent.why().word())
            .put("text", silent.sentence())
            .putIfAny("remedy", silent.remedy());
    silent.status().ifPresent(status -> out.put("status", number(status)));
    return out.done();
  }

  private static Tree number(long number) {
    return Tree.literal(Long.toString(number));
  }
}
