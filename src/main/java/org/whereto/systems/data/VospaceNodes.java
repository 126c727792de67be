// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.systems.fetch.Deadline;
import org.whereto.systems.fetch.Errand;
import org.whereto.systems.fetch.Fetch;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.systems.fetch.Fetched;
import org.whereto.systems.fetch.Unanswered;
import org.whereto.task.DataItem;
import org.whereto.task.DataItem.VospaceNode;
import org.whereto.tree.BadInput;
import org.whereto.world.Replica;

/** What a VOSpace service says of its nodes (IVOA VOSpace 2.1, getNode). */
final class VospaceNodes implements DataSystem {

  /** One child is enough of a container: it is not looked at. */
  private static final String DETAIL = "?detail=max&limit=1";

  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_LINKS = 3;

  private final VospaceSettings settings;
  private final Contact contact;

  VospaceNodes(VospaceSettings settings, Fetch fetch, Ticker ticker) {
    this.settings = settings;
    this.contact = new Contact("The VOSpace service", fetch, ticker::read);
  }

  @Override
  public Optional<Asking> about(DataItem item) throws BadInput {
    if (!(item instanceof VospaceNode node) || !settings.isOf(node)) {
      return Optional.empty();
    }
    var _ = url(node);
    return Optional.of(deadline -> ask(node, deadline));
  }

  private FetchUrl url(VospaceNode node) throws BadInput {
    return settings.endpoint().at("/nodes" + (node.path().equals("/") ? "" : node.path()) + DETAIL);
  }

  private Replica ask(VospaceNode node, Deadline deadline) throws Unanswered {
    VospaceNode at = node;
    VospaceReply reply = reply(at, deadline);
    for (int left = MOST_LINKS; reply.type() == VospaceReply.Type.LINK; left--) {
      if (left == 0) {
        throw contact.refused(" has more links behind this node than are followed.");
      }
      VospaceNode target = target(node, reply);
      if (!settings.isSaidOf(node, target)) {
        throw leadsElsewhere();
      }
      at = target;
      reply = reply(at, deadline);
    }
    if (reply.isBusy()) {
      throw contact.down(" is changing the content of this node at the moment.");
    }
    if (settings.isForAnybody() && reply.isKeptFromPublic()) {
      throw contact.refused(" does not show this node to just anybody, as which Tasks come here.");
    }
    return new Replica(List.of(), reply.bytes());
  }

  /**
   * Where a link leads. What is here is told by the path of a node; so one that leads out of the
   * container in which the node stands that was asked for may lead to what is not.
   */
  private VospaceNode target(VospaceNode node, VospaceReply reply) throws Unanswered {
    Optional<VospaceNode> target = reply.target().filter(settings::isOf);
    String container = node.path().substring(0, node.path().lastIndexOf('/') + 1);
    if (target.isEmpty() || !target.get().path().startsWith(container)) {
      throw leadsElsewhere();
    }
    return target.get();
  }

  private Unanswered leadsElsewhere() {
    return contact.refused(" has a link there that leads elsewhere: name what it leads to.");
  }

  private VospaceReply reply(VospaceNode node, Deadline deadline) throws Unanswered {
    Map<String, String> headers = new HashMap<>(Map.of("Accept", "text/xml, application/xml"));
    if (settings.token().isPresent()) {
      headers.put("Authorization", "Bearer " + settings.token().get().secret());
    }
    try {
      Fetched.Got got = contact.send(new Errand(url(node), headers, MOST_BYTES, deadline));
      return switch (got.status()) {
        case 200 -> VospaceReply.read(got.body(), node);
        case 401, 403 ->
            throw contact.refused(
                settings.token().isPresent()
                    ? " does not show this node to this platform."
                    : " does not show this node to just anybody.");
        default -> throw isNotFound(got) ? Unanswered.absent() : contact.strange(got.status());
      };
    } catch (BadInput _) {
      throw contact.unreadable();
    }
  }

  /** Any server says 404; one of VOSpace also names the fault, among other words. */
  private static boolean isNotFound(Fetched.Got got) {
    String text = new String(got.body().bytes(), UTF_8);
    return got.status() == 404
        && (text.contains("NodeNotFound") || text.contains("ContainerNotFound"));
  }
}
