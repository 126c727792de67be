// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.Demand.What;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/** What the {@code volumes} of a service demand, in the short syntax and the long one. */
final class MountDemands {

  static final Set<String> KEYS =
      Set.of(
          "type",
          "source",
          "target",
          "read_only",
          "consistency",
          "bind",
          "volume",
          "tmpfs",
          "image");

  private final Demands demands;

  MountDemands(Demands demands) {
    this.demands = demands;
  }

  void look(Tree volumes, Path path) throws BadInput {
    List<Tree> items = Demands.items(volumes, path);
    for (int i = 0; i < items.size(); i++) {
      Path at = path.item(i);
      switch (items.get(i)) {
        case Mapping mapping -> written(mapping, at);
        case Scalar scalar -> brief(scalar, at);
        case Tree.Sequence list -> throw ComposeFault.shape(list, at, "a text or a mapping");
      }
    }
  }

  /**
   * {@code [SOURCE:]TARGET[:OPTIONS]}, where a source may begin with a drive of Windows: to compose
   * that is any one letter before a colon.
   */
  private void brief(Scalar scalar, Path path) throws BadInput {
    Optional<String> text = demands.text(scalar, path);
    if (text.isEmpty()) {
      return;
    }
    List<String> parts = parts(text.get());
    if (parts.size() > 1 && HostPath.isPath(parts.getFirst())) {
      demands.mount(parts.getFirst(), parts.get(1), path);
    }
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean drive =
          i == start + 1 && Character.isLetter(text.charAt(start)) && text.indexOf(':', i + 1) > 0;
      if (text.charAt(i) == ':' && !drive) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private void written(Mapping mapping, Path path) throws BadInput {
    demands.unknownKeys(mapping, path, KEYS);
    Optional<String> source = demands.text(mapping, "source", path);
    String target = mapping.get("target").map(MountDemands::target).orElse("");
    boolean typed = mapping.get("type").isPresent();
    Optional<String> type = demands.text(mapping, "type", path);
    if (typed && type.isEmpty()) {
      // A variable, or nothing: the source may still say what it is.
      type = Optional.of("volume");
    }
    switch (type.orElse("volume")) {
      case "bind" -> demands.mount(source.orElse("."), target, path.member("source"));
      case "volume" -> {
        if (source.isPresent() && HostPath.isPath(source.get())) {
          demands.mount(source.get(), target, path.member("source"));
        }
      }
      case "tmpfs", "image" -> {}
      case "npipe" -> demands.mount(source.orElse("//./pipe"), target, path.member("source"));
      case "cluster" ->
          demands.add(What.EXTERNAL, path.member("source"), "volume " + source.orElse(""));
      default -> demands.add(What.UNKNOWN_KEY, path.member("type"), "type " + type.orElse(""));
    }
  }

  /** Where the mount stands in the container: it only helps to tell what the source is. */
  private static String target(Tree target) {
    return target instanceof Scalar scalar ? Interpolation.of(scalar.text()).orElse("") : "";
  }
}
