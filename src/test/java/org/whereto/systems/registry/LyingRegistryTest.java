// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.task.ImageReference;
import org.whereto.world.Image;
import org.whereto.world.ImageWanted;
import org.whereto.world.Known;

/** Registries that want an image to be taken for another. */
@Timeout(60)
class LyingRegistryTest {

  private static final String HOST = "registry.example.org/";
  private static final String APP = HOST + "astro/app:1.0";
  private static final String MANIFESTS = PaperRegistry.BASE + "astro/app/manifests/";
  private static final PaperImage IMAGE = PaperImage.of("ab");
  private static final PaperImage FOREIGN = PaperImage.of("xy");

  private final PaperLookup lookup = new PaperLookup();
  private final PaperRegistry registry = lookup.registry;

  private void assertRefused(String image, String because, String... platforms) {
    assertThat(lookup.look(image, platforms))
        .isInstanceOfSatisfying(
            Known.Refused.class, refused -> assertThat(refused.why()).contains(because));
  }

  private void manifest(Map<String, String> headers, String manifest) {
    registry.on(MANIFESTS + "1.0", PaperRegistry.reply(200, headers, manifest));
    registry.blob("astro/app", IMAGE.config());
  }

  @Test
  void aTagThatMovesAfterItWasAskedMixesNothing() {
    registry.push("astro/app", "1.0", IMAGE);
    AtomicInteger asked = new AtomicInteger();
    registry.on(
        MANIFESTS + "1.0",
        errand ->
            PaperRegistry.reply(
                    200,
                    Map.of("content-type", PaperImage.OCI_MANIFEST),
                    (asked.getAndIncrement() == 0 ? IMAGE : FOREIGN).manifest())
                .apply(errand));

    Image image = lookup.found(APP);

    assertThat(image.digest()).isEqualTo(PaperImage.digest(IMAGE.manifest()));
    assertThat(image.variants().getFirst().layers()).isEqualTo(IMAGE.diffIds());
    assertThat(asked).hasValue(1);
  }

  @Test
  void otherBytesThanTheRegistryNamesAreRefused() {
    manifest(
        Map.of(
            "content-type",
            PaperImage.OCI_MANIFEST,
            "docker-content-digest",
            PaperImage.digest(FOREIGN.manifest())),
        IMAGE.manifest());

    assertRefused(APP, "other bytes");
  }

  @Test
  void otherBytesThanThoseThatWereAskedForAreRefused() {
    registry.push("astro/app", PaperImage.digest(FOREIGN.manifest()), IMAGE);

    assertRefused(HOST + "astro/app@" + PaperImage.digest(FOREIGN.manifest()), "other bytes");
  }

  @Test
  void anotherConfigurationThanTheManifestNamesIsRefused() {
    registry.push("astro/app", "1.0", IMAGE);
    registry.on(
        PaperRegistry.BASE + "astro/app/blobs/" + PaperImage.digest(IMAGE.config()),
        PaperRegistry.reply(200, Map.of(), FOREIGN.config()));

    assertRefused(APP, "other bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "md5:abc", "sha256:ABC", "sha256:12", "sha256:"})
  void aDigestThatIsNoneIsRefused(String digest) {
    manifest(
        Map.of("content-type", PaperImage.OCI_MANIFEST, "docker-content-digest", digest),
        IMAGE.manifest());

    assertRefused(APP, "no digest");
  }

  @Test
  void aManifestWithoutTypeIsRefused() {
    manifest(Map.of(), IMAGE.manifest());

    assertRefused(APP, "does not say of what type");
  }

  @Test
  void aDigestOfTheLongerKindIsVerifiedAsWell() throws Exception {
    String digest =
        "sha512:"
            + HexFormat.of()
                .formatHex(
                    MessageDigest.getInstance("SHA-512").digest(IMAGE.manifest().getBytes(UTF_8)));
    registry.push("astro/app", "1.0", IMAGE);
    registry.on(
        MANIFESTS + digest,
        PaperRegistry.reply(
            200,
            Map.of("content-type", PaperImage.OCI_MANIFEST, "docker-content-digest", digest),
            IMAGE.manifest()));

    assertThat(lookup.found(HOST + "astro/app@" + digest).digest()).isEqualTo(digest);
  }

  @Test
  void aDigestThatCannotBeVerifiedIsNotEvenAskedFor() {
    assertRefused(HOST + "astro/app@sha384:" + "0".repeat(96), "no digest that Whereto can verify");
    assertThat(registry.asked()).isEmpty();
  }

  @Test
  void anIndexThatSaysAnotherMachineThanTheImageIsRefused() {
    registry.push("astro/app", "amd64", IMAGE);
    String entry = IMAGE.entry().replace("amd64", "arm64");
    registry.manifest("astro/app", "1.0", PaperImage.OCI_INDEX, PaperImage.index(entry));

    assertRefused(APP, "index says linux/arm64 where the image is for linux/amd64");
    assertRefused(APP, "contradicts itself", "linux/arm64");
  }

  @Test
  void anIndexThatGivesAnotherSizeOrTypeIsRefusedAndSpoilsNothing() {
    registry.push("astro/app", "honest", IMAGE);
    registry.manifest(
        "astro/app",
        "1.0",
        PaperImage.OCI_INDEX,
        PaperImage.index(IMAGE.entry().replaceFirst("\"size\": \\d+", "\"size\": 7")));
    registry.manifest(
        "astro/app",
        "2.0",
        PaperImage.OCI_INDEX,
        PaperImage.index(
            IMAGE.entry().replace(PaperImage.OCI_MANIFEST, PaperImage.DOCKER_MANIFEST)));

    assertRefused(APP, "type or size");
    assertRefused(HOST + "astro/app:2.0", "type or size");
    assertThat(lookup.found(HOST + "astro/app:honest").variants()).hasSize(1);
  }

  /**
   * The type that the registry declares for the very same bytes decides, and it is not the index's.
   */
  @Test
  void anIndexBehindWhatIsCalledAManifestIsRefused() {
    String inner = PaperImage.index(FOREIGN.entry());
    registry.manifest("astro/app", "inner", PaperImage.OCI_INDEX, inner);
    String entry = PaperImage.descriptor(PaperImage.OCI_MANIFEST, inner);
    registry.manifest("astro/app", "1.0", PaperImage.OCI_INDEX, PaperImage.index(entry));

    assertRefused(APP, "contradicts itself");
  }

  @Test
  void layersOfWhichTheManifestAndTheConfigurationDifferInNumberAreRefused() {
    registry.manifest(
        "astro/app", "1.0", PaperImage.OCI_MANIFEST, PaperImage.of("abc").manifest(IMAGE.config()));
    registry.blob("astro/app", IMAGE.config());

    assertRefused(APP, "differ in their layers");
  }

  @Test
  void anImageOfWhichPartsAreMissingIsNotWhole() {
    registry.manifest("astro/app", "1.0", PaperImage.OCI_MANIFEST, IMAGE.manifest());
    registry.manifest("astro/app", "2.0", PaperImage.OCI_INDEX, PaperImage.index(FOREIGN.entry()));

    assertRefused(APP, "not whole");
    assertRefused(HOST + "astro/app:2.0", "not whole");
  }

  @Test
  void moreVariantsThanAreLookedAtAreRefused() {
    PaperImage[] many =
        IntStream.range(0, 41).mapToObj(i -> IMAGE.on("cpu" + i)).toArray(PaperImage[]::new);
    registry.pushIndex("astro/app", "1.0", many);

    assertRefused(APP, "more than 40");
    assertThat(lookup.found(APP, "linux/cpu7").variants()).hasSize(1);
  }

  /** Two entries for one machine: an engine may take either, so both count. */
  @Test
  void twoImagesForOneMachineAreBothTold() {
    registry.pushIndex("astro/app", "1.0", IMAGE, FOREIGN);

    assertThat(lookup.found(APP, "linux/amd64").variants())
        .extracting(Image.Variant::layers)
        .containsExactly(IMAGE.diffIds(), FOREIGN.diffIds());
  }

  /** Whoever calls an image an attestation does not hide it. */
  @Test
  void whatIsCalledAnAttestationButIsForAMachineCounts() {
    registry.push("astro/app", "amd64", IMAGE);
    String entry =
        IMAGE
            .entry()
            .replaceFirst(
                "\\{",
                "{\"annotations\": {\"vnd.docker.reference.type\": \"attestation-manifest\"}, ");
    registry.manifest("astro/app", "1.0", PaperImage.OCI_INDEX, PaperImage.index(entry));

    assertThat(lookup.found(APP).variants()).hasSize(1);
  }

  @Test
  void theSameRepositoryOfAnotherRegistryIsAnother() {
    registry.push("astro/app", "1.0", IMAGE);
    registry.on(
        "https://other.example.org/v2/astro/app/manifests/1.0",
        PaperRegistry.reply(
            200, Map.of("content-type", PaperImage.OCI_MANIFEST), FOREIGN.manifest()));
    registry.on(
        "https://other.example.org/v2/astro/app/blobs/" + PaperImage.digest(FOREIGN.config()),
        PaperRegistry.reply(200, Map.of(), FOREIGN.config()));

    assertThat(lookup.found(APP).variants().getFirst().layers()).isEqualTo(IMAGE.diffIds());
    for (String spelling :
        Set.of("other.example.org", "OTHER.example.ORG", "other.example.org:443")) {
      assertThat(lookup.found(spelling + "/astro/app:1.0").variants().getFirst().layers())
          .isEqualTo(FOREIGN.diffIds());
    }
    assertThat(lookup.look("other.example.org:5000/astro/app:1.0"))
        .isEqualTo(new Known.Value<>(Optional.empty(), Duration.ZERO));
  }

  /** What is known of a digest in one repository says nothing of another. */
  @Test
  void whatIsInOneRepositoryIsNotThereforeInAnother() {
    registry.push("astro/app", "1.0", IMAGE);
    String digest = lookup.found(APP).digest();

    assertThat(lookup.look(HOST + "astro/other@" + digest))
        .isEqualTo(new Known.Value<>(Optional.empty(), Duration.ZERO));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{", "\u0000", "{\"schemaVersion\":2,", "null", "\"\\ud800\""})
  void whatCannotBeReadIsRefused(String body) {
    manifest(Map.of("content-type", PaperImage.OCI_MANIFEST), body.repeat(100_000));

    assertThat(lookup.look(APP)).isInstanceOf(Known.Refused.class);
  }

  @Test
  void aRegistryThatCannotStandInAUrlIsRefusedAndNotAsked() {
    ImageWanted wanted =
        new ImageWanted(new ImageReference("host..name", "app", "1.0", ""), Set.of());

    assertThat(lookup.images.look(Set.of(wanted)).get(wanted)).isInstanceOf(Known.Refused.class);
    assertThat(registry.asked()).isEmpty();
  }
}
