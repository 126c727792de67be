// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;

/** A source could not be read. Stays within this package: to others it is a plain value. */
final class Unread extends Exception {

  private static final long serialVersionUID = 1L;

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

  String why() {
    return why;
  }
}
