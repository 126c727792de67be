// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.Demand;
import org.whereto.task.Demand.What;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Member;
import org.whereto.tree.Tree.Scalar;

/** Reads values of a compose file, and gathers what they demand of the host. */
final class Demands {

  /** What compose takes for "no", in lower case. */
  private static final Set<String> NO = Set.of("false", "no", "off", "n");

  private final List<Demand> found = new ArrayList<>();

  void add(What what, Path path, String detail) {
    found.add(new Demand(what, path, detail));
  }

  List<Demand> all() {
    return List.copyOf(found);
  }

  /**
   * The text of a scalar, its variables replaced by their defaults, without the secrets of a URL.
   * Empty where there is none, and where it cannot be told; then that is a demand of its own.
   */
  Optional<String> text(Tree tree, Path path) throws BadInput {
    if (!(tree instanceof Scalar scalar)) {
      throw ComposeFault.shape(tree, path, "a text");
    }
    if (scalar.isNull()) {
      return Optional.empty();
    }
    Optional<String> text = Interpolation.of(scalar.text());
    if (text.isEmpty()) {
      add(What.UNCLEAR, path, scalar.text());
    } else if (PlainUrl.isDoubtful(text.get())) {
      add(What.UNCLEAR, path, ".. behind a backslash or ://");
      return Optional.empty();
    }
    return text.map(PlainUrl::of);
  }

  /** The text of a member of a mapping; see {@link #text(Tree, Path)}. */
  Optional<String> text(Mapping mapping, String key, Path path) throws BadInput {
    Optional<Tree> value = mapping.get(key);
    return value.isEmpty() ? Optional.empty() : text(value.get(), path.member(key));
  }

  /** Whether a value says yes; one that cannot be told is a demand of its own. */
  boolean flag(Tree tree, Path path) throws BadInput {
    return text(tree, path).filter(text -> !NO.contains(text.toLowerCase(Locale.ROOT))).isPresent();
  }

  /** The items of a list; a value alone is a list of one, nothing a list of none. */
  static List<Tree> items(Tree tree, Path path) throws BadInput {
    return switch (tree) {
      case Tree.Sequence sequence -> sequence.items();
      case Scalar scalar -> scalar.isNull() ? List.of() : List.of(scalar);
      case Mapping mapping -> throw ComposeFault.shape(mapping, path, "a list");
    };
  }

  /** A mapping; nothing is an empty one. */
  static Mapping mapping(Tree tree, Path path) throws BadInput {
    return switch (tree) {
      case Mapping mapping -> mapping;
      case Scalar scalar when scalar.isNull() -> Tree.build().done();
      default -> throw ComposeFault.shape(tree, path, "a mapping");
    };
  }

  /** Each key of a mapping that is neither known nor an extension is a demand. */
  void unknownKeys(Mapping mapping, Path path, Set<String> known) {
    for (String key : mapping.members().keySet()) {
      if (!known.contains(key) && !isExtension(key)) {
        add(What.UNKNOWN_KEY, path.member(key), key);
      }
    }
  }

  /** Whether nobody obeys this key. Podman obeys some of the extensions that it is named in. */
  static boolean isExtension(String key) {
    return key.startsWith("x-") && !key.startsWith("x-podman");
  }

  /** One demand for each text of a list. */
  void each(What what, Tree tree, Path path) throws BadInput {
    List<Tree> items = items(tree, path);
    for (int i = 0; i < items.size(); i++) {
      Path at = tree instanceof Scalar ? path : path.item(i);
      text(items.get(i), at).ifPresent(text -> add(what, at, text));
    }
  }

  /** A file or folder that the host would read: beside the compose file, on the web, anywhere. */
  void file(What beside, String written, Path path) {
    if (written.contains("://")) {
      add(beside, path, written);
      return;
    }
    String normal = HostPath.normalise(written);
    add(HostPath.isBeside(normal) ? beside : What.HOST_MOUNT, path, normal);
  }

  /** Another compose file: nobody can tell what its services demand. */
  void services(String written, Path path) {
    boolean url = written.contains("://");
    String normal = url ? written : HostPath.normalise(written);
    add(What.OTHER_SERVICES, path, normal);
    if (!url && !HostPath.isBeside(normal)) {
      add(What.HOST_MOUNT, path, normal);
    }
  }

  /** A mount of a path of the host, and the sockets that come with it. */
  void mount(String written, String target, Path path) {
    String normal = HostPath.normalise(written);
    boolean socket = HostPath.isSocket(normal);
    if (!socket) {
      add(What.HOST_MOUNT, path, normal);
    }
    if (socket || HostPath.isSocket(target) || HostPath.holdsSocket(normal)) {
      add(What.DOCKER_SOCKET, path, normal);
    }
  }

  /**
   * Something to be done for each member of a mapping whose names the writer chooses: there {@code
   * x-web} is a service like any other, no extension.
   */
  interface ForMember {
    void look(String name, Tree value, Path path) throws BadInput;
  }

  static void members(Tree tree, Path path, ForMember action) throws BadInput {
    for (Map.Entry<String, Member> entry : mapping(tree, path).members().entrySet()) {
      action.look(entry.getKey(), entry.getValue().value(), path.member(entry.getKey()));
    }
  }
}
