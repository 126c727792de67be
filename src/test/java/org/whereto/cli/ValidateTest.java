// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValidateTest {

  private static final String TEN_FAULTS =
      """
      whereto: 2
      titel: Ten faults
      interfaces:
        hub:
          servicetyp: uri://jupyter-hub
        other:
          servicetype: ""
      accepts:
        - tasktype: uri://jupyter-notebook
          on: [hob]
          if:
            languges: [python]
        - on: [hub]
          required: perhaps
          reasons: some
        - tasktype: uri://docker-container
          on: [hub]
          who: everybody
      """;

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void aGoodFileIsCounted() {
    Ran ran = Ran.of("validate", "examples/platforms/portainer.yaml");
    assertThat(ran)
        .isEqualTo(
            new Ran(0, "examples/platforms/portainer.yaml: ok (4 task types, 3 interfaces)\n", ""));
  }

  @Test
  void quietSaysNothingOfGoodFiles() {
    assertThat(Ran.of("validate", "-q", "examples/platforms/portainer.yaml"))
        .isEqualTo(new Ran(0, "", ""));
  }

  @Test
  void everyFaultIsALineWithFileLineAndColumn() throws IOException {
    String file = file("ten.yaml", TEN_FAULTS);
    Ran ran = Ran.of("validate", file);
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out().lines()).hasSize(11);
    assertThat(ran.out().lines())
        .allSatisfy(line -> assertThat(line).matches("\\Q" + file + "\\E:\\d+:\\d+: .+[.?]"));
    assertThat(ran.out())
        .contains(":2:1: Unknown key \"titel\". Did you mean \"title\"?")
        .contains("Did you mean \"languages\"?")
        .contains("who");
  }

  @Test
  void whatHasNoEffectIsAWarningAndNoFault() throws IOException {
    String file =
        file(
            "dead.yaml",
            """
            whereto: 1
            interfaces: {hub: {servicetype: a}, other: {servicetype: b}}
            accepts:
              - {tasktype: t, on: hub}
              - {tasktype: t, on: hub}
            """);
    String warnings =
        file
            + ":2:37: warning: Nothing is accepted on the interface \"other\".\n"
            + file
            + ":5:5: warning: All that this accepts is accepted already by the entry at 4:5, on the"
            + " same interfaces.\n";
    assertThat(Ran.of("validate", file))
        .isEqualTo(new Ran(0, file + ": ok (1 task type, 2 interfaces)\n" + warnings, ""));
    assertThat(Ran.of("validate", "-q", file)).isEqualTo(new Ran(0, warnings, ""));
  }

  @Test
  void oneBadFileAmongGoodOnesIsEnough() throws IOException {
    Ran ran =
        Ran.of(
            "validate",
            file("bad.yaml", "whereto: 1\n"),
            folder.resolve("nowhere.yaml").toString(),
            "examples/platforms/portainer.yaml");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).contains("bad.yaml:1:1: ").contains("nowhere.yaml: ").contains(": ok (");
  }

  @ParameterizedTest
  @CsvSource({
    "examples/platforms, is a directory: name the files in it",
    "nosuch.yaml, There is no file",
    "https://example.org/, is a URL",
  })
  void whatIsNoFileIsSaidToBeNone(String word, String told) {
    Ran ran = Ran.of("validate", word);
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).contains(told);
    Ran explain = Ran.of("explain", "docker://x", "--at", word);
    assertThat(explain.exit()).isEqualTo(2);
    assertThat(explain.err()).contains(told);
  }

  @Test
  void namesInAFileCannotActOnTheTerminal() throws IOException {
    Ran ran = Ran.of("validate", file("evil.yaml", "\"\\e[31mkey\\u202e\": 1\n"));
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).doesNotContain("\u001b").doesNotContain("\u202e");
  }
}
