// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.support.RawServer.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.whereto.ask.Report;
import org.whereto.support.JsonSchemas;
import org.whereto.support.RawServer;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;

final class AskTest {

  private static final String PYTHON = "examples/tasks/m31-light-curve.ipynb";
  private static final String PYTHON_AND_R = "examples/tasks/photometry-python-and-r.ipynb";
  private static final String UNDETERMINED = "examples/tasks/undetermined.ipynb";
  private static final String PLATFORMS = "examples/platforms";
  private static final String HUB = PLATFORMS + "/binderhub.yaml";

  private static final List<List<String>> FORMS =
      List.of(
          List.of(),
          List.of("-o", "table"),
          List.of("-o", "json"),
          List.of("-o", "yaml"),
          List.of("-o", "xml"),
          List.of("-o", "name"),
          List.of("-q"));

  @TempDir Path folder;

  private static Ran ask(List<String> form, String task, String... wheres) {
    List<String> args = new ArrayList<>(List.of("ask", task, "--at"));
    args.addAll(List.of(wheres));
    args.addAll(form);
    return Ran.of(args.toArray(String[]::new));
  }

  private static Ran ask(String task, String... wheres) {
    return ask(List.of(), task, wheres);
  }

  static Stream<Arguments> exitCodes() {
    List<Arguments> all = new ArrayList<>();
    for (List<String> form : FORMS) {
      all.add(Arguments.of(form, 0, PYTHON, List.of(HUB)));
      all.add(Arguments.of(form, 0, UNDETERMINED, List.of(HUB)));
      all.add(Arguments.of(form, 0, PYTHON, List.of("BUSY", "FAULTY", HUB)));
      all.add(Arguments.of(form, 1, PYTHON_AND_R, List.of(HUB, "NO")));
      all.add(Arguments.of(form, 2, "nowhere.ipynb", List.of(HUB)));
      all.add(Arguments.of(form, 2, PYTHON, List.of("nowhere.yaml")));
      all.add(Arguments.of(form, 2, PYTHON, List.of(HUB, "ftp://example.org/")));
      all.add(Arguments.of(form, 3, PYTHON, List.of("FAULTY")));
      all.add(Arguments.of(form, 3, PYTHON_AND_R, List.of(HUB, "BUSY")));
      all.add(Arguments.of(form, 4, PYTHON_AND_R, List.of(HUB, "BUSY", "NOT_YOU")));
    }
    return all.stream();
  }

  /** The same for every form: whoever reads the JSON may trust the exit code as well. */
  @ParameterizedTest
  @MethodSource("exitCodes")
  void theExitCodeIsTheSameForEveryForm(
      List<String> form, int exit, String task, List<String> wheres) throws IOException {
    try (RawServer no =
            RawServer.saying(http("200 OK", "application/json", "{\"reponseword\":\"NO\"}"));
        RawServer busy = RawServer.saying(http("503 Busy", "text/plain", "busy"));
        RawServer notYou = RawServer.saying(http("200 OK", "application/json", NOT_YOU))) {
      Map<String, String> places =
          Map.of(
              "NO", no.url(),
              "BUSY", busy.url(),
              "NOT_YOU", notYou.url(),
              "FAULTY", Files.writeString(folder.resolve("f.yaml"), "whereto: 1\n").toString());
      Ran ran =
          ask(
              form,
              task,
              wheres.stream().map(w -> places.getOrDefault(w, w)).toArray(String[]::new));
      assertThat(ran.exit()).isEqualTo(exit);
      assertThat(ran.err().isEmpty()).isEqualTo(exit != 2);
      if (exit == 2 || form.contains("-q")) {
        assertThat(ran.out()).isEmpty();
      }
    }
  }

  private static final String NOT_YOU =
      """
      {"reponseword": "NO", "reasons": [{"code": "caller.unknown", "path": "", "text": "Who are you?",
       "permanence": "not-you"}]}
      """;

  @Test
  void theTableBeginsWithWhatTheTaskWasTakenFor() {
    Ran ran = ask(PYTHON_AND_R, PLATFORMS);
    assertThat(ran.out().lines().limit(2).toList().toString())
        .contains(PYTHON_AND_R + " is a Jupyter notebook")
        .contains("python, r (cells");
    assertThat(ran.out())
        .contains("YES        Example JupyterHub")
        .contains("at http://jupyter.example.org/")
        .contains("NO         Example BinderHub")
        .contains("r (%load_ext rpy2.ipython in cell 2) is not a language of this")
        .contains("does not take this type of task, or gives no reason")
        .contains("8 asked: ");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void whoIsNamedTwiceIsAskedOnce() {
    assertThat(ask(PYTHON, HUB, PLATFORMS, HUB).out()).contains("8 asked: ");
  }

  /** Every example against every example: who says YES, be it under a condition. */
  @Test
  void theExamplesGetTheAnswersThatAPersonReviewed() throws IOException {
    StringBuilder table = new StringBuilder();
    for (Path task : exampleTasks()) {
      Ran ran = ask(List.of("-o", "name"), task.toString(), PLATFORMS);
      assertThat(ran.err()).isEmpty();
      String names = String.join(", ", ran.out().lines().toList());
      table.append(task).append(": ").append(names.isEmpty() ? "nobody" : names).append('\n');
    }
    Ran.assertGolden(table.toString(), "examples.txt");
  }

  private static List<Path> exampleTasks() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("examples/tasks"))) {
      return files
          .filter(file -> !file.endsWith("README.md"))
          .map(file -> file.endsWith("old-note") ? file.resolve("note.json") : file)
          .sorted()
          .toList();
    }
  }

  @Test
  void namesAreThoseWhoSaidYesOnePerLine() {
    assertThat(ask(List.of("-o", "name"), PYTHON_AND_R, PLATFORMS).out().lines())
        .containsExactlyInAnyOrder("Example ESAP platform", "Example JupyterHub");
  }

  @Test
  void theReportIsWhatItsSchemaSays() throws BadInput {
    byte[] json = ask(List.of("-o", "json"), UNDETERMINED, PLATFORMS).out().getBytes(UTF_8);
    var report = Formats.JSON.read(json, Budget.SMALL, Keep.ALL);
    assertThat(JsonSchemas.faults(Report.schema(), report)).isEmpty();
  }

  @Test
  void onlyFactsLeaveThisMachine() throws IOException {
    try (RawServer no =
        RawServer.saying(http("200 OK", "application/json", "{\"reponseword\":\"NO\"}"))) {
      Ran ran = ask(PYTHON_AND_R, no.url());
      assertThat(no.requests().toString()).contains("python").doesNotContain("rpy2");
      assertThat(ran.out()).contains("services get these facts, not its content");
    }
  }

  @Test
  void contentIsSentToWhoSaysSo() throws IOException {
    try (RawServer no =
        RawServer.saying(http("200 OK", "application/json", "{\"reponseword\":\"NO\"}"))) {
      ask(List.of("--send-content"), PYTHON_AND_R, no.url());
      assertThat(no.requests().toString()).contains("rpy2");
    }
  }

  @Test
  void theTaskTypeCanBeChosen() {
    Ran ran = ask(List.of("--tasktype", "uri://esap-notebook"), PYTHON, PLATFORMS);
    assertThat(ran.out()).contains("Asked as uri://esap-notebook.");
    assertThat(ran.exit()).isZero();
  }

  @Test
  void whoIsTooSlowCostsOneLine() throws IOException {
    try (RawServer slow = RawServer.start((_, _) -> Thread.sleep(60_000))) {
      Ran ran = ask(List.of("--timeout", "1s"), PYTHON, slow.url(), HUB);
      assertThat(ran.exit()).isZero();
      assertThat(ran.out()).contains("YES").contains("no answer").contains("within 1 s");
    }
  }

  @Test
  void whoIsInterruptedStillSeesATable() throws IOException {
    try (RawServer slow = RawServer.start((_, _) -> Thread.sleep(60_000))) {
      Thread.currentThread().interrupt();
      Ran ran = ask(PYTHON, slow.url());
      assertThat(Thread.interrupted()).isFalse();
      assertThat(ran.exit()).isEqualTo(130);
      assertThat(ran.out()).contains("interrupted");
    }
  }

  @Test
  void coloursAreForTerminals() {
    String[] line = {"ask", PYTHON, "--at", HUB};
    assertThat(Ran.of(line).out()).doesNotContain("\u001b");
    assertThat(Ran.on(80, Map.of(), line).out()).contains("\u001b[1;32mYES");
    assertThat(Ran.on(80, Map.of("NO_COLOR", "1"), line).out()).doesNotContain("\u001b");
    assertThat(Ran.on(80, Map.of("NO_COLOR", ""), line).out()).contains("\u001b");
    assertThat(Ran.on(80, Map.of("TERM", "dumb"), line).out()).doesNotContain("\u001b");
    assertThat(ask(List.of("--color", "always"), PYTHON, HUB).out()).contains("\u001b");
    assertThat(ask(List.of("--color=never"), PYTHON, HUB).out()).doesNotContain("\u001b");
  }

  @Test
  void nothingIsSaidOfProgressWhereNobodyLooks() throws IOException {
    try (RawServer slow = RawServer.start((_, _) -> Thread.sleep(60_000))) {
      String[] line = {"ask", PYTHON, "--at", slow.url(), "--timeout", "1.5s"};
      assertThat(Ran.of(line).err()).isEmpty();
      assertThat(Ran.on(80, Map.of(), line).err())
          .contains("0 of 1 answered, waiting for http://127.0.0.1:")
          .endsWith("\r\u001b[K");
    }
  }

  @Test
  void aNotebookFromStandardInputIsRecognised() {
    assertThat(Ran.of("ask", "-", "--at", HUB).err()).contains("standard input is empty");
  }
}
