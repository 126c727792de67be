// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask.login;

import java.time.Instant;
import java.util.Optional;
import org.whereto.ask.Heard;
import org.whereto.ask.Token;
import org.whereto.tree.BadInput;

/**
 * What an issuer gave (RFC 6749, section 5.1). Shows none of it.
 *
 * @param expires when the token ends, if that is known
 * @param refresh what a new one is got for, if anything
 */
record Grant(Token token, Optional<Instant> expires, Optional<String> refresh) {

  private static final int LONGEST_REFRESH = 16 * 1024;
  private static final int MOST_DIGITS = 9;

  /**
   * Reads a reply with status 200.
   *
   * @throws NotLoggedIn for a reply that holds no bearer token
   */
  static Grant of(Heard heard, Issuer issuer, Instant now) throws NotLoggedIn {
    if (!heard.text("token_type").orElse("").equalsIgnoreCase("bearer")) {
      throw new NotLoggedIn(issuer + " gave no bearer token. Ask those who run it.");
    }
    try {
      Token token = Token.of(heard.text("access_token").orElse(""), "What " + issuer + " gave");
      Optional<Instant> expires = seconds(heard, "expires_in").map(now::plusSeconds);
      Optional<String> refresh =
          heard.text("refresh_token").filter(text -> text.length() <= LONGEST_REFRESH);
      return new Grant(token, expires, refresh);
    } catch (BadInput fault) {
      throw new NotLoggedIn(fault.sentence());
    }
  }

  /** A number of seconds; nothing where it is none, or beyond all measure. */
  static Optional<Long> seconds(Heard heard, String name) {
    return heard
        .text(name)
        .filter(text ->
            text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9'))
        .map(Long::valueOf);
  }

  @Override
  public String toString() {
    return "a grant";
  }
}
