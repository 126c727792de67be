// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.support.RawServer;
import org.whereto.tree.BadInput;
import org.whereto.world.Availability;
import org.whereto.world.Available;
import org.whereto.world.Known;

/** Sources are read in the background, once each, as long as somebody uses them. */
@Timeout(60)
class SourcesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String FREE = RawServer.http("200 OK", "application/json", "{\"free\": 3}");

  private final Queue<String> told = new ConcurrentLinkedQueue<>();

  private Sources sources() {
    return new Sources(System::nanoTime, told::add);
  }

  private static SourceSettings at(RawServer server, String path) throws BadInput {
    return Written.source(
        "{json: {url: '" + server.url() + path + "', amounts: {cores: /free}}, every: 1d}");
  }

  /** More often than any owner may. */
  private static SourceSettings often(SourceSettings source) {
    Duration day = Duration.ofDays(1);
    return new SourceSettings(source.origin(), Duration.ofMillis(20), day, day, source.time());
  }

  /** How many cores are free; -1 if that is not known. */
  private static int cores(Availability from, String name) {
    return from.now(Set.of(name)).get(name) instanceof Known.Value<Available>(var value, _)
        ? value.slots().getFirst().free().getOrDefault("cores", BigDecimal.ZERO).intValue()
        : -1;
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (long end = System.nanoTime() + PATIENCE.toNanos(); !condition.getAsBoolean(); ) {
      assertThat(System.nanoTime() - end).isNegative();
      Thread.sleep(5);
    }
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("source-test"))
        .count();
  }

  @Test
  void whatManyNameIsReadOnce() throws Exception {
    try (RawServer server = RawServer.saying(FREE);
        Sources sources = sources()) {
      Availability first = sources.follow(Map.of("a", at(server, "/one")));
      Availability second = sources.follow(Map.of("b", at(server, "/one"), "c", at(server, "/2")));
      sources.awaitAll(PATIENCE);
      assertThat(cores(first, "a")).isEqualTo(3);
      assertThat(cores(second, "b")).isEqualTo(3);
      assertThat(cores(second, "c")).isEqualTo(3);
      assertThat(server.requests().stream().filter(it -> it.target().equals("/one"))).hasSize(1);
      assertThat(second.states()).extracting("name").containsExactly("b", "c");
    }
  }

  @Test
  void whatChangesIsSeenAfterTheNextReading() throws Exception {
    AtomicReference<String> free = new AtomicReference<>("3");
    try (RawServer server =
            RawServer.start(
                (_, out) -> out.write(FREE.replace("3}", free.get() + "}").getBytes(UTF_8)));
        Sources sources = sources()) {
      Availability from = sources.follow(Map.of("a", often(at(server, "/"))));
      sources.awaitAll(PATIENCE);
      assertThat(cores(from, "a")).isEqualTo(3);
      free.set("7");
      await(() -> cores(from, "a") == 7);
    }
  }

  /** The server says nothing: whoever asks is told at once that nothing is known. */
  @Test
  void askingNeverWaits() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (RawServer silent = RawServer.start((_, _) -> end.await());
        Sources sources = sources()) {
      Availability from = sources.follow(Map.of("a", at(silent, "/")));
      assertThat(from.now(Set.of("a")).get("a")).isInstanceOf(Known.Down.class);
      sources.await(List.of(at(silent, "/")), Duration.ofMillis(20));
      assertThat(from.now(Set.of("a", "b")))
          .containsOnlyKeys("a", "b")
          .satisfies(known -> assertThat(known.get("b")).isInstanceOf(Known.Refused.class));
      end.countDown();
    }
  }

  @Test
  void whatNobodyUsesAnyMoreIsNotReadAnyMore() throws Exception {
    try (RawServer server = RawServer.saying(FREE);
        Sources sources = sources()) {
      SourceSettings kept = at(server, "/kept");
      Availability from =
          sources.follow(Map.of("test-kept", kept, "test-gone", at(server, "/gone")));
      sources.awaitAll(PATIENCE);
      assertThat(threads()).isEqualTo(2);
      sources.keep(List.of(kept));
      await(() -> threads() == 1);
      // A question that is under way still finds it.
      assertThat(cores(from, "test-gone")).isEqualTo(3);

      sources.follow(Map.of("test-again", at(server, "/gone")));
      await(() -> threads() == 2);
      assertThat(cores(from, "test-kept")).isEqualTo(3);
    }
    await(() -> threads() == 0);
  }

  /** Also while a reading is under way. */
  @Test
  void nothingIsLeftWhenAllIsClosed() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    try (RawServer silent =
        RawServer.start((_, _) -> {
          asked.countDown();
          end.await();
        })) {
      try (Sources sources = sources()) {
        sources.follow(Map.of("test-silent", at(silent, "/")));
        asked.await();
        assertThat(threads()).isEqualTo(1);
      }
      await(() -> threads() == 0);
      end.countDown();
    }
  }

  @Test
  void theOwnerIsToldOnceThatASourceFailsAndOnceThatItIsBack(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("free.json");
    Files.writeString(file, "{\"free\": 3}");
    SourceSettings settings =
        often(Written.source("file: {path: " + file + ", amounts: {cores: /free}}"));
    try (Sources sources = sources()) {
      Availability from = sources.follow(Map.of("disk", settings));
      sources.awaitAll(PATIENCE);
      assertThat(told).isEmpty();

      Files.writeString(file, "{\"free\": ");
      await(() -> !told.isEmpty());
      assertThat(cores(from, "disk")).isEqualTo(3);
      await(() -> from.states().getFirst().isFailing());
      Files.writeString(file, "{\"free\": 4}");
      await(() -> told.size() == 2);
      assertThat(cores(from, "disk")).isEqualTo(4);
      assertThat(told.poll())
          .startsWith("The source \"disk\" (the file " + file + "): It holds no whole JSON")
          .contains("still used");
      assertThat(told.poll()).endsWith("is read again.");
    }
  }

  /** However a source breaks its reader, it is read again. */
  @Test
  void aReaderThatBreaksIsNotTheEnd() throws IOException, BadInput, InterruptedException {
    AtomicReference<String> body = new AtomicReference<>("{\"free\": " + "[".repeat(5000));
    try (RawServer server =
            RawServer.start((_, out) ->
                out.write(
                    RawServer.http("200 OK", "application/json", body.get()).getBytes(UTF_8)));
        Sources sources = sources()) {
      Availability from = sources.follow(Map.of("a", often(at(server, "/"))));
      sources.awaitAll(PATIENCE);
      assertThat(from.states().getFirst().isFailing()).isTrue();
      body.set("{\"free\": 5}");
      await(() -> cores(from, "a") == 5);
    }
  }
}
