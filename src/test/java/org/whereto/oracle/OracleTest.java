// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.whereto.answer.Answer;
import org.whereto.answer.Interface;
import org.whereto.answer.Permanence;
import org.whereto.answer.Reason;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.decide.Planner;
import org.whereto.platform.Platform;
import org.whereto.task.Caller;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Formats;
import org.whereto.tree.Tree;
import org.whereto.wire.DocumentQuestion;
import org.whereto.world.World;

/**
 * Random platforms and Tasks, decided twice: by the planner, which reads the platform's file and
 * the Task, and by the {@link Oracle}, which knows what both were written from. A difference is
 * printed with the seed that makes it again: {@code -Dwhereto.oracle.seed=N}.
 */
class OracleTest {

  private static final int TASKS_OF_A_PLATFORM = 20;
  private static final int FEW = 5;

  @Test
  void twoImplementationsOfTheContractDecideAlike() {
    int decisions = Integer.getInteger("whereto.oracle.decisions", 20_000);
    long given = Long.getLong("whereto.oracle.seed", 0);
    if (given != 0) {
      assertThat(differences(given, new TreeMap<>())).as("seed %d", given).isEmpty();
      return;
    }
    SplittableRandom seeds = new SplittableRandom();
    Map<String, Integer> words = new TreeMap<>();
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < decisions / TASKS_OF_A_PLATFORM && differences.size() < FEW; i++) {
      differences.addAll(differences(seeds.nextLong(), words));
    }
    assertThat(differences).as(String.join("\n", differences)).isEmpty();
    assertThat(words).containsKeys("YES", "YES, if", "NO", "bare NO", "BAD");
    assertThat(words.values()).allMatch(count -> count > decisions / 100);
  }

  /** One platform and its Tasks; each difference as a text with all that is needed to see why. */
  private static List<String> differences(long seed, Map<String, Integer> words) {
    Dice dice = new Dice(seed);
    Model model = AnyPlatform.of(dice);
    byte[] file = Formats.YAML.write(model.file());
    Platform platform = platform(seed, file);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < TASKS_OF_A_PLATFORM; i++) {
      Truth truth = AnyTask.of(dice, model);
      Outcome oracle = Oracle.decide(model, truth);
      Outcome planner = decided(dice, model, truth, platform);
      words.merge(word(oracle), 1, Integer::sum);
      if (!planner.isAllowedBy(oracle)) {
        differences.add(
            String.join(
                "\n",
                "-Dwhereto.oracle.seed=" + seed,
                text(file),
                text(Formats.YAML.write(truth.task().document())),
                "oracle:  " + oracle,
                "planner: " + planner));
      }
    }
    return differences;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String word(Outcome outcome) {
    boolean conditional =
        (outcome.ways() + " " + outcome.warnings()).matches(".*\\.(not-given|undetermined) .*");
    boolean bare = outcome.equals(Outcome.BARE_NO);
    return outcome.word().equals("YES") && conditional
        ? "YES, if"
        : bare ? "bare NO" : outcome.word();
  }

  private static Platform platform(long seed, byte[] file) {
    return switch (PlatformFile.read("random", file)) {
      case Checked.Good good -> good.platform();
      case Checked.Faulty faulty -> fail("seed %d: %s\n%s", seed, faulty, text(file));
    };
  }

  private static Outcome decided(Dice dice, Model model, Truth truth, Platform platform) {
    Task task = truth.task();
    World world =
        truth
            .registry()
            .world()
            .withAvailability(model.sources()::now)
            .withReplicas(model.stock()::find);
    Question question =
        dice.chance(50)
            ? Question.of(task)
            : DocumentQuestion.json(Formats.JSON.write(task.document()));
    try {
      return outcome(Planner.decide(question, Caller.ANONYMOUS, platform, world).answer());
    } catch (BadInput fault) {
      return Outcome.bad(Set.of(new Fault(fault.code(), fault.path().text())));
    }
  }

  private static Outcome outcome(Answer answer) {
    List<String> ways = new ArrayList<>();
    for (Interface way : answer.interfaces()) {
      String name =
          way.serviceinfo().flatMap(info -> info.get("name")).map(OracleTest::word).orElse("");
      ways.add(
          way.servicetype()
              + " "
              + name
              + " "
              + told(way.warnings())
              + states(way.resources(), way.data()));
    }
    return new Outcome(
        answer.word().name(),
        ways,
        told(answer.reasons()),
        told(answer.warnings()),
        states(answer.resources(), answer.data()),
        Set.of());
  }

  private static String states(Optional<Tree> resources, Optional<Tree> data) {
    Map<String, String> amounts = new TreeMap<>();
    if (resources.isPresent() && resources.get() instanceof Tree.Mapping mapping) {
      mapping.members().forEach((name, member) -> amounts.put(name, word(member.value())));
    }
    List<String> items = new ArrayList<>();
    if (data.isPresent() && data.get() instanceof Tree.Sequence list) {
      for (Tree item : list.items()) {
        List<String> words = new ArrayList<>();
        for (String name : List.of("datatype", "standing", "size")) {
          item.get(name).ifPresent(value -> words.add(word(value)));
        }
        items.add(String.join(" ", words));
      }
    }
    return Oracle.states(amounts, items);
  }

  private static String word(Tree name) {
    return name instanceof Tree.Scalar scalar ? scalar.text() : "";
  }

  private static List<String> told(List<Reason> reasons) {
    return reasons.stream()
        .map(reason ->
            Outcome.told(
                reason.code(),
                reason.path(),
                reason.permanence().map(Permanence::word).orElse(""),
                reason.interfaceName()))
        .sorted()
        .toList();
  }
}
