// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.whereto.task.Caller;

/**
 * Whose a token is, and for how long that counts.
 *
 * @param key that signed it; it counts only as long as its issuer has that key
 * @param fresh until when nobody has to be asked again
 * @param usable until when it counts where whoever should be asked again does not answer
 */
record Recognised(Caller.Known caller, Optional<WebKey> key, Instant fresh, Instant usable) {

  /** How often whoever does not answer is tried again for one token. */
  private static final Duration PAUSE = Duration.ofSeconds(15);

  /** The same, not asked about again for a moment. */
  Recognised forAMoment(Instant now) {
    return new Recognised(caller, key, earlier(now.plus(PAUSE), usable), usable);
  }

  static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
