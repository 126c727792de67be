// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.whereto.support.RawServer;
import org.whereto.systems.fetch.FetchSettings;
import org.whereto.systems.fetch.Fetches;
import org.whereto.systems.fetch.GuardedFetch;
import org.whereto.systems.fetch.HostRules;
import org.whereto.tree.BadInput;
import org.whereto.world.Image;
import org.whereto.world.ImageWanted;
import org.whereto.world.Known;

/** Tokens and redirects over real sockets, through the guarded fetch. */
@Timeout(60)
class TokenRegistryTest {

  private static final PaperImage IMAGE = PaperImage.of("ab");

  private final AtomicLong now = new AtomicLong();
  private TokenRegistry registry;

  @BeforeEach
  void open() throws Exception {
    registry = TokenRegistry.open();
    registry.push("1.0", IMAGE);
  }

  @AfterEach
  void close() {
    registry.close();
  }

  private RegistryImages images(List<String> hosts) throws BadInput {
    FetchSettings fetch =
        Fetches.settings(
            "{hosts: [\""
                + String.join("\", \"", hosts)
                + "\"], private: [127.0.0.0/29], time: 20s}");
    HostRules rules = new HostRules(fetch.hosts());
    return new RegistryImages(
        PaperLookup.PATIENT,
        GuardedFetch.of(fetch),
        url -> rules.allowing(url).isPresent(),
        now::get);
  }

  private Known<Optional<Image>> look(RegistryImages images) {
    ImageWanted wanted = PaperLookup.wanted(registry.image("1.0"));
    return images.look(Set.of(wanted)).get(wanted);
  }

  @Test
  void theTokenGoesToTheRegistryAloneAndNotWhereItRedirects() throws Exception {
    assertThat(look(images(registry.hosts())))
        .isInstanceOfSatisfying(
            Known.Value.class, value -> assertThat(value.value()).isNotEqualTo(Optional.empty()));

    assertThat(registry.log())
        .containsExactly(
            "registry /v2/astro/app/manifests/1.0 -",
            "tokens /token?service=test&scope=repository%3Aastro%2Fapp%3Apull -",
            "registry /v2/astro/app/manifests/1.0 Bearer first",
            "registry /v2/astro/app/blobs/DIGEST Bearer first",
            "storage /v2/astro/app/blobs/DIGEST -");
  }

  @Test
  void aTokenThatHasEndedIsGotAnew() throws Exception {
    RegistryImages images = images(registry.hosts());
    look(images);
    registry.token = "second";
    now.addAndGet(Duration.ofMinutes(5).toNanos());

    assertThat(look(images)).isInstanceOf(Known.Value.class);
    assertThat(registry.log().subList(5, 8))
        .containsExactly(
            "registry /v2/astro/app/manifests/1.0 -",
            "tokens /token?service=test&scope=repository%3Aastro%2Fapp%3Apull -",
            "registry /v2/astro/app/manifests/1.0 Bearer second");
  }

  /** The registry gave it up before its time. */
  @Test
  void aTokenThatIsNotTakenAnyMoreIsGotAnew() throws Exception {
    RegistryImages images = images(registry.hosts());
    look(images);
    registry.token = "second";
    registry.push("1.0", PaperImage.of("abc"));
    ImageWanted other =
        PaperLookup.wanted(
            registry.image("1.0").replace(":1.0", "@" + PaperImage.digest(IMAGE.manifest())));
    registry.push(PaperImage.digest(IMAGE.manifest()), IMAGE);

    assertThat(images.look(Set.of(other)).get(other)).isInstanceOf(Known.Value.class);
    assertThat(registry.log().get(5)).endsWith("Bearer first");
    assertThat(registry.log().getLast()).endsWith("Bearer second");
  }

  /** A listener stands at each place to which the registry lures us; nobody may come. */
  @Test
  void aRealmThatIsNotListedIsNotAsked() throws Exception {
    try (RawServer forbidden = RawServer.saying(RawServer.http("200 OK", "text/plain", "{}"))) {
      List<String> lures = new ArrayList<>(List.of(forbidden.url() + "/token"));
      lures.add(forbidden.url().replace("127.0.0.1", "localhost") + "/token");
      lures.add(forbidden.url().replace("127.0.0.1", "2130706433") + "/token");
      lures.add(forbidden.url().replace("127.0.0.1", "0x7f.1") + "/token");
      lures.add(forbidden.url().replace("127.0.0.1", "[::ffff:127.0.0.1]") + "/token");
      lures.add(forbidden.url().replace("http://", registry.tokenHost() + "@") + "/token");
      lures.add(registry.tokenHost() + "\\\\@" + forbidden.url().substring(7) + "/token");
      lures.add("gopher://127.0.0.1/");
      lures.add("");
      for (String lure : lures) {
        registry.realm = lure;
        assertThat(look(images(registry.hosts()))).as(lure).isInstanceOf(Known.Refused.class);
      }
      assertThat(forbidden.requests()).isEmpty();
    }
    assertThat(registry.log()).noneMatch(line -> line.startsWith("tokens"));
  }

  @Test
  void aRedirectOfContentsToWhereIsNotListedIsNotFollowed() throws Exception {
    try (RawServer forbidden = RawServer.saying(RawServer.http("200 OK", "text/plain", "{}"))) {
      registry.blobs = forbidden.url();
      assertThat(look(images(registry.hosts()))).isInstanceOf(Known.Refused.class);
      assertThat(forbidden.requests()).isEmpty();
    }
  }

  @Test
  void aRegistryThatIsNotListedIsNotAsked() throws Exception {
    assertThat(look(images(List.of("registry.example.org")))).isInstanceOf(Known.Refused.class);
    assertThat(registry.log()).isEmpty();
  }
}
