// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.answer.Answer;
import org.whereto.answer.Reason;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.decide.Planner;
import org.whereto.http.settings.ServerSettings;
import org.whereto.platform.Mounts;
import org.whereto.platform.Platform;
import org.whereto.support.ChangedLimits;
import org.whereto.support.RealAstro;
import org.whereto.support.RealRegistry;
import org.whereto.support.RunningServer;
import org.whereto.systems.Systems;
import org.whereto.systems.fetch.FetchSettings;
import org.whereto.systems.fetch.GuardedFetch;
import org.whereto.systems.fetch.HostRules;
import org.whereto.task.Caller;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;
import org.whereto.world.World;

/** Whole questions about images of a real registry: the right answer for the right reason. */
@Timeout(120)
class RealImageChecksTest {

  private static final String RULES =
      "exists: true, base: [HOST/astro/base:1.0], platform: [linux/amd64]";

  @TempDir private static Path folder;

  private static RealAstro astro;

  private final AtomicLong now = new AtomicLong();

  @BeforeAll
  static void push() throws Exception {
    astro = RealAstro.start(folder);
  }

  @AfterAll
  static void close() {
    if (astro != null) {
      astro.close();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          base:1.0          | YES image.checked
          derived:1.0       | YES image.checked
          docker:1.0        | YES image.checked
          derived:multi     | YES image.checked
          foreign:1.0       | NO image.base-not-allowed never
          arm:1.0           | NO image.platform-not-offered never
          derived:2.0       | NO image.not-found never
          none:1.0          | NO image.not-found never
          derived@DERIVED   | YES image.checked
          derived@MULTI     | YES image.checked
          derived:1.0@MULTI | YES image.checked
          foreign@FOREIGN   | NO image.base-not-allowed never
          derived@FOREIGN   | NO image.not-found never
          """)
  void eachImageGetsTheRightAnswerForTheRightReason(String image, String expected)
      throws Exception {
    String named =
        image
            .replace("DERIVED", astro.registry().digest("astro/derived", "1.0"))
            .replace("MULTI", astro.registry().digest("astro/derived", "multi"))
            .replace("FOREIGN", astro.registry().digest("astro/foreign", "1.0"));

    assertThat(asked(astro, "", RULES, named)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          user: not-root                   | derived:1.0 | NO image.runs-as-root unknown
          user: not-root                   | base:1.0    | NO image.runs-as-root never
          labels: {org.example.who: us}    | derived:1.0 | YES image.checked
          labels: {org.example.who: us}    | base:1.0    | NO image.label-missing never
          labels: {org.example.who: them}  | derived:1.0 | NO image.label-not-allowed never
          size: 1M                         | derived:1.0 | YES image.checked
          size: 8K                         | base:1.0    | YES image.checked
          size: 8K                         | derived:1.0 | NO image.too-large never
          age: 365d                        | base:1.0    | NO image.too-old never
          """)
  void whatAnImageHoldsCountsToo(String rule, String image, String expected) throws Exception {
    assertThat(asked(astro, "", rule, image)).isEqualTo(expected);
  }

  @Test
  void aTagThatIsPushedAnewToAForeignImageFlipsTheAnswerWhenItsTimeIsOver() throws Exception {
    astro.push("derived", "moving:1.0");
    Asker asker = new Asker(astro, "fresh: 60s", RULES);
    assertThat(asker.asked("moving:1.0")).isEqualTo("YES image.checked");
    astro.push("foreign", "moving:1.0");

    now.addAndGet(Duration.ofSeconds(59).toNanos());
    assertThat(asker.asked("moving:1.0")).isEqualTo("YES image.checked");
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(asker.asked("moving:1.0")).isEqualTo("NO image.base-not-allowed never");
  }

  /** What was made from the old one is no more made from the base of today. */
  @Test
  void aBaseThatIsPushedAnewIsSeenAsWell() throws Exception {
    astro.push("base", "mybase:1.0");
    Asker asker = new Asker(astro, "", "base: [HOST/astro/mybase:1.0]");
    assertThat(asker.asked("derived:1.0")).isEqualTo("YES image.checked");
    astro.push("foreign", "mybase:1.0");

    now.addAndGet(Duration.ofMinutes(5).toNanos());
    assertThat(asker.asked("derived:1.0")).isEqualTo("NO image.base-not-allowed never");
    assertThat(asker.asked("foreign:1.0")).isEqualTo("YES image.checked");
  }

  @Test
  void aRegistryThatIsSwitchedOffMakesANoUnlessWhatWasKnownMayBeUsed() throws Exception {
    Path apart = Files.createDirectory(folder.resolve("apart"));
    RealAstro other = new RealAstro(RealRegistry.start(apart), astro.images());
    other.push("base", "base:1.0");
    other.push("derived", "derived:1.0");
    Asker strict = new Asker(other, "", RULES);
    Asker patient = new Asker(other, "stale: 1h", RULES);
    assertThat(strict.asked("derived:1.0")).isEqualTo("YES image.checked");
    assertThat(patient.asked("derived:1.0")).isEqualTo("YES image.checked");
    other.close();

    assertThat(strict.asked("derived:1.0")).isEqualTo("YES image.checked");
    now.addAndGet(Duration.ofMinutes(30).toNanos());
    assertThat(strict.asked("derived:1.0")).isEqualTo("NO image.not-checked unknown");
    assertThat(patient.asked("derived:1.0")).isEqualTo("YES image.checked");
    assertThat(patient.asked("derived:2.0")).isEqualTo("NO image.not-checked unknown");
    now.addAndGet(Duration.ofMinutes(31).toNanos());
    assertThat(patient.asked("derived:1.0")).isEqualTo("NO image.not-checked unknown");
  }

  /** Over HTTP, each from a connection of its own, on a server that was never asked before. */
  @Test
  void twoHundredQuestionsAtOnceAboutOneUnknownImageMakeOneFetchOfItsManifest() throws Exception {
    astro.push("derived", "wanted:1.0");
    Checked.Good file = file(astro, "", RULES);
    try (Systems systems = new Systems();
        HttpClient client = HttpClient.newHttpClient();
        RunningServer server = server(file.platform(), systems.world(file.outside()))) {
      List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        answers.add(client.sendAsync(question(server, "wanted:1.0"), BodyHandlers.ofString()));
      }
      for (CompletableFuture<HttpResponse<String>> answer : answers) {
        assertThat(answer.join().body()).contains("\"YES\"").contains("image.checked");
      }
      // Asked last: what stands in the log before it is all that was asked.
      assertThat(client.send(question(server, "foreign:1.0"), BodyHandlers.ofString()).body())
          .contains("image.base-not-allowed");
    }
    assertThat(astro.registry().asked("/v2/astro/wanted/manifests/1.0")).isEqualTo(1);
  }

  private static RunningServer server(Platform platform, World world) throws BadInput {
    return RunningServer.of(
        new Mounts(Map.of(Mounts.ROOT, RunningServer.serving(platform, world)), Map.of()),
        new ServerSettings(
            ChangedLimits.of(Map.of("questions", 1000, "decisionTime", Duration.ofSeconds(30))),
            Set.of(),
            Duration.ZERO,
            Duration.ofSeconds(10)));
  }

  private static HttpRequest question(RunningServer server, String image) {
    String encoded = URLEncoder.encode(astro.image(image), UTF_8);
    return HttpRequest.newBuilder(
            server.at("accepts?tasktype=uri://docker-container&taskinfo.image=" + encoded))
        .version(HttpClient.Version.HTTP_1_1)
        .build();
  }

  private String asked(RealAstro where, String keys, String rules, String image) throws Exception {
    return new Asker(where, keys, rules).asked(image);
  }

  /** A platform that is asked about images, by the clock of this test. */
  private final class Asker {
    private final RealAstro where;
    private final Platform platform;
    private final World world;

    Asker(RealAstro where, String keys, String rules) {
      this.where = where;
      Checked.Good file = file(where, keys, rules);
      this.platform = file.platform();
      FetchSettings fetch = file.outside().fetch().orElseThrow();
      HostRules hosts = new HostRules(fetch.hosts());
      this.world =
          World.CLOSED.withImages(
              new RegistryImages(
                  file.outside().registries(),
                  GuardedFetch.of(fetch),
                  url -> hosts.allowing(url).isPresent(),
                  now::get));
    }

    /** The word of the answer, and the codes that come with it. */
    String asked(String image) throws BadInput {
      Task task =
          Task.of("uri://docker-container", Tree.build().put("image", where.image(image)).done());
      Answer answer = Planner.decide(Question.of(task), Caller.ANONYMOUS, platform, world).answer();
      String codes =
          Stream.concat(
                  answer.reasons().stream().map(Asker::told),
                  answer.warnings().stream().map(Reason::code))
              .collect(joining(" "));
      return (answer.isYes() ? "YES " : "NO ") + codes;
    }

    private static String told(Reason reason) {
      return reason.code()
          + " "
          + reason.permanence().orElseThrow().toString().toLowerCase(Locale.ROOT);
    }
  }

  private static Checked.Good file(RealAstro where, String keys, String rules) {
    String file =
        "whereto: 1\n"
            + where.fetch()
            + "registries: {time: 30s"
            + (keys.isEmpty() ? "" : ", " + keys)
            + "}\n"
            + "interfaces: {docker: {servicetype: uri://docker-uws}}\n"
            + "accepts: [{tasktype: uri://docker-container, if: {image: {"
            + rules.replace("HOST", where.registry().host())
            + "}}}]\n";
    return switch (PlatformFile.read("platform", file.getBytes(UTF_8))) {
      case Checked.Good good -> good;
      case Checked.Faulty(var problems) -> throw new AssertionError(problems.toString());
    };
  }
}
