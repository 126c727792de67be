// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.whereto.answer.Answer;
import org.whereto.answer.Change;
import org.whereto.answer.Suggestion;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.decide.Planner;
import org.whereto.platform.Platform;
import org.whereto.task.Caller;
import org.whereto.task.ImageReference;
import org.whereto.task.Question;
import org.whereto.task.Resources;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.JsonNulls;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.wire.Answers;
import org.whereto.wire.DocumentQuestion;
import org.whereto.world.World;

/** What must hold for every suggestion, whatever the platform and the Task. */
class SuggestionPropertyTest {

  private static final String TEMPLATE = "taskinfo.composefile";

  /** What a suggestion may change in a service; all else must be as it was. */
  private static final Set<String> CHOICES =
      Set.of(
          "image",
          "privileged",
          "network_mode",
          "pid",
          "ipc",
          "uts",
          "userns_mode",
          "cgroup",
          "cgroup_parent",
          "isolation",
          "cap_add",
          "devices",
          "device_cgroup_rules",
          "security_opt",
          "post_start");

  private static final AtomicInteger TRIES = new AtomicInteger();
  private static final AtomicInteger MENDED = new AtomicInteger();
  private static final AtomicInteger REPLACED = new AtomicInteger();
  private static final AtomicInteger LOWERED = new AtomicInteger();

  /** A platform, and what it knows of the world. */
  private record Served(Platform platform, World world) {}

  @BeforeProperty
  void begin() {
    TRIES.set(0);
    MENDED.set(0);
    REPLACED.set(0);
    LOWERED.set(0);
  }

  /** A property that sees no suggestions says nothing. */
  @AfterProperty
  void enoughWasSeen() {
    System.out.printf(
        "%d pairs: %d mended, %d of them in amounts, %d replaced by a template%n",
        TRIES.get(), MENDED.get(), LOWERED.get(), REPLACED.get());
    if (TRIES.get() >= 300) {
      assertThat(MENDED.get()).isGreaterThan(TRIES.get() / 40);
      assertThat(MENDED.get() + REPLACED.get()).isGreaterThan(TRIES.get() / 30);
      assertThat(LOWERED.get()).isGreaterThan(TRIES.get() / 200);
      assertThat(REPLACED.get()).isGreaterThanOrEqualTo(TRIES.get() / 1000);
    }
  }

  @Property
  void everySuggestionIsAnUnconditionalYesAndChangesNothingElse(@ForAll long seed) throws BadInput {
    Choosy choosy = new Choosy(new Dice(seed));
    String tasktype = choosy.tasktype();
    Platform choices = platform(choosy.platform(tasktype).getBytes(UTF_8));
    Served closed = new Served(choices, World.CLOSED);
    assertSound(closed, Task.read(yaml(choosy.task(tasktype))));
    Model model = AnyPlatform.of(new Dice(seed));
    World world =
        World.CLOSED.withAvailability(model.sources()::now).withReplicas(model.stock()::find);
    Served random = new Served(platform(Formats.YAML.write(model.file())), world);
    assertSound(random, AnyTask.of(new Dice(seed), model).task());
  }

  private static void assertSound(Served served, Task task) throws BadInput {
    TRIES.incrementAndGet();
    Optional<Answer> answer = answer(served, Question.of(task));
    Optional<Suggestion> direct = answer.flatMap(Answer::suggestion).flatMap(Suggestion::read);
    if (direct.isEmpty()) {
      return;
    }
    if (direct.get().changes().stream().anyMatch(SuggestionPropertyTest::isAmount)) {
      LOWERED.incrementAndGet();
    }
    for (Format format : Formats.ALL) {
      byte[] wire = format.write(Answers.write(answer.get()));
      Answer heard = Answers.read(format.read(wire, Budget.SMALL, Keep.ALL));
      Suggestion suggestion = heard.suggestion().flatMap(Suggestion::read).orElseThrow();
      assertSound(served, task, suggestion);
    }
    boolean replaced = direct.get().changes().getFirst().path().text().equals(TEMPLATE);
    (replaced ? REPLACED : MENDED).incrementAndGet();
  }

  private static void assertSound(Served served, Task task, Suggestion suggestion) throws BadInput {
    Tree before = JsonNulls.in(ByHand.read(task.document()));
    Tree byHand = JsonNulls.in(ByHand.read(ByHand.changed(before, suggestion.changes())));
    if (suggestion.task().isPresent()) {
      Tree after = suggestion.task().get().document();
      assertThat(JsonNulls.in(ByHand.read(after))).isEqualTo(byHand);
      assertThat(isText(after)).isEqualTo(isText(task.document()));
      assertYes(served, after);
    }
    assertYes(served, byHand);
    assertThat(suggestion.changes()).allSatisfy(change -> assertIsChoice(change));
    if (!suggestion.changes().getFirst().path().text().equals(TEMPLATE)) {
      Set<String> numbers = numbers(suggestion);
      assertThat(without(numbers, byHand)).isEqualTo(without(numbers, before));
    }
  }

  private static boolean isText(Tree task) {
    return task.get("taskinfo").flatMap(info -> info.get("composefile")).orElse(null)
        instanceof Scalar;
  }

  private static void assertYes(Served served, Tree task) throws BadInput {
    byte[] json = Formats.JSON.write(task);
    for (Question question : List.of(Question.of(Task.read(task)), DocumentQuestion.json(json))) {
      Answer again = decide(served, question);
      assertThat(again.isYes()).isTrue();
      assertThat(again.isConditional()).isFalse();
      assertThat(again.suggestion()).isEmpty();
    }
  }

  private static boolean isAmount(Change change) {
    return change.path().text().startsWith("resources.");
  }

  /** An image stays one of its repository, a number a number, and a maximum of resources as is. */
  private static void assertIsChoice(Change change) throws BadInput {
    String path = change.path().text();
    if (path.endsWith("image")) {
      String from = text(change.from()).replaceFirst("^\\$\\{IMAGE:-(.*)}$", "$1");
      assertThat(ImageReference.parse(text(change.to())).name())
          .isEqualTo(ImageReference.parse(from).name());
    } else if (isAmount(change)) {
      assertThat(Resources.dimension(path)).matches("resources\\.(min.*|maxstartup)");
      assertThat(text(change.to())).matches("[0-9.]+ ?[A-Za-z]*|P[0-9DTHMS.]+");
    } else if (!path.startsWith("services") && !path.equals(TEMPLATE)) {
      assertThat(text(change.to())).matches("[0-9.]+");
    } else if (!path.equals(TEMPLATE)) {
      assertThat(change.to()).isEmpty();
    }
  }

  private static String text(Optional<Tree> value) {
    return ((Scalar) value.orElseThrow()).text();
  }

  /** The names of members of the Task itself that were changed: each is known to be a number. */
  private static Set<String> numbers(Suggestion suggestion) {
    return suggestion.changes().stream()
        .map(change -> change.path().text())
        .filter(path -> !path.startsWith("services"))
        .map(path -> path.substring(path.lastIndexOf('.') + 1))
        .collect(Collectors.toSet());
  }

  /** The Task without its choices: what a suggestion must not touch. */
  private static Tree without(Set<String> numbers, Tree task) {
    return switch (task) {
      case Scalar scalar -> scalar;
      case Tree.Sequence list ->
          Tree.list(list.items().stream().map(item -> without(numbers, item)).toList());
      case Mapping mapping -> {
        Map<String, Tree> rest = new LinkedHashMap<>();
        mapping
            .members()
            .forEach((name, member) -> {
              if (!CHOICES.contains(name) && !numbers.contains(name)) {
                rest.put(name, without(numbers, member.value()));
              }
            });
        yield Tree.map(rest);
      }
    };
  }

  private static Optional<Answer> answer(Served served, Question question) {
    try {
      return Optional.of(decide(served, question));
    } catch (BadInput fault) {
      return Optional.empty();
    }
  }

  private static Answer decide(Served served, Question question) throws BadInput {
    return Planner.decide(question, Caller.ANONYMOUS, served.platform, served.world).answer();
  }

  private static Platform platform(byte[] file) {
    Checked checked = PlatformFile.read("random", file);
    assertThat(checked).as(new String(file, UTF_8)).isInstanceOf(Checked.Good.class);
    return ((Checked.Good) checked).platform();
  }

  private static Tree yaml(String text) throws BadInput {
    return Formats.YAML.read(text.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
  }
}
