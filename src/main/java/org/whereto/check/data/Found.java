// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.data;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** What became of one data item. */
public sealed interface Found {

  /** How that stands to the platform. */
  Standing standing();

  /**
   * It can be had.
   *
   * @param standing here or reachable
   * @param bytes its size, where that is told
   * @param age how old the knowledge is, if older than its owner expects; else nothing
   */
  record There(Standing standing, Terms terms, OptionalLong bytes, Duration age) implements Found {

    /** The same where no further copy is made. */
    There uncopied() {
      return new There(standing, new Terms(terms.credentials(), false), bytes, age);
    }
  }

  /**
   * It is somewhere from where the platform does not get it.
   *
   * @param holders where it is as a whole; none if that is nowhere
   */
  record OutOfReach(List<String> holders) implements Found {
    public OutOfReach {
      holders = List.copyOf(holders);
    }

    @Override
    public Standing standing() {
      return Standing.ABSENT;
    }
  }

  /** Its system says that there is no such thing. */
  record Absent() implements Found {
    @Override
    public Standing standing() {
      return Standing.ABSENT;
    }
  }

  /**
   * Its system could not be asked, or does not tell.
   *
   * @param why one sentence
   */
  record Untold(String why) implements Found {
    @Override
    public Standing standing() {
      return Standing.UNKNOWN;
    }
  }

  /**
   * No holding has it.
   *
   * @param isTypeKnown whether other data of its type can be had
   */
  record Undeclared(boolean isTypeKnown) implements Found {
    @Override
    public Standing standing() {
      return Standing.UNKNOWN;
    }
  }
}
