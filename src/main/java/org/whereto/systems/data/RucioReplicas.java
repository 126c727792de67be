// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.whereto.systems.fetch.Deadline;
import org.whereto.systems.fetch.Fetch;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.systems.fetch.Fetched;
import org.whereto.systems.fetch.Unanswered;
import org.whereto.task.DataItem;
import org.whereto.task.DataItem.RucioDid;
import org.whereto.tree.BadInput;
import org.whereto.world.Replica;
import org.whereto.world.Replica.Holder;

/**
 * What a Rucio server says of its files and of what it makes of them: data sets and containers.
 *
 * <p>The list of replicas leaves out, of a data set, the files that have none, and of what does not
 * exist it is empty: how many files there are has to be asked apart.
 */
final class RucioReplicas implements DataSystem {

  private static final int DESCRIPTION_BYTES = 64 * 1024;

  /** Of some thousand files. */
  private static final int REPLICAS_BYTES = 4 << 20;

  private final RucioSettings settings;
  private final Contact contact;
  private final RucioClient client;
  private final RucioDistances distances;

  RucioReplicas(RucioSettings settings, Fetch fetch, Ticker ticker) {
    this.settings = settings;
    this.contact = new Contact("The Rucio server", fetch, ticker::read);
    this.client = new RucioClient(settings, contact, fetch, ticker);
    this.distances = new RucioDistances(settings, client, ticker);
  }

  @Override
  public Optional<Asking> about(DataItem item) throws BadInput {
    if (!(item instanceof RucioDid did) || !settings.isOf(did)) {
      return Optional.empty();
    }
    String path =
        "/" + PercentEncoded.segment(did.scope()) + "/" + PercentEncoded.segment(did.name());
    FetchUrl description = settings.endpoint().at("/dids" + path + "?dynamic_depth=FILE");
    FetchUrl replicas = settings.endpoint().at("/replicas" + path);
    return Optional.of(deadline -> {
      RucioDescription described =
          description(did, client.get(description, DESCRIPTION_BYTES, deadline));
      Fetched.Got got = client.get(replicas, REPLICAS_BYTES, deadline);
      if (got.status() != RucioClient.OK) {
        throw client.unanswered(got);
      }
      RucioFiles files = RucioFiles.read(got.body(), contact);
      if (described.isFile() && !files.areNoneBut(did)) {
        throw contact.unreadable();
      }
      return replica(described, files, deadline);
    });
  }

  private RucioDescription description(RucioDid did, Fetched.Got got) throws Unanswered {
    if (got.status() != RucioClient.OK) {
      throw client.unanswered(got);
    }
    return RucioDescription.read(got.body(), did, contact);
  }

  private Replica replica(RucioDescription described, RucioFiles files, Deadline deadline)
      throws Unanswered {
    boolean all = files.count() == described.files();
    if (all && described.bytes().isPresent() && !described.bytes().equals(files.bytes())) {
      throw contact.refused(" contradicts itself about the size of this.");
    }
    return new Replica(all ? holders(files.holdingAll(), deadline) : List.of(), described.bytes());
  }

  private List<Holder> holders(List<String> names, Deadline deadline) throws Unanswered {
    List<OptionalInt> found = distances.of(names, deadline);
    List<Holder> holders = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      holders.add(new Holder(names.get(i), found.get(i)));
    }
    return holders;
  }
}
