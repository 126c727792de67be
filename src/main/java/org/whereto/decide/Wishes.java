// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.answer.Finding;
import org.whereto.answer.Finding.Outcome;
import org.whereto.answer.Permanence;
import org.whereto.answer.Reason;
import org.whereto.platform.Acceptance;
import org.whereto.platform.Demanded;
import org.whereto.platform.Offered;
import org.whereto.task.DataNeed;
import org.whereto.task.Kind;
import org.whereto.task.Resources;
import org.whereto.task.Resources.Wanted;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;

/**
 * The wishes that nobody declared: they never pass unseen (wire.md, section 2). A resource or data
 * type that is not on offer is a NO; what nobody looked at is a warning.
 */
final class Wishes {

  private static final int MOST_UNREAD = 10;
  private static final String CHECK = "undeclared";

  private final Task task;
  private final Optional<Kind> kind;
  private final List<Finding> everywhere;

  private Wishes(Task task, Optional<Kind> kind, List<Finding> everywhere) {
    this.task = task;
    this.kind = kind;
    this.everywhere = List.copyOf(everywhere);
  }

  /**
   * The wishes of a Task whose type is understood.
   *
   * @throws BadInput for resources or data that cannot be read
   */
  static Wishes of(Task task, Optional<Kind> kind) throws BadInput {
    Resources resources = Resources.read(task.resources());
    List<Finding> findings = new ArrayList<>();
    resources.wanted().forEach((name, wanted) -> findings.add(resource(name, wanted)));
    for (DataNeed need : DataNeed.read(task.data())) {
      findings.add(data(need));
    }
    findings.addAll(notUsed(resources.others()));
    return new Wishes(task, kind, findings);
  }

  /** What is to be said where this acceptance is considered. */
  List<Finding> findings(Acceptance acceptance) {
    Set<Path> read = new HashSet<>();
    acceptance.checks().forEach(demanded -> addRead(read, demanded));
    for (Offered offered : acceptance.on()) {
      offered.checks().forEach(demanded -> addRead(read, demanded));
    }
    List<Finding> findings = new ArrayList<>(everywhere);
    findings.addAll(notUsed(Unread.of(task, kind.isPresent(), read)));
    return findings;
  }

  private void addRead(Set<Path> read, Demanded demanded) {
    read.addAll(demanded.check().reads());
    if (kind.isPresent() && !demanded.needs().isEmpty()) {
      Set<String> left = demanded.check().leaves();
      for (String field : kind.get().fields()) {
        if (!left.contains(field)) {
          read.add(Task.TASKINFO_PATH.member(field));
        }
      }
    }
  }

  private static Finding resource(String dimension, Wanted wanted) {
    String code = "resources." + dimension;
    if (Resources.STANDARD.containsKey(dimension)) {
      return warning(
          Reason.of(
              "resources.not-checked",
              wanted.path().text(),
              wanted.path() + " was not checked: this platform does not say what it can give."));
    }
    return refusal(
        Reason.of(
                code + ".not-offered",
                wanted.path().text(),
                "This platform does not offer " + dimension + ".")
            .comparing(wanted.asked(), ""));
  }

  private static Finding data(DataNeed need) {
    return refusal(
        Reason.of(
                "data.not-supported",
                need.path().text(),
                "This platform does not say that it can reach data of the type "
                    + need.datatype()
                    + ".")
            .comparing(need.datatype(), ""));
  }

  private static List<Finding> notUsed(List<Path> paths) {
    List<Finding> findings = new ArrayList<>();
    for (Path path : paths.subList(0, Math.min(paths.size(), MOST_UNREAD))) {
      findings.add(notUsed(path.text(), path + " was not looked at."));
    }
    if (paths.size() > MOST_UNREAD) {
      int more = paths.size() - MOST_UNREAD;
      findings.add(notUsed("", "And " + more + " more members were not looked at."));
    }
    return findings;
  }

  private static Finding notUsed(String path, String text) {
    return warning(Reason.of("field.not-used", path, text));
  }

  private static Finding warning(Reason reason) {
    return Finding.of(CHECK, Outcome.OK, reason);
  }

  private static Finding refusal(Reason reason) {
    return Finding.of(CHECK, Outcome.REFUSED, reason.lasting(Permanence.NEVER));
  }
}
