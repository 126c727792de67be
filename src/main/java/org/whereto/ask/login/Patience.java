// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask.login;

import java.time.Duration;
import java.time.Instant;

/** The time that a login takes. */
public interface Patience {

  Patience REAL =
      new Patience() {
        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public void pause(Duration time) throws InterruptedException {
          Thread.sleep(time);
        }
      };

  Instant now();

  void pause(Duration time) throws InterruptedException;
}
