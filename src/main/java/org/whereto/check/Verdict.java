// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

/**
 * What one rule says of one image on one machine.
 *
 * @param code of the reason; empty where it holds
 * @param seen the value that it saw
 * @param says what follows "The image X" in the sentence for the asker; empty where it holds
 */
record Verdict(Standing standing, String code, String seen, String says) {

  /** From good to bad: of several machines the worst counts. */
  enum Standing {
    HOLDS,
    UNTOLD,
    FAILS
  }

  static Verdict holds(String seen) {
    return new Verdict(Standing.HOLDS, "", seen, "");
  }

  static Verdict untold(String code, String seen, String says) {
    return new Verdict(Standing.UNTOLD, code, seen, says);
  }

  static Verdict fails(String code, String seen, String says) {
    return new Verdict(Standing.FAILS, code, seen, says);
  }
}
