// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.whereto.task.Demand.What;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/** The devices that a service wants, wherever it may say so. */
final class DeviceDemands {

  static final Set<String> DEPLOY =
      Set.of(
          "mode",
          "endpoint_mode",
          "replicas",
          "labels",
          "rollback_config",
          "update_config",
          "resources",
          "restart_policy",
          "placement");

  private static final Set<String> AMOUNTS = Set.of("cpus", "memory", "pids");
  private static final Set<String> RESERVED =
      Set.of("cpus", "memory", "pids", "devices", "generic_resources");
  private static final Tree NONE = Tree.list(List.of());

  private final Demands demands;

  DeviceDemands(Demands demands) {
    this.demands = demands;
  }

  void look(String key, Tree value, Path path) throws BadInput {
    switch (key) {
      case "devices" -> devices(value, path);
      case "device_cgroup_rules" -> demands.each(What.DEVICE, value, path);
      case "deploy" -> deploy(value, path);
      default -> gpus(value, path);
    }
  }

  /** {@code HOST[:CONTAINER[:RIGHTS]]}, a mapping, or the name of a device class. */
  private void devices(Tree value, Path path) throws BadInput {
    List<Tree> items = Demands.items(value, path);
    for (int i = 0; i < items.size(); i++) {
      Path at = path.item(i);
      Tree item = items.get(i);
      Optional<String> source =
          item instanceof Mapping mapping
              ? demands.text(mapping, "source", at)
              : demands.text(item, at).map(text -> text.split(":", -1)[0]);
      demands.add(
          What.DEVICE,
          at,
          source.map(text -> text.startsWith("/") ? HostPath.normalise(text) : text).orElse(""));
    }
  }

  private void gpus(Tree value, Path path) {
    boolean none = value.equals(NONE) || (value instanceof Scalar scalar && scalar.isNull());
    if (!none) {
      demands.add(What.DEVICE, path, "gpu");
    }
  }

  private void deploy(Tree value, Path path) throws BadInput {
    Mapping deploy = Demands.mapping(value, path);
    demands.unknownKeys(deploy, path, DEPLOY);
    Path at = path.member("resources");
    Mapping resources = Demands.mapping(deploy.get("resources").orElse(NONE_MAPPING), at);
    demands.unknownKeys(resources, at, Set.of("limits", "reservations"));
    Path limits = at.member("limits");
    demands.unknownKeys(
        Demands.mapping(resources.get("limits").orElse(NONE_MAPPING), limits), limits, AMOUNTS);
    Path reserved = at.member("reservations");
    Mapping reservations =
        Demands.mapping(resources.get("reservations").orElse(NONE_MAPPING), reserved);
    demands.unknownKeys(reservations, reserved, RESERVED);
    for (String key : List.of("devices", "generic_resources")) {
      reserved(reservations.get(key).orElse(NONE), reserved.member(key));
    }
  }

  private static final Mapping NONE_MAPPING = Tree.build().done();

  private void reserved(Tree value, Path path) throws BadInput {
    List<Tree> items = value instanceof Mapping ? List.of(value) : Demands.items(value, path);
    for (int i = 0; i < items.size(); i++) {
      demands.add(What.DEVICE, path.item(i), named(items.get(i)));
    }
  }

  /** What a reserved device can do ({@code gpu}), or the kind of a generic resource. */
  private static String named(Tree item) {
    Optional<Tree> kind = item.get("discrete_resource_spec").flatMap(spec -> spec.get("kind"));
    return switch (item.get("capabilities").or(() -> kind).orElse(NONE)) {
      case Scalar scalar -> scalar.text();
      case Mapping mapping -> String.join(",", mapping.members().keySet());
      case Tree.Sequence list ->
          list.items().stream()
              .map(one -> one instanceof Scalar scalar ? scalar.text() : "")
              .collect(Collectors.joining(","));
    };
  }
}
