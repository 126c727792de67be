// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems;

import java.util.Optional;
import org.whereto.systems.fetch.FetchSettings;
import org.whereto.systems.registry.RegistrySettings;
import org.whereto.tree.Settings;

/**
 * What an owner lets a platform ask of the outside; by default nothing. Two that are equal may
 * share what they know.
 *
 * @param fetch what may be fetched; nothing if empty
 * @param registries how what registries say of images is kept
 */
public record Outside(Optional<FetchSettings> fetch, RegistrySettings registries) {

  private static final String FETCH = "fetch";
  private static final String REGISTRIES = "registries";

  /** Nothing is asked. */
  public static final Outside CLOSED = new Outside(Optional.empty(), RegistrySettings.DEFAULT);

  /** The keys of a platform file that open it. */
  public static Outside read(Settings in) {
    Optional<FetchSettings> fetch =
        in.part(
            FETCH,
            "What may be fetched for those who ask; nothing if left out.",
            FetchSettings::read);
    Optional<RegistrySettings> registries =
        in.part(
            REGISTRIES,
            "How what registries say of images is kept; they are asked where the hosts of"
                + " \"fetch\" list them.",
            RegistrySettings::read);
    if (registries.isPresent() && !in.has(FETCH)) {
      in.problem(
          REGISTRIES,
          "\"registries\" means nothing without \"fetch\": list the registries among its hosts, or"
              + " leave this out.");
    }
    return new Outside(fetch, registries.orElse(RegistrySettings.DEFAULT));
  }

  /** Whether nothing may be asked. */
  public boolean isClosed() {
    return fetch.isEmpty();
  }
}
