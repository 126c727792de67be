// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.whereto.answer.Finding;
import org.whereto.answer.Finding.Outcome;
import org.whereto.answer.Reason;
import org.whereto.check.room.Limits;
import org.whereto.check.room.Room;
import org.whereto.task.Amount;
import org.whereto.task.Amount.Measure;
import org.whereto.task.Caller;
import org.whereto.task.Fact;
import org.whereto.task.Facts;
import org.whereto.task.Resources;
import org.whereto.task.Resources.Untold;
import org.whereto.task.Subject;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.world.Available;
import org.whereto.world.Available.Slot;
import org.whereto.world.Known;
import org.whereto.world.World;

/** What is said of sources, of content that cannot be told, and to owners. */
class ResourcesCheckTest {

  private static final Untold UNTOLD =
      new Untold("cores", true, new Path("services.web.cpus"), "It is a variable.");

  @Test
  void whatIsLateIsAWarningWithItsAge() throws BadInput {
    List<Finding> findings = look(room(), asked("{mincores: 4}"), world(8, true));

    assertThat(findings).extracting(Finding::outcome).containsOnly(Outcome.OK);
    assertThat(reasons(findings))
        .containsExactly(
            "resources.late What is free here was seen 7 minutes ago; it may have changed.");
  }

  @Test
  void whatIsLateIsToldWithANoToo() throws BadInput {
    assertThat(reasons(look(room(), asked("{mincores: 9}"), world(8, true))))
        .containsExactly(
            "resources.cores.not-free resources.mincores asks for 9; 8 can be had now: 1 less.",
            "resources.late What is free here was seen 7 minutes ago; it may have changed.");
  }

  @Test
  void whereTheSourceIsSilentNothingIsDecided() throws BadInput {
    World down =
        World.CLOSED.withAvailability(
            _ -> Map.of("batch", new Known.Down<>("The source does not answer.")));
    List<Finding> findings = look(room(), asked("{mincores: 4}"), down);

    assertThat(findings).extracting(Finding::outcome).containsOnly(Outcome.CANNOT_TELL);
    assertThat(reasons(findings))
        .containsExactly(
            "resources.not-known resources.mincores could not be checked. The source does not"
                + " answer. Ask again later.");
  }

  @Test
  void anAmountOfContentThatCannotBeToldDecidesNothingEither() throws BadInput {
    Resources content = new Resources(Map.of(), List.of(), List.of(), List.of(UNTOLD));
    Facts facts = Facts.about(new Subject.Given()).with(content);

    assertThat(look(room(), Resources.NONE, facts, world(8, false)))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.CANNOT_TELL);
    assertThat(look(room(), asked("{mincores: 1}"), facts, world(8, false)))
        .extracting(Finding::outcome)
        .contains(Outcome.CANNOT_TELL);
    assertThat(look(Room.UNDECLARED, Resources.NONE, facts, World.CLOSED)).isEmpty();
  }

  @Test
  void ofManyThatCannotBeToldTheFirstAreNamedAndAllOthersCounted() throws BadInput {
    Untold other = new Untold("memory", true, new Path("services.web.mem"), "It is another.");
    List<Untold> many = new ArrayList<>(Collections.nCopies(9000, UNTOLD));
    many.add(new Untold("store", true, Path.ROOT, "Nobody limits it."));
    many.add(other);
    Facts facts =
        Facts.about(new Subject.Given()).with(new Resources(Map.of(), List.of(), List.of(), many));

    List<Finding> findings = look(room(), Resources.NONE, facts, world(8, false));

    assertThat(findings).extracting(Finding::outcome).containsOnly(Outcome.CANNOT_TELL);
    assertThat(reasons(findings))
        .hasSize(11)
        .last()
        .isEqualTo("resources.not-known Of the amounts of this content 8991 more cannot be told.");
  }

  @Test
  void ofContentOnlyThoseTakeNoteWhoDeclaredSomething() {
    assertThat(ResourcesCheck.UNDECLARED.uses()).isEmpty();
    assertThat(new ResourcesCheck(room()).uses()).containsExactly(Fact.RESOURCES);
  }

  @Test
  void whoAsksForNothingIsNotRefused() throws BadInput {
    Findings findings = new Findings("resources");
    Asked asked = new Asked(Task.of("t"), Facts.about(new Subject.Given()), new Caller.Anonymous());
    new ResourcesCheck(room()).look(asked, world(0, false), findings);

    assertThat(findings.all()).isEmpty();
    assertThat(findings.isSilent()).isFalse();
  }

  @Test
  void itTellsWhatATaskCanHave() {
    assertThat(new ResourcesCheck(room()).demands())
        .containsExactly(
            "memory: at most 64G, 8G free now, 4G by default",
            "cores: as much as is free",
            "startup: 30s is usual");
    assertThat(ResourcesCheck.UNDECLARED.demands()).isEmpty();
  }

  private static Room room() {
    Limits memory =
        new Limits(
            amount(Measure.BYTES, "64G"), amount(Measure.BYTES, "8G"), amount(Measure.BYTES, "4G"));
    return new Room(
        Map.of("memory", memory),
        amount(Measure.TIME, "30s"),
        Map.of("batch", Set.of("cores")),
        Resources.STANDARD,
        false);
  }

  private static Optional<Amount> amount(Measure measure, String text) {
    try {
      return Optional.of(Amount.parse(measure, Tree.text(text), Path.ROOT));
    } catch (BadInput wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }

  private static World world(int cores, boolean isLate) {
    Slot slot = new Slot("n1", Map.of("cores", BigDecimal.valueOf(cores)), Map.of());
    Known<Available> known =
        new Known.Value<>(new Available(List.of(slot), isLate), Duration.ofMinutes(7));
    return World.CLOSED.withAvailability(_ -> Map.of("batch", known));
  }

  private static Resources asked(String resources) throws BadInput {
    Tree tree = Formats.YAML.read(resources.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
    return Resources.read(Optional.of(tree), Resources.STANDARD);
  }

  private static List<Finding> look(Room room, Resources asked, World world) {
    return look(room, asked, Facts.about(new Subject.Given()), world);
  }

  private static List<Finding> look(Room room, Resources asked, Facts facts, World world) {
    Findings findings = new Findings("resources");
    new ResourcesCheck(room)
        .look(
            new Asked(Task.of("t"), facts, asked, List.of(), new Caller.Anonymous(), Set.of()),
            world,
            findings);
    return findings.all();
  }

  private static List<String> reasons(List<Finding> findings) {
    return findings.stream()
        .flatMap(finding -> finding.says().stream())
        .map((Reason reason) -> reason.code() + " " + reason.text())
        .toList();
  }
}
