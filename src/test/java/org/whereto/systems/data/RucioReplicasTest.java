// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.support.PaperRucio;
import org.whereto.task.DataItem.RucioDid;
import org.whereto.world.Known;
import org.whereto.world.Replica;
import org.whereto.world.Replica.Holder;

/** What a Rucio server says, and what is made of it. */
@Timeout(60)
class RucioReplicasTest {

  private static final Known<Optional<Replica>> NO_CREDENTIALS =
      new Known.Refused<>(
          "The Rucio server does not accept the credentials of this platform: its owner has to"
              + " look at them.");

  @TempDir private Path folder;
  private PaperRucio rucio;

  @BeforeEach
  void open() throws IOException {
    rucio = PaperRucio.start();
  }

  @AfterEach
  void close() throws IOException {
    rucio.close();
  }

  private String file(String secret) throws IOException {
    Path file = Files.createTempFile(folder, "secret", "");
    Files.writeString(file, secret + "\n");
    return file.toString();
  }

  private DataReplicas replicas(String more) {
    return DataFile.replicas(
        "fresh: 1h\nrucio: [{endpoint: \"%s\", here: [MINE, OURS], %s}]"
            .formatted(rucio.endpoint(), more));
  }

  private DataReplicas replicas() throws IOException {
    return replicas("token-file: \"" + file(PaperRucio.TOKEN) + "\"");
  }

  private Known<Optional<Replica>> known(DataReplicas replicas, String name) {
    return DataFile.of(replicas, new RucioDid(Optional.of(rucio.endpoint()), "s", name));
  }

  private static Holder holder(String name) {
    return new Holder(name, OptionalInt.empty());
  }

  @Test
  void aFileIsWhereAReplicaIsAvailable() throws IOException {
    rucio.file("s:a/b+c#1", 42, "FAR", "NEAR").state("s:a/b+c#1", "FAR", "COPYING");

    assertThat(DataFile.there(known(replicas(), "a/b+c#1")))
        .isEqualTo(new Replica(List.of(holder("NEAR")), OptionalLong.of(42)));
    assertThat(rucio.asked())
        .containsExactly("/dids/s/a%2Fb%2Bc%231?dynamic_depth=FILE", "/replicas/s/a%2Fb%2Bc%231");
  }

  @Test
  void aDataSetIsWhereAllOfItsFilesAre() throws IOException {
    rucio
        .fileOf("s:set", "1", 10, "ALL", "SOME")
        .fileOf("s:set", "2", 20, "ALL", "SOME")
        .fileOf("s:set", "3", 30, "ALL", "OTHER");

    assertThat(DataFile.there(known(replicas(), "set")))
        .isEqualTo(new Replica(List.of(holder("ALL")), OptionalLong.of(60)));
  }

  /** The list of replicas says nothing of such a file: what it lists looks whole. */
  @Test
  void aDataSetWithAFileThatIsNowhereIsNowhereWhole() throws IOException {
    rucio.fileOf("s:set", "1", 10, "MINE").fileOf("s:set", "2", 20);

    assertThat(DataFile.there(known(replicas(), "set")))
        .isEqualTo(new Replica(List.of(), OptionalLong.of(30)));
  }

  @Test
  void whatRucioDoesNotKnowIsAbsent() throws IOException {
    assertThat(DataFile.isAbsent(known(replicas(), "nothing"))).isTrue();
    assertThat(rucio.asked()).hasSize(1);
  }

  @Test
  void withoutCredentialsOrWithWrongOnesNothingIsKnown() throws IOException {
    rucio.file("s:a", 1, "MINE");

    assertThat(known(replicas("copied: true"), "a")).isEqualTo(NO_CREDENTIALS);
    assertThat(known(replicas("token-file: \"" + file("another") + "\""), "a"))
        .isEqualTo(NO_CREDENTIALS);
    assertThat(known(replicas("token-file: \"" + folder.resolve("none") + "\""), "a"))
        .isEqualTo(
            new Known.Refused<>(
                "The credentials that this platform has for it cannot be read: its owner has to"
                    + " look at them."));
  }

  @Test
  void aNameAndAPasswordGiveATokenThatIsKeptUntilItIsTakenNoMore() throws IOException {
    rucio.file("s:a", 1, "MINE").file("s:b", 1, "MINE").file("s:c", 1, "MINE");
    DataReplicas replicas =
        replicas(
            "account: acc, user: %s, password-file: \"%s\""
                .formatted(PaperRucio.USER, file(PaperRucio.PASSWORD)));

    assertThat(known(replicas, "a")).isInstanceOf(Known.Value.class);
    assertThat(known(replicas, "b")).isInstanceOf(Known.Value.class);
    assertThat(rucio.asked()).filteredOn("/auth/userpass"::equals).hasSize(1);
    rucio.renew("a-newer-token");
    assertThat(known(replicas, "c")).isInstanceOf(Known.Value.class);
    assertThat(rucio.asked()).filteredOn("/auth/userpass"::equals).hasSize(2);
  }

  @Test
  void aWrongPasswordIsAMatterOfTheOwner() throws IOException {
    DataReplicas replicas = replicas("user: whereto, password-file: \"" + file("wrong") + "\"");

    assertThat(DataFile.why(known(replicas, "a")))
        .startsWith("The Rucio server for logins does not accept the credentials")
        .doesNotContain("wrong");
  }

  @Test
  void distancesAreThoseToTheNearestOfTheOwner() throws IOException {
    rucio
        .file("s:a", 1, "FAR", "NEAR", "ISLAND")
        .distance("FAR", "MINE", 9)
        .distance("FAR", "OURS", 7)
        .distance("NEAR", "OURS", 2);
    DataReplicas replicas =
        replicas("reachable: {distance: 3}, token-file: \"" + file(PaperRucio.TOKEN) + "\"");

    assertThat(DataFile.there(known(replicas, "a")).holders())
        .containsExactly(
            new Holder("FAR", OptionalInt.of(7)),
            new Holder("ISLAND", OptionalInt.empty()),
            new Holder("NEAR", OptionalInt.of(2)));
    int asked = rucio.asked().size();
    rucio.file("s:b", 1, "NEAR");
    assertThat(DataFile.there(known(replicas, "b")).holders())
        .containsExactly(new Holder("NEAR", OptionalInt.of(2)));
    assertThat(rucio.asked()).hasSize(asked + 2);
  }

  @Test
  void noDistanceIsAskedForWhatIsHere() throws IOException {
    rucio.file("s:a", 1, "MINE", "NEAR");
    DataReplicas replicas =
        replicas("reachable: {distance: 3}, token-file: \"" + file(PaperRucio.TOKEN) + "\"");

    assertThat(DataFile.there(known(replicas, "a")).holders())
        .containsExactly(new Holder("MINE", OptionalInt.of(0)), holder("NEAR"));
    assertThat(rucio.asked()).hasSize(2);
  }

  @Test
  void aTokenLivesAsLongAsRucioSaysAndNoLongerThanAnHour() {
    Instant now = Instant.parse("2026-11-23T04:00:00Z");

    assertThat(RucioLogin.life("Mon, 23 Nov 2026 04:10:00 UTC", now)).hasMinutes(9);
    assertThat(RucioLogin.life("Fri, 01 Jan 2100 00:00:00 UTC", now)).hasHours(1);
    assertThat(RucioLogin.life("Mon, 23 Nov 2026 03:00:00 UTC", now)).isZero();
    for (String none : List.of("", "soon", "Mon, 23 Nov 99999999999 03:00:00 UTC")) {
      assertThat(RucioLogin.life(none, now)).isEqualTo(Duration.ofMinutes(1));
    }
  }
}
