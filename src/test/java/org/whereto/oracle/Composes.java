// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.whereto.tree.Tree;

/** Compose files put together of parts, each with what it reaches for. */
final class Composes {

  private static final String PATH = "taskinfo.composefile";

  /** Reaching for these cannot be judged, rather than being refused. */
  private static final Set<String> UNTOLD = Set.of("other-file", "unknown-key", "unclear");

  /** Settings that are lists, by what they allow. */
  private static final Map<String, String> LISTS =
      Map.of(
          "host-namespace", "host-namespaces",
          "host-mount", "host-mounts",
          "capability", "capabilities",
          "device", "devices",
          "security-option", "security-options",
          "unknown-key", "unknown-keys");

  private static final Map<String, List<String>> LISTED =
      Map.of(
          "host-namespace", List.of("pid", "ipc", "user"),
          "host-mount", List.of("/data/*", "./**", "/data", "/srv/shared", "~/**"),
          "capability", List.of("NET_ADMIN", "CAP_SYS_ADMIN", "ALL"),
          "device", List.of("/dev/fuse", "gpu", "/dev/*"),
          "security-option", List.of("runtime=nvidia", "seccomp=unconfined"),
          "unknown-key", List.of("frobnicate"));

  private static final Map<String, String> FLAGS =
      Map.of(
          "build", "build",
          "privileged", "privileged",
          "host-network", "host-network",
          "docker-socket", "docker-socket",
          "external", "external",
          "other-file", "other-files",
          "provider", "providers");

  /** What a part of a service reaches for: {@code path} below the service. */
  private record Wish(String what, String path, String detail) {}

  /** A member of a service. */
  private record Part(String key, String value, List<Wish> wishes) {}

  private static final List<Part> PARTS =
      List.of(
          part("privileged", "true", new Wish("privileged", "privileged", "true")),
          part("privileged", "'yes'", new Wish("privileged", "privileged", "true")),
          part("privileged", "false"),
          part("privileged", "${P:-no}"),
          part("privileged", "${P}", new Wish("unclear", "privileged", "${P}")),
          part("privileged", "!override true", new Wish("privileged", "privileged", "true")),
          part("privileged", "!reset null"),
          part("privileged", "!reset true", new Wish("unclear", "privileged", "reset")),
          part("volumes", "!reset []"),
          part("volumes", "!override ['/etc:/e']", mount(0, "/etc")),
          part("cap_add", "!reset [ALL]", new Wish("unclear", "cap_add[0]", "reset")),
          part("network_mode", "${N:-host}", new Wish("host-network", "network_mode", "host")),
          part("network_mode", "${N:+host}", new Wish("unclear", "network_mode", "${N:+host}")),
          part("network_mode", "host", new Wish("host-network", "network_mode", "host")),
          part("network_mode", "bridge"),
          part("pid", "host", new Wish("host-namespace", "pid", "pid")),
          part("ipc", "private"),
          part("userns_mode", "host", new Wish("host-namespace", "userns_mode", "user")),
          part("volumes", "['data:/d']"),
          part("volumes", "['data:/d', './x:/y']", mount(1, "./x")),
          part("volumes", "['/data/x:/y', '/data:/z']", mount(0, "/data/x"), mount(1, "/data")),
          part("volumes", "['/data/../etc:/e:ro']", mount(0, "/etc")),
          part("volumes", "['../up:/e', '~/x:/x']", mount(0, "../up"), mount(1, "~/x")),
          part(
              "volumes",
              "['~/../other:/e']",
              mount(0, "~/../other"),
              new Wish("docker-socket", "volumes[0]", "~/../other")),
          part(
              "volumes",
              "[{type: bind, source: /srv/shared/a, target: /a}]",
              new Wish("host-mount", "volumes[0].source", "/srv/shared/a")),
          part(
              "volumes",
              "['/var/run/docker.sock:/var/run/docker.sock']",
              new Wish("docker-socket", "volumes[0]", "/var/run/docker.sock")),
          part(
              "cap_add",
              "[net_admin, CAP_SYS_ADMIN]",
              new Wish("capability", "cap_add[0]", "NET_ADMIN"),
              new Wish("capability", "cap_add[1]", "SYS_ADMIN")),
          part("devices", "['/dev/fuse:/dev/fuse']", new Wish("device", "devices[0]", "/dev/fuse")),
          part("gpus", "all", new Wish("device", "gpus", "gpu")),
          part(
              "security_opt",
              "['seccomp:unconfined', 'no-new-privileges:true']",
              new Wish("security-option", "security_opt[0]", "seccomp=unconfined")),
          part("runtime", "nvidia", new Wish("security-option", "runtime", "runtime=nvidia")),
          part("env_file", "x.env", new Wish("other-file", "env_file", "./x.env")),
          part("external_links", "[db]", new Wish("external", "external_links[0]", "db")),
          part("frobnicate", "1", new Wish("unknown-key", "frobnicate", "frobnicate")),
          part("x-note", "{privileged: true}"),
          part("command", "[run, --privileged]"));

  private Composes() {}

  private static Part part(String key, String value, Wish... wishes) {
    return new Part(key, value, List.of(wishes));
  }

  private static Wish mount(int index, String path) {
    return new Wish("host-mount", "volumes[" + index + "]", path);
  }

  /** What a compose file reaches for. */
  record Reach(String what, String path, String detail) {}

  /**
   * @param flags what is allowed as such
   * @param lists what is allowed by name
   */
  record ComposeRule(Set<String> flags, Map<String, List<String>> lists) implements Rule {

    @Override
    public String name() {
      return "compose";
    }

    @Override
    public Tree setting() {
      Tree.Builder setting = Tree.build();
      flags.stream().sorted().forEach(what -> setting.put(FLAGS.get(what), Tree.literal("true")));
      lists.forEach((what, allowed) -> setting.put(LISTS.get(what), Tree.texts(allowed)));
      return setting.done();
    }

    @Override
    public List<Said> look(Truth truth) {
      List<Said> said = new ArrayList<>();
      for (Reach reach : truth.reaches()) {
        List<String> allowed = lists.getOrDefault(reach.what(), List.of());
        if (!allows(reach, allowed)) {
          String code = "compose." + reach.what();
          String detail = reach.detail() + " of " + allowed;
          said.add(
              UNTOLD.contains(reach.what())
                  ? Said.untold(code, reach.path(), detail)
                  : Said.no(code, reach.path(), detail));
        }
      }
      return said;
    }

    private boolean allows(Reach reach, List<String> allowed) {
      return switch (reach.what()) {
        case "capability" ->
            allowed.contains("ALL")
                || allowed.contains(reach.detail())
                || allowed.contains("CAP_" + reach.detail());
        case "host-mount" -> allowed.stream().anyMatch(folder -> isBelow(reach.detail(), folder));
        case "device" ->
            allowed.contains(reach.detail())
                || (allowed.contains("/dev/*") && reach.detail().startsWith("/dev/"));
        default -> flags.contains(reach.what()) || allowed.contains(reach.detail());
      };
    }

    /** Below an allowed folder, or that folder itself; never by a way up. */
    private static boolean isBelow(String path, String folder) {
      List<String> names = List.of(path.split("/", -1));
      List<String> pattern = List.of(folder.split("/", -1));
      for (int i = 1; i <= names.size(); i++) {
        if (!names.contains("..") && Images.fits(pattern, names.subList(0, i))) {
          return true;
        }
      }
      return false;
    }
  }

  static Rule rule(Dice dice) {
    boolean generous = dice.chance(50);
    List<String> flags = FLAGS.keySet().stream().sorted().toList();
    Set<String> allowed = new HashSet<>(dice.some(flags, 0, generous ? 7 : 1));
    Map<String, List<String>> lists = new TreeMap<>();
    for (String what : dice.some(LISTED.keySet().stream().sorted().toList(), 0, generous ? 6 : 1)) {
      lists.put(what, dice.some(LISTED.get(what), 1, 3));
    }
    return new ComposeRule(allowed, lists);
  }

  /** The taskinfo of a compose file. */
  static void write(Dice dice, Truth truth, Map<String, Tree> taskinfo) {
    if (dice.chance(10)) {
      truth.miss(Said.open("composefile.not-given", PATH, ""));
    } else if (dice.chance(15)) {
      taskinfo.put("composefile", odd(dice, truth));
    } else {
      String text = file(dice, truth);
      // Tags are lost in JSON.
      boolean whole = dice.chance(50) || text.contains(" !");
      taskinfo.put("composefile", whole ? Tree.text(text) : AnyTask.tree(text));
    }
  }

  private static Tree odd(Dice dice, Truth truth) {
    int which = dice.below(6);
    switch (which) {
      case 0, 1 -> truth.taskinfoFaults().add(new Fault("field.empty", PATH));
      case 2 -> truth.miss(Said.untold("composefile.not-fetched", PATH, ""));
      default -> truth.miss(Said.no("composefile.unreadable", PATH, ""));
    }
    return switch (which) {
      case 0 -> Tree.literal("null");
      case 1 -> Tree.text("");
      case 2 -> Tree.text("https://example.org/compose.yaml");
      case 3 -> Tree.text("services: [");
      case 4 -> Tree.text("- web");
      default -> Tree.build().put("services", Tree.build().done()).done();
    };
  }

  private static String file(Dice dice, Truth truth) {
    StringBuilder file = new StringBuilder("services:\n");
    for (String name : dice.some(List.of("web", "db"), 1, 2)) {
      service(dice, truth, name, file);
    }
    if (dice.chance(60)) {
      file.append("volumes:\n  data: {}\n");
      if (dice.chance(30)) {
        file.append("  ext: {external: true}\n");
        truth.reaches().add(new Reach("external", "volumes.ext.external", "volume ext"));
      }
    }
    if (dice.chance(8)) {
      ComposeForms.model(dice, truth, file);
    }
    return file.append(dice.chance(20) ? "x-top: {privileged: true}\n" : "").toString();
  }

  private static void service(Dice dice, Truth truth, String name, StringBuilder file) {
    String path = "services." + name;
    file.append("  ").append(name).append(":\n    container_name: c\n");
    boolean built = dice.chance(12);
    Images.Use use = image(dice, path + ".image");
    if (!use.written().isEmpty()) {
      String tag = dice.chance(6) ? "!override " : "";
      file.append("    image: ").append(tag).append("'").append(use.written()).append("'\n");
    } else if (dice.chance(40)) {
      file.append("    image: !reset null\n");
    }
    if (!built) {
      use = machine(dice, use, file);
    }
    use = user(dice, use, file);
    truth.images().add(built ? new Images.Use(use.path(), use.written(), Optional.empty()) : use);
    if (built) {
      ComposeForms.build(dice, truth, file, path + ".build");
      truth.reaches().add(new Reach("build", path + ".build", "."));
    } else if (dice.chance(6)) {
      file.append("    build: !reset null\n");
    }
    Images.Use own = built ? new Images.Use(use.path(), "", Optional.empty()) : use;
    Set<String> keys = new HashSet<>(ComposeForms.elsewhere(dice, truth, file, own));
    for (Part part : dice.some(PARTS, 0, 2)) {
      if (keys.add(part.key())) {
        file.append("    ").append(part.key()).append(": ").append(part.value()).append('\n');
        part.wishes()
            .forEach(wish ->
                truth
                    .reaches()
                    .add(new Reach(wish.what(), path + "." + wish.path(), wish.detail())));
      }
    }
  }

  /** The machine for which a service wants its image. */
  private static Images.Use machine(Dice dice, Images.Use use, StringBuilder file) {
    if (!dice.chance(20)) {
      return use;
    }
    String spelling = dice.of(Contents.SPELLINGS.keySet().stream().sorted().toList());
    String machine = Contents.SPELLINGS.get(spelling);
    String[] written = {spelling, spelling, "${P:-" + spelling + "}", "${P}", "none", ""};
    int which = dice.below(written.length);
    file.append("    platform: '").append(written[which]).append("'\n");
    return switch (which) {
      case 0, 1, 2 -> use.on(machine);
      case 3, 4 -> new Images.Use(use.path(), use.written(), Optional.empty());
      default -> use;
    };
  }

  /** Whom a service runs its image as. */
  private static Images.Use user(Dice dice, Images.Use use, StringBuilder file) {
    if (!dice.chance(20)) {
      return use;
    }
    String user = dice.of("1000", "1000:0", "0", "root", "app", "${U}", "");
    file.append("    user: '").append(user).append("'\n");
    return user.isEmpty() ? use : use.as(user);
  }

  private static Images.Use image(Dice dice, String path) {
    return switch (dice.below(12)) {
      case 0 -> new Images.Use(path, "", Optional.empty());
      case 1 -> new Images.Use(path, Images.bad(dice), Optional.empty());
      case 2 -> new Images.Use(path, "${IMAGE}", Optional.empty());
      case 3 -> {
        Images.Use use = Images.good(dice, path);
        yield new Images.Use(path, "${IMAGE:-" + use.written() + "}", use.image());
      }
      case 4, 5 -> ComposeForms.spelled(dice, Images.good(dice, path));
      default -> Images.good(dice, path);
    };
  }
}
