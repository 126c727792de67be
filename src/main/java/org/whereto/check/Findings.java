// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.answer.Finding;
import org.whereto.answer.Finding.Outcome;
import org.whereto.answer.Permanence;
import org.whereto.answer.Reason;
import org.whereto.answer.Repair;
import org.whereto.answer.Statement;

/** Where a check puts what it sees. It can only add. */
public final class Findings {

  private final String check;
  private final List<Finding> found = new ArrayList<>();
  private int refused;
  private boolean concerned = true;

  /**
   * @param check the name of the check that will look
   */
  public Findings(String check) {
    this.check = check;
  }

  /** It holds. */
  public void ok(String path, String seen, String limit) {
    found.add(new Finding(check, path, seen, limit, Outcome.OK, Optional.empty()));
  }

  /** It holds, and the asker must be told something of it. */
  public void remark(Reason warning) {
    found.add(Finding.of(check, Outcome.OK, warning));
  }

  /** It does not hold. A reason that does not say how long it lasts is for ever. */
  public void refuse(Reason reason) {
    refuse(reason, List.of());
  }

  /**
   * It does not hold, but would with other choices of the asker. Content is never mended: not its
   * languages, its data, its files.
   *
   * @param repairs all that it takes; none if nothing is known
   */
  public void refuse(Reason reason, List<Repair> repairs) {
    refused++;
    Reason lasting = reason.permanence().isPresent() ? reason : reason.lasting(Permanence.NEVER);
    found.add(Finding.of(check, Outcome.REFUSED, lasting).mendedBy(repairs));
  }

  /** Whether so little was refused so far that repairs are worth being looked for. */
  public boolean mayBeMended() {
    return refused < Repair.MOST;
  }

  /** The question leaves it open; the code ends in {@code .not-given} or {@code .undetermined}. */
  public void notGiven(Reason warning) {
    found.add(Finding.of(check, Outcome.NOT_GIVEN, warning));
  }

  /** It could not be decided. */
  public void cannotTell(Reason reason) {
    found.add(Finding.of(check, Outcome.CANNOT_TELL, reason.lasting(Permanence.UNKNOWN)));
  }

  /** The Task asks for nothing that the check looks at, which is well. */
  public void notConcerned() {
    concerned = false;
  }

  /** What the answer tells of what was found last. */
  public void stating(Statement statement) {
    found.add(found.removeLast().stating(statement));
  }

  /** Whether it says nothing, though it should. */
  public boolean isSilent() {
    return concerned && found.isEmpty();
  }

  /** All that was found so far, in order. */
  public List<Finding> all() {
    return List.copyOf(found);
  }
}
