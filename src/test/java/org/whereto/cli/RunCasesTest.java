// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunCasesTest {

  private static final String PLATFORM = "examples/platforms/portainer.yaml";

  @TempDir Path folder;

  private Ran cases(String platform, String text, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("cases.yaml"), text);
    String[] args = new String[3 + more.length];
    args[0] = "test";
    args[1] = platform;
    args[2] = file.toString();
    System.arraycopy(more, 0, args, 3, more.length);
    return Ran.of(args);
  }

  @Test
  void casesThatAreRightAreOneLineEach() throws IOException {
    Path notebook = Path.of("examples/tasks/photometry-python-and-r.ipynb").toAbsolutePath();
    Ran ran =
        cases(
            "examples/platforms/binderhub.yaml",
            """
            - name: python is welcome
              task: {tasktype: uri://jupyter-notebook, taskinfo: {languages: [python]}}
              expect: yes
              reasons: []
              warnings: []
              interfaces: [uri://binder-hub]
            - name: a notebook with R has to go elsewhere
              task: %s
              expect: no
              reasons: [languages.not-offered]
              interfaces: []
            - name: any notebook
              task: {tasktype: uri://jupyter-notebook}
              expect: yes-if
              warnings: notebook.not-given
            - name: no containers
              task: {tasktype: uri://docker-container}
              expect: no
              reasons: []
            """
                .formatted(notebook));
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .isEqualTo(
            """
            ok     python is welcome
            ok     a notebook with R has to go elsewhere
            ok     any notebook
            ok     no containers
            4 cases: 4 ok, 0 wrong
            """);
    assertThat(ran.exit()).isZero();
  }

  @Test
  void aTaskFileIsLookedUpBesideTheCases() throws IOException {
    Files.writeString(folder.resolve("t.yaml"), "tasktype: uri://portainer-compose\n");
    Ran ran = cases(PLATFORM, "- {name: a, task: t.yaml, expect: yes}\n");
    assertThat(ran.out()).isEqualTo("ok     a\n1 case: 1 ok, 0 wrong\n");
  }

  @Test
  void whatIsWrongIsShownBesideWhatWasExpected() throws IOException {
    Ran ran =
        cases(
            "examples/platforms/binderhub.yaml",
            """
            - name: R should run
              task: {tasktype: uri://jupyter-notebook, taskinfo: {languages: [python, R]}}
              expect: yes
              interfaces: [uri://jupyter-hub]
            - name: the reason is another one
              task: {tasktype: uri://jupyter-notebook, taskinfo: {languages: [R]}}
              expect: no
              reasons: [image.not-allowed]
            - name: fine
              task: {tasktype: uri://x}
              expect: no
            - name: broken
              task: {tasktype: uri://jupyter-notebook, taskinfo: 5}
              expect: no
            """);
    Ran.assertGolden(ran.out(), "cases.txt");
    assertThat(ran.exit()).isEqualTo(1);
  }

  @Test
  void quietShowsWrongCasesOnly() throws IOException {
    String text =
        """
        - {name: a, task: {tasktype: uri://x}, expect: no}
        - {name: b, task: {tasktype: uri://x}, expect: yes}
        """;
    assertThat(cases(PLATFORM, text, "-q").out()).contains("WRONG  b").doesNotContain(" a\n");
  }

  @Test
  void everyFaultOfTheCasesIsToldAtOnceAndNothingIsRun() throws IOException {
    Ran ran =
        cases(
            PLATFORM,
            """
            - nam: a
              task: {tasktype: uri://x}
              expect: perhaps
            - name: b
              task: nowhere.ipynb
              expect: no
            - name: c
              task: {taskinfo: {}}
              expect: no
              raesons: []
            - just a text
            """);
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out().lines())
        .hasSizeGreaterThanOrEqualTo(6)
        .allSatisfy(line -> assertThat(line).matches(".*cases\\.yaml:\\d+:\\d+: .+"));
    assertThat(ran.out())
        .contains("cases.yaml:3:11: \"expect\" must be one of yes, yes-if, no, not \"perhaps\".")
        .contains("cases.yaml:5:9: ")
        .contains("cases.yaml:8:9: The tasktype is missing")
        .contains("Did you mean \"reasons\"?");
  }

  @Test
  void aFileWithoutCasesIsAFault() throws IOException {
    assertThat(cases(PLATFORM, "name: a\n").exit()).isEqualTo(2);
    assertThat(cases(PLATFORM, "[]\n").exit()).isEqualTo(2);
    assertThat(cases(PLATFORM, "- [\n").exit()).isEqualTo(2);
  }

  @Test
  void aFaultyPlatformIsBadUse() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.yaml"), "whereto: 1\n");
    Ran ran = cases(bad.toString(), "- {name: a, task: {tasktype: uri://x}, expect: no}\n");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("bad.yaml:1:1: ");
  }
}
