// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.whereto.systems.fetch.Body;
import org.whereto.tree.BadInput;

/**
 * A token that lets anybody read from a repository for a while (Docker Registry v2, token
 * authentication).
 *
 * @param lives how long it may be used from when it was asked for
 */
record RegistryToken(String text, Duration lives) {

  private static final String EXPIRES_IN = "expires_in";
  private static final int LONGEST = 8 * 1024;
  private static final Duration LONGEST_LIFE = Duration.ofHours(1);

  /** What counts where the server says nothing. */
  private static final Duration USUAL_LIFE = Duration.ofSeconds(60);

  /** It is given up this much before its end: clocks differ, and requests take time. */
  private static final Duration MARGIN = Duration.ofSeconds(10);

  /**
   * Reads what a server of tokens sent.
   *
   * @throws BadInput {@code registry.malformed}
   */
  static RegistryToken read(Body body) throws BadInput {
    ForeignObject answer =
        ForeignObject.read(
            body.bytes(), "The token's answer", Set.of("token", "access_token", EXPIRES_IN));
    Optional<String> token = answer.textIfAny("token");
    String text = token.isPresent() ? token.get() : answer.text("access_token");
    if (!isSound(text)) {
      throw answer.malformed("holds no token that could be sent");
    }
    Duration lives =
        answer.has(EXPIRES_IN) ? Duration.ofSeconds(answer.number(EXPIRES_IN)) : USUAL_LIFE;
    Duration bounded = lives.compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : lives;
    return new RegistryToken(text, bounded.minus(MARGIN));
  }

  /** The characters of RFC 6750, section 2.1: nothing that ends a header line is among them. */
  private static boolean isSound(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.chars()
            .allMatch(c ->
                (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "-._~+/=".indexOf(c) >= 0);
  }

  /** Never shown: a token is for one registry alone. */
  @Override
  public String toString() {
    return "a token";
  }
}
