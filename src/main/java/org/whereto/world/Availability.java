// SPDX-License-Identifier: Apache-2.0
package org.whereto.world;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a platform can give at this moment, as the sources that its owner named say it. */
public interface Availability {

  /**
   * The latest reading of each source, by the owner's names for them. It never waits: sources are
   * read in the background. Every source asked for is a key of the result.
   */
  Map<String, Known<Available>> now(Set<String> sources);

  /** How all its sources fare, for their owner; none where nothing is read. */
  default List<SourceState> states() {
    return List.of();
  }
}
