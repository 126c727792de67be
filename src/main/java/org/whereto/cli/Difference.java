// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.whereto.answer.Answer;
import org.whereto.answer.Interface;
import org.whereto.answer.Reason;
import org.whereto.ask.Result.Outcome;

/** In what an answer differs from the expected one, as sentences; none where it is right. */
final class Difference {

  private final List<String> sentences = new ArrayList<>();

  private Difference() {}

  static List<String> between(Case expected, Explained explained) {
    Difference difference = new Difference();
    Answer answer = explained.answer();
    Outcome got = explained.outcome();
    if (got != expected.expected()) {
      difference.add("expected " + expected.expected().word() + ", got " + got.word());
    }
    difference.inCodes("reason", expected.reasons(), codes(answer.reasons().stream()));
    difference.inCodes("warning", expected.warnings(), codes(warnings(answer)));
    difference.inCodes("interface", expected.interfaces(), servicetypes(answer));
    if (!difference.sentences.isEmpty()) {
      Said.of(explained.told()).forEach(sentence -> difference.add("the answer says: " + sentence));
    }
    return difference.sentences;
  }

  private void inCodes(String what, Optional<List<String>> expected, List<String> got) {
    if (expected.isPresent()) {
      without(expected.get(), got).forEach(code -> add("missing " + what + ": " + code));
      without(got, expected.get()).forEach(code -> add("not expected " + what + ": " + code));
    }
  }

  private void add(String sentence) {
    sentences.add(sentence);
  }

  /** Each member as often as it is there too often. */
  private static List<String> without(List<String> all, List<String> others) {
    List<String> left = new ArrayList<>(all);
    others.forEach(left::remove);
    return left;
  }

  private static Stream<Reason> warnings(Answer answer) {
    return Stream.concat(
        answer.warnings().stream(),
        answer.interfaces().stream().flatMap(way -> way.warnings().stream()));
  }

  /** A code counts once, for however many fields it is said. */
  private static List<String> codes(Stream<Reason> reasons) {
    return reasons.map(Reason::code).distinct().sorted().toList();
  }

  private static List<String> servicetypes(Answer answer) {
    return answer.interfaces().stream().map(Interface::servicetype).sorted().toList();
  }
}
