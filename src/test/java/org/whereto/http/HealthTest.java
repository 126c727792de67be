// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.whereto.http.message.Reply;
import org.whereto.http.message.Status;
import org.whereto.platform.Failing;
import org.whereto.platform.Mounts;
import org.whereto.platform.Platform;
import org.whereto.platform.Serving;
import org.whereto.support.RunningServer;
import org.whereto.support.StatedSources;
import org.whereto.tree.Place;
import org.whereto.tree.Problems.Problem;
import org.whereto.world.World;

final class HealthTest {

  private static final Instant BEGAN = Instant.parse("2026-01-02T03:04:05Z");
  private static final Instant BROKE = Instant.parse("2026-01-02T04:00:00Z");

  private static final Platform PLATFORM =
      RunningServer.platform(
          """
          whereto: 1
          title: Aglais "2"
          interfaces: {hub: {servicetype: uri://hub}}
          accepts: [{tasktype: uri://mine}]
          """);

  private static final Failing FAILING =
      new Failing(BROKE, List.of(problem("secret word"), problem("another secret")));

  private static Problem problem(String sentence) {
    return new Problem(new Place(1, 2), sentence);
  }

  private static Serving serving(Optional<Failing> failing) {
    return new Serving(PLATFORM, World.CLOSED, BEGAN, failing);
  }

  private static String ready(Mounts mounts, boolean stopping) {
    return Health.ready(mounts, Optional.empty(), stopping).body().toString();
  }

  @Test
  void aServerThatAnswersIsAlive() {
    Reply reply = Health.live();
    assertThat(reply.status()).isEqualTo(Status.OK);
    assertThat(reply.body().toString()).isEqualToIgnoringWhitespace("{\"status\": \"live\"}");
  }

  @Test
  void theStateOfEveryPlatformIsTold() {
    Mounts mounts =
        new Mounts(
            Map.of("a", serving(Optional.empty()), "b", serving(Optional.of(FAILING))), Map.of());
    String hash = PLATFORM.version().hash();
    assertThat(Health.ready(mounts, Optional.empty(), false).status()).isEqualTo(Status.OK);
    assertThat(ready(mounts, false))
        .isEqualToIgnoringWhitespace(
            """
            {"status": "ready", "platforms": [
              {"platform": "a", "title": "Aglais \\"2\\"", "configuration": "%1$s",
               "since": "2026-01-02T03:04:05Z", "reload": "ok"},
              {"platform": "b", "title": "Aglais \\"2\\"", "configuration": "%1$s",
               "since": "2026-01-02T03:04:05Z", "reload": "failed",
               "failing-since": "2026-01-02T04:00:00Z", "faults": 2}]}
            """
                .formatted(hash));
  }

  @Test
  void thePlatformAtTheRootIsCalledSo() {
    Mounts mounts = new Mounts(Map.of(Mounts.ROOT, serving(Optional.empty())), Map.of());
    assertThat(ready(mounts, false)).contains("\"platform\": \"/\"");
  }

  /** Everybody may read it. */
  @Test
  void sourcesAreOnlyCounted() {
    Serving serving = new Serving(PLATFORM, StatedSources.world(), BEGAN, Optional.empty());
    assertThat(ready(new Mounts(Map.of("a", serving), Map.of()), false))
        .containsIgnoringWhitespaces("\"sources\": 3, \"late-sources\": 1, \"unknown-sources\": 1")
        .doesNotContain("secret", "monitor");
  }

  @Test
  void filesThatWereNeverServedAreOnlyCounted() {
    Mounts mounts = new Mounts(Map.of("a", serving(Optional.empty())), Map.of("hidden", FAILING));
    assertThat(ready(mounts, false))
        .contains("\"broken-files\": 1")
        .doesNotContain("hidden", "secret");
  }

  @Test
  void whatIsWrongIsNotToldToEverybody() {
    Mounts mounts = new Mounts(Map.of("a", serving(Optional.of(FAILING))), Map.of());
    assertThat(ready(mounts, false)).doesNotContain("secret");
  }

  @Test
  void aServerThatStopsIsNotReady() {
    Mounts mounts = new Mounts(Map.of("a", serving(Optional.empty())), Map.of());
    Reply reply = Health.ready(mounts, Optional.empty(), true);
    assertThat(reply.status()).isEqualTo(Status.UNAVAILABLE);
    assertThat(reply.headers()).contains(Map.entry("Retry-After", "5"));
    assertThat(ready(mounts, true)).contains("\"status\": \"stopping\"");
  }
}
