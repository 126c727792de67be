// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import org.whereto.tree.Word;

/** Why something that was asked said neither YES nor NO. */
public enum Why {
  /** No connection: no such host, nothing listens there, the connection broke. */
  UNREACHABLE,
  /** Not done when the deadline came. */
  TOO_SLOW,
  /** No secure connection: a certificate that cannot be trusted, another TLS fault. */
  NOT_SECURE,
  /** Something came that is no answer of an Execution Planner. */
  NOT_AN_ANSWER,
  /** More came than any answer needs. */
  TOO_LARGE,
  /** It points to another place, where we do not follow. */
  MOVED,
  /** It says, or we see, that the Task itself is wrong. */
  BAD_TASK,
  /** It wants to know who asks. */
  LOGIN_WANTED,
  /** It does not want to be asked (so): another 4xx. */
  REFUSED,
  /** It is busy or under maintenance. */
  BUSY,
  /** It failed: a 5xx, or a fault in Whereto itself. */
  FAILED,
  /** The one who asks does not want to wait any longer. */
  INTERRUPTED;

  /** The word for machines: {@code too-slow}. */
  public String word() {
    return Word.of(this);
  }
}
