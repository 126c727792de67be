// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.systems.data.DataSettings;
import org.whereto.systems.fetch.FetchSettings;
import org.whereto.systems.registry.RegistrySettings;
import org.whereto.systems.source.SourceSettings;
import org.whereto.task.Amount.Measure;
import org.whereto.tree.Settings;

/**
 * What an owner lets a platform ask of the outside; by default nothing. Two that are equal may
 * share what they know.
 *
 * @param fetch what may be fetched; nothing if empty
 * @param registries how what registries say of images is kept
 * @param available from where it is read what is available, by the owner's names
 * @param data the systems that are asked for data
 */
public record Outside(
    Optional<FetchSettings> fetch,
    RegistrySettings registries,
    Map<String, SourceSettings> available,
    DataSettings data) {

  private static final String FETCH = "fetch";
  private static final String REGISTRIES = "registries";
  private static final String AVAILABLE = "available";

  /** Nothing is asked. */
  public static final Outside CLOSED =
      new Outside(Optional.empty(), RegistrySettings.DEFAULT, Map.of(), DataSettings.NONE);

  public Outside {
    available = Map.copyOf(available);
  }

  /**
   * The keys of a platform file that open it; those of data stand among what is said of data.
   *
   * @param measures of the dimensions that the file declares; all others are numbers
   */
  public static Outside read(Settings in, Map<String, Measure> measures) {
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
    Map<String, SourceSettings> available =
        in.named(
            AVAILABLE,
            "Sources that tell what is available now, by names of your choice; \"resources\" says"
                + " where they count.",
            (name, source) -> SourceSettings.read(source, measures));
    return new Outside(
        fetch, registries.orElse(RegistrySettings.DEFAULT), available, DataSettings.NONE);
  }

  /** The same with systems that are asked for data. */
  public Outside withData(DataSettings other) {
    return new Outside(fetch, registries, available, other);
  }

  /** Whether nothing may be fetched that callers name. */
  public boolean isClosed() {
    return fetch.isEmpty();
  }

  /**
   * The dimensions of which a source tells amounts.
   *
   * @param source the owner's name for it; of one that there is not nothing is told
   */
  public Set<String> dimensions(String source) {
    return Optional.ofNullable(available.get(source))
        .map(SourceSettings::dimensions)
        .orElse(Set.of());
  }

  /** The same, with nothing that is read in the background. */
  Outside withoutAvailable() {
    return new Outside(fetch, registries, Map.of(), data);
  }
}
