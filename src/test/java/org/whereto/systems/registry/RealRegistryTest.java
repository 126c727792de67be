// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.support.RealAstro;
import org.whereto.support.RealRegistry;
import org.whereto.systems.fetch.FetchSettings;
import org.whereto.systems.fetch.Fetches;
import org.whereto.systems.fetch.GuardedFetch;
import org.whereto.systems.fetch.HostRules;
import org.whereto.task.ImagePlatform;
import org.whereto.tree.BadInput;
import org.whereto.world.Image;
import org.whereto.world.Image.Variant;
import org.whereto.world.ImageWanted;
import org.whereto.world.Known;

/** A real registry, with images that real tools made and pushed, asked over real sockets. */
@Timeout(120)
class RealRegistryTest {

  @TempDir private static Path folder;

  private static RealAstro astro;

  private final AtomicLong now = new AtomicLong();
  private final RegistryImages images = images(PaperLookup.PATIENT, "");

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

  @Test
  void anImageMadeFromAnotherBeginsWithItsLayers() {
    Variant base = only(found("base:1.0"));
    Variant derived = only(found("derived:1.0"));
    Variant foreign = only(found("foreign:1.0"));

    assertThat(derived.layers()).hasSize(2).startsWith(base.layers().getFirst());
    assertThat(foreign.layers()).hasSize(1).doesNotContain(base.layers().getFirst());
  }

  @Test
  void whatAnImageSaysOfItselfIsTold() {
    Variant derived = only(found("derived:1.0"));

    assertThat(derived.user()).isEqualTo("astro");
    assertThat(derived.labels())
        .isEqualTo(Map.of("org.example.title", "base", "org.example.who", "us"));
    assertThat(derived.created()).contains(Instant.parse("2026-01-02T03:04:05Z"));
    assertThat(derived.bytes()).isBetween(8_000L, 12_000L);
    assertThat(derived.platform()).hasToString("linux/amd64");
    assertThat(only(found("base:1.0")).user()).isEmpty();
    assertThat(only(found("arm:1.0")).platform()).hasToString("linux/arm64");
  }

  @Test
  void theCopyInDockersFormatHasTheSameLayersAndAnotherDigest() throws Exception {
    Image copy = found("docker:1.0");

    assertThat(only(copy).layers()).isEqualTo(only(found("derived:1.0")).layers());
    assertThat(copy.digest())
        .isEqualTo(astro.registry().digest("astro/docker", "1.0"))
        .isNotEqualTo(found("derived:1.0").digest());
  }

  @Test
  void anIndexLeadsToEachOfItsMachines() {
    Image image = found("derived:multi", "linux/arm64");

    assertThat(only(image).platform()).hasToString("linux/arm64");
    assertThat(image.offered())
        .extracting(ImagePlatform::toString)
        .containsExactlyInAnyOrder("linux/amd64", "linux/arm64");
    assertThat(found("derived:multi").variants()).hasSize(2);
  }

  @Test
  void anImageCanBePinnedByTheDigestOfItsManifestOrItsIndex() throws Exception {
    String manifest = astro.registry().digest("astro/derived", "1.0");
    String index = astro.registry().digest("astro/derived", "multi");

    assertThat(found("derived@" + manifest).digest()).isEqualTo(manifest);
    assertThat(found("derived@" + index, "linux/amd64").variants().getFirst().digest())
        .isEqualTo(manifest);
  }

  @Test
  void whatIsNotThereIsToldAsThat() {
    String absent = "@sha256:" + "0".repeat(64);
    for (String image : List.of("base:2.0", "none:1.0", "base" + absent)) {
      assertThat(look(images, image))
          .isInstanceOfSatisfying(
              Known.Value.class, value -> assertThat(value.value()).isEqualTo(Optional.empty()));
    }
  }

  @Test
  void aTagThatIsPushedAnewIsSeenWhenItsTimeIsOver() throws Exception {
    astro.push("derived", "moving:1.0");
    List<String> before = only(found("moving:1.0")).layers();
    astro.push("foreign", "moving:1.0");

    now.addAndGet(Duration.ofMinutes(5).toNanos() - 1);
    assertThat(only(found("moving:1.0")).layers()).isEqualTo(before);
    now.addAndGet(1);
    assertThat(only(found("moving:1.0")).layers()).isEqualTo(only(found("foreign:1.0")).layers());
  }

  @Test
  void twoHundredQuestionsAtOnceAboutOneUnknownImageMakeOneFetchOfItsManifest() throws Exception {
    astro.push("derived", "wanted:1.0");
    List<CompletableFuture<Known<Optional<Image>>>> looks = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        looks.add(CompletableFuture.supplyAsync(() -> look(images, "wanted:1.0"), threads));
      }
    }
    for (CompletableFuture<Known<Optional<Image>>> look : looks) {
      assertThat(look.join()).isEqualTo(look(images, "wanted:1.0"));
    }
    // Asked last: what stands in the log before it is all that was asked.
    found("base:1.0");
    assertThat(astro.registry().asked("/v2/astro/wanted/manifests/1.0")).isEqualTo(1);
  }

  @Test
  void aRegistryThatIsSwitchedOffIsDownOrWhatWasKnownLast() throws Exception {
    Path apart = folder.resolve("apart");
    assertThat(apart.toFile().mkdir()).isTrue();
    RealRegistry other = RealRegistry.start(apart);
    astro.images().push("base", "oci", other.image("astro/base:1.0"));
    RegistryImages strict = images(PaperLookup.PATIENT, other.host());
    RegistryImages patient =
        images(
            new RegistrySettings(
                Duration.ofMinutes(5), Optional.of(Duration.ofDays(1)), Duration.ofSeconds(30)),
            other.host());
    ImageWanted image = PaperLookup.wanted(other.image("astro/base:1.0"));
    assertThat(strict.look(Set.of(image)).get(image)).isInstanceOf(Known.Value.class);
    assertThat(patient.look(Set.of(image)).get(image)).isInstanceOf(Known.Value.class);
    other.close();

    now.addAndGet(Duration.ofMinutes(5).toNanos());
    assertThat(strict.look(Set.of(image)).get(image)).isInstanceOf(Known.Down.class);
    assertThat(patient.look(Set.of(image)).get(image))
        .isInstanceOfSatisfying(
            Known.Value.class, value -> assertThat(value.age()).isEqualTo(Duration.ofMinutes(5)));
  }

  private RegistryImages images(RegistrySettings settings, String other) {
    String host = other.isEmpty() ? astro.registry().host() : other;
    try {
      FetchSettings fetch =
          Fetches.settings(
              "{hosts: [\"http://" + host + "\"], private: [127.0.0.1/32], time: 20s}");
      HostRules hosts = new HostRules(fetch.hosts());
      return new RegistryImages(
          settings, GuardedFetch.of(fetch), url -> hosts.allowing(url).isPresent(), now::get);
    } catch (BadInput fault) {
      throw new AssertionError(fault);
    }
  }

  private static Known<Optional<Image>> look(
      RegistryImages images, String image, String... platforms) {
    ImageWanted wanted = PaperLookup.wanted(astro.image(image), platforms);
    return images.look(Set.of(wanted)).get(wanted);
  }

  private Image found(String image, String... platforms) {
    if (look(images, image, platforms) instanceof Known.Value<Optional<Image>>(var value, _)
        && value.isPresent()) {
      return value.get();
    }
    throw new AssertionError(look(images, image, platforms));
  }

  private static Variant only(Image image) {
    assertThat(image.variants()).hasSize(1);
    return image.variants().getFirst();
  }
}
