// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.tree.BadInput;

/** Manifests and indexes that somebody spoilt, by accident or not. */
class ManifestReaderTest {

  private static final PaperImage IMAGE = PaperImage.of("ab");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/vnd.docker.distribution.manifest.v1+json",
        "application/vnd.docker.distribution.manifest.v1+prettyjws; charset=utf-8",
        "application/json",
        "text/html",
        ""
      })
  void onlyManifestsAndIndexesOfNowAreRead(String type) {
    assertThatThrownBy(() -> read(type, IMAGE.manifest()))
        .isInstanceOfSatisfying(
            BadInput.class, fault -> assertThat(fault.code()).isEqualTo("registry.not-an-image"));
  }

  @Test
  void theTypeMayBeWrittenWithParametersAndInCapitals() throws BadInput {
    assertThat(read("Application/VND.oci.image.manifest.v1+JSON; charset=utf-8", IMAGE.manifest()))
        .isInstanceOf(Manifest.Single.class);
  }

  /** What each manifest makes of the sound one, and what it is told. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "schemaVersion": 2, | "schemaVersion": 1, | version 2
          "schemaVersion": 2, | | whole number
          "schemaVersion": 2, | "schemaVersion": "2", | whole number
          "schemaVersion": 2, | "schemaVersion": 2, "mediaType": "application/vnd.oci.image.index.v1+json", | another type
          "schemaVersion": 2, | "schemaVersion": 2, "mediaType": 7, | no text
          "schemaVersion": 2, | "schemaVersion": 2, "manifests": [], | two kinds
          "schemaVersion": 2, | "schemaVersion": 2, "fsLayers": [], | two kinds
          "schemaVersion": 2, | "schemaVersion": 2, "Config": {}, | another way
          "schemaVersion": 2, | "schemaVersion": 2, "layerſ": [], | another way
          "schemaVersion": 2, | "schemaVersion": 2, "config": {}, | second time
          "layers": [ | "layers": ["x", | no JSON object
          "layers": [ | "layers": {}, "more": [ | no list
          "size": 12 | "size": -1 | whole number
          "size": 12 | "size": 1.5 | whole number
          "size": 12 | "size": "12" | whole number
          "size": 12 | "size": 99999999999999999999 | whole number
          "size": 12 | "Size": 12 | another way
          sha256: | md5: | no digest
          sha256: | sha384: | no digest
          sha256: | SHA256: | no digest
          vnd.oci.image.config.v1+json | vnd.cncf.helm.config.v1+json | no image but something else
          vnd.oci.image.layer.v1.tar+gzip | vnd.in-toto+json | not known
          vnd.oci.image.layer.v1.tar+gzip | vnd.oci.image.layer.v1.tar+gzip+encrypted | not known
          "size": 12 | "size": 12, "urls": ["https://x.example.org/"] | outside of the registry
          """)
  void whatIsNotSoundIsRefused(String part, String spoilt, String told) {
    String sound = IMAGE.manifest();
    String manifest = sound.replace(part, spoilt == null ? "" : spoilt);
    assertThat(manifest).isNotEqualTo(sound);

    assertThatThrownBy(() -> read(PaperImage.OCI_MANIFEST, manifest))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining(told);
  }

  @Test
  void sizesThatAreMoreThanCanBeCountedAreRefused() {
    String layer =
        PaperImage.descriptor(PaperImage.OCI_LAYER, "x")
            .replace("\"size\": 1", "\"size\": 999999999999999999");
    String manifest =
        IMAGE.manifest().replace("\"layers\": [", "\"layers\": [" + (layer + ",").repeat(10));

    assertThatThrownBy(() -> read(PaperImage.OCI_MANIFEST, manifest))
        .hasMessageContaining("sizes that no image has");
  }

  /** Foreign layers that were pushed all the same lie in the registry like any other. */
  @Test
  void aLayerThatMayNotBeSpreadCountsWhereTheRegistryHasIt() throws BadInput {
    String manifest =
        IMAGE
            .manifest()
            .replace(
                PaperImage.OCI_LAYER, "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip");

    assertThat(read(PaperImage.OCI_MANIFEST, manifest)).isInstanceOf(Manifest.Single.class);
  }

  @Test
  void anIndexInAnIndexIsRefused() {
    String inner = PaperImage.descriptor(PaperImage.OCI_INDEX, "{}");
    assertThatThrownBy(() -> read(PaperImage.OCI_INDEX, PaperImage.index(IMAGE.entry(), inner)))
        .hasMessageContaining("another index");
  }

  @Test
  void anIndexWithEndlessEntriesIsRefused() {
    String[] entries = new String[501];
    Arrays.fill(entries, IMAGE.entry());
    assertThatThrownBy(() -> read(PaperImage.OCI_INDEX, PaperImage.index(entries)))
        .hasMessageContaining("more than 500");
  }

  @Test
  void anIndexThatIsAManifestTooIsRefused() {
    String index = PaperImage.index().replace("\"manifests\"", "\"layers\": [], \"manifests\"");
    assertThatThrownBy(() -> read(PaperImage.OCI_INDEX, index)).hasMessageContaining("two kinds");
  }

  /** What signs or describes an image is for no machine, and runs nowhere. */
  @Test
  void whatIsForNoMachineIsLeftOut() throws BadInput {
    String signature =
        PaperImage.descriptor("application/vnd.example.signature", "{}")
            .replace("}", ", \"platform\": {\"os\": \"unknown\", \"architecture\": \"unknown\"}}");
    assertThat(read(PaperImage.OCI_INDEX, PaperImage.index(signature, IMAGE.entry())))
        .isInstanceOfSatisfying(
            Manifest.Index.class, index -> assertThat(index.entries()).hasSize(1));
  }

  /** Engines that choose by the machine would take it, and then see that it is an image. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/vnd.example.other",
        "application/vnd.docker.distribution.manifest.v1+json"
      })
  void whatIsCalledSomethingElseIsNotPassedOver(String type) {
    String hidden = PaperImage.of("xy").entry().replace(PaperImage.OCI_MANIFEST, type);
    assertThatThrownBy(() -> read(PaperImage.OCI_INDEX, PaperImage.index(hidden, IMAGE.entry())))
        .hasMessageContaining("something that is no image");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"os\": \"linux\"}",
        "{\"os\": \"linux\", \"architecture\": \"\"}",
        "{\"os\": \"linux\", \"architecture\": \"amd64/v2\"}",
        "{\"os\": \"linux\", \"architecture\": \"a\\nb\"}",
        "{\"os\": \"linux\", \"architecture\": \"amd64\", \"OS\": \"windows\"}",
        "\"linux/amd64\""
      })
  void aMachineThatIsNoneIsRefused(String platform) {
    String entry =
        IMAGE.entry().replaceFirst("\"platform\": \\{.*?}", "\"platform\": " + quoted(platform));
    assertThat(entry).contains(platform);
    assertThatThrownBy(() -> read(PaperImage.OCI_INDEX, PaperImage.index(entry)))
        .isInstanceOf(BadInput.class);
  }

  @Test
  void depthAndNumberOfValuesAreBounded() {
    String deep = IMAGE.manifest().replace("{\"schemaVersion\"", "{\"x\": " + "[".repeat(100_000));
    assertThatThrownBy(() -> read(PaperImage.OCI_MANIFEST, deep)).isInstanceOf(BadInput.class);
    String wide =
        IMAGE
            .manifest()
            .replace("\"layers\": [", "\"x\": [" + "0,".repeat(60_000) + "0], \"layers\": [");
    assertThatThrownBy(() -> read(PaperImage.OCI_MANIFEST, wide))
        .hasMessageContaining("more than 50000 values");
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }

  private static Manifest read(String type, String document) throws BadInput {
    return ManifestReader.read(type, document.getBytes(UTF_8));
  }
}
