// SPDX-License-Identifier: Apache-2.0
package org.whereto.world;

import java.time.Duration;

/** What the world said about one thing. */
public sealed interface Known<T> {

  /**
   * It answered.
   *
   * @param age how long ago
   */
  record Value<T>(T value, Duration age) implements Known<T> {}

  /**
   * It did not answer, or not in time.
   *
   * @param why one sentence
   */
  record Down<T>(String why) implements Known<T> {}

  /**
   * It may not be asked, or does not tell us.
   *
   * @param why one sentence that names the remedy
   */
  record Refused<T>(String why) implements Known<T> {}
}
