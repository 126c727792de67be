// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.List;
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

/** What the {@code build} of a service demands beyond building (compose build specification). */
final class BuildDemands {

  /** Keys that demand nothing of the host but to build. */
  static final Set<String> HARMLESS =
      Set.of(
          "args",
          "dockerfile_inline",
          "extra_hosts",
          "isolation",
          "labels",
          "no_cache",
          "no_cache_filter",
          "platforms",
          "provenance",
          "pull",
          "sbom",
          "secrets",
          "shm_size",
          "tags",
          "target",
          "ulimits");

  /** Beginnings of contexts that are no folder of the host. */
  private static final List<String> REMOTE = List.of("service:", "github.com/", "git@");

  private static final String SCHEME_END = "://";
  private static final String LAYOUT = "oci-layout://";

  private final Demands demands;

  BuildDemands(Demands demands) {
    this.demands = demands;
  }

  void look(Tree value, Path path) throws BadInput {
    if (value instanceof Scalar) {
      if (ServiceOrigin.isBuilt(value)) {
        context(demands.text(value, path), path);
      }
      return;
    }
    Mapping build = Demands.mapping(value, path);
    String context = context(demands.text(build, "context", path), path);
    for (Map.Entry<String, Member> entry : build.members().entrySet()) {
      String key = entry.getKey();
      if (!HARMLESS.contains(key) && !Demands.isExtension(key)) {
        look(key, entry.getValue().value(), path.member(key), context);
      }
    }
  }

  private void look(String key, Tree value, Path at, String context) throws BadInput {
    switch (key) {
      case "context" -> {}
      case "dockerfile" -> demands.text(value, at).ifPresent(file -> dockerfile(file, context, at));
      case "privileged" -> {
        if (demands.flag(value, at)) {
          demands.add(What.PRIVILEGED, at, "");
        }
      }
      case "network" ->
          demands
              .text(value, at)
              .filter(text -> !text.equals("none") && !text.equals("default"))
              .ifPresent(text -> demands.add(What.HOST_NETWORK, at, text));
      case "entitlements" -> demands.each(What.PRIVILEGED, value, at);
      case "ssh" -> named(value, at, this::key);
      case "additional_contexts" -> named(value, at, this::folder);
      case "cache_from", "cache_to" -> caches(value, at, key.equals("cache_to"));
      default -> demands.add(What.UNKNOWN_KEY, at, key);
    }
  }

  private String context(Optional<String> written, Path path) {
    String context = written.orElse("");
    boolean local = !context.isEmpty() && isLocal(context);
    String normal = local ? HostPath.normalise(context) : context;
    demands.add(What.BUILD, path, normal);
    if (local && !HostPath.isBeside(normal)) {
      demands.add(What.HOST_MOUNT, path, normal);
    }
    return normal;
  }

  private static boolean isLocal(String context) {
    return !context.contains(SCHEME_END) && REMOTE.stream().noneMatch(context::startsWith);
  }

  /** It is looked for from the context on, and may lie outside of it. */
  private void dockerfile(String written, String context, Path path) {
    if (!isLocal(context)) {
      return;
    }
    String alone = HostPath.normalise(written);
    String start = context.isEmpty() ? "." : context;
    String normal = alone.startsWith(".") ? HostPath.normalise(start + "/" + written) : alone;
    if (!HostPath.isBeside(normal) && !isBelow(normal, context)) {
      demands.add(What.HOST_MOUNT, path, normal);
    }
  }

  private static boolean isBelow(String normal, String folder) {
    return normal.startsWith(folder.endsWith("/") ? folder : folder + "/");
  }

  private interface Named {
    void look(String written, Path path);
  }

  /** {@code NAME=VALUE} each, or a mapping of them. */
  private void named(Tree value, Path path, Named reader) throws BadInput {
    if (value instanceof Mapping) {
      Demands.members(
          value, path, (name, text, at) -> reader.look(demands.text(text, at).orElse(""), at));
      return;
    }
    List<Tree> items = Demands.items(value, path);
    for (int i = 0; i < items.size(); i++) {
      Path at = value instanceof Scalar ? path : path.item(i);
      String text = demands.text(items.get(i), at).orElse("");
      reader.look(text.indexOf('=') < 0 ? "" : text.substring(text.indexOf('=') + 1), at);
    }
  }

  /** The agent of the host, or the keys in these files. */
  private void key(String written, Path path) {
    if (written.isEmpty()) {
      demands.add(What.OTHER_FILE, path, "ssh");
      return;
    }
    for (String file : written.split(",", -1)) {
      demands.file(What.OTHER_FILE, file, path);
    }
  }

  private void folder(String written, Path path) {
    boolean layout = written.startsWith(LAYOUT);
    if (written.isEmpty() || !(layout || isLocal(written))) {
      return;
    }
    String normal = HostPath.normalise(layout ? written.substring(LAYOUT.length()) : written);
    if (!HostPath.isBeside(normal)) {
      demands.add(What.HOST_MOUNT, path, normal);
    }
  }

  /** A cache in a folder of the host, or in a store that somebody pays for. */
  private void caches(Tree value, Path path, boolean written) throws BadInput {
    List<Tree> items = Demands.items(value, path);
    for (int i = 0; i < items.size(); i++) {
      Path at = value instanceof Scalar ? path : path.item(i);
      Optional<BuildCache> cache = demands.text(items.get(i), at).map(BuildCache::of);
      if (cache.isEmpty()) {
        continue;
      }
      switch (cache.get().type()) {
        case BuildCache.REGISTRY -> {
          if (written) {
            demands.add(What.EXTERNAL, at, "cache in a registry");
          }
        }
        case "inline" -> {}
        case "local" -> demands.add(What.HOST_MOUNT, at, HostPath.normalise(cache.get().folder()));
        case BuildCache.UNCLEAR -> demands.add(What.UNCLEAR, at, "cache");
        default -> demands.add(What.EXTERNAL, at, "cache " + cache.get().type());
      }
    }
  }
}
