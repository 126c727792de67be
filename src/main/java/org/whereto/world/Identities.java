// SPDX-License-Identifier: Apache-2.0
package org.whereto.world;

import java.util.Optional;
import org.whereto.task.Caller;

/** Who callers are, as the issuers that an owner trusts say it. */
public interface Identities {

  /** Nobody can be known: what callers show is passed over. */
  Identities NOBODY = _ -> new Identified.As(Caller.ANONYMOUS);

  /**
   * Whose credential this is. Waits for an issuer where it must, a few seconds at most, and never
   * throws.
   */
  Identified identify(Credential shown);

  /** The same where it can be told without waiting: nothing was shown, or it is known already. */
  default Optional<Identified> known(Credential shown) {
    return Optional.of(identify(shown));
  }
}
