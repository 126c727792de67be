// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompletionTest {

  @TempDir Path folder;

  @Test
  void bashCompletesCommandsOptionsAndTheirValues() throws IOException, InterruptedException {
    Path script =
        Files.writeString(folder.resolve("completion"), Ran.of("completion", "bash").out());
    assertThat(completed(script, "whereto", "ex")).isEqualTo("explain");
    assertThat(completed(script, "whereto", "ask", "--ti")).isEqualTo("--timeout");
    assertThat(completed(script, "whereto", "ask", "--color", "al")).isEqualTo("always");
    assertThat(completed(script, "whereto", "schema", "pl")).isEqualTo("platform");
    // What takes any number of files leaves all but the first to the shell.
    assertThat(Files.readString(script))
        .contains("-o default whereto")
        .doesNotContain("+o default");
  }

  /** What bash itself offers for the last word. */
  private static String completed(Path script, String... words)
      throws IOException, InterruptedException {
    String program =
        "source '"
            + script
            + "'; COMP_WORDS=("
            + String.join(" ", words)
            + "); COMP_CWORD="
            + (words.length - 1)
            + "; _complete_whereto; echo \"${COMPREPLY[*]}\"";
    Process bash = new ProcessBuilder("bash", "-c", program).start();
    String out = new String(bash.getInputStream().readAllBytes(), UTF_8);
    bash.waitFor();
    return out.strip();
  }

  @Test
  void zshReadsTheSameScript() {
    assertThat(Ran.of("completion", "zsh").out())
        .isEqualTo(Ran.of("completion", "bash").out())
        .contains("bashcompinit");
  }

  @Test
  void fishHasItsOwn() {
    String script = Ran.of("completion", "fish").out();
    assertThat(script.lines())
        .allSatisfy(line -> assertThat(line).startsWith("complete -c whereto"));
    assertThat(script)
        .contains("-a ask -d")
        .contains("-n '__fish_seen_subcommand_from ask' -s o -l output -x -a 'table json")
        .contains("-n '__fish_seen_subcommand_from schema' -f -a 'platform answer");
  }

  @Test
  void theShellThatRunsIsMeantWhereNoneIsNamed() {
    Map<String, String> fish = Map.of("SHELL", "/usr/bin/fish");
    assertThat(Ran.on(80, fish, "completion").out()).startsWith("complete -c whereto");
    assertThat(Ran.of("completion").out()).isEqualTo(Ran.of("completion", "bash").out());
  }
}
