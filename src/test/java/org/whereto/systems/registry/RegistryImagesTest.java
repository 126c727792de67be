// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.whereto.systems.fetch.Fetched;
import org.whereto.task.ImagePlatform;
import org.whereto.world.Image;
import org.whereto.world.Known;

/** What is learned of images, from registries that behave. */
@Timeout(60)
class RegistryImagesTest {

  private static final String APP = "registry.example.org/astro/app";
  private static final PaperImage IMAGE =
      PaperImage.of("ab").with("\"User\": \"astro\", \"Labels\": {\"who\": \"me\"}");

  private final PaperLookup lookup = new PaperLookup();
  private final PaperRegistry registry = lookup.registry;

  @Test
  void anImageForOneMachineIsToldWhole() {
    registry.push("astro/app", "1.0", IMAGE);

    Image image = lookup.found(APP + ":1.0");

    assertThat(image.digest()).isEqualTo(PaperImage.digest(IMAGE.manifest()));
    assertThat(image.offered()).extracting(ImagePlatform::toString).containsExactly("linux/amd64");
    Image.Variant variant = image.variants().getFirst();
    assertThat(image.variants()).hasSize(1);
    assertThat(variant.layers()).isEqualTo(IMAGE.diffIds());
    assertThat(variant.digest()).isEqualTo(image.digest());
    assertThat(variant.labels()).isEqualTo(Map.of("who", "me"));
    assertThat(variant.user()).isEqualTo("astro");
    assertThat(variant.created()).contains(Instant.parse("2026-01-02T03:04:05Z"));
    assertThat(variant.bytes()).isEqualTo(IMAGE.config().length() + 2L * "compressed a".length());
  }

  @Test
  void ofAnIndexOnlyTheMachinesThatMatterAreLookedAtButAllAreTold() {
    registry.pushIndex("astro/app", "1.0", IMAGE, IMAGE.on("arm64"), IMAGE.on("s390x"));

    Image image = lookup.found(APP + ":1.0", "linux/arm64");

    assertThat(image.variants())
        .extracting(variant -> variant.platform().toString())
        .containsExactly("linux/arm64");
    assertThat(image.offered())
        .extracting(ImagePlatform::toString)
        .containsExactlyInAnyOrder("linux/amd64", "linux/arm64", "linux/s390x");
    assertThat(registry.asked("/manifests/" + PaperImage.digest(IMAGE.manifest()))).isZero();
  }

  @Test
  void allMachinesOfAnIndexAreLookedAtIfAllMatter() {
    registry.pushIndex("astro/app", "1.0", IMAGE, IMAGE.on("arm64"), IMAGE.on("s390x"));

    assertThat(lookup.found(APP + ":1.0").variants())
        .extracting(variant -> variant.platform().architecture())
        .containsExactly("amd64", "arm64", "s390x");
  }

  @Test
  void anImageForAnotherMachineHasNoVariantButSaysWhatItOffers() {
    registry.push("astro/app", "1.0", IMAGE);

    Image image = lookup.found(APP + ":1.0", "linux/arm64");

    assertThat(image.variants()).isEmpty();
    assertThat(image.offered()).extracting(ImagePlatform::toString).containsExactly("linux/amd64");
  }

  @Test
  void attestationsOfAnIndexAreNoImages() {
    String attestation =
        PaperImage.descriptor(PaperImage.OCI_MANIFEST, "{}")
            .replace("}", ", \"platform\": {\"os\": \"unknown\", \"architecture\": \"unknown\"}}");
    registry.push("astro/app", "amd64", IMAGE);
    registry.manifest(
        "astro/app", "1.0", PaperImage.OCI_INDEX, PaperImage.index(IMAGE.entry(), attestation));

    Image image = lookup.found(APP + ":1.0");

    assertThat(image.variants()).hasSize(1);
    assertThat(image.offered()).hasSize(1);
  }

  /** An engine would look into the image to see for what machine it is, and so do we. */
  @Test
  void anEntryThatNamesNoMachineIsAlwaysLookedAt() {
    String entry = PaperImage.descriptor(PaperImage.OCI_MANIFEST, IMAGE.manifest());
    registry.push("astro/app", "amd64", IMAGE);
    registry.manifest("astro/app", "1.0", PaperImage.OCI_INDEX, PaperImage.index(entry));

    assertThat(lookup.found(APP + ":1.0", "linux/amd64").variants()).hasSize(1);
    assertThat(lookup.found(APP + ":1.0", "linux/arm64").variants()).isEmpty();
  }

  @Test
  void allFourTypesAreAskedForAtOnce() {
    registry.push("astro/app", "1.0", IMAGE);

    lookup.found(APP + ":1.0");

    assertThat(registry.errands().getFirst().headers())
        .extractingByKey("Accept", InstanceOfAssertFactories.STRING)
        .contains(
            PaperImage.OCI_MANIFEST,
            PaperImage.OCI_INDEX,
            PaperImage.DOCKER_MANIFEST,
            PaperImage.DOCKER_LIST);
  }

  @Test
  void whatTheRegistryDoesNotHaveIsNotThere() {
    assertThat(lookup.look(APP + ":1.0"))
        .isEqualTo(new Known.Value<>(Optional.empty(), Duration.ZERO));
  }

  @Test
  void notFoundFromWhateverElseProvesNothing() {
    String url = PaperRegistry.BASE + "astro/app/manifests/1.0";
    registry.on(url, PaperRegistry.reply(404, Map.of(), "<html>Not here"));
    assertThat(lookup.look(APP + ":1.0")).isInstanceOf(Known.Refused.class);

    PaperLookup other = new PaperLookup();
    other.registry.on(
        url,
        PaperRegistry.from(
            "https://elsewhere.example.org/",
            PaperRegistry.json(404, "{\"errors\": [{\"code\": \"NAME_UNKNOWN\"}]}")));
    assertThat(other.look(APP + ":1.0")).isInstanceOf(Known.Refused.class);
  }

  @Test
  void whoeverIsTurnedAwayIsToldThatTheImageMayBePrivate() {
    registry.on(
        PaperRegistry.BASE + "astro/app/manifests/1.0",
        PaperRegistry.json(
            403, "{\"errors\": [{\"code\": \"DENIED\", \"message\": \"go\\u001b[31m\\naway\"}]}"));

    assertThat(lookup.look(APP + ":1.0"))
        .isEqualTo(
            new Known.Refused<>(
                "The registry registry.example.org does not show this image to just anybody: it"
                    + " may be private, or not be there. It says: \"go [31m away\"."));
  }

  /** It is for those who gave a URL. */
  @Test
  void theRemedyOfAFetchIsNotToldOfAnImage() {
    registry.on(
        PaperRegistry.BASE + "astro/app/manifests/1.0",
        _ -> new Fetched.Refused("x.example.org redirects: give the last URL."));

    assertThat(lookup.look(APP + ":1.0"))
        .isEqualTo(new Known.Refused<>("x.example.org redirects."));
  }

  @Test
  void dockerHubIsAskedWhereItsApiIs() {
    lookup.look("python:3.13");

    assertThat(registry.asked())
        .containsExactly("https://registry-1.docker.io/v2/library/python/manifests/3.13");
  }

  @Test
  void thePinnedDigestDecidesAndNotTheTag() {
    registry.push("astro/app", "1.0", IMAGE);
    String digest = PaperImage.digest(IMAGE.manifest());

    assertThat(lookup.found(APP + ":other@" + digest).digest()).isEqualTo(digest);
    assertThat(registry.asked().getFirst()).endsWith("/manifests/" + digest);
  }

  @Test
  void anImageOfDockersOwnFormatIsReadAsWell() {
    String manifest =
        IMAGE
            .manifest()
            .replace(
                "\"schemaVersion\"",
                "\"mediaType\": \"" + PaperImage.DOCKER_MANIFEST + "\", \"schemaVersion\"")
            .replace(PaperImage.OCI_CONFIG, "application/vnd.docker.container.image.v1+json")
            .replace(PaperImage.OCI_LAYER, "application/vnd.docker.image.rootfs.diff.tar.gzip");
    registry.blob("astro/app", IMAGE.config());
    registry.manifest("astro/app", "1.0", PaperImage.DOCKER_MANIFEST, manifest);

    assertThat(lookup.found(APP + ":1.0").variants().getFirst().layers())
        .isEqualTo(IMAGE.diffIds());
  }
}
