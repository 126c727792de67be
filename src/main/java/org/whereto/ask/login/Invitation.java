// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask.login;

import java.time.Duration;
import java.util.Optional;
import org.whereto.ask.Heard;
import org.whereto.tree.OneLine;

/**
 * What a person does to log in: open a page, and enter a code there.
 *
 * @param page its address
 * @param whole the same with the code in it, if there is such a page
 * @param valid how long the code is good for
 */
public record Invitation(String page, Optional<String> whole, String code, Duration valid) {

  private static final int LONGEST_CODE = 100;
  private static final long USUAL_SECONDS = 600;
  private static final long MOST_SECONDS = 3600;

  static Invitation of(Heard heard, Issuer issuer) throws NotLoggedIn {
    Optional<String> page = heard.text("verification_uri").filter(Issuer::keepsSecrets);
    Optional<String> code = heard.text("user_code").map(text -> OneLine.of(text, LONGEST_CODE));
    if (page.isEmpty() || code.isEmpty()) {
      throw new NotLoggedIn(
          issuer + " does not say how to log in on a secure page. Ask those who run it.");
    }
    long seconds =
        Math.clamp(Grant.seconds(heard, "expires_in").orElse(USUAL_SECONDS), 1, MOST_SECONDS);
    return new Invitation(
        page.get(),
        heard.text("verification_uri_complete").filter(Issuer::keepsSecrets),
        code.get(),
        Duration.ofSeconds(seconds));
  }
}
