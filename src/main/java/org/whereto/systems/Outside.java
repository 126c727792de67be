// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems;

import org.whereto.tree.Settings;

/**
 * What an owner lets a platform ask of the outside; by default nothing. Two that are equal may
 * share what they know.
 */
public record Outside() {

  /** Nothing is asked. */
  public static final Outside CLOSED = new Outside();

  /** The keys of a platform file that open it. */
  public static Outside read(Settings in) {
    return CLOSED;
  }

  /** Whether nothing may be asked. */
  public boolean isClosed() {
    return equals(CLOSED);
  }
}
