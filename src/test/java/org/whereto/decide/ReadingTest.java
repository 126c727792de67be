// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.whereto.answer.Answer;
import org.whereto.answer.Permanence;
import org.whereto.answer.Reason;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.task.Caller;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;
import org.whereto.world.Known;
import org.whereto.world.World;

/** Documents that a Task names by URL are decided upon by what they hold. */
class ReadingTest {

  private static final String URL = "http://notes.example.org/a.ipynb";
  private static final String PLATFORM =
      """
      whereto: 1
      interfaces: {a: {servicetype: uri://a}}
      accepts:
        - {tasktype: uri://jupyter-notebook, on: [a], if: {languages: [python]}}
        - {tasktype: uri://jupyter-notebook, on: [a], if: {languages: [julia]}}
        - {tasktype: uri://by-name, on: [a]}
      """;

  private final List<Set<URI>> asked = new ArrayList<>();

  @Test
  void aDocumentThatWasFetchedIsLookedInto() throws BadInput {
    Task task = notebook(URL);

    Answer python = decide(task, new Known.Value<>(notebookIn("python"), Duration.ZERO));
    assertThat(python.isYes()).isTrue();
    assertThat(python.isConditional()).isFalse();
    assertThat(asked).containsExactly(Set.of(URI.create(URL)));

    Answer scala = decide(task, new Known.Value<>(notebookIn("scala"), Duration.ZERO));
    assertThat(scala.reasons()).extracting(Reason::code).containsExactly("languages.not-offered");
  }

  @Test
  void aDocumentThatCouldNotBeFetchedIsNoAndUnknown() throws BadInput {
    for (Known<String> none :
        List.of(
            new Known.Down<String>("It is tired."), new Known.Refused<String>("It is tired."))) {
      assertThat(decide(notebook(URL), none).reasons())
          .extracting(Reason::code, Reason::path, Reason::text, Reason::permanence)
          .containsExactly(
              tuple(
                  "notebook.not-fetched",
                  "taskinfo.notebook",
                  "The notebook was not fetched from its URL: send the content instead."
                      + " It is tired.",
                  Optional.of(Permanence.UNKNOWN)));
    }
  }

  @Test
  void aFetchedTextThatIsAUrlAgainIsNotFollowed() throws BadInput {
    Answer answer = decide(notebook(URL), new Known.Value<>(URL + "?again", Duration.ZERO));

    assertThat(answer.isYes()).isFalse();
    assertThat(asked).hasSize(1);
  }

  @Test
  void theWorldIsNotAskedWhereNoUrlIsGivenOrNoCheckLooks() throws BadInput {
    Known<String> down = new Known.Down<>("Gone.");

    assertThat(decide(notebook(notebookIn("python")), down).isYes()).isTrue();
    Tree taskinfo = Tree.build().put("notebook", URL).done();
    assertThat(decide(Task.of("uri://by-name", taskinfo), down).isYes()).isTrue();
    assertThat(asked).isEmpty();
  }

  private static Task notebook(String notebook) {
    return Task.of("uri://jupyter-notebook", Tree.build().put("notebook", notebook).done());
  }

  private static String notebookIn(String language) {
    return """
    {"nbformat": 4, "nbformat_minor": 5, "metadata": {"language_info": {"name": "%s"}},
     "cells": [{"cell_type": "code", "source": ["1"]}]}
    """
        .formatted(language);
  }

  private Answer decide(Task task, Known<String> known) throws BadInput {
    World world =
        World.CLOSED.withDocuments(urls -> {
          asked.add(urls);
          return Map.of(URI.create(URL), known);
        });
    Checked checked = PlatformFile.read("test", PLATFORM.getBytes(UTF_8));
    return Planner.decide(
            Question.of(task), Caller.ANONYMOUS, ((Checked.Good) checked).platform(), world)
        .answer();
  }
}
