// SPDX-License-Identifier: Apache-2.0
package org.whereto.answer;

import org.whereto.tree.Path;

/**
 * What would mend a refusal: another choice of the asker, like the tag of an image or an option of
 * a compose file. What content is made of (languages, data, files) is no choice.
 */
public sealed interface Repair {

  /** As many as a person reads: a Task that needs more of them is not mended. */
  int MOST = 100;

  /** Where it is to be done, spelt as in the reason of the refusal. */
  Path path();

  /**
   * One text in the place of another.
   *
   * @param from what stands there; where something else does, it is left alone
   */
  record Replace(Path path, String from, String to) implements Repair {}

  /** A member or an item taken out, whatever it holds. */
  record Remove(Path path) implements Repair {}
}
