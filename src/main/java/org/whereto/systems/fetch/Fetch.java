// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

/**
 * The one way out for every URL that somebody else has a say in: a caller, a file of a caller, or a
 * server that was asked before.
 */
public interface Fetch {

  /**
   * Gets what stands at a URL. Waits until the deadline of the errand at most, and never throws:
   * whatever goes wrong is told in the result.
   */
  Fetched fetch(Errand errand);
}
