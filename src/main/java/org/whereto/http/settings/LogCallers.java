// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.settings;

import java.nio.file.Path;
import java.util.Optional;

/** What the log says of those who ask. */
public sealed interface LogCallers {

  /** Nothing. */
  record Unnamed() implements LogCallers {}

  /**
   * A word that is the same for one caller throughout a day (UTC), and another one the next day.
   *
   * @param salt file with a secret, by which several servers, and one that is started anew, find
   *     the same words; nothing for one that nobody ever knows
   */
  record Hashed(Optional<Path> salt) implements LogCallers {}

  /** Issuer and subject. */
  record Named() implements LogCallers {}
}
