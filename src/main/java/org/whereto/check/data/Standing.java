// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.data;

/** How a data item stands to a platform (wire.md, section 2). */
public enum Standing {
  /** It lies where the Task would run. */
  HERE,
  /** It lies elsewhere, and the platform can get at it. */
  REACHABLE,
  /** There is no such thing, or none that the platform can get at. */
  ABSENT,
  /** Nobody could tell, or nobody may be asked. */
  UNKNOWN
}
