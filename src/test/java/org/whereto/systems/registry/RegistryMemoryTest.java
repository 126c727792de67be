// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.whereto.systems.fetch.Fetched;
import org.whereto.world.Image;
import org.whereto.world.ImageWanted;
import org.whereto.world.Known;

/** What is asked again and what is not, and what is said while registries are silent. */
@Timeout(60)
class RegistryMemoryTest {

  private static final String APP = "registry.example.org/astro/app";
  private static final String MANIFEST = PaperRegistry.BASE + "astro/app/manifests/1.0";
  private static final PaperImage IMAGE = PaperImage.of("ab");
  private static final PaperImage FOREIGN = PaperImage.of("xy");

  @Test
  void whatATagLedToIsBelievedForAWhileAndThenAskedAgain() {
    PaperLookup lookup = new PaperLookup();
    lookup.registry.push("astro/app", "1.0", IMAGE);
    lookup.found(APP + ":1.0");
    lookup.registry.push("astro/app", "1.0", FOREIGN);

    lookup.pass(Duration.ofSeconds(299));
    assertThat(layers(lookup.look(APP + ":1.0"))).isEqualTo(IMAGE.diffIds());
    assertThat(age(lookup.look(APP + ":1.0"))).isEqualTo(Duration.ofSeconds(299));
    assertThat(lookup.registry.asked("/manifests/1.0")).isEqualTo(1);

    lookup.pass(Duration.ofSeconds(1));
    assertThat(layers(lookup.look(APP + ":1.0"))).isEqualTo(FOREIGN.diffIds());
    assertThat(age(lookup.look(APP + ":1.0"))).isZero();
  }

  @Test
  void whatADigestLedToIsBelievedForEver() {
    PaperLookup lookup = new PaperLookup();
    lookup.registry.push("astro/app", "1.0", IMAGE);
    String pinned = APP + "@" + PaperImage.digest(IMAGE.manifest());
    lookup.found(pinned);

    lookup.pass(Duration.ofDays(1000));
    assertThat(age(lookup.look(pinned))).isEqualTo(Duration.ofDays(1000));
    assertThat(lookup.registry.asked()).hasSize(2);
  }

  @Test
  void aTagThatLeadsWhereItLedCostsOneQuestion() {
    PaperLookup lookup = new PaperLookup();
    lookup.registry.push("astro/app", "1.0", IMAGE);
    lookup.found(APP + ":1.0");
    lookup.pass(Duration.ofMinutes(5));
    lookup.found(APP + ":1.0");

    assertThat(lookup.registry.asked()).hasSize(3);
  }

  @Test
  void thatThereIsNothingIsBelievedOnlyShortly() {
    PaperLookup lookup = new PaperLookup();
    lookup.look(APP + ":1.0");
    lookup.registry.push("astro/app", "1.0", IMAGE);

    lookup.pass(Duration.ofSeconds(29));
    assertThat(layers(lookup.look(APP + ":1.0"))).isEmpty();
    lookup.pass(Duration.ofSeconds(1));
    assertThat(layers(lookup.look(APP + ":1.0"))).isEqualTo(IMAGE.diffIds());
  }

  /** For whatever machines they want it: of the image itself there is only one. */
  @Test
  void manyWhoWantTheSameImageAtOnceCostOneQuestion() throws Exception {
    PaperLookup lookup = new PaperLookup();
    lookup.registry.pushIndex("astro/app", "1.0", IMAGE, IMAGE.on("arm64"));
    CountDownLatch open = new CountDownLatch(1);
    String index = PaperImage.index(IMAGE.entry(), IMAGE.on("arm64").entry());
    lookup.registry.on(
        MANIFEST,
        errand -> {
          await(open);
          return PaperRegistry.reply(200, Map.of("content-type", PaperImage.OCI_INDEX), index)
              .apply(errand);
        });

    List<CompletableFuture<Known<Optional<Image>>>> looks = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        String platform = i % 2 == 0 ? "linux/amd64" : "linux/arm64";
        looks.add(
            CompletableFuture.supplyAsync(() -> lookup.look(APP + ":1.0", platform), threads));
      }
      open.countDown();
    }
    for (CompletableFuture<Known<Optional<Image>>> look : looks) {
      assertThat(layers(look.get())).isEqualTo(IMAGE.diffIds());
    }
    assertThat(lookup.registry.asked("/manifests/1.0")).isEqualTo(1);
    assertThat(lookup.registry.asked()).hasSize(5);
  }

  @Test
  void aSilentRegistryIsDownAndNotAskedAgainForTheSameForAWhile() {
    PaperLookup lookup = new PaperLookup();
    lookup.registry.on(MANIFEST, _ -> new Fetched.Down("It is silent."));

    assertThat(lookup.look(APP + ":1.0")).isEqualTo(new Known.Down<>("It is silent."));
    assertThat(lookup.look(APP + ":1.0")).isEqualTo(new Known.Down<>("It is silent."));
    assertThat(lookup.registry.asked()).hasSize(1);

    lookup.pass(Duration.ofSeconds(5));
    lookup.registry.push("astro/app", "1.0", IMAGE);
    assertThat(layers(lookup.look(APP + ":1.0"))).isEqualTo(IMAGE.diffIds());
  }

  @Test
  void oneThatIsSilentSeveralTimesIsLeftAloneAltogether() {
    PaperLookup lookup = new PaperLookup();
    for (String tag : List.of("a", "b", "c")) {
      lookup.registry.on(
          PaperRegistry.BASE + "astro/app/manifests/" + tag, _ -> new Fetched.Down("Silent."));
      lookup.look(APP + ":" + tag);
    }
    lookup.registry.push("astro/app", "1.0", IMAGE);

    assertThat(lookup.look(APP + ":1.0"))
        .isEqualTo(
            new Known.Down<>("The registry registry.example.org did not answer a moment ago."));
    assertThat(lookup.registry.asked()).hasSize(3);
    lookup.pass(Duration.ofSeconds(5));
    assertThat(layers(lookup.look(APP + ":1.0"))).isEqualTo(IMAGE.diffIds());
  }

  /** They waited for a turn while others waited in vain: they do not do the same one by one. */
  @Test
  void whoeverWaitsForATurnAtASilentRegistryIsNotKeptWaiting() throws Exception {
    PaperLookup lookup = new PaperLookup();
    CountDownLatch eightCame = new CountDownLatch(8);
    Set<ImageWanted> wanted = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      lookup.registry.on(
          PaperRegistry.BASE + "astro/app/manifests/tag" + i,
          _ -> {
            eightCame.countDown();
            await(eightCame);
            return new Fetched.Down("Silent.");
          });
      wanted.add(PaperLookup.wanted(APP + ":tag" + i));
    }
    assertThat(lookup.images.look(wanted).values())
        .hasSize(50)
        .allSatisfy(known -> assertThat(known).isInstanceOf(Known.Down.class));
    assertThat(lookup.registry.asked()).hasSizeLessThan(20);
  }

  @Test
  void aRegistryThatHadEnoughIsLeftAloneAsLongAsItSays() {
    PaperLookup lookup = new PaperLookup();
    lookup.registry.on(MANIFEST, PaperRegistry.reply(429, Map.of("retry-after", "40"), ""));
    lookup.registry.push("astro/app", "2.0", IMAGE);

    assertThat(lookup.look(APP + ":1.0")).isInstanceOf(Known.Down.class);
    lookup.pass(Duration.ofSeconds(39));
    assertThat(lookup.look(APP + ":2.0")).isInstanceOf(Known.Down.class);
    lookup.pass(Duration.ofSeconds(6));
    assertThat(layers(lookup.look(APP + ":2.0"))).isEqualTo(IMAGE.diffIds());
  }

  @Test
  void whatWasKnownLastIsNotSaidUnlessTheOwnerAllowsIt() {
    PaperLookup lookup = new PaperLookup();
    lookup.registry.push("astro/app", "1.0", IMAGE);
    lookup.found(APP + ":1.0");
    lookup.registry.on(MANIFEST, PaperRegistry.reply(503, Map.of(), ""));

    lookup.pass(Duration.ofMinutes(5));
    assertThat(lookup.look(APP + ":1.0")).isInstanceOf(Known.Down.class);
  }

  @Test
  void whatWasKnownLastIsSaidWithItsAgeAsLongAsTheOwnerAllowsIt() {
    PaperLookup lookup = PaperLookup.stale(Duration.ofHours(1));
    lookup.registry.push("astro/app", "1.0", IMAGE);
    lookup.found(APP + ":1.0");
    lookup.registry.on(MANIFEST, _ -> new Fetched.Down("Silent."));

    lookup.pass(Duration.ofHours(1));
    assertThat(layers(lookup.look(APP + ":1.0"))).isEqualTo(IMAGE.diffIds());
    assertThat(age(lookup.look(APP + ":1.0"))).isEqualTo(Duration.ofHours(1));
    lookup.pass(Duration.ofSeconds(1));
    assertThat(lookup.look(APP + ":1.0")).isInstanceOf(Known.Down.class);
  }

  /** It spoke since: what it said before is not its last word. */
  @Test
  void whatARegistryTookBackIsNotSaidAgain() {
    PaperLookup lookup = PaperLookup.stale(Duration.ofDays(1));
    lookup.registry.push("astro/app", "1.0", IMAGE);
    lookup.found(APP + ":1.0");
    lookup.registry.on(MANIFEST, PaperRegistry.json(403, "{}"));
    lookup.pass(Duration.ofMinutes(5));
    assertThat(lookup.look(APP + ":1.0")).isInstanceOf(Known.Refused.class);

    lookup.registry.on(MANIFEST, _ -> new Fetched.Down("Silent."));
    lookup.pass(Duration.ofMinutes(5));
    assertThat(lookup.look(APP + ":1.0")).isInstanceOf(Known.Down.class);
  }

  @Test
  void aRegistryThatIsSlowIsDownInTimeAndWhatItSaysServesTheNext() throws Exception {
    PaperLookup lookup =
        new PaperLookup(
            new RegistrySettings(Duration.ofMinutes(5), Optional.empty(), Duration.ofMillis(50)));
    lookup.registry.push("astro/app", "1.0", IMAGE);
    CountDownLatch open = new CountDownLatch(1);
    lookup.registry.on(
        MANIFEST,
        errand -> {
          await(open);
          return PaperRegistry.reply(
                  200, Map.of("content-type", PaperImage.OCI_MANIFEST), IMAGE.manifest())
              .apply(errand);
        });

    assertThat(lookup.look(APP + ":1.0"))
        .isEqualTo(new Known.Down<>("The registry registry.example.org did not answer in time."));
    open.countDown();
    while (!(lookup.look(APP + ":1.0") instanceof Known.Value)) {
      Thread.sleep(1);
    }
    assertThat(lookup.registry.asked("/manifests/1.0")).isEqualTo(1);
  }

  @Test
  void allImagesOfOneQuestionAreLookedUpTogether() {
    PaperLookup lookup = new PaperLookup();
    CountDownLatch allCame = new CountDownLatch(8);
    Set<ImageWanted> wanted = new HashSet<>();
    for (int i = 0; i < 8; i++) {
      lookup.registry.push("astro/app", "tag" + i, IMAGE);
      lookup.registry.on(
          PaperRegistry.BASE + "astro/app/manifests/tag" + i,
          errand -> {
            allCame.countDown();
            await(allCame);
            return PaperRegistry.reply(
                    200, Map.of("content-type", PaperImage.OCI_MANIFEST), IMAGE.manifest())
                .apply(errand);
          });
      wanted.add(PaperLookup.wanted(APP + ":tag" + i));
    }
    assertThat(lookup.images.look(wanted))
        .hasSize(8)
        .allSatisfy((_, known) -> assertThat(layers(known)).isEqualTo(IMAGE.diffIds()));
  }

  private static List<String> layers(Known<Optional<Image>> known) {
    assertThat(known).isInstanceOf(Known.Value.class);
    return ((Known.Value<Optional<Image>>) known)
        .value()
        .map(image -> image.variants().getFirst().layers())
        .orElse(List.of());
  }

  private static Duration age(Known<Optional<Image>> known) {
    return ((Known.Value<Optional<Image>>) known).age();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
