// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.tree.Tree;

/** Images by spellings whose meaning is known, and lists of patterns that an owner may write. */
final class Images {

  private static final String ONE = "@sha256:" + "1".repeat(64);
  private static final String TWO = "@sha256:" + "2".repeat(64);
  private static final List<String> ENDS =
      List.of("", "", ":1.0", ":1.0", ":1.1", ":latest", ONE, TWO, ":1.0" + ONE);

  /** What askers and owners write for a repository, and its whole name. */
  private static final Map<String, String> REPOSITORIES =
      Map.ofEntries(
          Map.entry("example", "docker.io/library/example"),
          Map.entry("docker.io/example", "docker.io/library/example"),
          Map.entry("docker.io/library/example", "docker.io/library/example"),
          Map.entry("example/app", "docker.io/example/app"),
          Map.entry("docker.io/example/app", "docker.io/example/app"),
          Map.entry("example/old-app", "docker.io/example/old-app"),
          Map.entry("quay.io/astronomy/deep/app", "quay.io/astronomy/deep/app"),
          Map.entry("Quay.io/astronomy/x", "quay.io/astronomy/x"),
          Map.entry("ghcr.io/org/app", "ghcr.io/org/app"),
          Map.entry("registry.example.org:5000/a/b", "registry.example.org:5000/a/b"));

  private static final Map<String, String> GLOBS =
      Map.of(
          "example/*", "docker.io/example/*",
          "docker.io/example/old-*", "docker.io/example/old-*",
          "docker.io/library/*", "docker.io/library/*",
          "quay.io/astronomy/**", "quay.io/astronomy/**",
          "quay.io/**", "quay.io/**",
          "**/app", "**/app",
          "registry.example.org:5000/a/*", "registry.example.org:5000/a/*",
          "**", "**");

  private static final List<String> BAD =
      List.of("Not An Image", "example/App", "example:", "https://quay.io/x", "a@sha256:12");

  private Images() {}

  /** An image by its whole name; a tag and a digest that are not there are empty. */
  record Image(String name, String tag, String digest) {}

  /**
   * A place where an image is named.
   *
   * @param image empty if it cannot be told which
   * @param machine the one that the Task wants it for; empty if any
   * @param user whom the Task runs it as, if it says so
   */
  record Use(
      String path, String written, Optional<Image> image, String machine, Optional<String> user) {

    Use(String path, String written, Optional<Image> image) {
      this(path, written, image, "", Optional.empty());
    }

    Use on(String wanted) {
      return new Use(path, written, image, wanted, user);
    }

    Use as(String someone) {
      return new Use(path, written, image, machine, Optional.of(someone));
    }
  }

  record Pattern(String written, String name, String tag, String digest) {

    boolean holds(Image image) {
      if (!isNamed(image)) {
        return false;
      }
      if (!digest.isEmpty()) {
        return digest.equals(image.digest());
      }
      return tag.isEmpty()
          || (image.digest().isEmpty()
              && (tag.equals("1.*") ? image.tag().startsWith("1.") : tag.equals(image.tag())));
    }

    /** Whether nobody can tell: one speaks of a tag, the other of a digest. */
    boolean isOpen(Image image) {
      return isNamed(image)
          && (image.digest().isEmpty() ? !digest.isEmpty() : !tag.isEmpty() && digest.isEmpty());
    }

    private boolean isNamed(Image image) {
      return fits(List.of(name.split("/", -1)), List.of(image.name().split("/", -1)));
    }
  }

  /** The plainest reading of {@code *} and {@code **}; every {@code **} here is for one or more. */
  static boolean fits(List<String> pattern, List<String> names) {
    if (pattern.isEmpty() || names.isEmpty()) {
      return pattern.isEmpty() && names.isEmpty();
    }
    List<String> behind = names.subList(1, names.size());
    String first = pattern.getFirst();
    if (first.equals("**")) {
      return fits(pattern, behind) || fits(pattern.subList(1, pattern.size()), behind);
    }
    boolean one =
        first.endsWith("*")
            ? names.getFirst().startsWith(first.substring(0, first.length() - 1))
            : first.equals(names.getFirst());
    return one && fits(pattern.subList(1, pattern.size()), behind);
  }

  record ImageRule(Optional<List<Pattern>> allow, List<Pattern> deny, Optional<Contents> contents)
      implements Rule {

    @Override
    public String name() {
      return "image";
    }

    @Override
    public Tree setting() {
      Tree.Builder setting = Tree.build();
      allow.ifPresent(list -> setting.put("allow", texts(list)));
      contents.ifPresent(held -> held.write(setting));
      return deny.isEmpty() && contents.isEmpty()
          ? texts(allow.orElseThrow())
          : setting.putIfAny("deny", texts(deny).items()).done();
    }

    @Override
    public boolean looksInside() {
      return contents.isPresent();
    }

    private static Tree.Sequence texts(List<Pattern> patterns) {
      return Tree.texts(patterns.stream().map(Pattern::written).toList());
    }

    @Override
    public List<Said> look(Truth truth) {
      List<Said> said = new ArrayList<>();
      List<Use> named = new ArrayList<>();
      for (Use use : truth.images()) {
        Optional<Said> against = look(use);
        against.ifPresentOrElse(said::add, () -> named.add(use));
      }
      contents.ifPresent(held -> said.addAll(held.look(named, truth.registry())));
      return said;
    }

    private Optional<Said> look(Use use) {
      String allowed = allow.orElse(List.of()).stream().map(Pattern::written).toList().toString();
      String detail = use.written() + " of " + allowed;
      if (use.image().isEmpty()) {
        return Optional.of(
            use.written().isEmpty()
                ? Said.no("image.missing", use.path(), allowed)
                : Said.untold("image.unclear", use.path(), detail));
      }
      Image image = use.image().get();
      if (deny.stream().anyMatch(pattern -> pattern.holds(image))) {
        return Optional.of(Said.no("image.denied", use.path(), use.written()));
      }
      if (deny.stream().anyMatch(pattern -> pattern.isOpen(image))) {
        return Optional.of(Said.untold("image.denied", use.path(), use.written()));
      }
      boolean allowsIt =
          allow.isEmpty() || allow.get().stream().anyMatch(pattern -> pattern.holds(image));
      return allowsIt
          ? Optional.empty()
          : Optional.of(Said.no("image.not-allowed", use.path(), detail));
    }
  }

  /**
   * @param deny the one list of this platform: two that deny the same image by different words
   *     would say two things
   */
  static Rule rule(Dice dice, List<Pattern> deny) {
    List<Pattern> denied = dice.chance(40) ? deny : List.of();
    Optional<Contents> contents =
        dice.chance(50) ? Optional.of(Contents.of(dice)) : Optional.empty();
    boolean open = (!denied.isEmpty() || contents.isPresent()) && dice.chance(50);
    List<Pattern> allow = dice.chance(5) ? List.of() : patterns(dice, 5);
    return new ImageRule(open ? Optional.empty() : Optional.of(allow), denied, contents);
  }

  private static Image image(String name, String end) {
    int at = end.indexOf('@');
    String digest = at < 0 ? "" : end.substring(at + 1);
    String tag = at < 0 ? end : end.substring(0, at);
    String told = tag.isEmpty() ? (digest.isEmpty() ? "latest" : "") : tag.substring(1);
    return new Image(name, told, digest);
  }

  static List<Pattern> patterns(Dice dice, int most) {
    List<Pattern> patterns = new ArrayList<>();
    for (int i = 0; i <= dice.below(most); i++) {
      Map<String, String> names = dice.chance(60) ? GLOBS : REPOSITORIES;
      String written = dice.of(names.keySet().stream().sorted().toList());
      String end = dice.of("", "", "", ":1.0", ":1.*", ":latest", ONE);
      String tag = end.startsWith(":") ? end.substring(1) : "";
      String digest = end.startsWith("@") ? end.substring(1) : "";
      patterns.add(new Pattern(written + end, names.get(written), tag, digest));
    }
    return patterns;
  }

  /** An image that can be read, at this path. */
  static Use good(Dice dice, String path) {
    String name = dice.of(REPOSITORIES.keySet().stream().sorted().toList());
    String end = dice.of(ENDS);
    Image image = image(REPOSITORIES.get(name), end);
    return new Use(path, name + end, Optional.of(image));
  }

  static String bad(Dice dice) {
    return dice.of(BAD);
  }

  /** The taskinfo of one container. */
  static void write(Dice dice, Truth truth, Map<String, Tree> taskinfo) {
    String path = "taskinfo.image";
    String machine = machine(dice, truth, taskinfo);
    if (dice.chance(12)) {
      truth.miss(Said.open("image.not-given", path, ""));
      return;
    }
    if (dice.chance(12)) {
      String[] codes = {"field.empty", "field.empty", "field.not-a-text", "image.malformed"};
      int which = dice.below(codes.length);
      truth.taskinfoFaults().add(new Fault(codes[which], path));
      taskinfo.put(
          "image",
          switch (which) {
            case 0 -> Tree.literal("null");
            case 1 -> Tree.text("  ");
            case 2 -> Tree.texts(List.of("example"));
            default -> Tree.text(bad(dice));
          });
      return;
    }
    Use use = good(dice, path);
    truth.images().add(use.on(machine));
    taskinfo.put("image", Tree.text(use.written()));
  }

  /** The machine that a Task wants, in its normal form; empty if it does not say. */
  private static String machine(Dice dice, Truth truth, Map<String, Tree> taskinfo) {
    if (!dice.chance(25)) {
      return "";
    }
    if (dice.chance(85)) {
      String spelling = dice.of(Contents.SPELLINGS.keySet().stream().sorted().toList());
      taskinfo.put("platform", Tree.text(spelling));
      return Contents.SPELLINGS.get(spelling);
    }
    String[] codes = {"field.empty", "field.not-a-text", "platform.malformed"};
    int which = dice.below(codes.length);
    truth.taskinfoFaults().add(new Fault(codes[which], "taskinfo.platform"));
    taskinfo.put(
        "platform",
        switch (which) {
          case 0 -> dice.of(Tree.literal("null"), Tree.text(" "));
          case 1 -> Tree.texts(List.of("linux/amd64"));
          default -> Tree.text(dice.of("linux", "linux/amd64/v1/x", "linux/", "any one"));
        });
    return "";
  }
}
