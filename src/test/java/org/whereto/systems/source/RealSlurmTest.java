// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.support.RealPart;
import org.whereto.support.RealSlurm;
import org.whereto.world.Availability;
import org.whereto.world.Available;
import org.whereto.world.Available.Slot;
import org.whereto.world.Known;
import org.whereto.world.SourceState;

/** What Debian's Slurm says while jobs come and go. */
@Timeout(120)
class RealSlurmTest {

  private static final String NAME = "batch";
  private static final Set<String> NAMES = Set.of(NAME);
  private static final BigDecimal MIB = BigDecimal.valueOf(1 << 20);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Queue<String> told = new ConcurrentLinkedQueue<>();

  private static RealSlurm slurm;

  @BeforeAll
  static void begin(@TempDir Path folder) throws Exception {
    RealPart.needs(RealSlurm.PROGRAMS.toArray(String[]::new));
    slurm = RealSlurm.start(folder);
  }

  @AfterAll
  static void end() throws Exception {
    if (slurm != null) {
      slurm.close();
    }
  }

  private Sources sources() {
    return new Sources(System::nanoTime, told::add);
  }

  private static SourceSettings settings(Path token) throws Exception {
    return Written.source(
        """
        slurm: {endpoint: "%s", partition: %s, user: %s, token-file: %s}
        every: 1s
        late: 1h
        stale: 2h
        time: 1s
        """
            .formatted(slurm.endpoint(), RealSlurm.PARTITION, slurm.user(), token));
  }

  @Test
  void whatJobsTakeIsNotFreeUntilTheyEnd() throws Exception {
    Source source = settings(slurm.tokenFile()).origin().open(PATIENCE);
    Slot idle = read(source, slot -> true);
    assertThat(idle.name()).isEqualTo(slurm.node());
    assertThat(idle.most()).isEqualTo(amounts(4, 4000, 2));
    assertThat(idle.free()).isEqualTo(amounts(4, 4000, 2));

    slurm.submit(3, 1000, 1);
    assertThat(read(source, slot -> !slot.equals(idle)).free()).isEqualTo(amounts(1, 3000, 1));
    slurm.submit(1, 500, 0);
    Slot full = read(source, slot -> slot.free().get("cores").signum() == 0);
    assertThat(full.free()).isEqualTo(amounts(0, 2500, 1));
    assertThat(full.most()).isEqualTo(idle.most());

    slurm.cancelAll();
    read(source, idle::equals);
  }

  @Test
  void whereNoJobBeginsNothingIsFreeButMayBeLater() throws Exception {
    Source source = settings(slurm.tokenFile()).origin().open(PATIENCE);
    Slot idle = read(source, slot -> slot.free().get("cores").signum() > 0);
    Slot closed = new Slot(idle.name(), amounts(0, 0, 0, 0), idle.most());

    slurm.control("update", "partitionname=main", "state=drain");
    assertThat(read(source, slot -> !slot.equals(idle))).isEqualTo(closed);
    slurm.control("update", "partitionname=main", "state=up");
    read(source, idle::equals);

    slurm.control("update", "nodename=" + slurm.node(), "state=drain", "reason=test");
    assertThat(read(source, slot -> !slot.equals(idle))).isEqualTo(closed);
    slurm.control("update", "nodename=" + slurm.node(), "state=resume");
    read(source, idle::equals);
  }

  @Test
  void limitsOfThePartitionCount() throws Exception {
    Source source = settings(slurm.tokenFile()).origin().open(PATIENCE);
    slurm.control("update", "partitionname=main", "maxtime=unlimited", "maxmempernode=1500");
    slurm.control("update", "partitionname=main", "maxcpuspernode=3");
    Slot limited = read(source, slot -> slot.most().get("cores").intValue() == 3);
    assertThat(limited.most()).doesNotContainKey("duration");
    assertThat(limited.most().get("memory")).isEqualTo(BigDecimal.valueOf(1500).multiply(MIB));
    assertThat(limited.free()).isEqualTo(limited.most());

    slurm.control("reconfigure");
    assertThat(read(source, slot -> slot.most().get("cores").intValue() == 4).most())
        .isEqualTo(amounts(4, 4000, 2));
  }

  @Test
  void whoIsNotLetInIsToldToTheOwnerAlone(@TempDir Path folder) throws Exception {
    Path token = folder.resolve("token");
    try (Sources sources = sources()) {
      Files.writeString(token, "eyJhbGciOiJIUzI1NiJ9.e30.SECRET");
      Availability batch = sources.follow(Map.of(NAME, settings(token)));
      SourceState state = awaitState(batch, SourceState::isFailing);
      assertThat(state.fault().orElseThrow()).contains("127.0.0.1");
      assertThat(state.toString() + told).doesNotContain("SECRET", "eyJ");
      assertThat(batch.now(NAMES).get(NAME).toString()).doesNotContain("127.0.0.1", "SECRET");

      Files.copy(slurm.tokenFile(), token, StandardCopyOption.REPLACE_EXISTING);
      await(batch, slot -> true);
    }
  }

  private static Map<String, BigDecimal> amounts(int cores, int memoryMib, int gpus) {
    return amounts(cores, memoryMib, gpus, 7200);
  }

  private static Map<String, BigDecimal> amounts(int cores, int memoryMib, int gpus, int seconds) {
    return Map.of(
        "cores", BigDecimal.valueOf(cores),
        "memory", BigDecimal.valueOf(memoryMib).multiply(MIB),
        "gpus", BigDecimal.valueOf(gpus),
        "duration", BigDecimal.valueOf(seconds));
  }

  private static Slot read(Source source, Predicate<Slot> wanted) throws Exception {
    Slot last = source.read().slots().getFirst();
    for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() - end < 0; ) {
      if (wanted.test(last)) {
        return last;
      }
      Thread.sleep(50);
      last = source.read().slots().getFirst();
    }
    throw new AssertionError(last.toString());
  }

  private static Slot await(Availability batch, Predicate<Slot> wanted) throws Exception {
    Known<Available> last = batch.now(NAMES).get(NAME);
    for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() - end < 0; ) {
      last = batch.now(NAMES).get(NAME);
      if (last instanceof Known.Value<Available>(Available available, Duration _)
          && available.slots().size() == 1
          && wanted.test(available.slots().getFirst())) {
        return available.slots().getFirst();
      }
      Thread.sleep(20);
    }
    throw new AssertionError(last + " " + batch.states());
  }

  private static SourceState awaitState(Availability batch, Predicate<SourceState> wanted)
      throws Exception {
    SourceState last = batch.states().getFirst();
    for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() - end < 0; ) {
      last = batch.states().getFirst();
      if (wanted.test(last)) {
        return last;
      }
      Thread.sleep(20);
    }
    throw new AssertionError(last.toString());
  }
}
