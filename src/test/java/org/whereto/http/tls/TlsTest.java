// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.support.MadeCertificate;
import org.whereto.support.TlsFolder;
import org.whereto.tree.BadInput;

/** What becomes of TLS as its files change; the clock is the test's. */
final class TlsTest {

  private static final Instant BEGIN = Instant.parse("2031-05-06T07:08:09Z");

  private static MadeCertificate signer;
  private static MadeCertificate first;
  private static MadeCertificate second;

  @TempDir private Path folder;

  private final AtomicReference<Instant> clock = new AtomicReference<>(BEGIN);
  private final List<String> news = new ArrayList<>();
  private TlsFolder files;

  @BeforeAll
  static void make() throws Exception {
    signer = MadeCertificate.signer("CN=Signer").alone();
    first = lasting("CN=First", 10);
    second = lasting("CN=Second", 20);
  }

  private static MadeCertificate lasting(String subject, int days) throws Exception {
    return MadeCertificate.server(subject)
        .times(BEGIN.minusSeconds(60), BEGIN.plus(Duration.ofDays(days)))
        .by(signer);
  }

  @BeforeEach
  void put() throws Exception {
    files = new TlsFolder(folder).put(first);
  }

  private Tls open() throws BadInput {
    return Tls.open(files.settings(), clock::get, news::add);
  }

  private static void lookTwice(Tls tls) {
    tls.look();
    tls.look();
  }

  @Test
  void whatDoesNotChangeIsNoNews() throws Exception {
    Tls tls = open();
    TlsStanding before = tls.standing();
    lookTwice(tls);
    assertThat(tls.standing()).isSameAs(before);
    assertThat(news).isEmpty();
  }

  @Test
  void aNewPairIsTakenOverWhenTwoLooksSawIt() throws Exception {
    Tls tls = open();
    assertThat(tls.daysLeft()).isCloseTo(10, within(0.01));
    files.put(second);
    tls.look();
    assertThat(tls.daysLeft()).isCloseTo(10, within(0.01));
    clock.set(BEGIN.plusSeconds(5));
    tls.look();
    assertThat(tls.daysLeft()).isCloseTo(20, within(0.01));
    assertThat(tls.standing().since()).isAfter(BEGIN);
    assertThat(news).singleElement().asString().contains("valid until 20");
  }

  @Test
  void halfOfARenewalIsNoFault() throws Exception {
    Tls tls = open();
    TlsFolder.replace(files.certificate(), second.pem());
    tls.look();
    TlsFolder.replace(files.key(), second.key());
    lookTwice(tls);
    assertThat(tls.standing().failing()).isEmpty();
    assertThat(news).hasSize(1);
  }

  @Test
  void aFaultLeavesTheLastGoodPairAndIsToldOnce() throws Exception {
    Tls tls = open();
    TlsFolder.replace(files.certificate(), second.pem());
    for (int i = 0; i < 5; i++) {
      clock.set(BEGIN.plusSeconds(i));
      tls.look();
    }
    assertThat(tls.daysLeft()).isCloseTo(10, within(0.01));
    assertThat(tls.standing().failing().orElseThrow().faults()).hasSize(1);
    assertThat(tls.standing().failing().orElseThrow().since())
        .isBetween(BEGIN, BEGIN.plusSeconds(1));
    assertThat(news)
        .satisfiesExactly(
            line -> assertThat(line).contains("the last good ones stay"),
            line -> assertThat(line).contains("chain.pem:1: The key does not belong"));
    assertThat(tls.engine().getUseClientMode()).isFalse();
    files.put(second);
    lookTwice(tls);
    assertThat(tls.standing().failing()).isEmpty();
    assertThat(news).hasSize(3);
  }

  @Test
  void filesThatAreGoneAreAFaultLikeAnyOther() throws Exception {
    Tls tls = open();
    Files.delete(files.key());
    lookTwice(tls);
    assertThat(tls.standing().failing()).isPresent();
    assertThat(tls.daysLeft()).isPositive();
    files.put(first);
    lookTwice(tls);
    assertThat(tls.standing().failing()).isEmpty();
  }

  @Test
  void whatIsNotYetValidIsTakenOverWhenItIs() throws Exception {
    Tls tls = open();
    Instant later = BEGIN.plusSeconds(600);
    files.put(
        MadeCertificate.server("CN=Later").times(later, later.plusSeconds(86_400)).by(signer));
    lookTwice(tls);
    assertThat(tls.standing().failing()).isPresent();
    clock.set(later.plusSeconds(1));
    tls.look();
    assertThat(tls.standing().failing()).isEmpty();
    assertThat(tls.daysLeft()).isCloseTo(1, within(0.01));
  }

  @Test
  void anExpiredPairStaysForWantOfABetterOne() throws Exception {
    Tls tls = open();
    clock.set(BEGIN.plus(Duration.ofDays(11)));
    lookTwice(tls);
    assertThat(tls.daysLeft()).isCloseTo(-1, within(0.01));
    assertThat(tls.standing().failing()).isEmpty();
    assertThat(tls.engine().getUseClientMode()).isFalse();
  }
}
