// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.support.RealPart;
import org.whereto.support.RealS3;
import org.whereto.task.DataItem;
import org.whereto.task.DataItem.S3Object;
import org.whereto.world.Known;

/** Against S3Proxy, which checks signatures. */
@Timeout(120)
class RealS3Test {

  @TempDir private static Path folder;

  private static Optional<RealS3> s3 = Optional.empty();

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    RealPart.needs(RealS3.PROGRAM);
    RealS3 started = RealS3.start(folder);
    s3 = Optional.of(started);
    started.putForAnybody("open", "empty", 0);
    started.put("survey", "raw/field 42+a.fits", 12_345);
    started.put("survey", "empty", 0);
    started.put("survey", "caf\u00e9~(1)!*'.dat", 7);
  }

  @AfterAll
  static void stop() {
    s3.ifPresent(RealS3::close);
  }

  private static RealS3 s3() {
    return s3.orElseThrow();
  }

  private static DataReplicas withKeys(String access, String secret) throws IOException {
    Path file = Files.createTempFile(folder, "secret", "");
    Files.writeString(file, secret + "\n");
    return DataFile.replicas(
        "s3: [{endpoint: \"%s\", here: survey, access-key: %s, secret-key-file: \"%s\"}]"
            .formatted(s3().endpoint(), access, file));
  }

  private static DataReplicas anybody() {
    return DataFile.replicas(
        "s3: [{endpoint: \"%s\", here: [survey, open]}]".formatted(s3().endpoint()));
  }

  private static DataItem object(String bucket, String key) {
    return new S3Object(Optional.of(s3().endpoint()), bucket, key, Optional.empty());
  }

  private static Known<?> asked(DataReplicas replicas, String key) {
    return DataFile.of(replicas, object("survey", key));
  }

  @Test
  void anObjectIsThereWithItsSize() throws IOException {
    DataReplicas replicas = withKeys(RealS3.ACCESS_KEY, RealS3.SECRET_KEY);

    for (String key : new String[] {"raw/field 42+a.fits", "empty", "caf\u00e9~(1)!*'.dat"}) {
      long bytes = Files.size(s3().buckets().resolve("survey").resolve(key));
      assertThat(DataFile.there(DataFile.of(replicas, object("survey", key))).bytes())
          .as(key)
          .hasValue(bytes);
    }
  }

  @Test
  void anObjectMayBeAbsentAndSoMayItsBucket() throws IOException {
    DataReplicas replicas = withKeys(RealS3.ACCESS_KEY, RealS3.SECRET_KEY);

    assertThat(DataFile.isAbsent(DataFile.of(replicas, object("survey", "nothing")))).isTrue();
    assertThat(DataFile.isAbsent(DataFile.of(replicas, object("survey", "raw/field 42 a.fits"))))
        .isTrue();
  }

  @Test
  void whatAnybodyMayNotSeeIsForbiddenAndNotAbsent() {
    assertThat(asked(anybody(), "empty"))
        .isEqualTo(
            new Known.Refused<>(
                "The S3 service does not show it to just anybody: it may not be there, either."));
    assertThat(DataFile.there(DataFile.of(anybody(), object("open", "empty"))).bytes()).hasValue(0);
    assertThat(DataFile.isAbsent(DataFile.of(anybody(), object("open", "nothing")))).isTrue();
  }

  @Test
  void wrongKeysAreAMatterOfTheOwner() throws IOException {
    Known<?> refused =
        new Known.Refused<>(
            "The S3 service does not accept the keys of this platform: its owner has to look at"
                + " them.");

    assertThat(asked(withKeys(RealS3.ACCESS_KEY, "another"), "empty")).isEqualTo(refused);
    assertThat(asked(withKeys("another", RealS3.SECRET_KEY), "empty")).isEqualTo(refused);
  }

  @Test
  void aSecretThatIsChangedCountsAtOnce() throws IOException {
    Path file = Files.createTempFile(folder, "secret", "");
    Files.writeString(file, "another");
    String yaml =
        "fresh: 1s\ns3: [{endpoint: \"%s\", here: survey, access-key: %s, secret-key-file: \"%s\"}]"
            .formatted(s3().endpoint(), RealS3.ACCESS_KEY, file);
    DataReplicas replicas = DataFile.replicas(yaml);

    assertThat(asked(replicas, "empty")).isInstanceOf(Known.Refused.class);
    Files.writeString(file, RealS3.SECRET_KEY);
    // Another one: that the first was refused is remembered for a moment.
    assertThat(asked(replicas, "raw/field 42+a.fits")).isInstanceOf(Known.Value.class);
  }
}
