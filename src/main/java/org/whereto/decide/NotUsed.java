// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.answer.Finding;
import org.whereto.answer.Finding.Outcome;
import org.whereto.answer.Reason;
import org.whereto.platform.Acceptance;
import org.whereto.platform.Demanded;
import org.whereto.platform.Offered;
import org.whereto.platform.Supply;
import org.whereto.task.Kind;
import org.whereto.task.Task;
import org.whereto.tree.Path;

/** What nobody looked at never passes unseen (wire.md, section 2): it is a warning. */
final class NotUsed {

  private static final int MOST_UNREAD = 10;
  private static final String CHECK = "undeclared";

  private final Task task;
  private final Optional<Kind> kind;
  private final List<Finding> everywhere;

  /**
   * @param others members of {@code resources} and {@code data} that mean nothing
   */
  NotUsed(Task task, Optional<Kind> kind, List<Path> others) {
    this.task = task;
    this.kind = kind;
    this.everywhere = notUsed(others);
  }

  /** What is to be said where this acceptance is considered. */
  List<Finding> findings(Acceptance acceptance) {
    Set<Path> read = new HashSet<>();
    acceptance.checks().forEach(demanded -> addRead(read, demanded));
    for (Offered offered : acceptance.on()) {
      offered.checks().forEach(demanded -> addRead(read, demanded));
    }
    for (Supply supply : acceptance.supplies()) {
      supply.checks().forEach(demanded -> addRead(read, demanded));
    }
    List<Finding> findings = new ArrayList<>(everywhere);
    findings.addAll(notUsed(Unread.of(task, kind.isPresent(), read)));
    return findings;
  }

  private void addRead(Set<Path> read, Demanded demanded) {
    read.addAll(demanded.check().reads());
    if (kind.isPresent() && !demanded.needs(kind.get()).isEmpty()) {
      Set<String> left = demanded.check().leaves();
      for (String field : kind.get().fields()) {
        if (!left.contains(field)) {
          read.add(Task.TASKINFO_PATH.member(field));
        }
      }
    }
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
    return Finding.of(CHECK, Outcome.OK, Reason.of("field.not-used", path, text));
  }
}
