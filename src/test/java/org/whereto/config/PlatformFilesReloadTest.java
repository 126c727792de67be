// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.config.FollowedFolder.faulty;
import static org.whereto.config.FollowedFolder.good;
import static org.whereto.config.FollowedFolder.lookTwice;
import static org.whereto.config.FollowedFolder.served;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.config.Change.Failed;
import org.whereto.platform.Failing;
import org.whereto.platform.Mounts;
import org.whereto.platform.Serving;
import org.whereto.platform.Version;
import org.whereto.tree.BadInput;
import org.whereto.tree.Problems.Problem;

/** What becomes of one file that changes under a server. */
final class PlatformFilesReloadTest {

  @TempDir Path folder;
  private FollowedFolder files;

  @BeforeEach
  void follow() {
    files = new FollowedFolder(folder);
  }

  private PlatformFiles opened() throws IOException, BadInput {
    return files.open(files.write("a.yaml", good("Old")));
  }

  private static Serving serving(PlatformFiles all) {
    return all.get().at(Mounts.ROOT).orElseThrow();
  }

  @Test
  void aChangeIsServedWhenTwoLooksSawIt() throws IOException, BadInput {
    PlatformFiles all = opened();
    files.write("a.yaml", good("New"));
    all.look();
    assertThat(served(all)).containsExactly("=Old");
    all.look();
    assertThat(served(all)).containsExactly("=New");
    assertThat(files.news()).containsExactly("changed ");
    assertThat(serving(all).platform().version()).isEqualTo(Version.of(good("New")));
  }

  @Test
  void halfAFileIsNeverServedThoughItIsAGoodOne() throws IOException, BadInput {
    PlatformFiles all = opened();
    String whole = good("New").replace("}]", "}, {tasktype: uri://other, if: {field: {a: [b]}}}]");
    files.write("a.yaml", good("Half of it"));
    all.look();
    files.write("a.yaml", whole);
    all.look();
    assertThat(served(all)).containsExactly("=Old");
    files.write("a.yaml", good("Half of the next"));
    all.look();
    files.write("a.yaml", whole);
    all.look();
    assertThat(served(all)).containsExactly("=Old");
    all.look();
    assertThat(served(all)).containsExactly("=New");
  }

  @Test
  void aFaultyStateKeepsTheLastGoodOneAndIsToldOnce() throws IOException, BadInput {
    PlatformFiles all = opened();
    Mounts before = all.get();
    files.write("a.yaml", faulty("titel"));
    all.look();
    assertThat(all.get()).isSameAs(before);
    all.look();
    all.look();
    all.look();
    assertThat(served(all)).containsExactly("=Old!");
    assertThat(files.told())
        .singleElement()
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.served()).isTrue();
              assertThat(failed.file()).isEqualTo(folder.resolve("a.yaml"));
              assertThat(failed.problems())
                  .extracting(Problem::sentence)
                  .containsExactly("Unknown key \"titel\". Did you mean \"title\"?");
            });
    assertThat(before.at(Mounts.ROOT).orElseThrow().failing()).isEmpty();
  }

  @Test
  void theLastGoodStateAgainEndsTheFailure() throws IOException, BadInput {
    PlatformFiles all = opened();
    Instant since = serving(all).since();
    files.write("a.yaml", "");
    lookTwice(all);
    files.write("a.yaml", good("Old"));
    lookTwice(all);
    assertThat(served(all)).containsExactly("=Old");
    assertThat(serving(all).since()).isEqualTo(since);
    assertThat(files.news()).containsExactly("failed ", "mended ");
  }

  @Test
  void aNewGoodStateEndsTheFailureToo() throws IOException, BadInput {
    PlatformFiles all = opened();
    files.write("a.yaml", "");
    lookTwice(all);
    files.write("a.yaml", good("New"));
    lookTwice(all);
    assertThat(served(all)).containsExactly("=New");
    assertThat(files.news()).containsExactly("failed ", "changed ");
  }

  @Test
  void oneFaultAfterTheOtherIsOneFailureToldAgain() throws IOException, BadInput {
    AtomicReference<Instant> now =
        new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    Path file = files.write("a.yaml", good("Old"));
    PlatformFiles all =
        PlatformFiles.open(
            List.of(file), Set.of(), FollowedFolder.around(now::get), files.told()::add);
    files.write("a.yaml", faulty("titel"));
    lookTwice(all);
    Instant began = now.getAndUpdate(time -> time.plusSeconds(60));
    files.write("a.yaml", faulty("interfacs"));
    lookTwice(all);
    Failing failing = serving(all).failing().orElseThrow();
    assertThat(failing.since()).isEqualTo(began);
    assertThat(failing.problems()).singleElement().asString().contains("interfacs");
    files.write("a.yaml", faulty("interfacs") + "# the same fault\n");
    lookTwice(all);
    assertThat(files.news()).containsExactly("failed ", "failed ");
  }

  @Test
  void aFileThatIsTouchedIsTheSameFile() throws IOException, BadInput {
    PlatformFiles all = opened();
    Mounts before = all.get();
    Files.setLastModifiedTime(folder.resolve("a.yaml"), FileTime.from(Instant.EPOCH));
    lookTwice(all);
    files.write("a.yaml", good("Old"));
    lookTwice(all);
    assertThat(all.get()).isSameAs(before);
    assertThat(files.told()).isEmpty();
  }

  @Test
  void aChangeOfTheSameSizeAndTimeIsSeen() throws IOException, BadInput {
    Path file = files.write("a.yaml", good("Old"));
    FileTime time = FileTime.from(Instant.parse("2020-02-02T00:00:00Z"));
    Files.setLastModifiedTime(file, time);
    PlatformFiles all = files.open(file);
    lookTwice(all);
    files.write("a.yaml", good("New"));
    Files.setLastModifiedTime(file, time);
    lookTwice(all);
    assertThat(served(all)).containsExactly("=New");
  }

  @Test
  void aSingleFileThatVanishesKeepsItsPlatform() throws IOException, BadInput {
    PlatformFiles all = opened();
    Files.delete(folder.resolve("a.yaml"));
    lookTwice(all);
    assertThat(served(all)).containsExactly("=Old!");
    assertThat(serving(all).failing().orElseThrow().problems())
        .singleElement()
        .asString()
        .contains("There is no file");
    files.write("a.yaml", good("Old"));
    lookTwice(all);
    assertThat(served(all)).containsExactly("=Old");
    assertThat(files.news()).containsExactly("failed ", "mended ");
  }

  @Test
  void anEditorThatDeletesBeforeItWritesIsNoFailure() throws IOException, BadInput {
    PlatformFiles all = opened();
    Files.delete(folder.resolve("a.yaml"));
    all.look();
    files.write("a.yaml", good("New"));
    lookTwice(all);
    assertThat(served(all)).containsExactly("=New");
    assertThat(files.news()).containsExactly("changed ");
  }

  @Test
  @Timeout(20)
  void aPipeInPlaceOfTheFileIsNotOpened() throws IOException, InterruptedException, BadInput {
    PlatformFiles all = opened();
    Files.delete(folder.resolve("a.yaml"));
    String pipe = folder.resolve("a.yaml").toString();
    assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
    lookTwice(all);
    assertThat(served(all)).containsExactly("=Old!");
  }

  @Test
  void aLinkIsFollowedToWhatItPointsTo() throws IOException, BadInput {
    files.write("one", good("One"));
    files.write("two", good("Two"));
    Path link = folder.resolve("a.yaml");
    Files.createSymbolicLink(link, Path.of("one"));
    PlatformFiles all = files.open(link);
    Files.delete(link);
    Files.createSymbolicLink(link, Path.of("two"));
    lookTwice(all);
    assertThat(served(all)).containsExactly("=Two");
  }
}
