// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.task.Languages.Language;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;

class InspectorTest {

  private static final String NOTEBOOK =
      """
      {"cells": [{"cell_type": "code", "source": ["1+1"], "metadata": {}, "outputs": []}],
       "metadata": {"language_info": {"name": "python"}}, "nbformat": 4, "nbformat_minor": 5}
      """;
  private static final String NOTE =
      "{\"paragraphs\": [{\"text\": \"%spark.pyspark\\nsecret\"}], \"name\": \"n\"}";
  private static final String COMPOSE = "services:\n  web:\n    image: example/web:1\n";

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static Inspection inspect(String source, String tasktype) throws BadInput {
    return new Inspector(InputStream.nullInputStream()).inspect(source, Optional.of(tasktype));
  }

  private static BadInput fault(Path path) {
    return fault(path.toString());
  }

  private static BadInput fault(String source) {
    return catchThrowableOfType(BadInput.class, () -> Corpus.inspect(source));
  }

  private static List<String> languages(Inspection inspection) {
    return inspection.facts().languages().used().stream().map(Language::name).toList();
  }

  private static String taskinfo(Task task, String field) {
    return task.taskinfo()
        .flatMap(info -> info.get(field))
        .map(value -> ((Tree.Scalar) value).text())
        .orElse("");
  }

  @Test
  void aNotebookIsANotebookWhateverItsName() throws Exception {
    for (String name : List.of("a.ipynb", "a", "a.json", "a.zpln", "a.txt")) {
      Inspection inspection = Corpus.inspect(file(name, NOTEBOOK));

      assertThat(inspection.what()).as(name).isEqualTo("a Jupyter notebook (nbformat 4.5)");
      assertThat(inspection.full().tasktype()).isEqualTo("uri://jupyter-notebook");
      assertThat(languages(inspection)).containsExactly("python");
      assertThat(inspection.notes()).hasSize(name.equals("a.zpln") ? 1 : 0);
    }
  }

  @Test
  void aNoteNamedLikeANotebookIsTakenForWhatItIs() throws Exception {
    Inspection inspection = Corpus.inspect(file("note.ipynb", "\uFEFF" + NOTE));

    assertThat(inspection.full().tasktype()).isEqualTo("uri://zeppelin-notebook");
    assertThat(inspection.notes()).singleElement().asString().contains("whatever its name says");
  }

  @Test
  void standardInputIsToldByItsContent() throws BadInput {
    InputStream in = new ByteArrayInputStream(NOTEBOOK.getBytes(StandardCharsets.UTF_8));

    assertThat(new Inspector(in).inspect("-", Optional.empty()).what())
        .startsWith("a Jupyter notebook");
    assertThat(fault("-").sentence()).isEqualTo("standard input is empty.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          a.ipynb ; <!DOCTYPE html><html><head><title>Login</title> ; a web page
          a.ipynb ; \\n <HTML>                                      ; a web page
          a.ipynb ; version https://git-lfs.github.com/spec/v1\\noid ; git-lfs
          a.ipynb ; <?xml version="1.0"?><a/>                      ; an XML document
          a.ipynb ; // Copyright\\n// more\\n{"cells": []}           ; "{" of line 3
          a.ipynb ; # Copyright\\n{"cells": []}                     ; "{" of line 2
          a.ipynb ; /* Copyright */\\n{"cells": []}                 ; "{" of line 2
          a.ipynb ; # %%\\nimport numpy                             ; a script
          a.py    ; x = 1                                         ; a script
          a.ipynb ; {"cells": [                                   ; is no Jupyter notebook
          a.ipynb ; {"a": 1}                                      ; some other JSON document
          a.zpln  ; [1]                                           ; a JSON list
          a.yaml  ; apiVersion: v1\\nkind: Pod                      ; a Kubernetes manifest
          a.yml   ; dependencies: [python]                        ; give the folder
          a.yml   ; hello                                         ; plain text
          a.yml   ; a: 1                                          ; some other YAML document
          a.yml   ; whereto: 1\\naccepts: [{tasktype: x}]          ; a platform file
          a.yml   ; tasktipe: uri://x                             ; write "tasktype" for "tasktipe"
          a.yml   ; a: [                                          ; is no YAML document
          """)
  void whatIsSomethingElseIsCalledThat(String name, String text, String says) throws IOException {
    BadInput fault = fault(file(name, text.replace("\\n", "\n")));

    assertThat(fault.sentence()).contains(says).endsWith(".");
  }

  @ParameterizedTest
  @CsvSource({
    "89504e470d0a1a0a00, a PNG image",
    "1f8b0800, packed with gzip",
    "504b030414, a zip archive",
    "fffe7b000a00, UTF-16",
    "feff007b000a, UTF-16",
    "7b000a000a000a00, UTF-16",
    "007b000a, UTF-16",
    "7b0a0a0a00, a binary file",
    "'', is empty",
    "200a0a, is empty",
    "efbbbf, is empty",
    "7b22ff227d, no text in UTF-8",
  })
  void bytesThatAreNoTextAreCalledByName(String hex, String says) throws IOException {
    BadInput fault = fault(file("a.ipynb", HexFormat.of().parseHex(hex)));

    assertThat(fault.sentence()).contains(says);
  }

  @Test
  void aFaultOfTheDocumentHasItsPlace() throws IOException {
    assertThat(fault(file("a.ipynb", "{\n  \"cells\": [,]\n}")).place().line()).isEqualTo(2);
    assertThat(fault(file("compose.yaml", "services:\n  a: {\n")).place().line()).isPositive();
  }

  @Test
  void anEndlessFileIsReadUpToTheLimit() {
    assertThat(fault("/dev/zero").code()).isEqualTo("file.too-large");
  }

  @Test
  void theAmountsOfAComposeFileAreShownWithTheirPlaces() throws Exception {
    Path file =
        file(
            "compose.yaml",
            "services:\n  a: {image: x, mem_reservation: 8g, scale: 2, environment: {A: b}}\n"
                + "  b: {image: x, mem_reservation: $MEM}\n");

    Inspection inspection = Corpus.inspect(file);

    assertThat(inspection.describe())
        .containsSequence(
            "It asks for:",
            "  minmemory: 16Gi",
            "  services.a.mem_reservation: at least 8Gi memory, 2 times",
            "  not known: services.b.mem_reservation is \"$MEM\", and the value of that variable"
                + " was not sent: write the amount.");
    Tree tree = inspection.tree();
    assertThat(tree.get("resources")).contains(Tree.build().put("minmemory", "16Gi").done());
    assertThat(tree.get("amounts").orElseThrow().toString())
        .contains("services.a.mem_reservation", "8g", "was not sent");
    assertThat(inspection.factsOnly().document().toString()).contains("8g", "$MEM", "scale");
  }

  @Test
  void aRepositoryIsItsEnvironmentFiles() throws Exception {
    file("binder/environment.yml", "dependencies: [python=3.10]");
    file("requirements.txt", "numpy");
    file("secret.txt", "secret");
    file("compose.yaml", COMPOSE);

    Inspection inspection = Corpus.inspect(folder);

    assertThat(inspection.full()).isEqualTo(inspection.factsOnly());
    assertThat(inspection.full().document().toString())
        .contains("binder/environment.yml")
        .doesNotContain("secret", "numpy");
    assertThat(inspection.notes()).singleElement().asString().contains("compose.yaml");
  }

  @Test
  void linksOutOfTheRepositoryAreNotFollowed(@TempDir Path outside) throws Exception {
    Files.writeString(outside.resolve("environment.yml"), "secret: 1");
    Files.createSymbolicLink(folder.resolve("environment.yml"), outside.resolve("environment.yml"));
    file("apt.txt", "");

    Inspection inspection = Corpus.inspect(folder);

    assertThat(inspection.full().document().toString()).doesNotContain("secret");
    assertThat(inspection.notes()).singleElement().asString().contains("leads out");

    Files.createSymbolicLink(folder.resolve("binder"), outside);
    assertThat(fault(folder).code()).isEqualTo("folder.link");
  }

  @Test
  void aFolderWithoutAnEnvironmentSaysWhatItHas() throws Exception {
    assertThat(fault(folder).code()).isEqualTo("folder.no-environment");
    file("b.ipynb", NOTEBOOK);
    assertThat(fault(folder).sentence()).contains("give that file: b.ipynb");
    assertThat(inspect(folder.toString(), "uri://binder-notebook").what())
        .isEqualTo("a repository for Binder");
    file("note.json", NOTE);
    assertThat(Corpus.inspect(folder).what()).isEqualTo("a Zeppelin note");
    file("binder/apt.txt", "");
    file(".binder/apt.txt", "");
    Files.delete(folder.resolve("note.json"));
    assertThat(fault(folder).code()).isEqualTo("folder.two-environments");
  }

  @Test
  void aBrokenEnvironmentFileIsAFault() throws Exception {
    file("environment.yml", "dependencies:\n  - [");

    assertThat(fault(folder).sentence()).startsWith("environment.yml, line ");
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/owner/repo, https://github.com/owner/repo, '', ''",
    "https://github.com/owner/repo/tree/v1.0, https://github.com/owner/repo, v1.0, ''",
    "https://github.com/owner/repo/tree/main/a/b.ipynb, https://github.com/owner/repo, main,"
        + " a/b.ipynb",
    "https://gitlab.com/a/b/c/-/tree/main/d, https://gitlab.com/a/b/c, main, d",
    "https://git.example.org/x.git, https://git.example.org/x, '', ''",
    "git@github.com:owner/repo.git, ssh://git@github.com/owner/repo, '', ''",
  })
  void anAddressOfARepositoryIsTakenApart(String text, String url, String ref, String path)
      throws BadInput {
    Task task = Corpus.inspect(text).factsOnly();

    assertThat(task.tasktype()).isEqualTo("uri://binder-notebook");
    assertThat(taskinfo(task, "repository")).isEqualTo(url);
    assertThat(taskinfo(task, "ref")).isEqualTo(ref);
    assertThat(taskinfo(task, "path")).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/a.ipynb, uri://jupyter-notebook, notebook",
    "https://example.org/a.zpln?x=1, uri://zeppelin-notebook, notebook",
    "http://example.org/docker-compose.yml, uri://docker-compose, composefile",
  })
  void anAddressOfAFileStaysAnAddress(String text, String tasktype, String field) throws BadInput {
    Inspection inspection = Corpus.inspect(text);

    assertThat(inspection.factsOnly()).isEqualTo(inspection.full());
    assertThat(inspection.full().tasktype()).isEqualTo(tasktype);
    assertThat(taskinfo(inspection.full(), field)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/lab, url.not-recognised",
    "https://github.com/owner/repo/blob/main/a.ipynb, url.web-page",
    "https://github.com/blob/main/a.b, repository.malformed",
    "https://github.com/owner, repository.malformed",
    "https://me:secret@example.org/a.ipynb, url.user",
    "https://exa mple.org/a.ipynb, url.malformed",
    "ftp://example.org/a.ipynb, repository.malformed",
    "docker://, image.malformed",
    "docker://a//b, image.malformed",
  })
  void anAddressThatSaysNothingIsAFault(String text, String code) {
    assertThat(fault(text).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "docker://ubuntu, docker.io/library/ubuntu:latest",
    "docker.io/example:1.0, docker.io/library/example:1.0",
    "ghcr.io/x/y:z, ghcr.io/x/y:z",
    "ghcr.io/x/y, ghcr.io/x/y:latest",
    "example/x:1, docker.io/example/x:1",
    "nosuchfolder/x, docker.io/nosuchfolder/x:latest",
    "localhost:5000/x, localhost:5000/x:latest",
    "ubuntu:24.04, docker.io/library/ubuntu:24.04",
  })
  void theNameOfAnImageIsTheImage(String text, String image) throws BadInput {
    Inspection inspection = Corpus.inspect(text);

    assertThat(inspection.what()).isEqualTo("the container image " + image);
    assertThat(inspection.factsOnly()).isEqualTo(inspection.full());
  }

  @ParameterizedTest
  @CsvSource({
    "ubuntu, docker://ubuntu",
    "'', There is no file",
    "./x:1, There is no file",
    "examples/nothing, There is no file",
    "pom.xm, Did you mean \"pom.xml\"?",
    "nosuch/a.ipynb, folder does not exist",
    "a.ipynb, There is no file",
    "ghcr.io/Org/app, must be lower case",
    "example@sha256:abc, As an image",
    "C:\\x.ipynb, There is no file",
  })
  void whatNamesNoFileSaysSo(String text, String says) {
    BadInput fault = fault(text);

    assertThat(fault.code()).isEqualTo("file.missing");
    assertThat(fault.sentence()).contains(says);
  }

  @Test
  void aTasktypeThatFitsIsTaken() throws Exception {
    String notebook = file("a.ipynb", NOTEBOOK).toString();

    assertThat(inspect(notebook, "uri://esap-notebook").factsOnly().tasktype())
        .isEqualTo("uri://esap-notebook");
    assertThat(inspect(notebook, "uri://mine").notes()).hasSize(1);
    assertThat(inspect(notebook, "uri://esap-notebok").notes().toString())
        .contains("Did you mean \"uri://esap-notebook\"?");
    assertThat(inspect(notebook, "uri://mine").factsOnly().document().toString())
        .doesNotContain("1+1");
    assertThat(inspect("ubuntu", "uri://portainer-container").full().tasktype())
        .isEqualTo("uri://portainer-container");
    assertThat(inspect("https://example.org/lab", "uri://zeppelin-notebook").full().tasktype())
        .isEqualTo("uri://zeppelin-notebook");
    assertThat(
            taskinfo(
                inspect("https://git.example.org/x", "uri://binder-notebook").full(), "repository"))
        .isEqualTo("https://git.example.org/x");
  }

  @Test
  void aTasktypeOfAnotherKindIsAFault() throws Exception {
    String notebook = file("a.ipynb", NOTEBOOK).toString();
    BadInput fault =
        catchThrowableOfType(BadInput.class, () -> inspect(notebook, "uri://zeppelin-notebook"));

    assertThat(fault.code()).isEqualTo("tasktype.does-not-fit");
    assertThat(fault.sentence()).contains("uri://esap-notebook, uri://jupyter-notebook");
  }

  @Test
  void theDescriptionShowsTheEvidence() throws Exception {
    Inspection inspection = Corpus.inspect(file("a.ipynb", NOTEBOOK));

    assertThat(inspection.describe())
        .startsWith(
            "This is a Jupyter notebook (nbformat 4.5).", "It is asked as uri://jupyter-notebook.")
        .anyMatch(line -> line.startsWith("  python (kernel): "));
    assertThat(inspection.tree().get("task")).contains(inspection.factsOnly().document());
  }

  @Test
  void noLineDisturbsATerminal() throws Exception {
    String escape = "tasktype: \"uri://\\e[2J\\n\\u202e\"\n";
    Inspection inspection = Corpus.inspect(file("task.yaml", escape));

    assertThat(inspection.describe())
        .allMatch(line -> line.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == 0x202e));
  }
}
