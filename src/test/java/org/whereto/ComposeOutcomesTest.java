// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.whereto.answer.Answer;
import org.whereto.answer.Reason;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.kind.docker.DockerCompose;
import org.whereto.platform.Platform;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;

/**
 * What a platform that takes plain containers of any image answers to real and hostile compose
 * files: a table for people in {@code target/compose-outcomes.txt}, its summary printed.
 */
class ComposeOutcomesTest {

  private static final Path CORPUS =
      Path.of(System.getProperty("whereto.shared", "../shared"), "corpus");
  private static final Path TABLE = Path.of("target", "compose-outcomes.txt");
  private static final String PLATFORM =
      """
      whereto: 1
      interfaces: {uws: {servicetype: uri://compose-uws}}
      accepts:
        - tasktype: uri://docker-compose
          if:
            image: {allow: ["**"]}
            compose: {}
      """;

  @Test
  void everyFileEndsInAYesOrInReasonsWithAPath() throws IOException, BadInput {
    assumeTrue(Files.isDirectory(CORPUS), "the corpus is not beside the project");
    Platform platform = platform();
    List<String> rows = new ArrayList<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (Path file : files()) {
      Tree content = Tree.text(Files.readString(file));
      Tree.Mapping taskinfo = Tree.build().put("composefile", content).done();
      Answer answer = answer(taskinfo, platform);
      assertThat(answer.reasons()).as("%s", file).noneMatch(reason -> reason.path().isEmpty());
      String first = answer.reasons().stream().map(Reason::code).findFirst().orElse("");
      String at = answer.reasons().stream().map(Reason::path).findFirst().orElse("");
      long images =
          new DockerCompose()
              .read(taskinfo).images().stream().filter(use -> use.reference().isPresent()).count();
      rows.add(
          String.format(
              Locale.ROOT,
              "%-3s %2d reasons, %2d images  %s: %s %s",
              answer.word(),
              answer.reasons().size(),
              images,
              CORPUS.relativize(file),
              first,
              at));
      counts.merge((answer.word() + " " + first).strip(), 1, Integer::sum);
    }
    Files.createDirectories(TABLE.getParent());
    Files.writeString(TABLE, counts + "\n" + String.join("\n", rows) + "\n");
    System.out.println("compose corpus: " + rows.size() + " files, " + counts + "; " + TABLE);
    assertThat(counts).containsKey("YES").containsKey("NO composefile.unreadable");
  }

  /** A NO of this platform, which understands the type, has a reason. */
  private static Answer answer(Tree.Mapping taskinfo, Platform platform) throws BadInput {
    Answer answer = Whereto.decide(Task.of("uri://docker-compose", taskinfo), platform).answer();
    assertThat(answer.word() == Answer.Word.YES || !answer.reasons().isEmpty()).isTrue();
    return answer;
  }

  private static Platform platform() {
    if (PlatformFile.read("corpus", PLATFORM.getBytes(UTF_8)) instanceof Checked.Good good) {
      return good.platform();
    }
    throw new AssertionError("the platform of this test has a fault");
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("compose", "hostile/compose-go")) {
      try (Stream<Path> all = Files.walk(CORPUS.resolve(folder))) {
        all.filter(file -> file.toString().matches(".*[.]ya?ml")).sorted().forEach(files::add);
      }
    }
    return files;
  }
}
