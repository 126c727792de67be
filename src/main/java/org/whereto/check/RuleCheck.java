// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.whereto.answer.Reason;
import org.whereto.check.rule.Expression;
import org.whereto.check.rule.Expression.Verdict;
import org.whereto.check.rule.RuleLanguage;
import org.whereto.task.Fact;
import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;
import org.whereto.tree.Path;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree.Scalar;
import org.whereto.world.World;

/**
 * Expressions of the owner that must hold: for what several members have to do with each other, and
 * no plain check can say.
 */
final class RuleCheck implements Check {

  static final CheckType TYPE =
      new CheckType(
          "rule",
          "Expressions over members of the Task that must hold, each with its reason if not.",
          Set.of(),
          RuleCheck::new);

  private static final Pattern SUFFIX = Pattern.compile("[a-z][a-z0-9]*+(?:-[a-z0-9]++)*+");

  /** Codes with such an ending mean that a question leaves something open. */
  private static final Set<String> TAKEN = Set.of("not-given", "undetermined");

  private static final int LONGEST_LIMIT = 200;

  /** One expression as it stands in the file. */
  private record Written(Optional<Scalar> that, String otherwise, String code) {}

  /** One expression that must hold. */
  private record Rule(Expression expression, String that, String otherwise, String code) {}

  private final RuleVariables variables;
  private final List<Rule> rules = new ArrayList<>();

  private RuleCheck(Settings in) {
    this.variables = RuleVariables.read(in);
    Map<String, Set<String>> lists =
        in.named(
            "lists",
            "Lists of texts, each under a name; a rule asks name(text) whether a text is in it.",
            (name, list) -> texts(list));
    lists
        .keySet()
        .forEach(name -> {
          RuleVariables.refuseName(in, "lists", name);
          if (variables.names().contains(name)) {
            in.problem("lists", "\"" + name + "\" is a variable already: take another name.");
          }
        });
    in.require("holds");
    List<Written> written = in.list("holds", "What must hold.", RuleCheck::written);
    if (in.has("holds") && written.isEmpty()) {
      in.problem("holds", "\"holds\" is empty: write at least one rule.");
    }
    if (written.stream().anyMatch(rule -> rule.that().isPresent())) {
      readAll(written, lists, in);
    }
  }

  private void readAll(List<Written> written, Map<String, Set<String>> lists, Settings in) {
    RuleLanguage language;
    try {
      language = new RuleLanguage(variables.sorts(), lists);
    } catch (IllegalArgumentException clash) {
      in.problem("lists", "A list has the name of a function that rules have: take another name.");
      return;
    }
    written.forEach(rule -> read(rule, language, in));
    refuseUnused(in, lists.keySet(), written.size());
  }

  private static Set<String> texts(Settings list) {
    list.shorthand("texts");
    list.require("texts");
    return list.texts("texts", "The texts that are in it.").stream()
        .map(Scalar::text)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Written written(Settings in) {
    Optional<Scalar> that = in.placed("that", "An expression of CEL that is true or false.");
    String otherwise =
        in.text("else", "What the asker is told where it is false: one plain sentence.");
    Optional<String> code =
        in.textIfAny("code", "A word for programs, added to the code rule.not-met.");
    code.filter(word -> !SUFFIX.matcher(word).matches() || TAKEN.contains(word))
        .ifPresent(word ->
            in.problem(
                "code",
                "\""
                    + word
                    + "\" cannot be a code: write small letters and digits, like too-long."));
    return new Written(that, otherwise, "rule.not-met" + code.map(word -> "." + word).orElse(""));
  }

  private void read(Written rule, RuleLanguage language, Settings in) {
    rule.that()
        .ifPresent(that ->
            language
                .read(that.text(), (offset, sentence) -> in.problemIn(that, offset, sentence))
                .ifPresent(expression ->
                    rules.add(
                        new Rule(
                            expression,
                            OneLine.cut(that.text(), LONGEST_LIMIT),
                            rule.otherwise(),
                            rule.code()))));
  }

  /** What is declared and not used was meant for a rule that is not there. */
  private void refuseUnused(Settings in, Set<String> lists, int written) {
    if (rules.size() < written) {
      return;
    }
    variables.names().stream()
        .filter(this::isUnused)
        .forEach(name -> in.problem("variables", "No rule uses \"" + name + "\": take it out."));
    lists.stream()
        .filter(this::isUnused)
        .forEach(name -> in.problem("lists", "No rule uses \"" + name + "\": take it out."));
  }

  private boolean isUnused(String name) {
    return rules.stream().noneMatch(rule -> rule.expression().uses(name));
  }

  @Override
  public Set<Fact> needs() {
    return rules.stream()
        .flatMap(rule -> RuleVariables.facts(rule.expression()).stream())
        .collect(Collectors.toSet());
  }

  /** A rule without variables has one outcome. */
  @Override
  public Optional<String> never() {
    return rules.stream()
        .filter(rule -> variables.sorts().keySet().stream().noneMatch(rule.expression()::uses))
        .filter(rule -> rule.expression().of(Map.of()) != Verdict.HOLDS)
        .map(rule -> "The rule \"" + rule.that() + "\" holds for no Task.")
        .findFirst();
  }

  @Override
  public List<Path> reads() {
    return rules.stream()
        .flatMap(rule -> variables.paths(rule.expression()).stream())
        .distinct()
        .toList();
  }

  /** Of images it knows the names. */
  @Override
  public Set<String> leaves() {
    return ImageCheck.OF_CONTENTS;
  }

  @Override
  public List<String> demands() {
    return rules.stream().map(Rule::that).toList();
  }

  @Override
  public boolean mayTakeLong() {
    return true;
  }

  @Override
  public void look(Asked asked, World world, Findings findings) throws BadInput {
    for (Rule rule : rules) {
      Optional<Map<String, Object>> values = variables.values(rule.expression(), asked, findings);
      if (values.isPresent()) {
        look(rule, values.get(), findings);
      }
    }
  }

  private void look(Rule rule, Map<String, Object> values, Findings findings) {
    List<Path> paths = variables.paths(rule.expression());
    String path = paths.size() == 1 ? paths.getFirst().text() : "";
    String seen = seen(rule, values);
    switch (rule.expression().of(values)) {
      case HOLDS -> findings.ok(path, seen, rule.that());
      case FAILS ->
          findings.refuse(
              Reason.of(rule.code(), path, rule.otherwise()).comparing(seen, rule.that()));
      case UNDECIDED ->
          findings.cannotTell(
              Reason.of(
                      "rule.not-decided",
                      path,
                      "A rule of this platform could not be evaluated for this Task.")
                  .comparing(seen, rule.that()));
    }
  }

  private static String seen(Rule rule, Map<String, Object> values) {
    List<String> seen = new ArrayList<>();
    values.forEach((name, value) -> {
      if (rule.expression().uses(name)) {
        seen.add(name + " = " + told(value));
      }
    });
    return String.join(", ", seen);
  }

  private static String told(Object value) {
    return value instanceof List<?> list
        ? "[" + Reason.listing(list.stream().map(String::valueOf).toList()) + "]"
        : String.valueOf(value);
  }
}
