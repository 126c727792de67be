// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;

/** A source could not be read. Stays within this package: to others it is a plain value. */
final class Unread extends Exception {

  private static final long serialVersionUID = 1L;

  /** So much of a secret is enough to know it by. */
  private static final int TELLING = 8;

  private final String why;

  /**
   * @param why a sentence for the owner alone: it may name hosts and files, but no secret
   */
  Unread(String why) {
    super(why, null, false, false);
    this.why = OneLine.of(why);
  }

  static Unread because(BadInput fault) {
    return new Unread(fault.sentence());
  }

  /**
   * The same up to where a secret begins that whoever was read may have said back; what is shown of
   * it may have been cut.
   */
  Unread hiding(String secret) {
    int at = why.indexOf(secret.substring(0, Math.min(TELLING, secret.length())));
    return at < 0 ? this : new Unread(why.substring(0, at) + "***");
  }

  String why() {
    return why;
  }
}
