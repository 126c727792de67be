// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.util.List;
import org.whereto.tree.Tree;

/** One entry under {@code if:}, and what it says of a Task whose facts are known. */
interface Rule {

  /** The key in a platform file. */
  String name();

  /** The value in a platform file. */
  Tree setting();

  /** Whether it looks at what a kind finds in taskinfo. */
  default boolean isOfKind() {
    return true;
  }

  /** Whether it asks registries, and so for which machine an image is wanted. */
  default boolean looksInside() {
    return false;
  }

  /** The members that it reads by itself, as dotted paths. */
  default List<String> reads() {
    return List.of();
  }

  /** Faults of what it reads by itself. */
  default List<Fault> faults(Truth truth) {
    return List.of();
  }

  /** Called only where the subject is there and can be read. */
  List<Said> look(Truth truth);
}
