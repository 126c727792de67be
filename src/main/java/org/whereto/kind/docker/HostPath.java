// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Paths of the host that a compose file names. */
final class HostPath {

  /** The names that container engines give to their sockets. */
  private static final Set<String> SOCKETS =
      Set.of(
          "docker.sock",
          "docker.raw.sock",
          "podman.sock",
          "containerd.sock",
          "crio.sock",
          "cri-dockerd.sock",
          "buildkitd.sock",
          "docker_engine");

  /** Where such sockets stand; {@code *} is any one name. */
  private static final List<List<String>> PLACES =
      List.of(
          List.of("var", "run", "docker"),
          List.of("run", "docker"),
          List.of("var", "run", "podman"),
          List.of("run", "podman"),
          List.of("var", "run", "containerd"),
          List.of("run", "containerd"),
          List.of("var", "run", "crio"),
          List.of("run", "crio"),
          List.of("var", "run", "user", "*", "podman"),
          List.of("run", "user", "*", "podman"),
          List.of("run", "k3s", "containerd"),
          List.of("home", "*", ".docker", "run"),
          List.of("root", ".docker", "run"));

  private HostPath() {}

  /**
   * Whether the source of a mount is a path. Everything that no volume can be called is taken for
   * one.
   */
  static boolean isPath(String source) {
    return source.isEmpty()
        || !isAlphanumeric(source.charAt(0))
        || !source.chars().allMatch(c -> isAlphanumeric(c) || c == '_' || c == '.' || c == '-');
  }

  /**
   * One spelling for each path, without {@code .}, inner {@code ..} and double or trailing slashes:
   * {@code /data/x}, {@code ./x}, {@code ../x}, {@code ~/x}, {@code C:/x}.
   */
  static String normalise(String written) {
    String path = written.replace('\\', '/');
    if (path.startsWith("//")) {
      // A share or a pipe of Windows.
      return path;
    }
    int slash = path.indexOf('/');
    String first = slash < 0 ? path : path.substring(0, slash);
    boolean rooted = path.startsWith("/") || path.startsWith("~") || isDrive(first);
    String root = rooted ? first : ".";
    List<String> names =
        names(rooted ? path.substring(first.length()) : path, path.startsWith("/"));
    if (names.isEmpty()) {
      return path.startsWith("/") ? "/" : root;
    }
    boolean above = root.equals(".") && names.getFirst().equals("..");
    return (above ? "" : root + "/") + String.join("/", names);
  }

  private static List<String> names(String path, boolean hasTop) {
    List<String> names = new ArrayList<>();
    for (String name : path.split("/", -1)) {
      boolean up = name.equals("..");
      if (up && !names.isEmpty() && !names.getLast().equals("..")) {
        names.removeLast();
      } else if (!name.isEmpty() && !name.equals(".") && !(up && hasTop)) {
        names.add(name);
      }
    }
    return names;
  }

  /** Whether a relative path stays beside the compose file. */
  static boolean isBeside(String normal) {
    return normal.equals(".") || normal.startsWith("./");
  }

  /** Whether this is called as the socket of a container engine. */
  static boolean isSocket(String normal) {
    return SOCKETS.contains(normal.substring(normal.lastIndexOf('/') + 1));
  }

  /** Whether such a socket may stand in this folder. */
  static boolean holdsSocket(String normal) {
    if (normal.startsWith("~")) {
      return normal.indexOf('/') < 0 || normal.endsWith("/.docker") || normal.contains("/..");
    }
    if (!normal.startsWith("/")) {
      return false;
    }
    List<String> names = List.of(normal.substring(1).split("/", -1));
    return normal.equals("/") || PLACES.stream().anyMatch(place -> isOnTheWay(names, place));
  }

  private static boolean isOnTheWay(List<String> names, List<String> place) {
    if (names.size() > place.size()) {
      return false;
    }
    for (int i = 0; i < names.size(); i++) {
      if (!place.get(i).equals("*") && !place.get(i).equals(names.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDrive(String first) {
    return first.length() == 2 && first.charAt(1) == ':' && isAlphanumeric(first.charAt(0));
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
