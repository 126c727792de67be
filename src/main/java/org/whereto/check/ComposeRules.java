// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.whereto.answer.Reason;
import org.whereto.task.Demand;
import org.whereto.task.Demand.What;
import org.whereto.tree.Nearest;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree.Scalar;

/** What an owner allows compose files to demand. All that is not said is not allowed. */
final class ComposeRules {

  /** A demand that is allowed as such or not at all. */
  private record Flag(What what, String key, String doc) {}

  private static final List<Flag> FLAGS =
      List.of(
          new Flag(What.BUILD, "build", "Services may have their image built."),
          new Flag(What.PRIVILEGED, "privileged", "Services may be privileged."),
          new Flag(What.HOST_NETWORK, "host-network", "Services may use the host's network."),
          new Flag(
              What.DOCKER_SOCKET,
              "docker-socket",
              "Services may have the socket of the container engine, and with it the host."),
          new Flag(
              What.OTHER_FILE,
              "other-files",
              "The compose file may name files that are not sent with the question; never other"
                  + " compose files."),
          new Flag(
              What.EXTERNAL,
              "external",
              "Services may use volumes, networks and containers made outside of the file."),
          new Flag(
              What.PROVIDER,
              "providers",
              "Services may be left to provider programs, and use language models."));

  /** A demand of which an owner lists what is allowed. */
  private record Listed(What what, String key) {}

  private static final List<Listed> LISTS =
      List.of(
          new Listed(What.HOST_NAMESPACE, "host-namespaces"),
          new Listed(What.HOST_MOUNT, "host-mounts"),
          new Listed(What.CAPABILITY, "capabilities"),
          new Listed(What.DEVICE, "devices"),
          new Listed(What.SECURITY_OPTION, "security-options"),
          new Listed(What.UNKNOWN_KEY, "unknown-keys"));

  private static final List<String> NAMESPACES = List.of("pid", "ipc", "uts", "user", "cgroup");
  private static final String ALL = "ALL";
  private static final String NOTHING = "none";

  private final Set<What> flags = EnumSet.noneOf(What.class);
  private final List<String> namespaces;
  private final List<String> mounts;
  private final List<Glob> folders;
  private final List<String> capabilities;
  private final List<String> devices;
  private final List<String> options;
  private final List<String> keys;

  /** Reads the settings of the check, each with the safe default. */
  ComposeRules(Settings settings) {
    for (Flag flag : FLAGS) {
      if (settings.flag(flag.key(), false, flag.doc())) {
        flags.add(flag.what());
      }
    }
    namespaces = namespaces(settings);
    mounts = mounts(settings);
    folders = mounts.stream().map(Glob::of).toList();
    capabilities =
        settings.texts("capabilities", "Linux capabilities that may be added: NET_ADMIN.").stream()
            .map(name -> capability(name.text()))
            .toList();
    devices =
        globs(settings, settings.texts("devices", "Devices that may be used: /dev/fuse, gpu."));
    options =
        globs(
            settings,
            settings.texts(
                "security-options",
                "Options that may weaken isolation, as name=value: runtime=nvidia, seccomp=*."));
    keys =
        settings.texts("unknown-keys", "Keys that Whereto does not know and lets pass.").stream()
            .map(Scalar::text)
            .toList();
  }

  private static List<String> namespaces(Settings settings) {
    List<String> names = new ArrayList<>();
    for (Scalar name :
        settings.texts(
            "host-namespaces", "The host's namespaces that may be shared: pid, ipc, uts, user.")) {
      names.add(name.text());
      if (!NAMESPACES.contains(name.text())) {
        settings.problemAt(
            name.place(),
            "\""
                + name.text()
                + "\" is none of "
                + String.join(", ", NAMESPACES)
                + "."
                + Nearest.hint(name.text(), NAMESPACES));
      }
    }
    return names;
  }

  private static List<String> mounts(Settings settings) {
    List<Scalar> paths =
        settings.texts(
            "host-mounts",
            "Folders of the host that may be mounted, with all below them: /data/*, ./**.");
    for (Scalar path : paths) {
      if (!isPath(path.text())) {
        settings.problemAt(
            path.place(),
            "\""
                + path.text()
                + "\" is no path as it will be compared: begin it with / or ./ or ~/, and leave"
                + " out inner . and .. and the last slash.");
      }
    }
    return globs(settings, paths);
  }

  private static boolean isPath(String text) {
    boolean begins = text.startsWith("/") || text.startsWith("./") || text.startsWith("~/");
    boolean drive = text.startsWith(":/", 1);
    List<String> names = List.of(text.split("/", -1));
    boolean plain =
        names.subList(1, names.size()).stream()
            .noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."));
    return text.equals("/") || text.equals(".") || ((begins || drive) && plain);
  }

  private static List<String> globs(Settings settings, List<Scalar> written) {
    List<String> globs = new ArrayList<>();
    for (Scalar glob : written) {
      globs.add(glob.text());
      if (!Glob.isSound(glob.text())) {
        settings.problemAt(
            glob.place(),
            "** stands alone between slashes, once; for a part of a name write one *.");
      }
    }
    return globs;
  }

  private static String capability(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.startsWith("CAP_") ? upper.substring(4) : upper;
  }

  /** Whether a demand is allowed. */
  boolean allows(Demand demand) {
    String detail = demand.detail();
    return switch (demand.what()) {
      case BUILD, PRIVILEGED, HOST_NETWORK, DOCKER_SOCKET, OTHER_FILE, EXTERNAL, PROVIDER ->
          flags.contains(demand.what());
      case HOST_NAMESPACE -> namespaces.contains(detail);
      case HOST_MOUNT -> isBelowAllowed(detail);
      case CAPABILITY -> capabilities.contains(detail) || capabilities.contains(ALL);
      case DEVICE -> matches(devices, detail);
      case SECURITY_OPTION -> matches(options, detail);
      case UNKNOWN_KEY -> keys.contains(detail);
      case UNCLEAR, OTHER_SERVICES -> false;
    };
  }

  /** What the owner allows of this sort, for a reason; {@code none} if nothing. */
  String limit(What what) {
    List<String> allowed =
        switch (what) {
          case HOST_NAMESPACE -> namespaces;
          case HOST_MOUNT -> mounts;
          case CAPABILITY -> capabilities;
          case DEVICE -> devices;
          case SECURITY_OPTION -> options;
          case UNKNOWN_KEY -> keys;
          case BUILD, PRIVILEGED, HOST_NETWORK, DOCKER_SOCKET, OTHER_FILE, EXTERNAL, PROVIDER ->
              flags.contains(what) ? List.of("allowed") : List.<String>of();
          case UNCLEAR, OTHER_SERVICES -> List.<String>of();
        };
    return allowed.isEmpty() ? NOTHING : Reason.listing(allowed);
  }

  /** All that is allowed, in the words of an owner's file. */
  String demand() {
    Stream<String> asSuch =
        FLAGS.stream().filter(flag -> flags.contains(flag.what())).map(Flag::key);
    Stream<String> listed =
        LISTS.stream()
            .filter(list -> !limit(list.what()).equals(NOTHING))
            .map(list -> list.key() + " (" + limit(list.what()) + ")");
    List<String> allowed = Stream.concat(asSuch, listed).toList();
    return allowed.isEmpty()
        ? "nothing beyond plain containers: no builds, host mounts, devices or privileges"
        : "nothing beyond plain containers but: " + String.join(", ", allowed);
  }

  private static boolean matches(List<String> globs, String text) {
    return globs.stream().anyMatch(glob -> Glob.of(glob).matches(text));
  }

  /**
   * A folder below an allowed one is allowed; one above it is not, nor one that is reached by a way
   * up: nobody knows what stands above {@code ~}.
   */
  private boolean isBelowAllowed(String path) {
    List<String> names = List.of(path.split("/", -1));
    boolean all = path.startsWith("/") && mounts.contains("/");
    return !names.contains("..")
        && (all || folders.stream().anyMatch(folder -> folder.matchesStart(names)));
  }
}
