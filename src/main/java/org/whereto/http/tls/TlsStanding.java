// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.tls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How TLS fares.
 *
 * @param since when the pair that is shown was taken over
 * @param until when the first certificate of its chain expires
 * @param failing why the present files cannot be used, if they cannot
 */
public record TlsStanding(Instant since, Instant until, Optional<Failing> failing) {

  private static final double SECONDS_A_DAY = 86_400;

  /**
   * What keeps the present files from being used.
   *
   * @param since when that began
   */
  public record Failing(Instant since, List<TlsFault> faults) {
    public Failing {
      faults = List.copyOf(faults);
    }
  }

  public boolean isExpired(Instant now) {
    return !now.isBefore(until);
  }

  /** Below zero when it has expired. */
  public double daysLeft(Instant now) {
    return Duration.between(now, until).toSeconds() / SECONDS_A_DAY;
  }
}
