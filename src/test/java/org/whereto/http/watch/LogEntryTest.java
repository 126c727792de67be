// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.whereto.answer.Answer;
import org.whereto.answer.Reason;
import org.whereto.decide.Decision;
import org.whereto.decide.Planner;
import org.whereto.platform.Mounts;
import org.whereto.platform.Platform;
import org.whereto.task.Caller;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.wire.Query;
import org.whereto.world.World;

/** One line for each request: what stands in it, and that it is one whatever the request held. */
class LogEntryTest {

  @Example
  void aYesIsLoggedWithItsTaskTypeAndConfiguration() {
    assertThat(asked("tasktype=uri://own&taskinfo.languages={md,python}"))
        .isEqualTo(
            "{\"time\":\"2026-03-01T02:03:04.567Z\",\"method\":\"GET\",\"target\":"
                + "\"/sample/accepts?tasktype=uri://own&taskinfo.languages={md,python}\","
                + "\"platform\":\"sample\",\"tasktype\":\"uri://own\",\"answer\":\"YES\","
                + "\"configuration\":\""
                + Sample.PLATFORM.version().hash()
                + "\",\"status\":200,\"duration\":1.234,\"received\":0,\"sent\":175}\n");
  }

  @Example
  void aConditionalYesIsLoggedWithItsWarning() {
    assertThat(asked("tasktype=uri://own"))
        .contains("\"answer\":\"YES\",\"conditional\":true,\"codes\":[\"notebook.not-given\"],");
  }

  @Example
  void aNoIsLoggedWithEachOfItsCodesOnce() {
    assertThat(
            asked(
                "tasktype=uri://docker-container&taskinfo.image=evil/x&taskinfo.a=b&taskinfo.c=d"))
        .contains("\"answer\":\"NO\",\"codes\":[\"image.not-allowed\",\"field.not-used\"],");
  }

  /** It holds all of the asker's own words, and the owner's template. */
  @Example
  void aSuggestionStaysOutOfTheLog() throws BadInput {
    Platform platform =
        Sample.platform(Sample.FILE.replace("image: [\"example/*\"]", "image: [\"example/x:1\"]"));
    String file = "{services: {a: {image: example/x:2, environment: {PASSWORD: hunter2}}}}";
    Task task = Task.of("uri://docker-compose", Tree.build().put("composefile", file).done());
    Decision decision = Planner.decide(Question.of(task), Caller.ANONYMOUS, platform, World.CLOSED);

    assertThat(decision.answer().suggestion().orElseThrow().toString()).contains("hunter2");
    assertThat(Sample.line(Sample.answered("/", "sample", decision, decision.answer())))
        .contains("\"codes\":[\"image.not-allowed\"]")
        .doesNotContain("hunter2", "example/x");
  }

  @Example
  void aBareNoHasNoCodes() {
    assertThat(asked("tasktype=uri://nobody")).contains("\"answer\":\"NO\",\"configuration\"");
  }

  @Example
  void aRefusalIsLoggedWithItsProblemAndNoAnswer() {
    assertThat(asked("taskinfo.languages={md}"))
        .contains("\"platform\":\"sample\",\"status\":400,\"problem\":\"tasktype.missing\",")
        .doesNotContain("\"answer\"");
  }

  /** The owner may read in the log what is hidden from callers. */
  @Example
  void hiddenReasonsOfANoAreLogged() {
    Served shown = Sample.asked("/", Query.of("tasktype=uri://own&taskinfo.languages={md,scala}"));
    Decision decision = shown.decision().orElseThrow();
    assertThat(Sample.line(Sample.answered("/", "sample", decision, Answer.BARE_NO)))
        .contains("\"answer\":\"NO\",\"codes\":[\"languages.not-offered\"]");
  }

  @Example
  void aCodeThatHoldsTheCallersWordsIsNotLogged() {
    assertThat(asked("tasktype=uri://own&taskinfo.languages={md}&resources.mingpus=1"))
        .contains("\"codes\":[\"resources.other.not-offered\"]");
    assertThat(asked("tasktype=uri://own&taskinfo.languages={md}&resources.mincores=1"))
        .contains("\"codes\":[\"resources.not-checked\"]");
    assertThat(Codes.safe("resources.cores.not-offered")).isEqualTo("resources.cores.not-offered");
    assertThat(Codes.safe("resources.not-offered")).isEqualTo("resources.other.not-offered");
    assertThat(Codes.safe("image.Evil")).isEqualTo("other");
    assertThat(Codes.safe("")).isEqualTo("other");
    assertThat(Codes.safe("a".repeat(65))).isEqualTo("other");
  }

  @Example
  void thePlatformAtTheRootIsASlash() {
    assertThat(Sample.line(Sample.refused("/", Optional.of(Mounts.ROOT), 503, "busy")))
        .contains("\"platform\":\"/\",");
  }

  @Example
  void whatWasLostBeforeIsTold() {
    StringBuilder line = new StringBuilder();
    LogEntry.of(Sample.refused("/", Optional.empty(), 404, "path.unknown"), "").line(line, 7);
    assertThat(line).endsWith("\"sent\":99,\"lost\":7}\n");
  }

  @Property
  void everyRequestIsOneLineOfBoundedLengthThatIsJson(
      @ForAll String method, @ForAll String target, @ForAll String tasktype, @ForAll long nanos)
      throws BadInput {
    Decision decision = new Decision(tasktype, false, List.of(), Sample.PLATFORM.version());
    Served served =
        new Served(
            Instant.ofEpochSecond(nanos >> 31),
            Duration.ofNanos(nanos),
            method,
            target,
            Optional.of(target),
            Optional.of(decision),
            Optional.of(Answer.BARE_NO),
            200,
            method,
            nanos,
            nanos,
            Caller.ANONYMOUS);
    String line = Sample.line(served);
    assertThat(line).matches("[ -~]+\n");
    assertThat(line.length()).isLessThan(20_000);
    assertThat(Formats.JSON.read(line.getBytes(UTF_8), Budget.LARGE, Keep.ALL).get("time"))
        .isPresent();
  }

  @Property
  void everyTextCanBeReadAgainUnlessItWasCut(@ForAll String text) throws BadInput {
    StringBuilder out = new StringBuilder();
    new JsonLine(out).text("a", text, 1000).end();
    Tree read = Formats.JSON.read(out.toString().getBytes(UTF_8), Budget.LARGE, Keep.ALL);
    String sound = new String(text.getBytes(UTF_8), UTF_8);
    boolean whole = new String(text.getBytes(UTF_8), UTF_8).equals(text);
    assertThat(read.get("a")).isPresent();
    assertThat(!whole || read.get("a").orElseThrow().equals(Tree.text(sound))).isTrue();
  }

  @Example
  void longTextsAreCutAndNeverInTheMiddleOfACharacter() {
    StringBuilder out = new StringBuilder();
    new JsonLine(out).text("a", "ab\uD83D\uDE00cd", 3).end();
    assertThat(out).hasToString("{\"a\":\"ab\\ufffd...\"}\n");
  }

  @Example
  void onlySoManyCodesAreLogged() {
    Served some = Sample.asked("/", Query.of("tasktype=uri://own&taskinfo.languages={scala}"));
    Answer many =
        Answer.no(
            IntStream.range(0, 1000).mapToObj(i -> Reason.of("a.b" + i, "", "")).toList(),
            List.of());
    Decision decision = some.decision().orElseThrow();
    assertThat(Codes.of(decision, many).reasons()).hasSize(32);
  }

  private static String asked(String query) {
    return Sample.line(Sample.asked("/sample/accepts?" + query, Query.of(query)));
  }
}
