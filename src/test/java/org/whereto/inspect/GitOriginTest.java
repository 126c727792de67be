// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;

class GitOriginTest {

  private static final String ELSEWHERE =
      "[remote \"fork\"]\n\turl = https://git.example.org/fork/x\n";

  @TempDir Path folder;

  @BeforeEach
  void aRepositoryForBinder() throws IOException {
    Files.writeString(folder.resolve("requirements.txt"), "numpy\n");
    Files.createDirectories(folder.resolve(".git"));
  }

  private void origin(String url) throws IOException {
    Files.writeString(
        folder.resolve(".git/config"),
        "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = " + url + "\n" + ELSEWHERE);
  }

  private String repository() throws BadInput {
    Task task = Corpus.inspect(folder).factsOnly();
    return task.taskinfo().flatMap(info -> info.get("repository")).map(Tree::toString).orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/owner/name.git, https://github.com/owner/name",
    "git@github.com:owner/name.git, ssh://git@github.com/owner/name",
    "https://me:secret@git.example.org/o/n, https://git.example.org/o/n",
    "https://token@git.example.org/o/n, https://git.example.org/o/n",
  })
  void aCopyIsAskedAboutWithItsOrigin(String url, String repository) throws Exception {
    origin(url);

    assertThat(repository()).contains(repository).doesNotContain("secret").doesNotContain("token");
    assertThat(Corpus.inspect(folder).notes()).anyMatch(note -> note.contains(repository));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/srv/git/name.git", "../name", "C:\\name", "", "https://host", "\"x"})
  void anOriginThatOthersCannotReachIsNone(String url) throws Exception {
    origin(url);

    assertThat(repository()).isEmpty();
  }

  @Test
  void otherRemotesAreNoOrigin() throws Exception {
    Files.writeString(folder.resolve(".git/config"), ELSEWHERE);

    assertThat(repository()).isEmpty();
  }

  @Test
  void aConfigurationThatLeadsOutOfTheFolderIsNotRead(@TempDir Path other) throws Exception {
    origin("https://github.com/owner/name");
    Path config = folder.resolve(".git/config");
    Files.move(config, other.resolve("config"));
    Files.createSymbolicLink(config, other.resolve("config"));

    assertThat(repository()).isEmpty();
  }
}
