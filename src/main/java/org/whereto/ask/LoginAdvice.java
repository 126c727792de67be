// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import java.util.Optional;

/**
 * What a person can do who wants to be known to a service. It is only told: whether to trust the
 * service with a login, and the issuer that it names, is for the person to say.
 */
final class LoginAdvice {

  private LoginAdvice() {}

  /** For a service that challenged; one sentence. */
  static String of(Origin service, Optional<String> issuer) {
    if (!service.keepsSecrets()) {
      return "A token goes over https only: ask at its https address.";
    }
    return issuer
        .map(url -> "If you trust both: whereto login " + url + " --for " + service)
        .orElse(
            "If you trust it and have a token for it: --token-file FILE --token-for " + service);
  }
}
