// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.Locale;

/** How a constant is spelt on the wire, in owners' files and in codes. */
public final class Word {

  private Word() {}

  /** {@code NOT_NOW} is {@code not-now}. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
