// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.Demand.What;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/** Whether a service keeps to networks and namespaces of its own. */
final class NamespaceDemands {

  private static final Set<String> NETWORKS = Set.of("", "none", "default", "bridge", "nat");
  private static final Set<String> OWN = Set.of("", "private", "shareable", "none", "auto");

  private final Demands demands;

  NamespaceDemands(Demands demands) {
    this.demands = demands;
  }

  void look(String key, Tree value, Path path) throws BadInput {
    if (key.equals("networks")) {
      networks(value, path);
      return;
    }
    Optional<String> mode = demands.text(value, path);
    boolean network = key.equals("network_mode");
    Set<String> own = network ? NETWORKS : OWN;
    if (mode.isEmpty() || own.contains(mode.get()) || mode.get().startsWith("service:")) {
      return;
    }
    if (network) {
      demands.add(What.HOST_NETWORK, path, mode.get());
    } else {
      demands.add(What.HOST_NAMESPACE, path, key.equals("userns_mode") ? "user" : key);
    }
  }

  /** A network that is called {@code host} may be the host's own. */
  private void networks(Tree value, Path path) throws BadInput {
    if (value instanceof Mapping mapping) {
      Demands.members(
          mapping,
          path,
          (name, network, at) -> {
            if (name.equals(DefinitionDemands.HOST)) {
              demands.add(What.HOST_NETWORK, at, name);
            }
          });
      return;
    }
    List<Tree> items = Demands.items(value, path);
    for (int i = 0; i < items.size(); i++) {
      Path at = path.item(i);
      demands
          .text(items.get(i), at)
          .filter(DefinitionDemands.HOST::equals)
          .ifPresent(name -> demands.add(What.HOST_NETWORK, at, name));
    }
  }
}
