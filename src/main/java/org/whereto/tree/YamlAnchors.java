// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The nodes that aliases can name. An alias names the last node before it that has the anchor; one
 * that stands inside of that node is refused.
 */
final class YamlAnchors {

  /** A node with an anchor; without a tree while it is being read. */
  static final class Anchored {
    private Optional<Tree> tree = Optional.empty();
    private Extent extent = new Extent(0, 0, 0);
  }

  private final Meter meter;
  private final Map<String, Anchored> byName = new HashMap<>();

  YamlAnchors(Meter meter) {
    this.meter = meter;
  }

  Anchored open(String name, Place place) throws BadInput {
    meter.name(name.length(), place);
    Anchored anchored = new Anchored();
    byName.put(name, anchored);
    return anchored;
  }

  void close(Anchored anchored, Tree tree) {
    anchored.tree = Optional.of(tree);
    anchored.extent = Extent.of(tree);
  }

  /** What an alias stands for. It costs what it repeats, as often as it does. */
  Tree named(String name, Place place, Keep keep) throws BadInput {
    meter.alias(place);
    Anchored anchored = byName.get(name);
    if (anchored == null) {
      throw meter.fault("unknown-alias", place, "No anchor of this name stands before the alias.");
    }
    if (anchored.tree.isEmpty()) {
      throw meter.fault(
          "alias-to-ancestor", place, "This alias stands inside of what it names; take it out.");
    }
    Tree tree = anchored.tree.get();
    if (keep instanceof Keep.Nothing) {
      return Pruned.at(place, Wanted.shell(tree));
    }
    Tree kept = Pruned.of(tree, keep);
    Extent extent = keep instanceof Keep.All ? anchored.extent : Extent.of(kept);
    meter.count(extent.nodes(), place);
    meter.room(extent.height(), place);
    meter.repeat(extent.text(), place);
    return Pruned.at(place, kept);
  }
}
