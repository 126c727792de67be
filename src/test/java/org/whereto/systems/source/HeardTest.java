// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whereto.tree.BadInput;
import org.whereto.world.Available;
import org.whereto.world.Available.Slot;
import org.whereto.world.Known;
import org.whereto.world.SourceState.Use;

/** How what was heard of a source grows old, and when it is read again. */
class HeardTest {

  private static final List<Slot> SLOTS =
      List.of(new Slot("n", Map.of("cores", BigDecimal.ONE), Map.of()));

  private Heard nothing;

  @BeforeEach
  void begin() throws BadInput {
    nothing =
        Heard.nothing(
            Written.source(
                """
                json: {url: "http://status.example.org/x?key=secret", amounts: {cores: /c}}
                every: 10s
                late: 20s
                stale: 1m
                """));
  }

  private static long seconds(long count) {
    return Duration.ofSeconds(count).toNanos();
  }

  private Heard good(long second) {
    return nothing.good(new Reading(SLOTS, Duration.ZERO), seconds(second));
  }

  @Test
  void whatWasNeverReadIsNotKnown() {
    assertThat(nothing.known(0)).isInstanceOf(Known.Down.class);
    assertThat(nothing.state("a", 0).use()).isEqualTo(Use.NONE);
    assertThat(nothing.state("a", 0).fault()).isEmpty();
    assertThat(nothing.failed("no").known(0)).isInstanceOf(Known.Down.class);
    assertThat(nothing.failed("no").state("a", 0).fault()).contains("no");
  }

  @Test
  void itIsFreshThenLateThenUnknown() {
    Heard heard = good(100);
    assertThat(heard.known(seconds(120)))
        .isEqualTo(new Known.Value<>(new Available(SLOTS, false), Duration.ofSeconds(20)));
    assertThat(heard.known(seconds(121)))
        .isEqualTo(new Known.Value<>(new Available(SLOTS, true), Duration.ofSeconds(21)));
    assertThat(heard.known(seconds(160)))
        .isEqualTo(new Known.Value<>(new Available(SLOTS, true), Duration.ofMinutes(1)));
    assertThat(heard.known(seconds(161))).isInstanceOf(Known.Down.class);
    assertThat(heard.state("a", seconds(120)).use()).isEqualTo(Use.FRESH);
    assertThat(heard.state("a", seconds(121)).use()).isEqualTo(Use.LATE);
    assertThat(heard.state("a", seconds(161)).use()).isEqualTo(Use.NONE);
    assertThat(heard.state("a", seconds(161)).age()).contains(Duration.ofSeconds(61));
  }

  @Test
  void theAgeOfADocumentCountsFromWhenItWasTrue() {
    Heard heard = nothing.good(new Reading(SLOTS, Duration.ofSeconds(15)), seconds(100));
    assertThat(heard.known(seconds(110)))
        .isEqualTo(new Known.Value<>(new Available(SLOTS, true), Duration.ofSeconds(25)));
    assertThat(heard.state("a", seconds(110)).fault()).isNotEmpty();
    assertThat(heard.state("a", seconds(110)).isFailing()).isFalse();
  }

  @Test
  void aFailureTakesNothingAwayThatIsNotTooOld() {
    Heard failed = good(100).failed("It broke.");
    assertThat(failed.known(seconds(110))).isEqualTo(good(100).known(seconds(110)));
    assertThat(failed.state("a", seconds(110)).fault()).contains("It broke.");
    assertThat(failed.state("a", seconds(110)).use()).isEqualTo(Use.FRESH);
    Heard well = failed.good(new Reading(SLOTS, Duration.ZERO), seconds(115));
    assertThat(well.state("a", seconds(116)).fault()).isEqualTo(Optional.empty());
  }

  @Test
  void aSourceThatFailsIsReadAgainSoonAndThenLessOften() {
    assertThat(good(0).pause()).isEqualTo(Duration.ofSeconds(10));
    List<Long> pauses = new ArrayList<>();
    Heard heard = good(0);
    for (int i = 0; i < 100; i++) {
      heard = heard.failed("no");
      pauses.add(heard.pause().toSeconds());
    }
    assertThat(pauses).startsWith(1L, 2L, 4L, 8L, 10L).endsWith(10L).isSorted();
    assertThat(heard.good(new Reading(SLOTS, Duration.ZERO), 0).pause())
        .isEqualTo(Duration.ofSeconds(10));
  }

  /** What a decision is told may be read by callers. */
  @Test
  void whatADecisionIsToldNamesNoHost() {
    Heard failed = good(0).failed("status.example.org is on fire.");
    for (Heard heard : List.of(nothing, failed, nothing.failed("status.example.org burns."))) {
      for (long second : List.of(0L, 30L, 100L)) {
        assertThat(heard.known(seconds(second)).toString()).doesNotContain("example", "secret");
      }
    }
    assertThat(failed.state("a", 0).toString()).contains("status.example.org/x");
    assertThat(failed.state("a", 0).toString()).doesNotContain("secret");
  }
}
