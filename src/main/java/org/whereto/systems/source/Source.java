// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

/** A place that says what is available. */
interface Source {

  /**
   * Reads it once; waits no longer than its owner allows. One thread at a time.
   *
   * @throws Unread where it does not answer, or says what cannot be
   */
  Reading read() throws Unread;
}
