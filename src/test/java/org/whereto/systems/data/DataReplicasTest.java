// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.whereto.systems.data.DataSettings.Pace;
import org.whereto.systems.data.DataSystem.Asking;
import org.whereto.systems.fetch.Unanswered;
import org.whereto.task.DataItem;
import org.whereto.task.DataItem.HttpResource;
import org.whereto.tree.BadInput;
import org.whereto.world.Known;
import org.whereto.world.Replica;

/** How long what was said counts, and how often it is asked. */
@Timeout(60)
class DataReplicasTest {

  private static final Replica REPLICA = new Replica(List.of(), OptionalLong.of(5));
  private static final DataItem ITEM = new HttpResource("https://example.org/a");

  private final AtomicLong clock = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Asking says = _ -> REPLICA;

  private DataReplicas replicas(Optional<Duration> stale) {
    return replicas(new Pace(Duration.ofSeconds(5), Duration.ofMinutes(1), stale));
  }

  private DataReplicas replicas(Pace pace) {
    DataSettings settings = new DataSettings(List.of(), List.of(), List.of(), List.of(), pace);
    return new DataReplicas(settings, List.of(item -> about(item)), clock::get);
  }

  private Optional<Asking> about(DataItem item) throws BadInput {
    if (item.equals(new HttpResource("bad"))) {
      throw new BadInput("a.b", "This is bad.");
    }
    return item instanceof HttpResource
        ? Optional.of(deadline -> {
          asked.incrementAndGet();
          return says.ask(deadline);
        })
        : Optional.empty();
  }

  private void pass(long seconds) {
    clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  private static Known<Optional<Replica>> there(long seconds) {
    return new Known.Value<>(Optional.of(REPLICA), Duration.ofSeconds(seconds));
  }

  @Test
  void whatWasSaidCountsForAMinuteAndTellsItsAge() {
    DataReplicas replicas = replicas(Optional.empty());

    assertThat(DataFile.of(replicas, ITEM)).isEqualTo(there(0));
    pass(59);
    assertThat(DataFile.of(replicas, ITEM)).isEqualTo(there(59));
    assertThat(asked).hasValue(1);
    pass(1);
    assertThat(DataFile.of(replicas, ITEM)).isEqualTo(there(0));
    assertThat(asked).hasValue(2);
  }

  @Test
  void anAbsenceCountsForLess() {
    DataReplicas replicas = replicas(Optional.empty());
    says =
        _ -> {
          throw Unanswered.absent();
        };

    assertThat(DataFile.isAbsent(DataFile.of(replicas, ITEM))).isTrue();
    pass(14);
    assertThat(DataFile.isAbsent(DataFile.of(replicas, ITEM))).isTrue();
    assertThat(asked).hasValue(1);
    pass(1);
    says = _ -> REPLICA;
    assertThat(DataFile.of(replicas, ITEM)).isEqualTo(there(0));
  }

  @Test
  void aFailureIsRememberedForAMoment() {
    DataReplicas replicas = replicas(Optional.empty());
    says =
        _ -> {
          throw Unanswered.down("It is down.");
        };

    assertThat(DataFile.of(replicas, ITEM)).isEqualTo(new Known.Down<>("It is down."));
    pass(4);
    assertThat(DataFile.of(replicas, ITEM)).isEqualTo(new Known.Down<>("It is down."));
    assertThat(asked).hasValue(1);
    pass(1);
    says = _ -> REPLICA;
    assertThat(DataFile.of(replicas, ITEM)).isEqualTo(there(0));
  }

  @Test
  void whatIsStaleCountsWhileASystemIsSilentIfTheOwnerSaysSo() {
    DataReplicas patient = replicas(Optional.of(Duration.ofHours(1)));
    assertThat(DataFile.of(patient, ITEM)).isEqualTo(there(0));
    says =
        _ -> {
          throw Unanswered.down("It is down.");
        };

    pass(3600);
    assertThat(DataFile.of(patient, ITEM)).isEqualTo(there(3600));
    pass(6);
    assertThat(DataFile.of(patient, ITEM)).isInstanceOf(Known.Down.class);
  }

  @Test
  void aSystemThatRefusesHasSpoken() {
    DataReplicas patient = replicas(Optional.of(Duration.ofHours(1)));
    assertThat(DataFile.of(patient, ITEM)).isEqualTo(there(0));

    pass(60);
    says =
        _ -> {
          throw Unanswered.refused("Not for you.");
        };
    assertThat(DataFile.of(patient, ITEM)).isEqualTo(new Known.Refused<>("Not for you."));
    pass(6);
    says =
        _ -> {
          throw Unanswered.down("It is down.");
        };
    assertThat(DataFile.of(patient, ITEM)).isInstanceOf(Known.Down.class);
  }

  @Test
  void nobodyWaitsLongerThanTheOwnerSaysAndWhatComesLaterIsForTheNext() throws Exception {
    DataReplicas hasty =
        replicas(new Pace(Duration.ofMillis(50), Duration.ofMinutes(1), Optional.empty()));
    CountDownLatch go = new CountDownLatch(1);
    says =
        _ -> {
          try {
            go.await();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
          return REPLICA;
        };

    assertThat(DataFile.why(DataFile.of(hasty, ITEM)))
        .isEqualTo("The system that holds it did not answer in time.");
    assertThat(DataFile.of(hasty, ITEM)).isInstanceOf(Known.Down.class);
    go.countDown();
    for (int i = 0; i < 1000 && DataFile.of(hasty, ITEM) instanceof Known.Down; i++) {
      Thread.sleep(5);
    }
    assertThat(DataFile.of(hasty, ITEM)).isEqualTo(there(0));
    assertThat(asked).hasValue(1);
  }

  @Test
  void whatBreaksIsNotKnown() {
    says =
        _ -> {
          throw new IllegalStateException("inside");
        };
    assertThat(DataFile.why(DataFile.of(replicas(Optional.empty()), ITEM)))
        .isEqualTo("What came back cannot be read.");
  }

  @Test
  void whatNobodyCanBeAskedForIsRefused() {
    DataItem bad = new HttpResource("bad");
    DataItem other = new DataItem.Other("uri://a", Optional.empty());
    Map<DataItem, Known<Optional<Replica>>> known =
        replicas(Optional.empty()).find(Set.of(bad, other, ITEM));

    assertThat(known.get(bad)).isEqualTo(new Known.Refused<>("This is bad."));
    assertThat(known.get(other))
        .isEqualTo(new Known.Refused<>("No system is named that could be asked for it."));
    assertThat(known.get(ITEM)).isEqualTo(there(0));
  }
}
