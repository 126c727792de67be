// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import java.util.List;
import java.util.Optional;
import org.whereto.tree.BadInput;
import org.whereto.tree.Settings;

/** Reads {@link Pointer}s in an owner's file. */
final class Pointers {

  /** To the whole document. */
  static final Pointer WHOLE = new Pointer("", List.of());

  private Pointers() {}

  /** The pointer under {@code key}, if there is one; nothing after a fault. */
  static Optional<Pointer> read(Settings in, String key, String doc) {
    Optional<String> text = in.textIfAny(key, doc);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Pointer.of(text.get()));
    } catch (BadInput fault) {
      in.problem(key, fault.sentence());
      return Optional.empty();
    }
  }
}
