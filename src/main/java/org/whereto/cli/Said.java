// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.answer.Answer;
import org.whereto.answer.Change;
import org.whereto.answer.Interface;
import org.whereto.answer.Permanence;
import org.whereto.answer.Reason;
import org.whereto.answer.Suggestion;
import org.whereto.ask.Identity;
import org.whereto.ask.Told;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/** What came back, in sentences for people. */
final class Said {

  /** What a NO without reasons means (note, section 3.5). */
  static final String BARE_NO = "does not take this type of task, or gives no reason";

  private static final int MOST_CHANGES = 20;

  private final List<String> sentences = new ArrayList<>();

  private Said() {}

  /** One sentence or more, each on one line. */
  static List<String> of(Told told) {
    Said said = new Said();
    switch (told) {
      case Told.Silent(_, var sentence, var remedy, _, _, _) -> said.add(sentence + " " + remedy);
      case Told.Answered(var answer, _, _) when answer.isYes() -> said.yes(answer);
      case Told.Answered(var answer, _, _) -> said.no(answer);
    }
    said.identity(told);
    return said.sentences;
  }

  /** One reason or warning as a sentence; its code where the platform tells no more. */
  static String of(Reason reason) {
    String way = reason.interfaceName();
    String where = way.isEmpty() || reason.text().contains(way) ? "" : "on " + way + ": ";
    String field = reason.path().isEmpty() ? "" : " (" + reason.path() + ")";
    return where + (reason.text().isBlank() ? reason.code() + field + "." : reason.text());
  }

  /** {@code 1 fault}, {@code 2 faults}. */
  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private void yes(Answer answer) {
    answer.warnings().stream()
        .filter(Reason::isCondition)
        .forEach(warning -> add("Left open: " + of(warning)));
    if (answer.interfaces().isEmpty()) {
      add("It does not say how to run it.");
    }
    answer.interfaces().forEach(this::way);
    answer.resources().ifPresent(this::amounts);
    answer.data().ifPresent(this::data);
    answer.warnings().stream().filter(warning -> !warning.isCondition()).forEach(this::note);
  }

  private void way(Interface way) {
    String endpoint = endpoint(way).map(url -> " at " + url).orElse("");
    add(way.servicetype() + endpoint);
    way.data().ifPresent(this::data);
    way.warnings().forEach(this::note);
  }

  private static Optional<String> endpoint(Interface way) {
    return way.serviceinfo()
        .flatMap(info -> info.get("endpoint"))
        .filter(Scalar.class::isInstance)
        .map(endpoint -> ((Scalar) endpoint).text());
  }

  private void amounts(Tree offered) {
    if (offered instanceof Mapping amounts) {
      List<String> pairs = new ArrayList<>();
      amounts.members().forEach((name, member) -> pairs.add(name + " " + text(member.value())));
      add("On offer: " + String.join(", ", pairs));
    }
  }

  private void data(Tree standings) {
    String told = DataTold.of(standings);
    if (!told.isEmpty()) {
      add("Data: " + told);
    }
  }

  private void no(Answer answer) {
    if (answer.reasons().isEmpty()) {
      add(BARE_NO);
    }
    answer.reasons().forEach(reason -> add(of(reason) + lasting(reason)));
    answer.data().filter(DataTold::isWorthTelling).ifPresent(this::data);
    answer.suggestion().ifPresent(this::suggestion);
    answer.warnings().forEach(this::note);
  }

  /** To whom this was said, and how somebody else would hear more. */
  private void identity(Told told) {
    Identity identity = told.identity();
    if (!identity.knownAs().isEmpty()) {
      add("It knows you as " + identity.knownAs() + ".");
    }
    boolean no = told instanceof Told.Answered(var answer, _, _) && !answer.isYes();
    if (no && identity.challenged() && !identity.tokenSent()) {
      add("After a login it may say something else. " + identity.advice());
    } else if (no && identity.challenged() && identity.knownAs().isEmpty()) {
      add("It does not say that it took the token.");
    }
  }

  private static String lasting(Reason reason) {
    return switch (reason.permanence().orElse(Permanence.NEVER)) {
      case NEVER, UNKNOWN -> "";
      case NOT_NOW -> " It may be different later.";
      case NOT_YOU -> " It may be different for somebody else.";
    };
  }

  private void suggestion(Tree tree) {
    List<Change> changes = Suggestion.read(tree).map(Suggestion::changes).orElse(List.of());
    if (changes.size() == 1) {
      add("It would be YES with " + Diff.of(changes.getFirst()));
    } else if (!changes.isEmpty()) {
      add("It would be YES with these changes:");
      changes.stream().limit(MOST_CHANGES).map(Diff::of).forEach(this::add);
    }
    if (changes.size() > MOST_CHANGES) {
      add("... and " + (changes.size() - MOST_CHANGES) + " more changes");
    }
  }

  private void note(Reason warning) {
    add((warning.isCondition() ? "Left open: " : "Note: ") + of(warning));
  }

  private static String text(Tree tree) {
    return tree instanceof Scalar scalar ? scalar.text() : "...";
  }

  /** Two reasons that say the same to people are one. */
  private void add(String sentence) {
    String clean = Terminal.clean(sentence);
    if (!sentences.contains(clean)) {
      sentences.add(clean);
    }
  }
}
