// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.util.List;
import org.whereto.answer.Finding;
import org.whereto.answer.Reason;
import org.whereto.decide.Considered;
import org.whereto.decide.Considered.Way;
import org.whereto.platform.Acceptance;
import org.whereto.platform.Offered;
import org.whereto.tree.Place;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Word;
import org.whereto.wire.Answers;
import org.whereto.world.SourceState;

/** How a platform comes to its answer, check by check, for programs. */
final class ExplainedTree {

  private ExplainedTree() {}

  /**
   * {@code {file, version, tasktype, understood, understands, hints, accepts: [{line, column,
   * tasktypes, required, yes, checks, interfaces}], sources, answer}}; a check is {@code {check,
   * path, seen, limit, outcome, code, text}}, a source {@code {source, origin, state, age, slots,
   * fault}}, with the age in seconds.
   */
  static Mapping of(Explained explained) {
    return Tree.build()
        .put("file", explained.file())
        .put("version", explained.decision().version().hash())
        .put("tasktype", explained.decision().tasktype())
        .put("understood", flag(explained.decision().understood()))
        .put("understands", Tree.texts(explained.understoodTypes()))
        .putIfAny("hints", hints(explained))
        .putIfAny(
            "accepts",
            explained.decision().considered().stream().map(ExplainedTree::acceptance).toList())
        .putIfAny("sources", explained.sources().stream().map(SourceState::tree).toList())
        .put("outcome", explained.outcome().word())
        .put("answer", Answers.write(explained.answer()))
        .done();
  }

  private static List<Tree> hints(Explained explained) {
    return explained.decision().understood()
        ? List.of()
        : explained.nearMisses().stream().<Tree>map(Tree::text).toList();
  }

  private static Mapping acceptance(Considered considered) {
    Acceptance acceptance = considered.acceptance();
    Place place = acceptance.place();
    return Tree.build()
        .put("line", Tree.literal(String.valueOf(place.line())))
        .put("column", Tree.literal(String.valueOf(place.column())))
        .put("tasktypes", Tree.texts(acceptance.tasktypes()))
        .put("required", flag(acceptance.required()))
        .put("yes", flag(considered.isYes()))
        .putIfAny("checks", findings(considered.findings()))
        .putIfAny("interfaces", considered.ways().stream().map(ExplainedTree::way).toList())
        .done();
  }

  private static Mapping way(Way way) {
    Offered offered = way.offered();
    return Tree.build()
        .put("name", offered.name())
        .put("servicetype", offered.servicetype())
        .putIfAny("checks", findings(way.findings()))
        .done();
  }

  private static List<Mapping> findings(List<Finding> findings) {
    return findings.stream().map(ExplainedTree::finding).toList();
  }

  private static Mapping finding(Finding finding) {
    return Tree.build()
        .put("check", finding.check())
        .putIfAny("path", finding.path())
        .putIfAny("seen", finding.seen())
        .putIfAny("limit", finding.limit())
        .put("outcome", Word.of(finding.outcome()))
        .putIfAny("code", finding.says().map(Reason::code).orElse(""))
        .putIfAny("text", finding.says().map(Reason::text).orElse(""))
        .done();
  }

  private static Tree flag(boolean value) {
    return Tree.literal(String.valueOf(value));
  }
}
