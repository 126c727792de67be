// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The members of one mapping while it is read; refuses a name that stands there twice. */
final class Members {

  private final Meter meter;
  private final String code;
  private final Map<String, Tree.Member> kept = new LinkedHashMap<>();
  private final Map<String, Place> skipped = new HashMap<>();

  /**
   * @param code of the fault when a name comes twice
   */
  Members(Meter meter, String code) {
    this.meter = meter;
    this.code = code;
  }

  /** To be called before the value is read, so that faults come in the order of the document. */
  void once(String name, Place place) throws BadInput {
    Tree.Member member = kept.get(name);
    Place first = member == null ? skipped.get(name) : member.place();
    if (first != null) {
      throw meter.fault(code, place, twice(name, first));
    }
  }

  /** How a double is told, wherever it is found. */
  static String twice(String name, Place first) {
    return "\""
        + OneLine.of(name, 60)
        + "\" stands here a second time, first at "
        + first
        + "; take one out.";
  }

  /** The value of a member that was kept. */
  Optional<Tree> get(String name) {
    Tree.Member member = kept.get(name);
    return member == null ? Optional.empty() : Optional.of(member.value());
  }

  void keep(String name, Place place, Tree value) {
    kept.put(name, new Tree.Member(place, value));
  }

  void skip(String name, Place place) {
    if (meter.watch()) {
      skipped.put(name, place);
    }
  }

  /** What was kept; to be called once, at the end. */
  Map<String, Tree.Member> done() {
    meter.unwatch(skipped.size());
    return kept;
  }
}
