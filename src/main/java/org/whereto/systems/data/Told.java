// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import java.util.Optional;
import java.util.OptionalLong;
import org.whereto.systems.fetch.Fetched;
import org.whereto.systems.fetch.Unanswered;

/** Sizes as systems tell them, who may tell nonsense. */
final class Told {

  /** Beyond any data there is, and short enough to be counted. */
  private static final int LONGEST = 18;

  private Told() {}

  /** A number of bytes; empty for what is no whole number, or one beyond all measure. */
  static OptionalLong bytes(String text) {
    boolean sound =
        !text.isEmpty()
            && text.length() <= LONGEST
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return sound ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  /**
   * The length that an answer tells of its content; empty if it tells none.
   *
   * @throws Unanswered if what it tells is no length
   */
  static OptionalLong length(Fetched.Got got, Contact contact) throws Unanswered {
    Optional<String> told = got.header("content-length");
    if (told.isEmpty() || got.header("transfer-encoding").isPresent()) {
      return OptionalLong.empty();
    }
    OptionalLong bytes = bytes(told.get().strip());
    if (bytes.isEmpty()) {
      throw contact.refused(" tells of a length that is none.");
    }
    return bytes;
  }
}
