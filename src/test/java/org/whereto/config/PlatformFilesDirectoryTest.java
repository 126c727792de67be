// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.config.FollowedFolder.faulty;
import static org.whereto.config.FollowedFolder.good;
import static org.whereto.config.FollowedFolder.lookTwice;
import static org.whereto.config.FollowedFolder.served;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.tree.BadInput;

/** What comes into a directory, and what goes from it. */
final class PlatformFilesDirectoryTest {

  @TempDir Path above;
  private Path folder;
  private FollowedFolder files;

  @BeforeEach
  void follow() throws IOException {
    folder = Files.createDirectory(above.resolve("platforms"));
    files = new FollowedFolder(folder);
  }

  private PlatformFiles opened() throws IOException, BadInput {
    files.write("a.yaml", good("A"));
    files.write("b.yaml", good("B"));
    return files.open(folder);
  }

  @Test
  void aFileThatComesIsServedWhenTwoLooksSawIt() throws IOException, BadInput {
    PlatformFiles all = opened();
    files.write("c.yaml", good("C"));
    all.look();
    assertThat(served(all)).containsExactly("a=A", "b=B");
    all.look();
    assertThat(served(all)).containsExactly("a=A", "b=B", "c=C");
    assertThat(files.news()).containsExactly("mounted c");
  }

  @Test
  void aFileThatGoesIsServedUntilTwoLooksMissedIt() throws IOException, BadInput {
    PlatformFiles all = opened();
    Files.delete(folder.resolve("a.yaml"));
    all.look();
    assertThat(served(all)).containsExactly("a=A", "b=B");
    all.look();
    assertThat(served(all)).containsExactly("b=B");
    assertThat(files.news()).containsExactly("gone a");
  }

  @Test
  void aFileThatIsAwayForOneLookIsNotGone() throws IOException, BadInput {
    PlatformFiles all = opened();
    Files.delete(folder.resolve("a.yaml"));
    all.look();
    files.write("a.yaml", good("A"));
    all.look();
    Files.delete(folder.resolve("a.yaml"));
    all.look();
    files.write("a.yaml", good("A"));
    all.look();
    assertThat(served(all)).containsExactly("a=A", "b=B");
    assertThat(files.told()).isEmpty();
  }

  @Test
  void aFileThatIsRenamedTakesItsPlatformAlong() throws IOException, BadInput {
    PlatformFiles all = opened();
    Files.move(folder.resolve("a.yaml"), folder.resolve("z.yaml"));
    lookTwice(all);
    assertThat(served(all)).containsExactly("b=B", "z=A");
  }

  @Test
  void aFaultyFileThatComesIsBrokenUntilItIsMended() throws IOException, BadInput {
    PlatformFiles all = opened();
    files.write("c.yaml", faulty("titel"));
    lookTwice(all);
    assertThat(served(all)).containsExactly("a=A", "b=B", "c broken");
    files.write("c.yaml", good("C"));
    lookTwice(all);
    assertThat(served(all)).containsExactly("a=A", "b=B", "c=C");
    assertThat(files.news()).containsExactly("failed c", "mounted c");
  }

  @Test
  void aBrokenFileThatGoesIsForgotten() throws IOException, BadInput {
    PlatformFiles all = opened();
    files.write("c.yaml", "");
    lookTwice(all);
    Files.delete(folder.resolve("c.yaml"));
    lookTwice(all);
    assertThat(served(all)).containsExactly("a=A", "b=B");
  }

  @Test
  void oneFaultyFileDoesNotHoldUpTheOthers() throws IOException, BadInput {
    PlatformFiles all = opened();
    files.write("a.yaml", "");
    files.write("b.yaml", good("New B"));
    lookTwice(all);
    assertThat(served(all)).containsExactly("a=A!", "b=New B");
  }

  @Test
  void namesThatCannotBeAreBroken() throws IOException, BadInput {
    PlatformFiles all = opened();
    files.write("health.yaml", good("H"));
    files.write("a b.yaml", good("H"));
    lookTwice(all);
    assertThat(served(all)).containsExactly("a=A", "b=B", "a b broken", "health broken");
    assertThat(all.get().broken().get("health").problems())
        .singleElement()
        .asString()
        .contains("the server itself needs");
  }

  @Test
  void aSecondFileOfAServedNameWaitsUntilTheFirstIsGone() throws IOException, BadInput {
    files.write("b.yml", good("B"));
    PlatformFiles all = files.open(folder);
    // Comes before the other in the order of names, but later.
    files.write("b.yaml", good("Rival"));
    lookTwice(all);
    assertThat(served(all)).containsExactly("b=B", "b broken");
    files.write("b.yml", good("New B"));
    lookTwice(all);
    assertThat(served(all)).containsExactly("b=New B", "b broken");
    Files.delete(folder.resolve("b.yml"));
    lookTwice(all);
    lookTwice(all);
    assertThat(served(all)).containsExactly("b=Rival");
    assertThat(files.news()).containsExactly("failed b", "changed b", "gone b", "mounted b");
  }

  @Test
  void aDirectoryThatCannotBeReadKeepsAll() throws IOException, BadInput {
    PlatformFiles all = opened();
    Path away = above.resolve("away");
    Files.move(folder, away);
    lookTwice(all);
    all.look();
    assertThat(served(all)).containsExactly("a=A!", "b=B!");
    assertThat(files.news()).containsExactly("failed a", "failed b");
    Files.move(away, folder);
    lookTwice(all);
    assertThat(served(all)).containsExactly("a=A", "b=B");
    assertThat(files.news()).containsExactly("mended a", "mended b");
  }

  @Test
  void aDirectoryThatIsEmptyAllAtOnceKeepsAll() throws IOException, BadInput {
    PlatformFiles all = opened();
    Files.delete(folder.resolve("a.yaml"));
    Files.delete(folder.resolve("b.yaml"));
    lookTwice(all);
    all.look();
    assertThat(served(all)).containsExactly("a=A!", "b=B!");
    files.write("c.yaml", good("C"));
    lookTwice(all);
    assertThat(served(all)).containsExactly("c=C");
  }

  @Test
  void otherDirectoriesAreNotHeldUp() throws IOException, BadInput {
    files.write("a.yaml", good("A"));
    Path other = Files.createDirectory(above.resolve("other"));
    Files.writeString(other.resolve("z.yaml"), good("Z"));
    PlatformFiles all = files.open(folder, other);
    Files.move(folder, above.resolve("away"));
    Files.writeString(other.resolve("y.yaml"), good("Y"));
    lookTwice(all);
    assertThat(served(all)).containsExactly("a=A!", "y=Y", "z=Z");
  }

  /** How Kubernetes changes all files of a ConfigMap at once. */
  @Test
  void aConfigMapIsSwappedAsAWhole() throws IOException, BadInput {
    version("..1", "One");
    Files.createSymbolicLink(folder.resolve("..data"), Path.of("..1"));
    Files.createSymbolicLink(folder.resolve("a.yaml"), Path.of("..data/a.yaml"));
    Files.createSymbolicLink(folder.resolve("b.yaml"), Path.of("..data/b.yaml"));
    PlatformFiles all = files.open(folder);
    assertThat(served(all)).containsExactly("a=One", "b=One");

    version("..2", "Two");
    Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of("..2"));
    Files.move(folder.resolve("..data_tmp"), folder.resolve("..data"), ATOMIC_MOVE);
    Files.delete(folder.resolve("..1/a.yaml"));
    Files.delete(folder.resolve("..1/b.yaml"));
    Files.delete(folder.resolve("..1"));
    lookTwice(all);
    assertThat(served(all)).containsExactly("a=Two", "b=Two");
    assertThat(files.news()).containsExactly("changed a", "changed b");
  }

  private void version(String name, String title) throws IOException {
    Path hidden = Files.createDirectory(folder.resolve(name));
    Files.writeString(hidden.resolve("a.yaml"), good(title));
    Files.writeString(hidden.resolve("b.yaml"), good(title));
  }
}
