// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Optional;
import org.whereto.support.SoundFault;
import org.whereto.systems.fetch.Body;
import org.whereto.task.ImageReference;
import org.whereto.tree.BadInput;

/** Bytes of registries, to each of their readers: they are sound, or refused in one sentence. */
class RegistryFuzzTest {

  @FuzzTest
  void manifest(byte[] document) {
    for (String type : List.of(PaperImage.OCI_MANIFEST, PaperImage.DOCKER_MANIFEST)) {
      read(type, document)
          .ifPresent(read -> {
            Manifest.Single single = (Manifest.Single) read;
            assertThat(single.bytes()).isGreaterThanOrEqualTo(single.configuration().bytes());
            assertThat(single.layers()).isNotNegative();
          });
    }
  }

  @FuzzTest
  void index(byte[] document) {
    for (String type : List.of(PaperImage.OCI_INDEX, PaperImage.DOCKER_LIST)) {
      read(type, document)
          .ifPresent(read -> {
            Manifest.Index index = (Manifest.Index) read;
            assertThat(index.entries()).hasSizeLessThanOrEqualTo(500);
            assertThat(index.entries())
                .allSatisfy(entry ->
                    assertThat(entry.platform().filter(PlatformReader::isUnknown)).isEmpty());
          });
    }
  }

  @FuzzTest
  void configuration(byte[] document) {
    try {
      ImageConfiguration read = ConfigurationReader.read(document);
      assertThat(read.layers()).allMatch(ImageReference::isDigest);
      assertThat(read.weight()).isPositive();
      assertThat(read.platform().toString()).matches("[\\w.-]+/[\\w.-]+(/[\\w.-]+)?");
    } catch (BadInput fault) {
      SoundFault.check(fault);
    }
  }

  /** A token is asked for where the header says, and nowhere else. */
  @FuzzTest
  void challenge(byte[] header) {
    String text = new String(header, ISO_8859_1);
    try {
      Optional<Challenge> read = Challenge.read(text, "repository:app:pull");
      if (read.isPresent()) {
        assertThat(read.get().url().origin()).isEqualTo(read.get().realm().origin());
        assertThat(read.get().url().target()).startsWith(read.get().realm().target());
      }
    } catch (BadInput fault) {
      SoundFault.check(fault);
    }
  }

  /** What can be shown goes into a header: no line ends in it. */
  @FuzzTest
  void token(byte[] answer) {
    try {
      assertThat(RegistryToken.read(new Body(answer)).text()).matches("[!-~]{1,8192}");
    } catch (BadInput fault) {
      SoundFault.check(fault);
    }
    RegistryErrors errors = RegistryErrors.read(new Body(answer));
    assertThat(errors.codes()).allMatch(code -> code.matches("[A-Z_]{1,40}"));
    assertThat(errors.told().lines().count()).isLessThanOrEqualTo(1);
    assertThat(errors.told().length()).isLessThan(150);
  }

  private static Optional<Manifest> read(String type, byte[] document) {
    try {
      return Optional.of(ManifestReader.read(type, document));
    } catch (BadInput fault) {
      SoundFault.check(fault);
      return Optional.empty();
    }
  }
}
