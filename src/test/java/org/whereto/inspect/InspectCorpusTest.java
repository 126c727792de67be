// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.kind.Kinds;
import org.whereto.task.Facts;
import org.whereto.task.Languages.Role;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

class InspectCorpusTest {

  private static final Path EXAMPLES = Path.of("examples/tasks");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          m31-light-curve.ipynb           ; jupyter-notebook  ; python
          gaia-hr-diagram.ipynb           ; jupyter-notebook  ; latex python
          exoplanet-transits-r.ipynb      ; jupyter-notebook  ; r
          nbody-julia.ipynb               ; jupyter-notebook  ; julia
          photometry-python-and-r.ipynb   ; jupyter-notebook  ; python r
          survey-shell-steps.ipynb        ; jupyter-notebook  ; python shell
          coordinates-dotnet.ipynb        ; jupyter-notebook  ; csharp fsharp mermaid
          old-spectra-v3.ipynb            ; jupyter-notebook  ; python
          undetermined.ipynb              ; jupyter-notebook  ; ?
          gaia-dr3-histogram.zpln         ; zeppelin-notebook ; md python spark.pyspark
          cluster-scala.zpln              ; zeppelin-notebook ; md spark
          old-note                        ; zeppelin-notebook ; ? md sh sql
          postgres-webapp.compose.yaml    ; docker-compose    ; ''
          tap-service.compose.yaml        ; docker-compose    ; ''
          anchors.compose.yaml            ; docker-compose    ; ''
          build.compose.yaml              ; docker-compose    ; ''
          forbidden.compose.yaml          ; docker-compose    ; ''
          binder-astropy                  ; binder-notebook   ; ''
          binder-r                        ; binder-notebook   ; ''
          docker-task.yaml                ; docker-container  ; ''
          general-question.yaml           ; docker-container  ; ''
          zeppelin-task.json              ; zeppelin-notebook ; md python spark.pyspark
          esap-task.yaml                  ; esap-notebook     ; python
          """)
  void theExamplesAreWhatTheirListSays(String name, String tasktype, String languages)
      throws BadInput {
    Inspection inspection = Corpus.inspect(EXAMPLES.resolve(name));

    assertThat(inspection.full().tasktype()).isEqualTo("uri://" + tasktype);
    assertThat(names(inspection.facts())).isEqualTo(languages);
    assertSameFacts(inspection, name);
    assertThat(inspection.describe()).allMatch(line -> line.length() < 2_000);
  }

  @ParameterizedTest
  @CsvSource({
    "notebooks, uri://jupyter-notebook, 200",
    "zeppelin, uri://zeppelin-notebook, 10",
    "compose, uri://docker-compose, 100",
  })
  void realFilesAreRecognisedAndReducedWithoutLoss(String folder, String tasktype, int least)
      throws IOException {
    Path corpus = Corpus.folder(folder);
    List<String> others = new ArrayList<>();
    int fitting = 0;
    for (Path file : Corpus.files(corpus)) {
      String name = corpus.relativize(file).toString();
      try {
        Inspection inspection = Corpus.inspect(file);
        assertSameFacts(inspection, name);
        if (inspection.full().tasktype().equals(tasktype)) {
          fitting++;
        } else {
          others.add(name + ": " + inspection.what());
        }
      } catch (BadInput fault) {
        assertThat(fault.sentence()).as(name).endsWith(".");
        others.add(name + ": " + fault.code());
      }
    }
    assertThat(fitting).isGreaterThanOrEqualTo(least);
    Corpus.assertGolden("inspect-others-" + folder + ".txt", others);
  }

  /** What a service would find in the reduced Task, against what is in the whole. */
  private static void assertSameFacts(Inspection inspection, String name) throws BadInput {
    assertThat(essence(facts(inspection.factsOnly())))
        .as(name)
        .isEqualTo(essence(facts(inspection.full())))
        .isEqualTo(essence(inspection.facts()));
  }

  private static Facts facts(Task task) throws BadInput {
    Tree taskinfo = task.taskinfo().orElse(Tree.build().done());
    return Kinds.byTasktype(task.tasktype()).orElseThrow().read((Mapping) taskinfo);
  }

  /** Facts without their evidence and place, which change when content is left out. */
  private static Map<String, Object> essence(Facts facts) {
    Map<String, Object> essence = new TreeMap<>();
    essence.put("subject", facts.subject());
    List<String> languages = new ArrayList<>();
    facts
        .languages()
        .used()
        .forEach(language -> {
          // A kernel's language and a cell's are needed alike.
          boolean needed = language.role() == Role.KERNEL || language.role() == Role.CELL;
          languages.add(language.name() + " " + (needed ? "needed" : language.role()));
        });
    essence.put("languages", languages.stream().sorted().toList());
    essence.put("undetermined", facts.languages().undetermined().isEmpty());
    essence.put("images", facts.images());
    essence.put("demands", facts.demands());
    essence.put("environment", facts.environment());
    return essence;
  }

  private static String names(Facts facts) {
    List<String> names = new ArrayList<>();
    facts.languages().used().forEach(language -> names.add(language.name()));
    if (!facts.languages().undetermined().isEmpty()) {
      names.add("?");
    }
    return String.join(" ", names.stream().sorted().toList());
  }
}
