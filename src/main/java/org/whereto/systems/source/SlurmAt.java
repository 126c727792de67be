// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.systems.fetch.Body;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.task.Amount.Measure;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;

/**
 * A partition of a Slurm cluster, by {@code slurmrestd} (OpenAPI plug-in v0.0.38).
 *
 * @param base below which its interface stands, without a slash at the end
 */
record SlurmAt(FetchUrl base, String partition, Optional<String> user, Optional<TokenFile> token)
    implements Origin {

  private static final String ENDPOINT = "endpoint";
  private static final String USER = "user";
  private static final String API = "/slurm/v0.0.38/";

  /** The nodes of a large cluster; a node takes about 1.5 kB. */
  private static final int MOST_BYTES = 32 << 20;

  private static final Budget BUDGET = new Budget(MOST_BYTES, 64, 1_000_000, 256 * 1024, 256, 0);

  static Origin read(Settings in, Map<String, Measure> measures) {
    Optional<FetchUrl> base =
        JsonAt.url(
            in, ENDPOINT, "Where slurmrestd answers, like http://slurm.example.org:6820.", "");
    String partition = in.text("partition", "The partition of which the nodes are looked at.");
    Optional<String> user = in.textIfAny(USER, "Whom the token belongs to.");
    Optional<TokenFile> token = TokenFile.read(in);
    if (user.isPresent() && !user.get().chars().allMatch(c -> c > ' ' && c <= '~')) {
      in.problem(USER, "\"user\" is no name of a user: it has letters, digits and . _ - only.");
    }
    if (base.isPresent() && base.get().target().contains("?")) {
      in.problem(ENDPOINT, "\"endpoint\" must not have a query: take out what begins with \"?\".");
    }
    if (measures.getOrDefault(SlurmNodes.GPUS, Measure.NUMBER) != Measure.NUMBER) {
      in.problemAt(
          in.place(),
          "Slurm counts gpus, and \"resources\" measures them in another way: give that dimension"
              + " another name.");
    }
    return base.<Origin>map(found -> new SlurmAt(found, partition, user, token))
        .orElseGet(Nowhere::new);
  }

  @Override
  public Set<String> dimensions() {
    return SlurmNodes.DIMENSIONS;
  }

  @Override
  public Source open(Duration time) {
    OwnServer server = OwnServer.at(base, time, MOST_BYTES);
    return () -> read(server);
  }

  @Override
  public String label() {
    return "the partition " + partition + " of Slurm at " + base.origin();
  }

  Reading read(OwnServer server) throws Unread {
    Map<String, String> headers = new HashMap<>();
    user.ifPresent(name -> headers.put("X-SLURM-USER-NAME", name));
    if (token.isEmpty()) {
      return read(server, headers);
    }
    String secret = token.get().token();
    headers.put("X-SLURM-USER-TOKEN", secret);
    try {
      return read(server, headers);
    } catch (Unread unread) {
      throw unread.hiding(secret);
    }
  }

  private Reading read(OwnServer server, Map<String, String> headers) throws Unread {
    Tree partitions = get(server, headers, "partitions", SlurmPartition.KEEP);
    SlurmPartition found = SlurmPartition.read(partitions, partition);
    Tree nodes = get(server, headers, "nodes", SlurmNodes.KEEP);
    return new Reading(SlurmNodes.slots(nodes, found), Duration.ZERO);
  }

  private Tree get(OwnServer server, Map<String, String> headers, String what, Keep keep)
      throws Unread {
    String path = base.toString();
    String whole = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    try {
      Body answer = server.get(FetchUrl.of(whole + API + what), headers);
      return Formats.JSON.read(answer.bytes(), BUDGET, keep);
    } catch (BadInput fault) {
      throw new Unread("Slurm's list of " + what + " is no sound document: " + fault.sentence());
    }
  }
}
