// SPDX-License-Identifier: Apache-2.0
package org.whereto.answer;

import java.util.List;
import java.util.Optional;
import org.whereto.tree.Tree;

/**
 * The answer to "can this Task run here?" (note, sections 3 to 5; wire.md, section 2).
 *
 * @param interfaces the ways to run it, in the owner's order; empty for NO. A YES may come without
 *     any from a service that is not ours
 * @param resources amounts on offer (YES) or available (NO), by the request's names
 * @param data the standing of each data item asked for, in request order
 * @param reasons why not; empty for YES
 * @param warnings conditions and doubts that hold for all interfaces
 * @param suggestion a repaired Task that would get a YES, as a {@link Suggestion} reads it; that of
 *     a service which is not ours is kept as it came
 */
public record Answer(
    Word word,
    List<Interface> interfaces,
    Optional<Tree> resources,
    Optional<Tree> data,
    List<Reason> reasons,
    List<Reason> warnings,
    Optional<Tree> suggestion) {

  /** The word of the answer; the note's field is spelt {@code reponseword}. */
  public enum Word {
    YES,
    NO
  }

  /** NO, and not a word more. */
  public static final Answer BARE_NO = no(List.of(), List.of());

  public Answer {
    interfaces = List.copyOf(interfaces);
    reasons = List.copyOf(reasons);
    warnings = List.copyOf(warnings);
  }

  public static Answer yes(List<Interface> interfaces, List<Reason> warnings) {
    return new Answer(
        Word.YES,
        interfaces,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        warnings,
        Optional.empty());
  }

  public static Answer no(List<Reason> reasons, List<Reason> warnings) {
    return new Answer(
        Word.NO,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        reasons,
        warnings,
        Optional.empty());
  }

  /** The same with amounts and the standing of data that hold for all its interfaces. */
  public Answer stating(Optional<Tree> amounts, Optional<Tree> standings) {
    return new Answer(word, interfaces, amounts, standings, reasons, warnings, suggestion);
  }

  /** This NO with what would turn it into a YES. */
  public Answer suggesting(Suggestion better) {
    return new Answer(
        word, interfaces, resources, data, reasons, warnings, Optional.of(better.tree()));
  }

  public boolean isYes() {
    return word == Word.YES;
  }

  /** A YES that holds only if something comes true that was not said or could not be told. */
  public boolean isConditional() {
    return isYes() && (anyConditional(warnings) || isEachWayConditional());
  }

  private boolean isEachWayConditional() {
    for (Interface way : interfaces) {
      if (!anyConditional(way.warnings())) {
        return false;
      }
    }
    return !interfaces.isEmpty();
  }

  private static boolean anyConditional(List<Reason> warnings) {
    for (Reason warning : warnings) {
      if (warning.isCondition()) {
        return true;
      }
    }
    return false;
  }
}
