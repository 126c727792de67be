// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.whereto.systems.fetch.Fetch;
import org.whereto.systems.fetch.FetchSettings;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.systems.fetch.GuardedFetch;

/** The one list of systems that hold data. */
final class DataSystems {

  /** The longest answer of any of them: what Rucio says of a data set of some thousand files. */
  private static final int MOST_BYTES = 4 << 20;

  private DataSystems() {}

  /** What an owner's settings name, each kind in the order of his file. */
  static List<DataSystem> of(DataSettings settings, Ticker ticker) {
    Fetch fetch =
        GuardedFetch.of(
            FetchSettings.toOwn(own(settings), DataReplicas.LONGEST_LOOKUP, MOST_BYTES));
    List<DataSystem> systems = new ArrayList<>();
    settings.rucio().forEach(one -> systems.add(new RucioReplicas(one, fetch, ticker)));
    settings.vospace().forEach(one -> systems.add(new VospaceNodes(one, fetch, ticker)));
    settings.s3().forEach(one -> systems.add(new S3Objects(one, fetch, ticker)));
    systems.add(new HttpResources(settings, fetch, ticker));
    return systems;
  }

  private static List<FetchUrl> own(DataSettings settings) {
    List<FetchUrl> own = new ArrayList<>();
    Stream.of(
            settings.rucio().stream().flatMap(one -> one.endpoints().stream()),
            settings.vospace().stream().map(VospaceSettings::endpoint),
            settings.s3().stream().map(S3Settings::endpoint))
        .flatMap(endpoints -> endpoints)
        .forEach(endpoint -> endpoint.url().ifPresent(own::add));
    settings.http().forEach(one -> HttpResources.url(one).ifPresent(own::add));
    return own;
  }
}
