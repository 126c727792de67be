// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.decide.Planner;
import org.whereto.platform.Platform;
import org.whereto.support.MadeImage;
import org.whereto.support.Shelf;
import org.whereto.task.Caller;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Formats;
import org.whereto.tree.Tree;

/** What a check of an image saw, for those to whom everything is explained. */
class ExplainImagesTest {

  private static final Optional<Instant> MADE = Optional.of(Instant.parse("2026-03-01T12:00:00Z"));

  private static final String FILE =
      """
      whereto: 1
      fetch: {hosts: [registry.example.org]}
      interfaces:
        docker: {servicetype: uri://docker-uws}
      accepts:
        - tasktype: uri://docker-container
          if:
            image:
              allow: ["registry.example.org/**"]
              base: registry.example.org/base:1
              platform: [linux/amd64, linux/arm64]
              size: 2G
              user: not-root
      """;

  private static Shelf shelf() {
    MadeImage amd = MadeImage.on("linux/amd64").created(MADE).of("base", "own", "more");
    MadeImage arm = MadeImage.on("linux/arm64").created(MADE).of("base", "own", "more");
    return new Shelf()
        .put("registry.example.org/base:1", amd.of("base").variant(), arm.of("base").variant())
        .put(
            "registry.example.org/good:1",
            Duration.ofMinutes(12),
            Shelf.image("good", amd.variant(), arm.bytes(83_402_113).variant()))
        .put("registry.example.org/root:1", amd.variant(), arm.user("").variant());
  }

  private static Explained explained(String image) throws BadInput {
    Platform platform =
        switch (PlatformFile.read("p", FILE.getBytes(UTF_8))) {
          case Checked.Good good -> good.platform();
          case Checked.Faulty faulty -> throw new AssertionError(faulty);
        };
    Task task = Task.of("uri://docker-container", Tree.build().put("image", image).done());
    return new Explained(
        "p.yaml",
        platform,
        Planner.decide(Question.of(task), Caller.ANONYMOUS, platform, shelf().world()),
        List.of());
  }

  @Test
  void layersDigestsMachinesAndTheAgeOfTheKnowledgeAreShown() throws BadInput, IOException {
    String text = ExplainedText.of(explained("registry.example.org/good:1"), 100, Paint.NONE);
    Ran.assertGolden(text, "explain-image-yes.txt");
  }

  @Test
  void aRefusalIsShownBesideWhatWasSeen() throws BadInput, IOException {
    String text = ExplainedText.of(explained("registry.example.org/root:1"), 100, Paint.NONE);
    Ran.assertGolden(text, "explain-image-no.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "yaml", "xml"})
  void theSameForPrograms(String form) throws BadInput {
    byte[] written =
        Formats.byName(form, "explanation")
            .orElseThrow()
            .write(ExplainedTree.of(explained("registry.example.org/good:1")));
    assertThat(new String(written, UTF_8))
        .contains(
            List.of(
                Shelf.digest("good"),
                "linux/amd64: " + Shelf.digest("linux/amd64"),
                "3 layers: " + Shelf.digest("base").substring(0, "sha256:".length() + 12),
                "83.402113M",
                "user 1000",
                "made 2026-03-01T12:00:00Z",
                "12 minutes old",
                "image.checked"));
  }
}
