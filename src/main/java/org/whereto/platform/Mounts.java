// SPDX-License-Identifier: Apache-2.0
package org.whereto.platform;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All platforms of one server at one moment. Who has taken it sees no change while answering.
 *
 * @param byName by the path segment below which each stands; {@link #ROOT} alone where there is one
 *     at the root
 * @param broken files of which no state could ever be served, by the name that they would have
 */
public record Mounts(Map<String, Serving> byName, Map<String, Failing> broken) {

  /** The name of a platform that stands at the root of the server. */
  public static final String ROOT = "";

  public Mounts {
    byName = Collections.unmodifiableMap(new TreeMap<>(byName));
    broken = Collections.unmodifiableMap(new TreeMap<>(broken));
  }

  public Optional<Serving> at(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
