// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask.login;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock on which a pause takes no time. */
final class Hurried implements Patience {

  private final List<Long> pauses = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void pause(Duration time) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    pauses.add(time.toSeconds());
    now = now.plus(time);
  }

  synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  /** In seconds. */
  synchronized List<Long> pauses() {
    return List.copyOf(pauses);
  }
}
