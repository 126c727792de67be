// SPDX-License-Identifier: Apache-2.0
package org.whereto.answer;

import java.util.Arrays;
import java.util.Optional;
import org.whereto.tree.Word;

/** How long a reason will hold. */
public enum Permanence {
  /** This Task will not run here as it is. */
  NEVER,
  /** It may later. */
  NOT_NOW,
  /** It may for somebody else. */
  NOT_YOU,
  /** It could not be decided. */
  UNKNOWN;

  private final String word = Word.of(this);

  /** The word on the wire: {@code never}, {@code not-now}, {@code not-you}, {@code unknown}. */
  public String word() {
    return word;
  }

  public static Optional<Permanence> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }
}
