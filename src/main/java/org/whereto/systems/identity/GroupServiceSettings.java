// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.task.AmountSetting;
import org.whereto.tree.Settings;

/**
 * A service that knows of which groups somebody is a member (IVOA Group Membership Service 1.0).
 *
 * @param id its identifier in the registry: what its groups begin with
 * @param search where it lists the groups of whoever asks
 * @param remember how long what it said counts
 */
record GroupServiceSettings(String id, FetchUrl search, Duration remember) {

  private static final String ID = "id";
  private static final String SEARCH = "search";
  private static final Pattern IVOID = Pattern.compile("ivo://[A-Za-z0-9._~!$'()*+,;=/-]+");

  private static final AmountSetting REMEMBER =
      AmountSetting.time("remember", "How long what it says of a caller counts", "1s", "1h");

  /** Nothing after a fault. */
  static Optional<GroupServiceSettings> read(Settings in) {
    String id =
        in.text(
            ID,
            "Its identifier in the registry, like ivo://example.org/gms: the group \"esap\" there"
                + " is ivo://example.org/gms?esap here.");
    if (!id.isEmpty() && !IVOID.matcher(id).matches()) {
      in.problem(ID, "\"id\" must be an identifier like ivo://example.org/gms.");
    }
    in.require(SEARCH);
    Optional<FetchUrl> search =
        OwnUrl.read(
            in,
            SEARCH,
            "Where it lists the groups of whoever asks. It is shown the token of the caller: name"
                + " only services that you trust with it.");
    Duration remember = REMEMBER.readOr(in, "5m").time();
    return search.map(url -> new GroupServiceSettings(id, url, remember));
  }
}
