// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves. */
final class MovedClock implements InstantSource {

  static final Instant BEGIN = Instant.parse("2026-11-23T12:00:00Z");

  private volatile Instant now = BEGIN;

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}
