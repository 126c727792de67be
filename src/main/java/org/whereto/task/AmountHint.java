// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import org.whereto.task.Amount.Measure;

/** What somebody may have meant by a text that is no amount. */
final class AmountHint {

  private AmountHint() {}

  /** A sentence with a blank before it, or nothing. */
  static String of(Measure measure, String text) {
    boolean smallUnit = measure == Measure.BYTES && text.matches("\\d{1,18}[kmgtp]");
    return smallUnit
        ? " Did you mean "
            + text.substring(0, text.length() - 1)
            + Character.toUpperCase(text.charAt(text.length() - 1))
            + "?"
        : "";
  }

  /** The same where the measure is not known. */
  static String of(String text) {
    return of(Measure.BYTES, text);
  }
}
