// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.whereto.answer.Answer;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.decide.Decision;
import org.whereto.decide.Planner;
import org.whereto.platform.Platform;
import org.whereto.support.InAnyForm;
import org.whereto.support.WrittenTask;
import org.whereto.task.Caller;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Formats;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Sequence;
import org.whereto.world.World;

/** What must hold for every platform and every Task. */
class PlatformPropertyTest {

  /** One entry of {@code accepts} as a mapping, with the checks that its type can have. */
  record Entry(String tasktype, List<String> on, Map<String, Tree> checks, boolean required) {

    Entry without(String check) {
      Map<String, Tree> fewer = new LinkedHashMap<>(checks);
      fewer.remove(check);
      return new Entry(tasktype, on, fewer, required);
    }

    Mapping tree() {
      return Tree.build()
          .put("tasktype", tasktype)
          .put("on", Tree.texts(on))
          .put("if", Tree.map(checks))
          .put("required", Tree.literal(String.valueOf(required)))
          .done();
    }
  }

  @Property
  void removingACheckNeverTurnsYesIntoNo(
      @ForAll("entries") List<Entry> entries, @ForAll("tasks") Task task) {
    Outcome before = outcome(platform(entries), task);
    for (int i = 0; i < entries.size(); i++) {
      for (String check : entries.get(i).checks().keySet()) {
        List<Entry> fewer = new ArrayList<>(entries);
        fewer.set(i, entries.get(i).without(check));
        assertNotWorse(before, outcome(platform(fewer), task));
      }
    }
  }

  @Property
  void addingAnAcceptanceNeverTurnsYesIntoNo(
      @ForAll("entries") List<Entry> entries,
      @ForAll("entry") Entry more,
      @ForAll("tasks") Task task) {
    List<Entry> first = new ArrayList<>(entries);
    first.addFirst(more);
    List<Entry> last = new ArrayList<>(entries);
    last.addLast(more);

    Outcome before = outcome(platform(entries), task);

    for (Outcome after : List.of(outcome(platform(first), task), outcome(platform(last), task))) {
      // One more acceptance may be the first that reads a broken field: a fault, never a NO.
      if (after instanceof Outcome.Said) {
        assertNotWorse(before, after);
      }
    }
  }

  /** What a query or form cannot say is left out: see {@link WrittenTask}. */
  @Property
  void theSameTaskInEveryFormOfARequestGetsTheSameAnswer(
      @ForAll("entries") List<Entry> entries, @ForAll("tasks") Task task) throws BadInput {
    Platform platform = platform(entries);

    Outcome direct = outcome(platform, task);

    for (Map.Entry<String, Question> form : WrittenTask.inEveryForm(task).entrySet()) {
      assertThat(outcome(platform, form.getValue())).as(form.getKey()).isEqualTo(direct);
    }
  }

  @Property
  void aNoHasReasonsAndAYesHasInterfaces(
      @ForAll("entries") List<Entry> entries, @ForAll("tasks") Task task) {
    Platform platform = platform(entries);
    if (outcome(platform, task) instanceof Outcome.Said said) {
      assertThat(said.answer().isYes()).isNotEqualTo(said.answer().interfaces().isEmpty());
      assertThat(said.answer().reasons().isEmpty())
          .isEqualTo(said.answer().isYes() || platform.understands(task.tasktype()).isEmpty());
    }
  }

  sealed interface Outcome {
    record Said(Answer answer) implements Outcome {}

    record Bad(String code) implements Outcome {}
  }

  /**
   * YES stays YES, and an unconditional one stays unconditional. Bad input may become an answer.
   */
  private static void assertNotWorse(Outcome before, Outcome after) {
    if (before instanceof Outcome.Said(Answer answer) && answer.isYes()) {
      assertThat(after).isInstanceOf(Outcome.Said.class);
      Answer now = ((Outcome.Said) after).answer();
      assertThat(now.isYes()).isTrue();
      assertThat(now.isConditional() && !answer.isConditional()).isFalse();
    }
  }

  private static Outcome outcome(Platform platform, Task task) {
    return outcome(platform, Question.of(task));
  }

  private static Outcome outcome(Platform platform, Question question) {
    try {
      Decision decision = Planner.decide(question, Caller.ANONYMOUS, platform, World.CLOSED);
      return new Outcome.Said(InAnyForm.of(decision.answer()));
    } catch (BadInput fault) {
      return new Outcome.Bad(fault.code());
    }
  }

  private static Platform platform(List<Entry> entries) {
    Mapping file =
        Tree.build()
            .put("whereto", Tree.literal("1"))
            .put(
                "interfaces",
                Tree.build()
                    .put("a", Tree.build().put("servicetype", "uri://a").done())
                    .put("b", Tree.build().put("servicetype", "uri://b").done())
                    .done())
            .put("accepts", Tree.list(entries.stream().map(Entry::tree).toList()))
            .done();
    Checked checked = PlatformFile.read("random", Formats.YAML.write(file));
    assertThat(checked).isInstanceOf(Checked.Good.class);
    return ((Checked.Good) checked).platform();
  }

  @Provide
  Arbitrary<List<Entry>> entries() {
    return entry().list().ofMinSize(1).ofMaxSize(4);
  }

  @Provide
  Arbitrary<Entry> entry() {
    Arbitrary<List<String>> on =
        Arbitraries.of(List.of("a"), List.of("b"), List.of("a", "b"), List.of("b", "a"));
    Arbitrary<Boolean> required = Arbitraries.of(true, false, false);
    return Arbitraries.of(Samples.TYPES)
        .flatMap(type ->
            Combinators.combine(on, required, checksOf(type))
                .as((names, must, checks) -> new Entry(type, names, checks, must)));
  }

  private static Arbitrary<Map<String, Tree>> checksOf(String tasktype) {
    Map<String, List<Tree>> possible = Samples.CHECKS.getOrDefault(tasktype, Map.of());
    Arbitrary<Map<String, Tree>> none = Arbitraries.just(Map.of());
    Arbitrary<Map<String, Tree>> checks = none;
    for (Map.Entry<String, List<Tree>> check : possible.entrySet()) {
      Arbitrary<Tree> settings = Arbitraries.of(check.getValue());
      checks =
          Combinators.combine(checks, settings, Arbitraries.of(true, false))
              .as((all, one, used) -> used ? plus(all, check.getKey(), one) : all);
    }
    return checks;
  }

  private static Map<String, Tree> plus(Map<String, Tree> all, String name, Tree settings) {
    Map<String, Tree> more = new LinkedHashMap<>(all);
    more.put(name, settings);
    return more;
  }

  @Provide
  Arbitrary<Task> tasks() {
    return Arbitraries.of(Samples.TYPES)
        .flatMap(type ->
            Arbitraries.of(Samples.TASKINFOS)
                .flatMap(taskinfo ->
                    Arbitraries.of(Samples.OTHERS)
                        .map(others -> new Task(type, with(taskinfo, others)))));
  }

  private static Mapping with(Tree taskinfo, Mapping others) {
    boolean absent = taskinfo instanceof Sequence sequence && sequence.items().isEmpty();
    return absent ? others : others.with(Task.TASKINFO, taskinfo);
  }
}
