// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import java.time.Duration;
import java.util.Set;

/**
 * What the owner of a server sets, apart from its platforms.
 *
 * @param origins whose pages may read the answers in a browser; empty for all
 * @param drain how long a stopping server still takes new connections
 * @param patience how long it then waits for answers that are under way
 */
public record ServerSettings(
    Limits limits, Set<String> origins, Duration drain, Duration patience) {

  public static final ServerSettings DEFAULT =
      new ServerSettings(Limits.DEFAULT, Set.of(), Duration.ofMillis(500), Duration.ofSeconds(10));

  public ServerSettings {
    origins = Set.copyOf(origins);
  }
}
