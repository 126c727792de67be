// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From which hosts the owner lets documents be fetched. */
public final class HostRules {

  private final Map<String, HostRule> exact = new HashMap<>();
  private final Map<String, HostRule> below = new HashMap<>();

  public HostRules(List<HostRule> rules) {
    rules.forEach(rule -> (rule.below() ? below : exact).put(rule.origin(), rule));
  }

  /** The line of the list that allows this URL; that of the very host, or of the nearest above. */
  public Optional<HostRule> allowing(FetchUrl url) {
    String origin = url.origin();
    Optional<HostRule> found = Optional.ofNullable(exact.get(origin));
    String scheme = url.scheme() + "://";
    int dot = url.address().isPresent() ? -1 : origin.indexOf('.');
    while (found.isEmpty() && dot >= 0) {
      found = Optional.ofNullable(below.get(scheme + origin.substring(dot + 1)));
      dot = origin.indexOf('.', dot + 1);
    }
    return found;
  }
}
