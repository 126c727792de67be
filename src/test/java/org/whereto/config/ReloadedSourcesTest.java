// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.systems.Systems;
import org.whereto.tree.BadInput;
import org.whereto.world.SourceState;

/** Sources are read while a platform that is served names them, whatever happens to its file. */
@Timeout(60)
class ReloadedSourcesTest {

  private static final String THREAD = "source-reloaded-";

  @TempDir private Path folder;

  /** Sources of these names; each one's settings follow from its name. */
  private String platform(String title, String... names) {
    StringBuilder sources = new StringBuilder(names.length == 0 ? "" : "available:\n");
    for (String name : names) {
      sources
          .append("  reloaded-" + name + ": {file: {path: " + folder.resolve(name + ".json"))
          .append(", amounts: {cores: /free}}, every: 1d}\n");
    }
    return FollowedFolder.good(title) + sources;
  }

  private static Set<String> threads() {
    Set<String> names = new TreeSet<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith(THREAD)) {
        names.add(thread.getName().substring(THREAD.length()));
      }
    }
    return names;
  }

  private static void awaitThreads(String... names) throws InterruptedException {
    for (int i = 0; i < 3000 && !threads().equals(Set.of(names)); i++) {
      Thread.sleep(10);
    }
    assertThat(threads()).containsExactlyInAnyOrder(names);
  }

  private static SourceState state(PlatformFiles files, String name) {
    return files.get().at(name).orElseThrow().world().availability().states().getFirst();
  }

  @Test
  void reloadsLeaveNothingBehind() throws IOException, BadInput, InterruptedException {
    Path dir = Files.createDirectory(folder.resolve("platforms"));
    Path one = dir.resolve("one.yaml");
    Path two = dir.resolve("two.yaml");
    Files.writeString(folder.resolve("a.json"), "{\"free\": 1}");
    Files.writeString(one, platform("1", "a"));
    Files.writeString(two, platform("2", "a", "b"));
    try (Systems systems = new Systems()) {
      Around around = new Around(InstantSource.system(), systems::world, systems::keepSources);
      PlatformFiles files = PlatformFiles.open(List.of(dir), Set.of(), around, _ -> {});
      systems.awaitSources(Duration.ofSeconds(30));
      awaitThreads("a", "b");
      SourceState read = state(files, "one");
      assertThat(read.slots()).isOne();

      // What is read is kept while other keys change, and shared.
      Files.writeString(folder.resolve("a.json"), "gone");
      Files.writeString(one, platform("1, renamed", "a"));
      FollowedFolder.lookTwice(files);
      assertThat(files.get().at("one").orElseThrow().platform().title()).isEqualTo("1, renamed");
      assertThat(state(files, "one").isFailing()).isFalse();
      assertThat(state(files, "two").isFailing()).isFalse();

      for (int i = 0; i < 20; i++) {
        Files.writeString(two, platform("2", "c" + i));
        FollowedFolder.lookTwice(files);
      }
      awaitThreads("a", "c19");

      // A state that cannot be served changes nothing.
      Files.writeString(one, FollowedFolder.faulty("oh"));
      FollowedFolder.lookTwice(files);
      awaitThreads("a", "c19");
      Files.delete(one);
      FollowedFolder.lookTwice(files);
      awaitThreads("c19");
      Files.writeString(two, platform("2"));
      FollowedFolder.lookTwice(files);
      awaitThreads();
    }
  }

  @Test
  void closingEndsAll() throws IOException, BadInput, InterruptedException {
    Path file = folder.resolve("p.yaml");
    Files.writeString(file, platform("1", "x", "y"));
    try (Systems systems = new Systems()) {
      Around around = new Around(InstantSource.system(), systems::world, systems::keepSources);
      PlatformFiles.open(List.of(file), Set.of(), around, _ -> {});
      awaitThreads("x", "y");
    }
    awaitThreads();
  }
}
