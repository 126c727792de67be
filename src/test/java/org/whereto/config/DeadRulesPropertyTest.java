// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.whereto.answer.Answer;
import org.whereto.answer.Interface;
import org.whereto.answer.Reason;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.decide.Planner;
import org.whereto.platform.Platform;
import org.whereto.task.Caller;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Problems.Problem;
import org.whereto.tree.Tree;
import org.whereto.world.World;

/** Whoever takes out what is warned of changes no YES. */
class DeadRulesPropertyTest {

  private static final String BEGIN =
      """
      whereto: 1
      interfaces:
        x: {servicetype: x}
        y: {servicetype: y, if: {field: {taskinfo.c: [1]}}}
        z: {servicetype: z}
      accepts:
      """;

  private static final int FIRST_LINE = 7;

  private static final List<String> CONDITIONS =
      List.of(
          "field: {taskinfo.a: [1]}",
          "field: {taskinfo.a: [1], taskinfo.b: [1]}",
          "field: {taskinfo.a: {one-of: [2], max: 1}}",
          "schema: {properties: {b: {type: integer}}}",
          "rule: {variables: {b: int}, holds: [{that: b > 0, else: No.}]}",
          "rule: {holds: [{that: 1 > 2, else: No.}]}");

  @Provide
  Arbitrary<List<String>> entries() {
    Arbitrary<String> types = Arbitraries.of("t", "u", "[t, u]");
    Arbitrary<String> on = Arbitraries.of("x", "y", "[x, y]", "[y, z]", "[x, y, z]");
    Arbitrary<List<String>> conditions =
        Arbitraries.subsetOf(CONDITIONS).ofMaxSize(2).map(ArrayList::new);
    Arbitrary<String> words = Arbitraries.of("", "", ", required: true", ", reasons: codes");
    return Combinators.combine(types, on, conditions, words)
        .as(DeadRulesPropertyTest::entry)
        .list()
        .ofMinSize(2)
        .ofMaxSize(5);
  }

  private static String entry(String type, String on, List<String> conditions, String word) {
    Map<String, String> once = new TreeMap<>();
    conditions.forEach(condition -> once.put(condition.split(":", 2)[0], condition));
    String checks = once.isEmpty() ? "" : ", if: {" + String.join(", ", once.values()) + "}";
    return "  - {tasktype: " + type + ", on: " + on + checks + word + "}\n";
  }

  @Property(tries = 60)
  void whatIsWarnedOfMayBeTakenOut(@ForAll("entries") List<String> entries) throws BadInput {
    byte[] file = file(entries);
    List<Integer> idle =
        PlatformFile.warnings(file).stream()
            .filter(DeadRulesPropertyTest::isOfWhole)
            .map(problem -> problem.place().line() - FIRST_LINE)
            .toList();
    Statistics.collect(idle.isEmpty() ? "all matter" : "some are idle");
    for (int line : idle) {
      List<String> rest = new ArrayList<>(entries);
      rest.remove(line);
      if (!rest.isEmpty()) {
        assertSameYes(platform(file), platform(file(rest)), entries.get(line));
      }
    }
  }

  private static boolean isOfWhole(Problem problem) {
    return problem.sentence().startsWith("All that this accepts")
        || problem.sentence().startsWith("This accepts no Task");
  }

  private static void assertSameYes(Platform whole, Platform rest, String entry) throws BadInput {
    for (String type : List.of("t", "u")) {
      for (String taskinfo : List.of("", "a", "ab", "abc", "c", "bc", "ABC")) {
        Tree.Builder members = Tree.build();
        taskinfo
            .chars()
            .forEach(c ->
                members.put(
                    String.valueOf((char) Character.toLowerCase(c)),
                    Character.isUpperCase(c) ? "0" : "1"));
        Task task = Task.of(type, members.done());
        assertThat(yes(task, rest)).as(entry + taskinfo).isEqualTo(yes(task, whole));
      }
    }
  }

  /** The interfaces that are offered without a condition; an empty list for any other answer. */
  private static List<String> yes(Task task, Platform platform) throws BadInput {
    Answer answer =
        Planner.decide(Question.of(task), Caller.ANONYMOUS, platform, World.CLOSED).answer();
    boolean conditional = answer.warnings().stream().anyMatch(Reason::isCondition);
    return conditional
        ? List.of()
        : answer.interfaces().stream()
            .filter(one -> one.warnings().stream().noneMatch(Reason::isCondition))
            .map(Interface::servicetype)
            .toList();
  }

  private static byte[] file(List<String> entries) {
    return (BEGIN + String.join("", entries)).getBytes(UTF_8);
  }

  private static Platform platform(byte[] file) {
    Checked checked = PlatformFile.read("test", file);
    assertThat(checked).isInstanceOf(Checked.Good.class);
    return ((Checked.Good) checked).platform();
  }
}
