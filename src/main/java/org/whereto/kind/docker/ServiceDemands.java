// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.Demand.What;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Member;
import org.whereto.tree.Tree.Scalar;

/** What one service demands of its host, key by key (compose specification, "Services"). */
final class ServiceDemands {

  /** Keys that demand nothing of the host but what every container may have. */
  static final Set<String> HARMLESS =
      Set.of(
          "attach",
          "blkio_config",
          "cap_drop",
          "command",
          "configs",
          "container_name",
          "cpu_count",
          "cpu_percent",
          "cpu_period",
          "cpu_quota",
          "cpu_rt_period",
          "cpu_rt_runtime",
          "cpu_shares",
          "cpus",
          "cpuset",
          "depends_on",
          "dns",
          "dns_opt",
          "dns_search",
          "domainname",
          "entrypoint",
          "environment",
          "expose",
          "extra_hosts",
          "group_add",
          "healthcheck",
          "hostname",
          "init",
          "labels",
          "links",
          "mac_address",
          "mem_limit",
          "mem_reservation",
          "mem_swappiness",
          "memswap_limit",
          "oom_kill_disable",
          "oom_score_adj",
          "pids_limit",
          "platform",
          "ports",
          "profiles",
          "pull_policy",
          "pull_refresh_after",
          "read_only",
          "restart",
          "scale",
          "secrets",
          "shm_size",
          "stdin_open",
          "stop_grace_period",
          "stop_signal",
          "storage_opt",
          "sysctls",
          "tmpfs",
          "tty",
          "ulimits",
          "user",
          "working_dir");

  static final Set<String> HOOK =
      Set.of("command", "image", "user", "privileged", "working_dir", "environment", "per_replica");

  static final Set<String> WATCH =
      Set.of("ignore", "include", "path", "action", "target", "exec", "initial_sync");

  private final Demands demands;

  /** The names of all services in the file. */
  private final Set<String> services;

  ServiceDemands(Demands demands, Set<String> services) {
    this.demands = demands;
    this.services = services;
  }

  void look(Mapping service, Path path) throws BadInput {
    for (Map.Entry<String, Member> entry : service.members().entrySet()) {
      String key = entry.getKey();
      if (!HARMLESS.contains(key) && !Demands.isExtension(key)) {
        look(key, entry.getValue().value(), path.member(key));
      }
    }
  }

  private void look(String key, Tree value, Path at) throws BadInput {
    boolean nothing = value instanceof Scalar scalar && scalar.isNull();
    switch (key) {
      case "image" -> {}
      case "build" -> new BuildDemands(demands).look(value, at);
      case "privileged" -> flag(What.PRIVILEGED, value, at);
      case "use_api_socket" -> flag(What.DOCKER_SOCKET, value, at);
      case "network_mode", "networks", "pid", "ipc", "uts", "userns_mode", "cgroup" ->
          new NamespaceDemands(demands).look(key, value, at);
      case "volumes" -> new MountDemands(demands).look(value, at);
      case "volumes_from" -> volumesFrom(value, at);
      case "devices", "gpus", "device_cgroup_rules", "deploy" ->
          new DeviceDemands(demands).look(key, value, at);
      case "cap_add" -> capabilities(value, at);
      case "security_opt", "cgroup_parent", "runtime", "isolation", "logging", "annotations" ->
          new OptionDemands(demands).look(key, value, at);
      case "credential_spec" -> {
        if (!nothing) {
          demands.add(What.SECURITY_OPTION, at, key);
        }
      }
      case "env_file", "label_file" -> files(value, at);
      case "develop" -> develop(value, at);
      case "extends" -> extending(value, at);
      case "external_links" -> demands.each(What.EXTERNAL, value, at);
      case "provider" -> provider(value, at);
      case "models" -> models(value, at);
      case "pre_start", "post_start", "pre_stop" -> hooks(value, at);
      default -> demands.add(What.UNKNOWN_KEY, at, key);
    }
  }

  private void flag(What what, Tree value, Path path) throws BadInput {
    if (demands.flag(value, path)) {
      demands.add(what, path, "");
    }
  }

  private void capabilities(Tree value, Path path) throws BadInput {
    List<Tree> items = Demands.items(value, path);
    for (int i = 0; i < items.size(); i++) {
      Path at = path.item(i);
      demands
          .text(items.get(i), at)
          .map(text -> text.toUpperCase(Locale.ROOT))
          .ifPresent(name ->
              demands.add(What.CAPABILITY, at, name.startsWith("CAP_") ? name.substring(4) : name));
    }
  }

  /**
   * Another service of this file may share its volumes; any other container is a stranger, and one
   * behind {@code container:} is, whatever the services are called.
   */
  private void volumesFrom(Tree value, Path path) throws BadInput {
    List<Tree> items = Demands.items(value, path);
    for (int i = 0; i < items.size(); i++) {
      Optional<String> text = demands.text(items.get(i), path.item(i));
      String name = text.orElse("").split(":", -1)[0];
      boolean own = services.contains(name) && !name.equals("container");
      if (text.isPresent() && !own) {
        demands.add(What.EXTERNAL, path.item(i), text.get());
      }
    }
  }

  private void files(Tree value, Path path) throws BadInput {
    for (Tree item : items(value, path)) {
      Optional<String> file =
          item instanceof Mapping mapping
              ? demands.text(mapping, "path", path)
              : demands.text(item, path);
      file.ifPresent(text -> demands.file(What.OTHER_FILE, text, path));
    }
  }

  private static List<Tree> items(Tree value, Path path) throws BadInput {
    return value instanceof Mapping ? List.of(value) : Demands.items(value, path);
  }

  private void develop(Tree value, Path path) throws BadInput {
    Mapping develop = Demands.mapping(value, path);
    demands.unknownKeys(develop, path, Set.of("watch"));
    Path watch = path.member("watch");
    for (Tree item : items(develop.get("watch").orElse(Tree.list(List.of())), watch)) {
      Mapping rule = Demands.mapping(item, watch);
      demands.unknownKeys(rule, watch, WATCH);
      demands
          .text(rule, "path", watch)
          .ifPresent(text -> demands.file(What.OTHER_FILE, text, watch));
      hooks(rule.get("exec").orElse(Tree.list(List.of())), watch.member("exec"));
    }
  }

  /** A service of the same file is judged where it stands. */
  private void extending(Tree value, Path path) throws BadInput {
    if (value instanceof Mapping mapping) {
      demands.unknownKeys(mapping, path, Set.of("service", "file"));
      demands
          .text(mapping, "file", path)
          .ifPresent(text -> demands.services(text, path.member("file")));
      if (mapping.get("file").isEmpty()) {
        base(demands.text(mapping, "service", path), path);
      }
    } else {
      base(demands.text(value, path), path);
    }
  }

  private void base(Optional<String> name, Path path) {
    name.filter(text -> !services.contains(text))
        .ifPresent(text -> demands.add(What.UNCLEAR, path, text));
  }

  private void provider(Tree value, Path path) throws BadInput {
    Mapping provider = Demands.mapping(value, path);
    demands.add(What.PROVIDER, path, demands.text(provider, "type", path).orElse(""));
  }

  private void models(Tree value, Path path) throws BadInput {
    if (value instanceof Mapping mapping) {
      Demands.members(
          mapping, path, (name, model, at) -> demands.add(What.PROVIDER, at, "model " + name));
      return;
    }
    for (Tree item : Demands.items(value, path)) {
      demands.text(item, path).ifPresent(name -> demands.add(What.PROVIDER, path, "model " + name));
    }
  }

  private void hooks(Tree value, Path path) throws BadInput {
    List<Tree> items = items(value, path);
    for (int i = 0; i < items.size(); i++) {
      Path at = value instanceof Mapping ? path : path.item(i);
      Mapping hook = Demands.mapping(items.get(i), at);
      demands.unknownKeys(hook, at, HOOK);
      Optional<Tree> privileged = hook.get("privileged");
      if (privileged.isPresent()) {
        flag(What.PRIVILEGED, privileged.get(), at.member("privileged"));
      }
    }
  }
}
