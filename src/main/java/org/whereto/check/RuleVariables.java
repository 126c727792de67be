// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.whereto.answer.Reason;
import org.whereto.check.rule.Expression;
import org.whereto.check.rule.Sort;
import org.whereto.check.rule.Sort.Said;
import org.whereto.check.rule.Sort.Single;
import org.whereto.check.value.ListText;
import org.whereto.task.Caller;
import org.whereto.task.Fact;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/** The variables of rules: members of the Task as the owner declares them, facts, the caller. */
final class RuleVariables {

  /** Characters of a text, and items of a list, with which a rule is evaluated. */
  private static final int LONGEST_TEXT = 4000;

  private static final int LONGEST_LIST = 1000;

  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]{0,63}+");

  private static final String ANONYMOUS = "caller_is_anonymous";

  /** What the language itself takes, or may. */
  private static final Set<String> RESERVED =
      Set.of(
          ("true false null in as break const continue else for function if import let loop package"
                  + " namespace return var void while has all exists exists_one map filter size"
                  + " matches contains startsWith endsWith int uint double bool string bytes list"
                  + " type dyn duration timestamp null_type")
              .split(" "));

  /** What Whereto knows besides, whatever the owner declares. */
  private static final Map<String, Sort> GIVEN = given();

  /** A variable that the owner declares. */
  private record Member(Path path, List<String> steps, Sort sort) {}

  private final Map<String, Member> members;

  private RuleVariables(Map<String, Member> members) {
    this.members = members;
  }

  private static Map<String, Sort> given() {
    Map<String, Sort> given = new LinkedHashMap<>();
    for (RuleFact fact : RuleFact.values()) {
      given.put(fact.word(), new Sort(Single.TEXT, true));
    }
    given.put(ANONYMOUS, new Sort(Single.FLAG, false));
    return given;
  }

  static RuleVariables read(Settings in) {
    Map<String, Member> members =
        in.named(
            "variables",
            "Members of the Task, each under a name that rules use.",
            RuleVariables::member);
    members.keySet().forEach(name -> refuseName(in, "variables", name));
    return new RuleVariables(members);
  }

  private static Member member(String name, Settings in) {
    in.shorthand("type");
    in.require("type");
    Sort sort =
        Sort.of(in.choice("type", Sort.words(), "text", "What it holds."))
            .orElse(new Sort(Single.TEXT, false));
    String from =
        in.textIfAny("from", "The member, like taskinfo.nodes; if left out, taskinfo.NAME.")
            .orElse(Task.TASKINFO_PATH.member(name).text());
    try {
      List<String> steps = new Path(from).steps();
      if (!steps.isEmpty() && FieldCheck.OTHERS_BUSINESS.contains(steps.getFirst())) {
        in.problem("from", "\"" + steps.getFirst() + "\" has a meaning of its own: no variable.");
      }
      return new Member(Path.of(steps), steps, sort);
    } catch (BadInput malformed) {
      in.problem("from", malformed.sentence());
      return new Member(Task.TASKINFO_PATH, List.of(), sort);
    }
  }

  /** Complains about a name that a rule could not use. */
  static void refuseName(Settings in, String key, String name) {
    if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
      in.problem(
          key,
          "\""
              + name
              + "\" cannot be a name in rules: take letters, digits and _, and none of its own"
              + " words.");
    } else if (GIVEN.containsKey(name)) {
      in.problem(key, "\"" + name + "\" is there in any case: take another name.");
    }
  }

  Map<String, Sort> sorts() {
    Map<String, Sort> sorts = new LinkedHashMap<>(GIVEN);
    members.forEach((name, member) -> sorts.put(name, member.sort()));
    return sorts;
  }

  /** The names of those that the owner declares. */
  Set<String> names() {
    return members.keySet();
  }

  /** The members of the Task that an expression needs. */
  List<Path> paths(Expression expression) {
    return members.entrySet().stream()
        .filter(member -> expression.uses(member.getKey()))
        .map(member -> member.getValue().path())
        .toList();
  }

  /** The facts that an expression needs. */
  static List<Fact> facts(Expression expression) {
    List<Fact> facts = new ArrayList<>();
    for (RuleFact fact : RuleFact.values()) {
      if (expression.uses(fact.word())) {
        facts.add(fact.fact());
      }
    }
    return facts;
  }

  /**
   * The values with which an expression is evaluated. Where one is missing or cannot be told, that
   * goes to {@code findings}, and there are none.
   *
   * @throws BadInput for a member that has not the sort that is declared
   */
  Optional<Map<String, Object>> values(Expression expression, Asked asked, Findings findings)
      throws BadInput {
    Map<String, Object> values = new LinkedHashMap<>();
    boolean complete = true;
    Mapping document = asked.task().document();
    for (Map.Entry<String, Member> member : members.entrySet()) {
      if (expression.uses(member.getKey())) {
        Optional<Object> value = value(member.getValue(), document, findings);
        complete &= value.isPresent();
        value.ifPresent(it -> values.put(member.getKey(), it));
      }
    }
    for (RuleFact fact : RuleFact.values()) {
      if (expression.uses(fact.word())) {
        Optional<List<String>> texts = fact.texts(asked.facts(), findings);
        complete &= texts.isPresent();
        texts.ifPresent(it -> values.put(fact.word(), it));
      }
    }
    values.put(ANONYMOUS, isAnonymous(asked.caller()));
    return complete ? Optional.of(values) : Optional.empty();
  }

  private static boolean isAnonymous(Caller caller) {
    return switch (caller) {
      case Caller.Anonymous _, Caller.Unchecked _ -> true;
      case Caller.Known _ -> false;
    };
  }

  private static Optional<Object> value(Member member, Mapping document, Findings findings)
      throws BadInput {
    Path path = member.path();
    Optional<Tree> tree = FieldCheck.find(document, member.steps());
    if (tree.isEmpty()) {
      findings.notGiven(
          Reason.of("rule.not-given", path.text(), path + " is not given, and that will decide."));
      return Optional.empty();
    }
    if (!member.sort().many()) {
      return single(tree.get(), member, findings);
    }
    List<Object> values = new ArrayList<>();
    for (Tree item : items(tree.get(), path)) {
      Optional<Object> value = single(item, member, findings);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    if (values.size() > LONGEST_LIST) {
      findings.cannotTell(
          undecided(path, "has more than " + LONGEST_LIST + " items, which is too much to tell"));
      return Optional.empty();
    }
    return Optional.of(List.copyOf(values));
  }

  private static List<Tree> items(Tree tree, Path path) throws BadInput {
    List<Tree> items = new ArrayList<>();
    for (Tree item : tree.items(path)) {
      if (item instanceof Scalar scalar && !scalar.isNull()) {
        items.addAll(ListText.items(scalar));
      } else {
        items.add(item);
      }
    }
    return items;
  }

  private static Optional<Object> single(Tree tree, Member member, Findings findings)
      throws BadInput {
    Path path = member.path();
    if (!(tree instanceof Scalar scalar) || scalar.isNull()) {
      throw wrong(path, tree, path + " must be " + told(member, tree) + ".");
    }
    if (scalar.text().length() > LONGEST_TEXT) {
      findings.cannotTell(
          undecided(
              path, "has more than " + LONGEST_TEXT + " characters, which is too much to tell"));
      return Optional.empty();
    }
    return switch (member.sort().single().say(scalar.text())) {
      case Said.Value(Object value) -> Optional.of(value);
      case Said.Inexact() -> {
        findings.cannotTell(
            undecided(
                path, "is \"" + scalar.text() + "\", which has more digits than can be told"));
        yield Optional.empty();
      }
      case Said.Wrong() ->
          throw wrong(
              path,
              tree,
              path + " is \"" + scalar.text() + "\"; it must be " + told(member, tree) + ".");
    };
  }

  private static String told(Member member, Tree tree) {
    boolean one = tree instanceof Sequence && !member.sort().many();
    return (one ? "one value, " : "") + member.sort().single().told();
  }

  private static BadInput wrong(Path path, Tree tree, String sentence) {
    return new BadInput("rule.wrong-type", path, tree.place(), sentence);
  }

  private static Reason undecided(Path path, String why) {
    return Reason.of("rule.not-decided", path.text(), path + " " + why + ".");
  }
}
