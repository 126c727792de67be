// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.settings;

import java.time.Duration;
import java.util.Set;

/**
 * What the owner of a server sets, apart from its platforms.
 *
 * @param origins whose pages may read the answers in a browser; empty for all
 * @param drain how long a stopping server still takes new connections
 * @param patience how long it then waits for answers that are under way
 * @param reloadPause between two looks at the platform files
 * @param admin where the pages for the owner are
 * @param log where requests and decisions are logged
 * @param doors where the service is asked
 * @param callers what the log says of those who ask
 */
public record ServerSettings(
    Limits limits,
    Set<String> origins,
    Duration drain,
    Duration patience,
    Duration reloadPause,
    AdminAt admin,
    LogTo log,
    Doors doors,
    LogCallers callers) {

  public static final ServerSettings DEFAULT = ServerFile.defaults();

  public ServerSettings {
    origins = Set.copyOf(origins);
  }

  /** The same with other doors. */
  public ServerSettings withDoors(Doors others) {
    return new ServerSettings(
        limits, origins, drain, patience, reloadPause, admin, log, others, callers);
  }

  /** The same with other limits. */
  public ServerSettings withLimits(Limits others) {
    return new ServerSettings(
        others, origins, drain, patience, reloadPause, admin, log, doors, callers);
  }

  /** Those of a server without admin pages and without a log. */
  public ServerSettings(Limits limits, Set<String> origins, Duration drain, Duration patience) {
    this(
        limits,
        origins,
        drain,
        patience,
        Duration.ofMillis(500),
        AdminAt.NOWHERE,
        new LogTo.Nowhere(),
        Doors.PLAIN,
        new LogCallers.Unnamed());
  }
}
