// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whereto.task.Caller;
import org.whereto.tree.BadInput;
import org.whereto.world.CredentialFault;
import org.whereto.world.Identified;

/** Issuers change their keys, and are not always there. */
class KeyRotationTest {

  private static final int ASKERS = 4;
  private static final int QUESTIONS = 40;

  private final MovedClock clock = new MovedClock();
  private final AtomicInteger number = new AtomicInteger();
  private PaperIssuer issuer;
  private TokenIdentities identities;

  @BeforeEach
  void open() throws IOException, BadInput {
    issuer = PaperIssuer.open();
    identities = Trusts.identities(clock, issuer.settings());
  }

  @AfterEach
  void close() {
    issuer.close();
  }

  /** Never the same twice. */
  private String token(MadeKey key) {
    return key.token(
        issuer.claims(clock.instant(), "\"jti\": \"" + number.incrementAndGet() + "\""));
  }

  private String lasting(MadeKey key) {
    long end = clock.instant().plus(Duration.ofDays(1)).getEpochSecond();
    return key.token(
        issuer.claims(clock.instant(), "").replaceFirst("\"exp\": [0-9]+", "\"exp\": " + end));
  }

  @Test
  void aNewKeyCountsAtOnce() {
    var _ = Trusts.known(identities, token(PaperIssuer.FIRST));
    issuer.keys = PaperIssuer.FIRST.published() + ", " + PaperIssuer.SECOND.published();

    assertThat(Trusts.known(identities, token(PaperIssuer.SECOND)).subject()).isEqualTo("alice");
    assertThat(issuer.timesAskedForKeys()).isEqualTo(2);
  }

  /**
   * An issuer adds a key, signs with it at once, and takes the old one away when its tokens ended.
   */
  @Test
  void rotationUnderLoadRefusesNobody() throws InterruptedException {
    var _ = Trusts.known(identities, token(PaperIssuer.FIRST));
    List<MadeKey> keys = List.of(MadeKey.ec("third"), MadeKey.ec("fourth"), MadeKey.ec("fifth"));
    Queue<Identified> others = new ConcurrentLinkedQueue<>();
    AtomicInteger known = new AtomicInteger();
    MadeKey present = PaperIssuer.FIRST;
    for (MadeKey next : keys) {
      issuer.keys = present.published() + ", " + next.published();
      load(List.of(present, next), known, others);
      present = next;
      clock.pass(Duration.ofMinutes(1));
    }

    assertThat(others).isEmpty();
    assertThat(known).hasValue(keys.size() * ASKERS * QUESTIONS);
    assertThat(issuer.timesAskedForKeys()).isBetween(4L, 7L);
  }

  private void load(List<MadeKey> keys, AtomicInteger known, Queue<Identified> others)
      throws InterruptedException {
    List<Thread> askers = new ArrayList<>();
    for (int asker = 0; asker < ASKERS; asker++) {
      askers.add(
          Thread.ofVirtual()
              .start(() -> {
                for (int i = 0; i < QUESTIONS; i++) {
                  Identified identified =
                      Trusts.identify(identities, token(keys.get(i % keys.size())));
                  if (identified instanceof Identified.As(Caller.Known _)) {
                    known.incrementAndGet();
                  } else {
                    others.add(identified);
                  }
                }
              }));
    }
    for (Thread asker : askers) {
      asker.join();
    }
  }

  @Test
  void aKeyThatWasTakenAwayCountsNoMore() throws InterruptedException {
    String token = lasting(PaperIssuer.FIRST);
    var _ = Trusts.known(identities, token);
    issuer.keys = PaperIssuer.SECOND.published();
    assertThat(Trusts.known(identities, token).subject()).isEqualTo("alice");

    clock.pass(Duration.ofMinutes(5));
    var _ = identities.known(Trusts.bearer(token));
    awaitKeys(2);
    assertThat(identities.known(Trusts.bearer(token))).isEmpty();
    assertThat(Trusts.fault(identities, token)).isEqualTo(CredentialFault.KEY_UNKNOWN);
  }

  /** Old keys still count while new ones are on their way. */
  @Test
  void keysAreReadAgainBehindTheBackOfCallers() throws InterruptedException {
    String token = lasting(PaperIssuer.FIRST);
    var _ = Trusts.known(identities, token);
    clock.pass(Duration.ofMinutes(5));

    assertThat(identities.known(Trusts.bearer(token))).isPresent();
    awaitKeys(2);
    assertThat(identities.known(Trusts.bearer(token))).isPresent();
    assertThat(issuer.timesAskedForKeys()).isEqualTo(2);
  }

  /** What was read a moment before the key was published is not all there is. */
  @Test
  void aKeyThatIsNewerThanWhatIsOnItsWayIsAskedForAgain() throws InterruptedException {
    var _ = Trusts.known(identities, token(PaperIssuer.FIRST));
    clock.pass(Duration.ofMinutes(5));
    issuer.gate = new CountDownLatch(1);
    var _ = Trusts.known(identities, token(PaperIssuer.FIRST));
    awaitKeys(2);
    issuer.keys = PaperIssuer.FIRST.published() + ", " + PaperIssuer.SECOND.published();
    Queue<Identified> identified = new ConcurrentLinkedQueue<>();
    Thread asker =
        Thread.ofVirtual()
            .start(() -> identified.add(Trusts.identify(identities, token(PaperIssuer.SECOND))));
    Thread.sleep(100);
    assertThat(identified).isEmpty();
    issuer.gate.countDown();
    asker.join();

    assertThat(identified)
        .singleElement()
        .matches(it -> it instanceof Identified.As(Caller.Known _), "somebody known");
    assertThat(issuer.timesAskedForKeys()).isEqualTo(3);
  }

  private void awaitKeys(long times) throws InterruptedException {
    for (int i = 0; i < 100 && issuer.timesAskedForKeys() < times; i++) {
      Thread.sleep(10);
    }
    // What was sent has to arrive.
    Thread.sleep(50);
  }

  @Test
  void knownCallersStandWhileTheIssuerIsDownForTheSetTime() throws InterruptedException {
    String known = lasting(PaperIssuer.FIRST);
    String other = lasting(PaperIssuer.FIRST) + "";
    var _ = Trusts.known(identities, known);
    issuer.status = 503;

    for (int minutes = 0; minutes < 56; minutes += 4) {
      clock.pass(Duration.ofMinutes(4));
      assertThat(Trusts.known(identities, known).subject()).isEqualTo("alice");
      assertThat(Trusts.known(identities, token(PaperIssuer.FIRST)).subject()).isEqualTo("alice");
    }
    awaitKeys(0);
    clock.pass(Duration.ofMinutes(4));
    assertThat(identities.known(Trusts.bearer(known))).isEmpty();
    assertThat(Trusts.unchecked(identities, known)).contains("127.0.0.1");
    assertThat(Trusts.unchecked(identities, other)).contains("127.0.0.1");

    issuer.status = 200;
    clock.pass(Duration.ofSeconds(30));
    assertThat(Trusts.known(identities, known).subject()).isEqualTo("alice");
  }

  @Test
  void anIssuerThatWasNeverThereLeavesEverybodyUnchecked() {
    issuer.status = 0;

    for (int i = 0; i < 50; i++) {
      assertThat(Trusts.unchecked(identities, token(PaperIssuer.FIRST))).contains("127.0.0.1");
    }
    assertThat(issuer.visits()).hasSizeLessThanOrEqualTo(2);
    issuer.status = 200;
    clock.pass(Duration.ofSeconds(30));
    assertThat(Trusts.known(identities, token(PaperIssuer.FIRST)).subject()).isEqualTo("alice");
  }

  @Test
  void aThousandRandomKeyNamesCostTwoFetchesAMinute() {
    var _ = Trusts.known(identities, token(PaperIssuer.FIRST));
    clock.pass(Duration.ofMinutes(1));
    for (int minute = 0; minute < 3; minute++) {
      long before = issuer.visits().size();
      for (int i = 0; i < 1000; i++) {
        assertThat(Trusts.fault(identities, forged("random" + minute + "-" + i)))
            .isEqualTo(CredentialFault.KEY_UNKNOWN);
      }
      assertThat(issuer.visits().size() - before).isEqualTo(2);
      clock.pass(Duration.ofMinutes(1));
    }
    assertThat(Trusts.known(identities, token(PaperIssuer.FIRST)).subject()).isEqualTo("alice");
  }

  private String forged(String kid) {
    String header = "{\"alg\": \"RS256\", \"kid\": \"" + kid + "\"}";
    String claims = issuer.claims(clock.instant(), "");
    return MadeKey.base64(header.getBytes(UTF_8))
        + "."
        + MadeKey.base64(claims.getBytes(UTF_8))
        + "."
        + MadeKey.base64(new byte[256]);
  }

  /** Whoever makes the platform ask in vain takes nothing from those with a new key. */
  @Test
  void aKeyThatMayBeNewIsNotCalledUnknownWhereNobodyMayBeAsked() {
    var _ = Trusts.known(identities, token(PaperIssuer.FIRST));
    assertThat(Trusts.fault(identities, forged("random"))).isEqualTo(CredentialFault.KEY_UNKNOWN);
    clock.pass(Duration.ofSeconds(10));
    issuer.keys = PaperIssuer.FIRST.published() + ", " + PaperIssuer.SECOND.published();

    assertThat(Trusts.unchecked(identities, token(PaperIssuer.SECOND))).contains("cannot be asked");
    clock.pass(Duration.ofSeconds(50));
    assertThat(Trusts.known(identities, token(PaperIssuer.SECOND)).subject()).isEqualTo("alice");
  }

  @Test
  void keysThatCannotBeReadChangeNothing() {
    String known = lasting(PaperIssuer.FIRST);
    var _ = Trusts.known(identities, known);
    for (String keys :
        List.of("", "{}", "{\"kty\": \"oct\", \"k\": \"AAAA\"}", "]", "{\"kid\": 1}")) {
      clock.pass(Duration.ofMinutes(5));
      issuer.keys = keys;

      assertThat(Trusts.known(identities, known).subject()).isEqualTo("alice");
      assertThat(Trusts.unchecked(identities, token(PaperIssuer.SECOND))).contains("127.0.0.1");
    }
  }
}
