// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.whereto.config.FollowedFolder.faulty;
import static org.whereto.config.FollowedFolder.good;
import static org.whereto.config.FollowedFolder.served;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.tree.BadInput;

/** The first look of a server at its files. */
final class PlatformFilesBeginTest {

  @TempDir Path folder;
  private FollowedFolder files;

  @BeforeEach
  void follow() {
    files = new FollowedFolder(folder);
  }

  private List<String> faults(Path... paths) {
    BadInput fault = catchThrowableOfType(BadInput.class, () -> files.open(paths));
    assertThat(fault).isNotNull();
    return fault.sentence().lines().map(line -> line.replace(folder.toString(), "DIR")).toList();
  }

  @Test
  void oneFileStandsAtTheRoot() throws IOException, BadInput {
    Path file = files.write("zeppelin.yaml", good("Aglais"));
    assertThat(served(files.open(file))).containsExactly("=Aglais");
  }

  @Test
  void atTheRootANameIsNoMatter() throws IOException, BadInput {
    assertThat(served(files.open(files.write("health.yaml", good("A"))))).containsExactly("=A");
    assertThat(served(files.open(files.write("my file.txt", good("B"))))).containsExactly("=B");
  }

  @Test
  void severalFilesStandBelowTheirNames() throws IOException, BadInput {
    Path one = files.write("one.yaml", good("One"));
    Path two = files.write("two.v2.yml", good("Two"));
    assertThat(served(files.open(two, one))).containsExactly("one=One", "two.v2=Two");
  }

  @Test
  void ofADirectoryEveryPlatformFileIsTaken() throws IOException, BadInput {
    files.write("one.yaml", good("One"));
    files.write("two.yml", good("Two"));
    files.write(".hidden.yaml", "no platform");
    files.write("README.md", "no platform");
    files.write("two.yml~", "no platform");
    assertThat(served(files.open(folder))).containsExactly("one=One", "two=Two");
  }

  @Test
  void aDirectoryWithOneFileIsNoFile() throws IOException, BadInput {
    files.write("one.yaml", good("One"));
    assertThat(served(files.open(folder))).containsExactly("one=One");
  }

  @Test
  void whatIsNamedTwiceIsThereOnce() throws IOException, BadInput {
    Path one = files.write("one.yaml", good("One"));
    files.write("two.yaml", good("Two"));
    Path detour = folder.resolve("..").resolve(folder.getFileName());
    assertThat(served(files.open(folder, one, detour, detour.resolve("two.yaml"))))
        .containsExactly("one=One", "two=Two");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path many = Files.createDirectory(folder.resolve("many"));
    Files.writeString(many.resolve("a.yaml"), faulty("titel"));
    Files.writeString(many.resolve("b.yaml"), "{{{");
    Files.writeString(many.resolve("c.yaml"), good("C"));
    Path other = files.write("c.yml", good("other C"));
    assertThat(faults(empty, many, other, folder.resolve("nowhere.yaml")))
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).startsWith("There is no platform file (*.yaml) in DIR/empty"),
            line ->
                assertThat(line)
                    .startsWith("DIR/many/a.yaml:5:1: Unknown key \"titel\". Did you mean"),
            line -> assertThat(line).startsWith("DIR/many/b.yaml:"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "DIR/c.yml: The name \"c\" belongs to DIR/many/c.yaml: rename one of the"
                            + " two."),
            line ->
                assertThat(line)
                    .isEqualTo("DIR/nowhere.yaml: There is no file \"DIR/nowhere.yaml\"."));
  }

  @Test
  void namesThatTheServerNeedsAreRefused() throws IOException {
    files.write("accepts.yaml", good("A"));
    assertThat(faults(folder))
        .containsExactly(
            "DIR/accepts.yaml: \"/accepts\" is a path that the server itself needs: rename the"
                + " file.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "-a", "_a", "~", "a%2Fb", "a?b", "a#b", "a:b", "a\nb"})
  void namesThatCannotStandInAUrlAreRefused(String name) throws IOException {
    files.write(name + ".yaml", good("A"));
    files.write("good.yaml", good("B"));
    BadInput fault = catchThrowableOfType(BadInput.class, () -> files.open(folder));
    assertThat(fault.sentence()).contains("cannot stand in a URL: rename the file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "A", "9", "a.b_c~d-e", "a.yaml"})
  void otherNamesAreTaken(String name) throws IOException, BadInput {
    files.write(name + ".yaml", good("A"));
    assertThat(served(files.open(folder))).containsExactly(name + "=A");
  }

  @Test
  @Timeout(20)
  void aPipeIsNotOpened() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe.yaml");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(faults(pipe))
        .containsExactly("DIR/pipe.yaml: This is no regular file: put one in its place.");
    assertThat(faults(folder)).hasSize(1);
  }

  @Test
  @Timeout(20)
  void whatNeverEndsIsNotOpened() {
    assertThat(faults(Path.of("/dev/zero"))).singleElement().asString().contains("no regular file");
  }

  @Test
  void aDirectoryThatIsNamedLikeAFileIsNoFile() throws IOException {
    Files.createDirectory(folder.resolve("a.yaml"));
    assertThat(faults(folder)).singleElement().asString().contains("no regular file");
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() throws IOException {
    Path file = folder.resolve("huge.yaml");
    try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
      huge.setLength(1L << 40);
    }
    assertThat(faults(file)).singleElement().asString().contains("larger than 134217728 bytes");
  }

  @Test
  void aLinkThatPointsToNothingIsNoFile() throws IOException {
    Files.createSymbolicLink(folder.resolve("a.yaml"), folder.resolve("nothing"));
    assertThat(faults(folder)).singleElement().asString().contains("There is no file");
  }
}
