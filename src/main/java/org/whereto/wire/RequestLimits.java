// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import org.whereto.tree.Budget;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;

/**
 * What one request may hold, in whichever form it comes.
 *
 * @param small what a query, a form or a document in YAML may cost
 * @param large what a document in JSON or a multipart body may cost
 * @param parts of a multipart body
 * @param partHead bytes of the headers of one part
 */
public record RequestLimits(Budget small, Budget large, int parts, int partHead) {

  /** Those of a server whose owner sets none. */
  public static final RequestLimits USUAL =
      new RequestLimits(Budget.SMALL, Budget.LARGE, 64, 2 * 1024);

  /** What a document in this format may cost. */
  Budget of(Format format) {
    return format.equals(Formats.JSON) ? large : small;
  }
}
