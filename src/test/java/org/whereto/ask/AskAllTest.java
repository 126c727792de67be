// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.whereto.answer.Answer;
import org.whereto.task.Task;

@Timeout(60)
final class AskAllTest {

  private static final Task TASK = Task.of("uri://jupyter-notebook");
  private static final Deadline AMPLE = Deadline.in(Duration.ofMinutes(5));

  /** What a test's place does when it is asked. */
  private interface Behaviour {
    Told ask() throws Exception;
  }

  private record Place(String name, Behaviour behaviour) implements Where {
    @Override
    public String location() {
      return name + ".yaml";
    }

    @Override
    public Told ask(Task task, Deadline deadline) {
      try {
        return behaviour.ask();
      } catch (InterruptedException interrupt) {
        throw new IllegalStateException(interrupt);
      } catch (RuntimeException fault) {
        throw fault;
      } catch (Exception fault) {
        throw new IllegalStateException(fault);
      }
    }
  }

  @Test
  void resultsStandInTheGivenOrderAndAreHeardAsTheyCome() {
    CountDownLatch secondIsHeard = new CountDownLatch(1);
    Where first =
        new Place(
            "first",
            () -> {
              assertThat(secondIsHeard.await(30, TimeUnit.SECONDS)).isTrue();
              return yes();
            });
    Where second = new Place("second", AskAllTest::no);
    List<String> heard = new ArrayList<>();

    List<Result> results =
        AskAll.ask(
            List.of(first, second),
            TASK,
            AMPLE,
            result -> {
              heard.add(result.name());
              secondIsHeard.countDown();
            });

    assertThat(heard).containsExactly("second", "first");
    assertThat(results).extracting(Result::name).containsExactly("first", "second");
    assertThat(results)
        .extracting(Result::outcome)
        .containsExactly(Result.Outcome.YES, Result.Outcome.NO);
  }

  @Test
  void whoeverThrowsCostsOneLine() {
    List<Where> wheres =
        List.of(
            new Place("good", AskAllTest::yes),
            new Place(
                "throws",
                () -> {
                  throw new IllegalArgumentException("secret");
                }),
            new Place(
                "error",
                () -> {
                  throw new StackOverflowError();
                }),
            new Place("null", () -> null),
            new Nameless());

    List<Result> results = AskAll.ask(wheres, TASK, AMPLE, _ -> {});

    assertThat(results)
        .extracting(Result::outcome)
        .containsExactly(
            Result.Outcome.YES,
            Result.Outcome.SILENT,
            Result.Outcome.SILENT,
            Result.Outcome.SILENT,
            Result.Outcome.SILENT);
    assertThat(results.get(1).told())
        .isInstanceOfSatisfying(
            Told.Silent.class,
            silent -> {
              assertThat(silent.why()).isEqualTo(Why.FAILED);
              assertThat(silent.sentence()).doesNotContain("secret");
            });
  }

  /** It cannot even tell its name. */
  private static final class Nameless implements Where {
    @Override
    public String name() {
      throw new IllegalStateException();
    }

    @Override
    public String location() {
      throw new IllegalStateException();
    }

    @Override
    public Told ask(Task task, Deadline deadline) {
      throw new IllegalStateException();
    }
  }

  @Test
  void whoeverIsNotDoneAtTheDeadlineIsSilentAndTheOthersCount() {
    AtomicInteger interrupted = new AtomicInteger();
    CountDownLatch never = new CountDownLatch(1);
    Where slow =
        new Place(
            "slow",
            () -> {
              try {
                never.await();
              } catch (InterruptedException fault) {
                interrupted.incrementAndGet();
                throw fault;
              }
              return yes();
            });
    List<Result> heard = new ArrayList<>();

    List<Result> results =
        AskAll.ask(
            List.of(slow, new Place("good", AskAllTest::yes), slow),
            TASK,
            Deadline.in(Duration.ofMillis(1500)),
            heard::add);

    assertThat(results)
        .extracting(Result::outcome)
        .containsExactly(Result.Outcome.SILENT, Result.Outcome.YES, Result.Outcome.SILENT);
    assertThat(((Told.Silent) results.getFirst().told()).sentence())
        .isEqualTo("No answer within 1.5 s.");
    assertThat(heard).hasSize(3);
  }

  @Test
  void anInterruptEndsTheAskingWithWhatThereIs() throws InterruptedException {
    CountDownLatch goodIsHeard = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    AtomicBoolean staysInterrupted = new AtomicBoolean();
    List<Result> results = new ArrayList<>();
    Where stuck =
        new Place(
            "stuck",
            () -> {
              never.await();
              return yes();
            });
    Thread asking =
        Thread.ofPlatform()
            .start(() -> {
              results.addAll(
                  AskAll.ask(
                      List.of(new Place("good", AskAllTest::no), stuck),
                      TASK,
                      AMPLE,
                      _ -> goodIsHeard.countDown()));
              staysInterrupted.set(Thread.currentThread().isInterrupted());
            });
    assertThat(goodIsHeard.await(30, TimeUnit.SECONDS)).isTrue();
    asking.interrupt();
    asking.join();

    assertThat(staysInterrupted).isTrue();
    assertThat(results)
        .extracting(Result::outcome)
        .containsExactly(Result.Outcome.NO, Result.Outcome.SILENT);
    assertThat(((Told.Silent) results.getLast().told()).why()).isEqualTo(Why.INTERRUPTED);
  }

  @Test
  void hundredsAreAskedAtOnceButNotAllOfAThousand() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Behaviour counted =
        () -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          Thread.sleep(20);
          now.decrementAndGet();
          return no();
        };
    List<Place> places =
        IntStream.range(0, 1000).mapToObj(i -> new Place("p" + i, counted)).toList();

    List<Result> results = AskAll.ask(places, TASK, AMPLE, _ -> {});

    assertThat(results).extracting(Result::outcome).containsOnly(Result.Outcome.NO);
    assertThat(most.get()).isBetween(2, 256);
  }

  @Test
  void nobodyAskedIsNoResult() {
    assertThat(AskAll.ask(List.of(), TASK, AMPLE, _ -> {})).isEmpty();
  }

  private static Told yes() {
    return Told.Answered.of(Answer.yes(List.of(), List.of()), Duration.ZERO);
  }

  private static Told no() {
    return Told.Answered.of(Answer.BARE_NO, Duration.ZERO);
  }
}
