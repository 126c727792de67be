// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.tree.BadInput;
import org.whereto.world.Credential;

/** A token lives only as long as the question. */
class TokensStaySecretTest {

  /** What is looked for is kept in other bytes, so as not to be found here. */
  private static final int HIDDEN = 0x5A;

  private static final int ENOUGH = 60;

  @TempDir private Path folder;

  private final MovedClock clock = new MovedClock();

  @Test
  void nothingThatHoldsATokenShowsIt() throws BadInput {
    Credential shown = Credential.of(List.of("Bearer SlAV32hkKG"));
    TokenIdentities identities =
        Trusts.identities(clock, "issuer: https://iam.example.org\naudience: whereto\n");

    assertThat(shown.toString()).isEqualTo("a credential");
    assertThat(shown).isNotEqualTo(Credential.of(List.of("Bearer SlAV32hkKG")));
    assertThat(identities.identify(shown).toString()).doesNotContain("SlAV32hkKG");
  }

  /** A look at all memory takes seconds: {@code .ci/thorough tokens} does it. */
  @Test
  @EnabledIfSystemProperty(named = "whereto.heap", matches = "true")
  void afterTheQuestionNoTokenIsInMemory() throws IOException, BadInput {
    try (PaperIssuer issuer = PaperIssuer.open()) {
      Files.writeString(folder.resolve("secret"), "secret");
      TokenIdentities identities =
          Trusts.identities(
              clock,
              issuer.settings()
                  + "introspection: {client: c, secret-file: "
                  + folder.resolve("secret")
                  + "}\n");
      byte[] signed = askWithSigned(identities, issuer);
      byte[] opaque = askWithOpaque(identities, issuer);
      issuer.forget();
      byte[] kept = hidden("The control of this test is " + "found".repeat(15));
      String control = new String(unhidden(kept), US_ASCII);

      Path dump = folder.resolve("heap.hprof");
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpHeap(dump.toString(), true);

      assertThat(found(dump, List.of(kept, signed, opaque))).containsExactly(kept);
      assertThat(control).isNotEmpty();
      assertThat(identities).isNotNull();
    }
  }

  private byte[] askWithSigned(TokenIdentities identities, PaperIssuer issuer) {
    String token = PaperIssuer.FIRST.token(issuer.claims(clock.instant(), ""));
    assertThat(Trusts.known(identities, token).subject()).isEqualTo("alice");
    return hidden(token.substring(token.length() - ENOUGH));
  }

  private static byte[] askWithOpaque(TokenIdentities identities, PaperIssuer issuer) {
    byte[] random = new byte[ENOUGH];
    RandomGenerator.getDefault().nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    issuer.says(PaperIssuer.ANY, "{\"active\": true, \"sub\": \"bob\"}");
    assertThat(Trusts.known(identities, token).subject()).isEqualTo("bob");
    return hidden(token.substring(0, ENOUGH));
  }

  private static byte[] hidden(String text) {
    return unhidden(text.getBytes(US_ASCII));
  }

  private static byte[] unhidden(byte[] bytes) {
    byte[] other = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      other[i] = (byte) (bytes[i] ^ HIDDEN);
    }
    return other;
  }

  /** Those of some hidden texts that a file holds. */
  private static List<byte[]> found(Path file, List<byte[]> hidden) throws IOException {
    List<byte[]> found = new ArrayList<>();
    byte[] part = new byte[1 << 20];
    try (InputStream in = Files.newInputStream(file)) {
      int kept = 0;
      for (int read = in.read(part); read > 0; read = in.read(part, kept, part.length - kept)) {
        int end = kept + read;
        hidden.stream()
            .filter(text -> !found.contains(text) && isIn(part, end, text))
            .forEach(found::add);
        // The end again, with what follows: a text may stand across.
        kept = Math.min(end, 2 * ENOUGH);
        System.arraycopy(part, end - kept, part, 0, kept);
      }
    }
    return found;
  }

  private static boolean isIn(byte[] part, int end, byte[] hidden) {
    byte first = (byte) (hidden[0] ^ HIDDEN);
    for (int at = 0; at <= end - hidden.length; at++) {
      int matched = part[at] == first ? 1 : 0;
      while (matched > 0
          && matched < hidden.length
          && part[at + matched] == (byte) (hidden[matched] ^ HIDDEN)) {
        matched++;
      }
      if (matched == hidden.length) {
        return true;
      }
    }
    return false;
  }
}
