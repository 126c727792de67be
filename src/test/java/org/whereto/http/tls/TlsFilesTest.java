// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.http.settings.TlsSettings;
import org.whereto.support.MadeCertificate;
import org.whereto.support.TlsClients;
import org.whereto.support.TlsFolder;
import org.whereto.tree.BadInput;

/** Every fault of the files is told at its line, with what to do about it. */
final class TlsFilesTest {

  private static MadeCertificate root;
  private static MadeCertificate between;
  private static MadeCertificate own;

  @TempDir private Path folder;

  @BeforeAll
  static void make() throws Exception {
    root = MadeCertificate.signer("CN=Root").alone();
    between = MadeCertificate.signer("CN=Between").by(root);
    own = MadeCertificate.server("CN=Server").by(between);
  }

  private TlsFolder files() throws Exception {
    return new TlsFolder(folder).put(own, between, root);
  }

  private static List<String> faults(TlsSettings settings) {
    BadInput fault =
        catchThrowableOfType(BadInput.class, () -> TlsFolder.open(settings, said -> {}));
    assertThat(fault).as("a fault").isNotNull();
    assertThat(fault.code()).isEqualTo("tls.faulty");
    return fault.sentence().lines().toList();
  }

  private void put(String chain, String key) throws Exception {
    Files.writeString(folder.resolve("chain.pem"), chain);
    Files.writeString(folder.resolve("key.pem"), key);
  }

  private void assertFault(Path file, int line, String told) throws Exception {
    assertThat(faults(files().settings()))
        .singleElement()
        .asString()
        .startsWith(file + ":" + (line > 0 ? line + ":" : "") + " ")
        .contains(told)
        .endsWith(".");
  }

  private void assertFaultOfChain(String chain, int line, String told) throws Exception {
    Path file = files().certificate();
    Files.writeString(file, chain);
    assertThat(faults(new TlsFolder(folder).settings()))
        .singleElement()
        .asString()
        .startsWith(file + ":" + (line > 0 ? line + ":" : "") + " ")
        .contains(told);
  }

  private void assertFaultOfKey(String key, int line, String told) throws Exception {
    Path file = files().key();
    Files.writeString(file, key);
    assertThat(faults(new TlsFolder(folder).settings()))
        .singleElement()
        .asString()
        .startsWith(file + ":" + (line > 0 ? line + ":" : "") + " ")
        .contains(told);
  }

  private static int lines(String text) {
    return (int) text.lines().count();
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC secp256r1", "EC secp384r1", "EC secp521r1", "RSA 2048", "Ed25519"})
  void keysOfAllKindsAreSpokenWith(String keys) throws Exception {
    MadeCertificate made = MadeCertificate.server("CN=Server").keys(keys).by(between);
    new TlsFolder(folder).put(made, between);
    assertSpeaks();
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC secp256r1", "RSA 2048"})
  void keysInTheOlderFormsAreRead(String keys) throws Exception {
    MadeCertificate made = MadeCertificate.server("CN=Server").keys(keys).by(between);
    new TlsFolder(folder).put(made, between);
    Files.writeString(folder.resolve("key.pem"), made.olderKey());
    assertSpeaks();
  }

  @Test
  void oneFileMayHoldBothWithTextBetween() throws Exception {
    TlsFolder files = files();
    Files.writeString(
        files.key(),
        "Bag: of a person\n" + own.key() + "Issuer: x\r\n" + own.pem() + between.pem());
    Tls tls =
        TlsFolder.open(
            new TlsSettings(files.key(), files.key(), "1.2", Optional.empty()), said -> {});
    assertThat(tls.engine().getUseClientMode()).isFalse();
  }

  private void assertSpeaks() throws Exception {
    Tls tls = TlsFolder.open(new TlsFolder(folder).settings(), said -> {});
    for (String version : List.of("TLSv1.2", "TLSv1.3")) {
      assertThat(Handshake.between(tls.engine(), TlsClients.trusting(root).context(), version))
          .isEqualTo(version);
    }
  }

  @Test
  void aKeyOfAnotherCertificateDoesNotFit() throws Exception {
    MadeCertificate other = MadeCertificate.server("CN=Other").by(between);
    assertFaultOfKeyAtChain(other.key(), 1, "The key does not belong to this certificate");
    MadeCertificate rsa = MadeCertificate.server("CN=Other").keys("RSA 2048").by(between);
    assertFaultOfKeyAtChain(rsa.key(), 1, "The key does not belong to this certificate");
  }

  private void assertFaultOfKeyAtChain(String key, int line, String told) throws Exception {
    Files.writeString(files().key(), key);
    assertThat(faults(new TlsFolder(folder).settings()))
        .singleElement()
        .asString()
        .startsWith(folder.resolve("chain.pem") + ":" + line + ": ")
        .contains(told);
  }

  @Test
  void aChainHasItsOrder() throws Exception {
    int second = lines(between.pem()) + 1;
    assertFaultOfChain(
        between.pem() + own.pem(), second, "The key belongs to this certificate, but another one");
    int third = lines(own.pem()) + 1;
    assertFaultOfChain(
        own.pem() + root.pem() + between.pem(),
        third,
        "did not sign the one before it, at line 1:");
    assertFaultOfChain(own.pem() + own.pem(), third, "did not sign the one before it");
  }

  @Test
  void timesAreLookedAtInTheWholeChain() throws Exception {
    Instant now = Instant.now();
    MadeCertificate old =
        MadeCertificate.server("CN=Old")
            .times(now.minusSeconds(9000), now.minusSeconds(60))
            .by(between);
    new TlsFolder(folder).put(old, between);
    assertThat(faults(new TlsFolder(folder).settings()))
        .singleElement()
        .asString()
        .contains("chain.pem:1: This certificate has expired, at ", "have it renewed");
    MadeCertificate early =
        MadeCertificate.server("CN=Early")
            .times(now.plusSeconds(600), now.plusSeconds(900))
            .by(between);
    new TlsFolder(folder).put(early, between);
    assertThat(faults(new TlsFolder(folder).settings()))
        .singleElement()
        .asString()
        .contains("chain.pem:1: This certificate is not valid before ");
    MadeCertificate oldSigner =
        MadeCertificate.signer("CN=Old signer")
            .times(now.minusSeconds(9000), now.minusSeconds(60))
            .by(root);
    MadeCertificate below = MadeCertificate.server("CN=Below").by(oldSigner);
    new TlsFolder(folder).put(below, oldSigner);
    assertThat(faults(new TlsFolder(folder).settings()))
        .singleElement()
        .asString()
        .contains("chain.pem:" + (lines(below.pem()) + 1) + ": This certificate has expired");
  }

  @Test
  void aCertificateHasToBeOfAServerAndOfAStrongKey() throws Exception {
    new TlsFolder(folder).put(MadeCertificate.client("CN=Client").by(between), between);
    assertThat(faults(new TlsFolder(folder).settings()))
        .singleElement()
        .asString()
        .contains("not made for a server");
    new TlsFolder(folder)
        .put(MadeCertificate.server("CN=Weak").keys("RSA 1024").by(between), between);
    assertThat(faults(new TlsFolder(folder).settings()))
        .singleElement()
        .asString()
        .contains("2048 bits");
  }

  @Test
  void keysThatCannotBeReadSayWhy() throws Exception {
    assertFaultOfKey(
        MadeCertificate.block("ENCRYPTED PRIVATE KEY", new byte[] {1, 2, 3}),
        1,
        "This key is encrypted");
    assertFaultOfKey(
        "x\n-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: A,1\n\nAQID\n"
            + "-----END RSA PRIVATE KEY-----\n",
        2,
        "This key is encrypted");
    assertFaultOfKey(own.pem(), 0, "There is no private key in this file, only CERTIFICATE");
    assertFaultOfKey(own.key() + own.key(), lines(own.key()) + 1, "second private key");
    assertFaultOfKey(
        MadeCertificate.block("OPENSSH PRIVATE KEY", new byte[] {1}), 1, "is not for TLS");
    for (String label : List.of("PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY")) {
      for (byte[] content :
          List.of(new byte[] {48, 1}, new byte[] {48, (byte) 0x84, -1}, new byte[90])) {
        assertFaultOfKey(MadeCertificate.block(label, content), 1, "This key ");
      }
    }
  }

  @Test
  void filesThatAreNoPemSayWhy() throws Exception {
    assertFaultOfChain("", 0, "no PEM file");
    assertFaultOfChain("0\u0082\u0001\u0002", 0, "openssl x509 -inform der");
    assertFaultOfChain(own.key(), 0, "There is no certificate in this file, only PRIVATE KEY");
    assertFaultOfChain(
        own.pem().replace("-----END CERTIFICATE-----", ""), 1, "no END of the same name");
    assertFaultOfChain(
        own.pem().replace("END CERTIFICATE", "END OTHER"), 1, "no END of the same name");
    assertFaultOfChain(own.pem().replaceFirst("\nM", "\n*"), 2, "is no Base64");
    assertFaultOfChain(
        "-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----\n", 1, "no whole Base64");
    assertFaultOfChain(
        "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n", 1, "Nothing stands between");
    assertFaultOfChain(
        MadeCertificate.block("CERTIFICATE", new byte[] {48, 3, 2, 1, 1}), 1, "is damaged");
    assertFaultOfChain("x".repeat((1 << 20) + 1), 0, "far too large");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() throws Exception {
    put("nothing", "nothing");
    Files.writeString(folder.resolve("trust.pem"), "nothing");
    assertThat(faults(new TlsFolder(folder).settings(true))).hasSize(3);
  }

  @Test
  void filesThatAreNotThereSayWhichOnes() throws Exception {
    Path none = folder.resolve("none.pem");
    assertThat(faults(new TlsSettings(none, folder, "1.2", Optional.empty())))
        .satisfiesExactly(
            line -> assertThat(line).startsWith(none + ": There is no such file"),
            line -> assertThat(line).startsWith(folder + ": This is a directory"));
  }

  @Test
  void filesThatMayNotBeReadSayWhoseTheyAre() throws Exception {
    Path key = files().key();
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("---------"));
    Assumptions.assumeFalse(Files.isReadable(key), "root reads everything");
    assertFault(key, 0, "may not read this file, which belongs to ");
  }

  @Test
  void signersOfClientsHaveToBeOfToday() throws Exception {
    Instant now = Instant.now();
    MadeCertificate old =
        MadeCertificate.signer("CN=Old").times(now.minusSeconds(9000), now.minusSeconds(9)).alone();
    TlsFolder files = files().trusting(old);
    assertThat(faults(files.settings(false)))
        .singleElement()
        .asString()
        .startsWith(files.trust() + ":1: Every certificate in this file has expired");
    Files.writeString(files.trust(), old.pem() + root.pem());
    assertThat(TlsFolder.open(files.settings(false), said -> {}).daysLeft()).isPositive();
  }

  @Test
  void nothingOfAKeyIsEverShown() throws Exception {
    PemBlock block = PemFile.read(folder, own.key().getBytes(US_ASCII)).getFirst();
    assertThat(block.toString()).isEqualTo("PRIVATE KEY at line 1");
  }
}
