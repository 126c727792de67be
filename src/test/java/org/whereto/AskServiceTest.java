// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.whereto.answer.Answer;
import org.whereto.answer.Reason;
import org.whereto.ask.Result;
import org.whereto.ask.Told;
import org.whereto.inspect.Inspection;
import org.whereto.inspect.Inspector;
import org.whereto.platform.Platform;
import org.whereto.support.RunningServer;

/** What a service says is what its platform file says, for every example of both. */
class AskServiceTest {

  private static final Path PLATFORMS = Path.of("examples/platforms");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Test
  void aServiceSaysWhatItsFileSays() throws Exception {
    Map<String, Platform> platforms = new TreeMap<>();
    for (Path file : files(PLATFORMS)) {
      platforms.put(Whereto.nameOf(file), Whereto.platform(file));
    }
    try (Whereto whereto = new Whereto();
        RunningServer server =
            RunningServer.of(RunningServer.mounts(platforms), RunningServer.SETTINGS)) {
      String[] urls =
          platforms.keySet().stream()
              .map(name -> server.at(name + "/").toString())
              .toArray(String[]::new);
      for (Path file : files(Path.of("examples/tasks"))) {
        Inspection inspection =
            new Inspector(InputStream.nullInputStream()).inspect(file.toString(), Optional.empty());
        List<String> byFile =
            answers(whereto.ask(inspection.full(), whereto.at(PLATFORMS.toString()), PATIENCE));
        List<String> byService =
            answers(whereto.ask(inspection.factsOnly(), whereto.at(urls), PATIENCE));
        List<String> withContent =
            answers(whereto.ask(inspection.full(), whereto.at(urls), PATIENCE));
        assertThat(byService).describedAs("%s", file).isEqualTo(byFile);
        assertThat(withContent).describedAs("%s", file).isEqualTo(byFile);
      }
    }
  }

  private static List<Path> files(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.endsWith("README.md")).sorted().toList();
    }
  }

  private static List<String> answers(List<Result> results) {
    return results.stream().map(result -> said(result.told())).toList();
  }

  /** The word, on which interfaces, and the codes of all reasons. */
  private static String said(Told told) {
    return switch (told) {
      case Told.Silent silent -> silent.why() + " " + silent.sentence();
      case Told.Answered(Answer answer, var _, var _) ->
          answer.word()
              + " "
              + answer.interfaces().stream().map(way -> way.servicetype()).toList()
              + " "
              + Stream.concat(answer.reasons().stream(), answer.warnings().stream())
                  .map(Reason::code)
                  .sorted()
                  .collect(Collectors.joining(", "));
    };
  }
}
