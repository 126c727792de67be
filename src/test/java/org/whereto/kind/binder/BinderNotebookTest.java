// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.binder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.task.Environment;
import org.whereto.task.Facts;
import org.whereto.task.Repository;
import org.whereto.task.Subject;
import org.whereto.task.VersionRange;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

class BinderNotebookTest {

  private static final Repository GITHUB =
      new Repository(
          "https://github.com/owner/repo", "github.com", Optional.of(Repository.Provider.GITHUB));

  private static final BinderNotebook KIND = new BinderNotebook();

  private static Facts read(Map<String, Tree> files) throws BadInput {
    return KIND.read(Tree.build().put("files", Tree.map(files)).done());
  }

  private static Map<String, Tree> files(String... namesAndTexts) {
    Map<String, Tree> files = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], Tree.text(namesAndTexts[i + 1]));
    }
    return files;
  }

  private static Environment environment(String... namesAndTexts) throws BadInput {
    Facts facts = read(files(namesAndTexts));
    assertThat(facts.subject()).isEqualTo(new Subject.Given());
    return facts.environment().orElseThrow();
  }

  private static List<String> versions(String... namesAndTexts) throws BadInput {
    return environment(namesAndTexts).versions().stream()
        .map(version ->
            version.language() + " " + version.wanted() + (version.range().isEmpty() ? " ?" : ""))
        .toList();
  }

  private static String unreadable(String... namesAndTexts) throws BadInput {
    Subject subject = read(files(namesAndTexts)).subject();
    assertThat(subject).isInstanceOf(Subject.Unreadable.class);
    assertThat(((Subject.Unreadable) subject).code()).isEqualTo("files.unreadable");
    return ((Subject.Unreadable) subject).text();
  }

  private static BadInput fault(Mapping taskinfo) {
    return catchThrowableOfType(BadInput.class, () -> KIND.read(taskinfo));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Dockerfile environment.yml requirements.txt ; Dockerfile ; Dockerfile
          Project.toml default.nix environment.yml    ; Project.toml ; Project.toml environment.yml
          JuliaProject.toml Project.toml              ; JuliaProject.toml ; JuliaProject.toml
          REQUIRE default.nix                         ; REQUIRE ; REQUIRE
          default.nix environment.yml apt.txt         ; default.nix ; default.nix apt.txt
          DESCRIPTION environment.yml install.R       ; DESCRIPTION ; DESCRIPTION environment.yml install.R
          environment.yml Pipfile requirements.txt start ; environment.yml ; environment.yml start
          environment.yaml environment.yml            ; environment.yml ; environment.yml
          Pipfile requirements.txt requirements3.txt  ; Pipfile ; Pipfile requirements3.txt
          Pipfile.lock Pipfile                        ; Pipfile.lock ; Pipfile.lock Pipfile
          setup.py requirements.txt postBuild         ; setup.py ; setup.py requirements.txt postBuild
          requirements.txt pyproject.toml             ; requirements.txt ; requirements.txt pyproject.toml
          install.R                                   ; '' ; ''
          apt.txt                                     ; '' ; apt.txt
          README.md src/environment.yml               ; '' ; ''
          binder/requirements.txt environment.yml     ; requirements.txt ; binder/requirements.txt
          .binder/environment.yml Dockerfile          ; environment.yml ; .binder/environment.yml
          binder/README.md environment.yml            ; '' ; ''
          binder/setup.py setup.py                    ; '' ; ''
          """)
  void theFirstWayOfBuildingThatFindsItsFileIsTaken(String names, String builder, String used)
      throws BadInput {
    Map<String, Tree> files = new LinkedHashMap<>();
    for (String name : names.split(" ", -1)) {
      String text =
          switch (Environment.baseName(name)) {
            case "Dockerfile" -> "FROM scratch";
            case "Pipfile.lock" -> "{}";
            default -> "";
          };
      files.put(name, Tree.text(text));
    }

    Environment environment = read(files).environment().orElseThrow();

    assertThat(environment.builder()).isEqualTo(builder);
    assertThat(String.join(" ", environment.files())).isEqualTo(used);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          python-3.10      ; runtime.txt ; python 3.10
          python-3         ; runtime.txt ; python 3
          r-4.3-2023-06-01 ; runtime.txt ; r 4.3
          r-2023-06-01     ; runtime.txt ; ''
          r-4.3            ; ''          ; r 4.3
          julia-1.9        ; ''          ; ''
          """)
  void runtimeDecides(String text, String builder, String version) throws BadInput {
    assertThat(environment("runtime.txt", text + "\n").builder()).isEqualTo(builder);
    assertThat(String.join(",", versions("runtime.txt", text + "\n"))).isEqualTo(version);
  }

  @Test
  void runtimeOfRWinsOverConda() throws BadInput {
    assertThat(environment("environment.yml", "", "runtime.txt", "r-4.3-2023-06-01").builder())
        .isEqualTo("runtime.txt");
    assertThat(environment("environment.yml", "", "runtime.txt", "python-2.7").builder())
        .isEqualTo("environment.yml");
    assertThat(versions("environment.yml", "", "runtime.txt", "python-2.7")).isEmpty();
    assertThat(environment("Pipfile", "", "runtime.txt", "julia-1").builder()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "3.10", "python", "python-", "python-3-4", "r-4.3-2023-6-1", "python-x"})
  void aRuntimeThatIsNoneIsUnreadable(String text) throws BadInput {
    assertThat(unreadable("runtime.txt", text)).startsWith("runtime.txt, line 1: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          python=3.9                     ; python =3.9
          python==3.9.7                  ; python ==3.9.7
          python = 3.9                   ; python = 3.9
          python 3.9                     ; python 3.9
          python 3.9.* *_cpython         ; python 3.9.* *_cpython
          python=3.9.*=*_cpython         ; python =3.9.*=*_cpython
          python>=3.8,<3.12              ; python >=3.8,<3.12
          python >=3.8, <3.12            ; python >=3.8, <3.12
          conda-forge::python=3.9=hab_0  ; python =3.9=hab_0
          Python=3.9                     ; python =3.9
          python[version='>=3.8,<3.12']  ; python [version='>=3.8,<3.12']
          python[version='2.7', channel='x::y'] ; python [version='2.7', channel='x::y']
          python 2.7 x::y                ; python 2.7 x::y
          r-base=4.1                     ; r =4.1
          julia 1.9|1.10                 ; julia 1.9|1.10
          python=3.6*                    ; python =3.6* ?
          python=${VERSION}              ; python =${VERSION} ?
          python                         ; ''
          python-dateutil=2.8            ; ''
          r-essentials=4.1               ; ''
          ipython<9                      ; ''
          """)
  void condaSaysVersionsInManyWays(String dependency, String wanted) throws BadInput {
    String text = "dependencies:\n  - \"" + dependency + "\"\n";

    assertThat(String.join(",", versions("environment.yml", text))).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          python=3.9=h12debd9_1         ; 3.9  ; 3.10
          python 3.9.* *_cpython        ; 3.9  ; 3.8
          python[version='>=3.8,<3.12', build=x] ; 3.11 ; 3.12
          python >=3.8, <3.12           ; 3.8  ; 3.12
          python==3.9.7=x               ; 3.9  ; 3.9.8
          """)
  void aBuildIsNoPartOfTheVersion(String dependency, String in, String out) throws BadInput {
    Environment.Version version =
        environment("environment.yml", "dependencies:\n  - \"" + dependency + "\"\n")
            .versions()
            .getFirst();

    assertThat(version.range().orElseThrow().overlaps(range(in))).isTrue();
    assertThat(version.range().orElseThrow().overlaps(range(out))).isFalse();
  }

  private static VersionRange range(String text) {
    return VersionRange.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          1.6        ; 1.9  ; 2.0
          1.6, 1.8   ; 1.7  ; 2.0
          =1.3       ; 1.3  ; 1.4
          ~1.6       ; 1.6  ; 1.7
          1.6 - 1.8  ; 1.8.5; 1.9
          ≥ 1.6      ; 2.0  ; 1.5
          0.7, 1     ; 1.5  ; 0.8
          """)
  void juliaHasItsOwnWayToWriteRanges(String compat, String in, String out) throws BadInput {
    Environment.Version version =
        environment("Project.toml", "[compat]\njulia = \"" + compat + "\"\n").versions().getFirst();

    assertThat(version.range().orElseThrow().overlaps(range(in))).isTrue();
    assertThat(version.range().orElseThrow().overlaps(range(out))).isFalse();
  }

  @Test
  void pipenvAsksTheLockFirstAndTheFullVersionBeforeTheShortOne() throws BadInput {
    String pipfile = "[requires]\npython_version = \"3.6\"\n";
    String lock = "{\"_meta\": {\"requires\": {\"python_version\": \"3.7\"}}, \"default\": {}}";

    assertThat(versions("Pipfile", pipfile)).containsExactly("python 3.6");
    assertThat(versions("Pipfile", pipfile, "Pipfile.lock", lock)).containsExactly("python 3.7");
    assertThat(versions("Pipfile", pipfile, "Pipfile.lock", "{}")).containsExactly("python 3.6");
    assertThat(versions("Pipfile", pipfile + "python_full_version = '3.6.4'"))
        .containsExactly("python 3.6.4");
  }

  @Test
  void pyprojectCountsAtTheRootOnly() throws BadInput {
    String project = "[project]\nrequires-python = \">=3.10\"\n[build-system]\n";

    assertThat(versions("pyproject.toml", project)).containsExactly("python >=3.10");
    assertThat(environment("pyproject.toml", project).builder()).isEqualTo("pyproject.toml");
    assertThat(versions("binder/pyproject.toml", project, "binder/apt.txt", "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          FROM quay.io/jupyter/base-notebook:2024 ; quay.io/jupyter/base-notebook:2024
          # x|ARG V=1|from --platform=linux/amd64 example/x:$V AS one|RUN y \\|  FROM no|FROM One ; example/x:$V
          FROM a AS b|FROM c ; c
          """)
  void theBaseIsThatOfTheLastStage(String text, String base) throws BadInput {
    assertThat(environment("Dockerfile", text.replace('|', '\n')).base()).isEqualTo(base);
  }

  @Test
  void whatCannotBeReadNamesFileAndLine() throws BadInput {
    assertThat(unreadable("environment.yml", "dependencies:\n  - ["))
        .startsWith("environment.yml, line ");
    assertThat(unreadable("environment.yml", "- a\n")).startsWith("environment.yml, line 1: ");
    assertThat(unreadable("environment.yml", "dependencies: x\n")).contains("must be a list");
    assertThat(unreadable("environment.yml", "dependencies: [!x python]\n")).contains("!x");
    assertThat(unreadable("binder/Pipfile", "[requires\n")).startsWith("binder/Pipfile, line 1: ");
    assertThat(unreadable("Pipfile.lock", "{")).startsWith("Pipfile.lock, line 1: ");
    assertThat(unreadable("Project.toml", "[compat]\njulia = 1\njulia = 2")).contains("line 3");
    assertThat(unreadable("Project.toml", "compat.julia = ['1']")).contains("line 1");
    assertThat(unreadable("Dockerfile", "RUN x")).startsWith("Dockerfile: ");
    assertThat(unreadable("binder/apt.txt", "", ".binder/apt.txt", "")).contains("not both");
  }

  @Test
  void aBrokenFileThatIsNotUsedDoesNoHarm() throws BadInput {
    assertThat(environment("Dockerfile", "FROM x", "environment.yml", "[").files())
        .containsExactly("Dockerfile");
    assertThat(environment("binder/apt.txt", "", "environment.yml", "[").builder()).isEmpty();
  }

  @Test
  void aDocumentMayComeAsATree() throws BadInput {
    Tree tree = Tree.map(Map.of("dependencies", Tree.texts(List.of("python=3.9"))));

    assertThat(read(Map.of("environment.yml", tree)))
        .isEqualTo(read(files("environment.yml", "dependencies: ['python=3.9']")));
    assertThat(
            fault(Tree.build().put("files", Tree.map(Map.of("runtime.txt", tree))).done()).code())
        .isEqualTo("files.not-a-text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../environment.yml",
        "/environment.yml",
        "binder/../../x",
        "",
        "./a",
        "a//b",
        "a/",
        "..",
        "binder\\x",
        "C:/x",
        "a\nb",
        "a/.."
      })
  void aNameThatClimbsIsAFault(String name) {
    assertThat(fault(Tree.build().put("files", Tree.map(files(name, ""))).done()).code())
        .isEqualTo("files.bad-name");
  }

  @Test
  void theSubjectIsTheRepositoryOrItsFiles() throws BadInput {
    Mapping url =
        Tree.build().put("repository", "https://GitHub.com/owner/repo").put("ref", "main").done();

    assertThat(KIND.read(Tree.build().done()).subject())
        .isEqualTo(new Subject.NotGiven("repository"));
    assertThat(KIND.read(url).environment()).contains(Environment.at(GITHUB));
    assertThat(read(Map.of()).environment().orElseThrow().filesGiven()).isTrue();
  }

  @Test
  void fieldsOfTheWrongShapeAreFaults() {
    assertThat(fault(Tree.build().put("repository", "").done()).code())
        .isEqualTo("repository.malformed");
    assertThat(fault(Tree.build().put("repository", Tree.literal("null")).done()).code())
        .isEqualTo("repository.malformed");
    assertThat(fault(Tree.build().put("repository", Tree.texts(List.of("x"))).done()).code())
        .isEqualTo("repository.malformed");
    assertThat(fault(Tree.build().put("files", "environment.yml").done()).code())
        .isEqualTo("files.not-a-mapping");
    assertThat(fault(Tree.build().put("ref", "--upload-pack=x").done()).code())
        .isEqualTo("ref.malformed");
    assertThat(fault(Tree.build().put("ref", " ").done()).code()).isEqualTo("ref.malformed");
    assertThat(fault(Tree.build().put("path", "../x").done()).code()).isEqualTo("path.malformed");
    assertThat(fault(Tree.build().put("path", Tree.texts(List.of())).done()).code())
        .isEqualTo("path.malformed");
  }

  /** These are taken apart into many pieces, so a few megabytes of them would fill the memory. */
  @ParameterizedTest
  @ValueSource(
      strings = {"Dockerfile", "runtime.txt", "environment.yml", "Project.toml", "Pipfile"})
  void aFileThatNobodyWritesSoLongIsUnreadable(String name) throws BadInput {
    assertThat(unreadable(name, "#\n".repeat(700_000))).contains(name, "1048576");
  }

  @Test
  void aLockFileMayBeLonger() throws BadInput {
    String lock = "{\"_meta\": {\"requires\": {\"python_version\": \"3.10\"}}}";

    assertThat(versions("Pipfile.lock", lock + " ".repeat(2_000_000)))
        .containsExactly("python 3.10");
  }
}
