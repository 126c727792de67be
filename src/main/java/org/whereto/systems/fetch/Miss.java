// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

/** Why a server gave nothing. */
public sealed interface Miss {

  /** It says that it has no such thing. */
  record Absent() implements Miss {}

  /**
   * It did not answer: asked again later it may.
   *
   * @param why one sentence
   */
  record Down(String why) implements Miss {}

  /**
   * It does not tell us, or what it tells cannot be relied upon.
   *
   * @param why one sentence
   */
  record Refused(String why) implements Miss {}
}
