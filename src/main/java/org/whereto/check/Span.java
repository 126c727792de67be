// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.time.Duration;

/** How people say a length of time: {@code 3 minutes}, {@code 120 days}. */
final class Span {

  private Span() {}

  /** In the largest unit of which there are at least two, without what is left over. */
  static String of(Duration time) {
    if (time.toDays() > 1) {
      return time.toDays() + " days";
    }
    if (time.toHours() > 1) {
      return time.toHours() + " hours";
    }
    return time.toMinutes() > 1 ? time.toMinutes() + " minutes" : time.toSeconds() + " seconds";
  }
}
