// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.data;

/** How near data must be; the later, the stricter. */
public enum DataDemand {
  REACHABLE,
  HERE;

  /** The stricter of the two. */
  public DataDemand and(DataDemand other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
