// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Place;

/** What is wrong with something that a person handed in. */
final class Faults {

  private Faults() {}

  /** A fault of the whole. */
  static BadInput of(String code, String sentence) {
    return at(Place.NONE, code, sentence);
  }

  /** A fault at a place of its text. */
  static BadInput at(Place place, String code, String sentence) {
    return new BadInput(code, Path.ROOT, place, sentence);
  }
}
