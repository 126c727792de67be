// SPDX-License-Identifier: Apache-2.0
package org.whereto.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.whereto.tree.Word;

/** How much of its reasons a platform tells (wire.md, section 2, Disclosure). */
public enum Disclosure {
  /** The word alone. */
  NONE,
  /** Codes and fields, none of the owner's own words and limits. */
  CODES,
  /** Everything. */
  FULL;

  /** The word in a platform file. */
  public String word() {
    return Word.of(this);
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Disclosure::word).toList();
  }

  /** The one with this word. */
  public static Disclosure of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
