// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.whereto.systems.fetch.Turns.Turn;

@Timeout(60)
class TurnsTest {

  private static final Deadline SOON = Deadline.in(Duration.ofSeconds(30));

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);

  @Test
  void asManyBeginInAMinuteAsMay() throws Exception {
    Turns turns = new Turns(new FetchRate(1000, 1000, 5, 3), clock::get);
    HostRule one = HostRule.of("one.example.org");
    HostRule two = HostRule.of("two.example.org");

    take(turns, one, 3);
    assertThat(refusal(turns, one)).contains("asked that host as often as it may", "in a minute");
    take(turns, two, 2);
    assertThat(refusal(turns, two)).contains("fetched as much as it may", "in a minute");

    clock.addAndGet(TimeUnit.SECONDS.toNanos(20) - 1);
    assertThat(refusal(turns, one)).contains("asked that host");
    clock.addAndGet(1);
    take(turns, one, 1);
    assertThat(refusal(turns, one)).contains("asked that host");
  }

  @Test
  void noMoreIsSavedThanAMinuteHolds() throws Exception {
    Turns turns = new Turns(new FetchRate(1000, 1000, 100, 3), clock::get);
    HostRule host = HostRule.of("one.example.org");
    clock.addAndGet(TimeUnit.DAYS.toNanos(1));

    take(turns, host, 3);
    assertThat(refusal(turns, host)).contains("asked that host");
  }

  /** Below a host somebody may have names without number: they share one budget. */
  @Test
  void allNamesBelowAHostShareItsBudget() throws Exception {
    FetchSettings settings =
        Fetches.settings("hosts: [\"*.example.org\"]\nrate: {per-minute-per-host: 2}");
    Fetch fetch = new GuardedFetch(settings, new FakeNames(), GuardedFetch.TRUSTED);

    for (String name : List.of("a", "b", "c", "d")) {
      String why = Fetches.why(fetch.fetch(Fetches.errand("https://" + name + ".example.org")));
      assertThat(why.contains("as often as it may")).isEqualTo("cd".contains(name));
    }
  }

  @Test
  void whoWaitsGetsTheTurnThatIsGivenBack() throws Exception {
    Turns turns = new Turns(new FetchRate(1, 8, 100, 100), clock::get);
    Turn first = turns.take(HostRule.of("one.example.org"), SOON);
    FutureTask<Turn> second =
        new FutureTask<>(() -> turns.take(HostRule.of("two.example.org"), SOON));
    Thread.ofVirtual().start(second);
    Deadline brief = Deadline.in(Duration.ofMillis(50));
    Unfetched none =
        catchThrowableOfType(
            Unfetched.class, () -> turns.take(HostRule.of("three.example.org"), brief).close());

    assertThat(none.outcome())
        .isEqualTo(new Fetched.Down("Too much is being fetched at once: ask again later."));
    assertThat(second.isDone()).isFalse();
    first.close();
    second.get().close();
    turns.take(HostRule.of("three.example.org"), SOON).close();
  }

  /** Whoever gives up because all places are taken gives back the one at the host. */
  @Test
  void whoGivesUpKeepsNothing() throws Exception {
    Turns turns = new Turns(new FetchRate(1, 1, 100, 100), clock::get);
    Turn held = turns.take(HostRule.of("one.example.org"), SOON);
    HostRule two = HostRule.of("two.example.org");
    for (int i = 0; i < 3; i++) {
      Deadline brief = Deadline.in(Duration.ofMillis(20));
      assertThat(catchThrowableOfType(Unfetched.class, () -> turns.take(two, brief).close()))
          .isNotNull();
    }
    held.close();

    turns.take(two, SOON).close();
    turns.take(two, SOON).close();
  }

  /** Otherwise those who wait for a slow host would keep all others from theirs. */
  @Test
  void whoWaitsForAHostTakesNoPlaceFromOthers() throws Exception {
    Turns turns = new Turns(new FetchRate(2, 1, 100, 100), clock::get);
    HostRule slow = HostRule.of("slow.example.org");
    Turn held = turns.take(slow, SOON);
    List<FutureTask<Turn>> waiting = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      FutureTask<Turn> task = new FutureTask<>(() -> turns.take(slow, SOON));
      waiting.add(task);
      Thread.ofVirtual().start(task);
    }

    turns.take(HostRule.of("quick.example.org"), SOON).close();
    held.close();
    while (!waiting.isEmpty()) {
      awaitAny(waiting).close();
    }
  }

  /** One of them that has its turn; it is not looked at again. */
  private static Turn awaitAny(List<FutureTask<Turn>> waiting) throws Exception {
    while (true) {
      for (FutureTask<Turn> task : List.copyOf(waiting)) {
        if (task.isDone()) {
          waiting.remove(task);
          return task.get();
        }
      }
      Thread.sleep(5);
    }
  }

  private static void take(Turns turns, HostRule host, int times)
      throws Unfetched, InterruptedException {
    for (int i = 0; i < times; i++) {
      turns.take(host, SOON).close();
    }
  }

  private static String refusal(Turns turns, HostRule host) {
    Unfetched none = catchThrowableOfType(Unfetched.class, () -> turns.take(host, SOON).close());
    return Fetches.why(none.outcome());
  }
}
