// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.whereto.task.Demand.What;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/** What the definitions beside the services demand: networks, volumes, configs, secrets, models. */
final class DefinitionDemands {

  /** The keys of the top level, and those of the definitions below them. */
  static final Set<String> TOP =
      Set.of(
          "version",
          "name",
          "services",
          "include",
          "networks",
          "volumes",
          "configs",
          "secrets",
          "models");

  static final Set<String> NETWORK =
      Set.of(
          "name",
          "driver",
          "driver_opts",
          "ipam",
          "external",
          "internal",
          "enable_ipv4",
          "enable_ipv6",
          "attachable",
          "labels");

  static final Set<String> VOLUME = Set.of("name", "driver", "driver_opts", "external", "labels");

  static final Set<String> FILE =
      Set.of(
          "name",
          "content",
          "environment",
          "file",
          "external",
          "labels",
          "driver",
          "driver_opts",
          "template_driver");

  /** The key of the compose files that are included. */
  private static final String INCLUDED = "path";

  private static final Set<String> INCLUDE =
      new TreeSet<>(Set.of(INCLUDED, "env_file", "project_directory"));

  static final String HOST = "host";

  private static final Set<String> NETWORK_DRIVERS =
      Set.of("", "default", "bridge", "overlay", "none", "nat");

  /** Options of bridges that stay within the network. */
  private static final Set<String> NETWORK_OPTIONS =
      Set.of(
          "com.docker.network.driver.mtu",
          "com.docker.network.bridge.enable_icc",
          "com.docker.network.bridge.enable_ip_masquerade",
          "com.docker.network.container_iface_prefix",
          "com.docker.network.container_interface_prefix",
          "encrypted");

  private final Demands demands;

  DefinitionDemands(Demands demands) {
    this.demands = demands;
  }

  void look(Mapping composefile) throws BadInput {
    demands.unknownKeys(composefile, Path.ROOT, TOP);
    for (Map.Entry<String, Tree.Member> entry : composefile.members().entrySet()) {
      Path path = Path.ROOT.member(entry.getKey());
      Tree value = entry.getValue().value();
      switch (entry.getKey()) {
        case "include" -> include(value, path);
        case "networks" -> Demands.members(value, path, this::network);
        case "volumes" -> Demands.members(value, path, this::volume);
        case "configs", "secrets" -> Demands.members(value, path, this::file);
        case "models" ->
            Demands.members(
                value, path, (name, model, at) -> demands.add(What.PROVIDER, at, "model " + name));
        default -> {}
      }
    }
  }

  private void include(Tree value, Path path) throws BadInput {
    List<Tree> items = Demands.items(value, path);
    for (int i = 0; i < items.size(); i++) {
      Path at = path.item(i);
      if (items.get(i) instanceof Mapping mapping) {
        for (String key : INCLUDE) {
          files(key, mapping.get(key).orElse(Tree.list(List.of())), at.member(key));
        }
        demands.unknownKeys(mapping, at, INCLUDE);
      } else {
        files(INCLUDED, items.get(i), at);
      }
    }
  }

  private void files(String key, Tree files, Path path) throws BadInput {
    for (Tree file : Demands.items(files, path)) {
      Optional<String> written = demands.text(file, path);
      if (written.isPresent() && key.equals(INCLUDED)) {
        demands.services(written.get(), path);
      } else if (written.isPresent()) {
        demands.file(What.OTHER_FILE, written.get(), path);
      }
    }
  }

  private void network(String name, Tree definition, Path path) throws BadInput {
    Mapping network = Demands.mapping(definition, path);
    demands.unknownKeys(network, path, NETWORK);
    String called = called(name, network, path);
    String driver = demands.text(network, "driver", path).orElse("");
    if (!NETWORK_DRIVERS.contains(driver)) {
      demands.add(What.HOST_NETWORK, path.member("driver"), driver);
    }
    if (isExternal(network, path)) {
      What what = called.equals(HOST) ? What.HOST_NETWORK : What.EXTERNAL;
      demands.add(what, path.member("external"), called.equals(HOST) ? HOST : "network " + called);
    } else if (network.get("name").isPresent()) {
      // A network that has this name already is joined, whoever made it.
      What what = called.equals(HOST) ? What.HOST_NETWORK : What.EXTERNAL;
      demands.add(what, path.member("name"), called.equals(HOST) ? HOST : "network " + called);
    }
    Path options = path.member("driver_opts");
    Demands.members(
        network.get("driver_opts").orElse(Tree.build().done()),
        options,
        (option, value, at) -> {
          if (!NETWORK_OPTIONS.contains(option)) {
            demands.add(What.HOST_NETWORK, at, option);
          }
        });
  }

  private void volume(String name, Tree definition, Path path) throws BadInput {
    Mapping volume = Demands.mapping(definition, path);
    demands.unknownKeys(volume, path, VOLUME);
    String called = called(name, volume, path);
    if (isExternal(volume, path)) {
      demands.add(What.EXTERNAL, path.member("external"), "volume " + called);
    } else if (volume.get("name").isPresent()) {
      // A volume that has this name already is taken over, whoever made it.
      demands.add(What.EXTERNAL, path.member("name"), "volume " + called);
    }
    String driver = demands.text(volume, "driver", path).orElse("");
    if (!driver.isEmpty() && !driver.equals("local")) {
      demands.add(What.EXTERNAL, path.member("driver"), "volume driver " + driver);
    }
    driverOptions(volume, path.member("driver_opts"));
  }

  /** The local driver mounts what its options say: a folder of the host, a share of a server. */
  private void driverOptions(Mapping volume, Path path) throws BadInput {
    Mapping options = Demands.mapping(volume.get("driver_opts").orElse(Tree.build().done()), path);
    if (options.members().isEmpty()) {
      return;
    }
    String type = demands.text(options, "type", path).orElse("");
    String device = demands.text(options, "device", path).orElse("");
    boolean memory = type.equals("tmpfs") && Set.of("", "tmpfs", "none").contains(device);
    if (memory) {
      return;
    }
    // The name of a share stays as it is: normal forms are for folders.
    boolean folder = device.indexOf(':') < 0 || "./~".indexOf(device.charAt(0)) >= 0;
    if (!device.isEmpty() && folder && !device.startsWith("//")) {
      demands.mount(device, "", path.member("device"));
    } else {
      String detail = device.isEmpty() ? "driver_opts" : device;
      demands.add(What.HOST_MOUNT, path.member("device"), detail);
    }
  }

  private void file(String name, Tree definition, Path path) throws BadInput {
    Mapping file = Demands.mapping(definition, path);
    demands.unknownKeys(file, path, FILE);
    Path at = path.member("file");
    demands.text(file, "file", path).ifPresent(text -> demands.file(What.OTHER_FILE, text, at));
    demands
        .text(file, "environment", path)
        .ifPresent(
            text -> demands.add(What.OTHER_FILE, path.member("environment"), "variable " + text));
    if (isExternal(file, path)) {
      String sort = path.text().startsWith("configs") ? "config " : "secret ";
      demands.add(What.EXTERNAL, path.member("external"), sort + called(name, file, path));
    }
    demands
        .text(file, "driver", path)
        .ifPresent(
            text -> demands.add(What.EXTERNAL, path.member("driver"), "secret driver " + text));
  }

  /** The name outside of the file. */
  private String called(String name, Mapping definition, Path path) throws BadInput {
    Optional<String> own = demands.text(definition, "name", path);
    Optional<Tree> external = definition.get("external");
    if (own.isEmpty() && external.isPresent() && external.get() instanceof Mapping old) {
      own = demands.text(old, "name", path.member("external"));
    }
    return own.orElse(name);
  }

  /** {@code external: true}, or the older {@code external: {name: ...}}. */
  private boolean isExternal(Mapping definition, Path path) throws BadInput {
    Optional<Tree> external = definition.get("external");
    return external.isPresent()
        && (external.get() instanceof Mapping
            || demands.flag(external.get(), path.member("external")));
  }
}
