// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.util.Map;
import org.whereto.task.Amount.Measure;
import org.whereto.tree.Problems;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Sequence;

/**
 * What the dimensions of an owner's file are measured in. Sources stand before the resources that
 * say so, and need to know it: those are read ahead, and for this alone.
 */
final class Measures {

  private final Rooms rooms = new Rooms(Map.of());

  private Measures() {}

  /** Those of a file, with faults or without: they are told when it is read as a whole. */
  static Map<String, Measure> of(Tree file) {
    Measures measures = new Measures();
    measures.level(file);
    if (file.get("interfaces").orElse(null) instanceof Mapping named) {
      named.members().values().forEach(member -> measures.level(member.value()));
    }
    if (file.get("accepts").orElse(null) instanceof Sequence list) {
      list.items().forEach(measures::level);
    }
    return measures.rooms.measures();
  }

  private void level(Tree part) {
    var _ = Settings.read(part, new Problems(), rooms::read);
  }
}
