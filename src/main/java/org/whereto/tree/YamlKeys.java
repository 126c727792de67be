// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** What a YAML mapping may have for a key: a text, or an alias of one. */
final class YamlKeys {

  private static final String MERGE = "<<";

  private YamlKeys() {}

  /** A plain {@code <<}, or one with the tag that some tools write; a quoted one is a name. */
  static boolean isMerge(Event key) {
    if (!(key instanceof ScalarEvent scalar && scalar.getValue().equals(MERGE))) {
      return false;
    }
    Optional<String> tag = scalar.getTag();
    return tag.isEmpty() ? scalar.isPlain() : tag.get().equals("tag:yaml.org,2002:merge");
  }

  static void onlyText(Event key, Place place, Meter meter) throws BadInput {
    if (!(key instanceof ScalarEvent || key instanceof AliasEvent)) {
      throw notText(place, meter);
    }
    if (key instanceof ScalarEvent scalar && scalar.isPlain() && scalar.getValue().isEmpty()) {
      throw meter.fault("empty-key", place, "A name is missing before this colon.");
    }
  }

  /**
   * @param resolved what the key is or stands for; of a key that is written out only the tag
   */
  static String name(Event key, Tree resolved, Meter meter) throws BadInput {
    Place place = resolved.place();
    if (!(resolved instanceof Tree.Scalar scalar)) {
      throw notText(place, meter);
    }
    boolean text =
        switch (scalar.tag()) {
          case "", "!", "!!str" -> true;
          default -> false;
        };
    if (!text) {
      throw meter.fault("tagged-key", place, "A name cannot have a tag; take it out.");
    }
    String name = key instanceof ScalarEvent written ? written.getValue() : scalar.text();
    if (key instanceof AliasEvent && name.equals(MERGE)) {
      throw meter.fault(
          "merge", place, "An alias cannot stand for \"<<\"; write the merge key out.");
    }
    if (Utf8.hasLoneSurrogate(name)) {
      throw YamlFaults.surrogate(place, meter);
    }
    return name;
  }

  private static BadInput notText(Place place, Meter meter) {
    return meter.fault("key-not-text", place, "A name must be a text, not a list or a mapping.");
  }
}
