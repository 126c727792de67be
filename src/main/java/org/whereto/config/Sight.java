// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.util.List;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.tree.Place;
import org.whereto.tree.Problems.Problem;

/**
 * What one look at a file saw.
 *
 * @param mark equal for the same bytes, and for the same hindrance
 */
record Sight(String mark, Checked checked) {

  /** Of a file at which nobody has looked yet. */
  static final Sight NOTHING = hindered("");

  /** Of a file that has gone from its directory. */
  static final Sight GONE = hindered("The file is gone.");

  /** The file could not be read, or must not be. */
  static Sight hindered(String sentence) {
    return new Sight(sentence, new Checked.Faulty(List.of(new Problem(Place.NONE, sentence))));
  }

  boolean isSameAs(Sight other) {
    return mark.equals(other.mark);
  }
}
