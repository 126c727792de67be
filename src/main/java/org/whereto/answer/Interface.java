// SPDX-License-Identifier: Apache-2.0
package org.whereto.answer;

import java.util.List;
import java.util.Optional;
import org.whereto.tree.Tree;

/**
 * One way to run a Task (note, section 4.4).
 *
 * @param servicetype what kind of service stands behind it; a client that does not know it skips it
 * @param serviceinfo how to reach it: the owner's own words, unchanged; empty where there are none
 * @param resources what only this way offers
 * @param data what holds only for this way
 * @param warnings what holds only for this way
 */
public record Interface(
    String servicetype,
    Optional<Tree> serviceinfo,
    Optional<Tree> resources,
    Optional<Tree> data,
    List<Reason> warnings) {

  public Interface {
    warnings = List.copyOf(warnings);
  }

  public static Interface of(String servicetype, Optional<Tree> serviceinfo) {
    return new Interface(servicetype, serviceinfo, Optional.empty(), Optional.empty(), List.of());
  }

  public Interface withWarnings(List<Reason> own) {
    return new Interface(servicetype, serviceinfo, resources, data, own);
  }

  /** The same with what only this way has. */
  public Interface stating(Optional<Tree> ownResources, Optional<Tree> ownData) {
    return new Interface(servicetype, serviceinfo, ownResources, ownData, warnings);
  }
}
