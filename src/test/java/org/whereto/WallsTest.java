// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.whereto.support.Compiled;
import org.whereto.support.Sources;
import org.whereto.support.Sources.Measured;

/** The house rules that a build can check: who may use whom, and how large things may grow. */
class WallsTest {

  private static final String ROOT = "org.whereto";

  private static final Set<String> KINDS = Set.of("kind.notebook", "kind.binder", "kind.docker");

  private static final Set<String> CHECK_ROOMS =
      Set.of("check.value", "check.schema", "check.rule", "check.data", "check.room");

  private static final Set<String> SYSTEMS_ROOMS =
      Set.of(
          "systems.fetch",
          "systems.registry",
          "systems.source",
          "systems.data",
          "systems.identity");

  private static final Set<String> HTTP_ROOMS =
      Set.of("http.settings", "http.message", "http.guard", "http.tls", "http.watch", "http.page");

  private static final Set<String> ALL_BUT_SKINS =
      and(
          KINDS,
          "tree",
          "task",
          "answer",
          "world",
          "kind",
          "check",
          "platform",
          "decide",
          "wire",
          "systems",
          "config",
          "ask",
          "ask.login",
          "inspect");

  /** What each package may use of this project; {@code org.whereto} itself is the package "". */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("tree", Set.of()),
          Map.entry("task", Set.of("tree")),
          Map.entry("answer", Set.of("task", "tree")),
          Map.entry("world", Set.of("task", "tree")),
          Map.entry("kind.notebook", Set.of("task", "tree")),
          Map.entry("kind.binder", Set.of("task", "tree")),
          Map.entry("kind.docker", Set.of("task", "tree")),
          Map.entry("kind", and(KINDS, "task", "tree")),
          Map.entry("check.value", Set.of("tree")),
          Map.entry("check.schema", Set.of("check.value", "tree")),
          Map.entry("check.rule", Set.of("check.value", "tree")),
          Map.entry("check.data", Set.of("world", "task", "tree")),
          Map.entry("check.room", Set.of("world", "task", "tree")),
          Map.entry("check", and(CHECK_ROOMS, "world", "answer", "task", "tree")),
          Map.entry("platform", Set.of("check", "world", "answer", "task", "tree")),
          Map.entry("decide", Set.of("platform", "check", "world", "answer", "task", "tree")),
          Map.entry("wire", Set.of("answer", "task", "tree")),
          Map.entry("systems.fetch", Set.of("world", "task", "tree")),
          Map.entry("systems.registry", Set.of("systems.fetch", "world", "task", "tree")),
          Map.entry("systems.source", Set.of("systems.fetch", "world", "task", "tree")),
          Map.entry("systems.data", Set.of("systems.fetch", "world", "task", "tree")),
          Map.entry("systems.identity", Set.of("systems.fetch", "world", "task", "tree")),
          Map.entry("systems", and(SYSTEMS_ROOMS, "world", "task", "tree")),
          Map.entry(
              "config",
              Set.of(
                  "platform",
                  "check",
                  "check.data",
                  "check.room",
                  "kind",
                  "systems",
                  "systems.data",
                  "world",
                  "answer",
                  "task",
                  "tree")),
          Map.entry("ask", Set.of("wire", "answer", "task", "tree")),
          Map.entry("ask.login", Set.of("ask", "task", "tree")),
          Map.entry("inspect", and(KINDS, "kind", "wire", "answer", "task", "tree")),
          Map.entry("", ALL_BUT_SKINS),
          Map.entry("http.settings", Set.of("wire", "task", "tree")),
          Map.entry("http.message", Set.of("http.settings", "wire", "task", "tree")),
          Map.entry("http.guard", Set.of("http.message", "http.settings")),
          Map.entry("http.tls", Set.of("http.settings", "tree")),
          Map.entry(
              "http.watch",
              Set.of(
                  "http.message",
                  "http.settings",
                  "http.tls",
                  "decide",
                  "platform",
                  "world",
                  "answer",
                  "task",
                  "tree")),
          Map.entry(
              "http.page",
              Set.of("http.message", "http.settings", "decide", "platform", "wire", "tree")),
          Map.entry(
              "http",
              and(HTTP_ROOMS, "decide", "platform", "world", "wire", "answer", "task", "tree")),
          Map.entry("cli", and(ALL_BUT_SKINS, "", "http", "http.settings", "http.tls")));

  /** Third parties, by package; whoever is not named here may use none. */
  private static final Map<String, List<String>> THIRD_PARTIES =
      Map.ofEntries(
          Map.entry("tree", List.of("tools.jackson.core.", "org.snakeyaml.engine.")),
          Map.entry("check.value", List.of("com.google.re2j.")),
          Map.entry("check.schema", List.of("com.networknt.schema.", "tools.jackson.databind.")),
          Map.entry("check.rule", List.of("dev.cel.", "com.google.common.collect.")),
          Map.entry("ask", List.of("org.apache.hc.")),
          Map.entry("systems.fetch", List.of("org.apache.hc.")),
          Map.entry("systems.registry", List.of("com.github.benmanes.caffeine.")),
          Map.entry("systems.data", List.of("com.github.benmanes.caffeine.")),
          Map.entry("systems.identity", List.of("com.github.benmanes.caffeine.")),
          Map.entry("http.message", List.of("io.vertx.core.buffer.")),
          Map.entry("http.guard", List.of("io.vertx.core.", "io.netty.")),
          Map.entry("http.watch", List.of("io.vertx.core.buffer.", "io.micrometer.")),
          Map.entry("http", List.of("io.vertx.core.", "io.netty.handler.codec.DecoderResult")),
          Map.entry("cli", List.of("picocli.")));

  private static final int FILE_LINES = 400;
  private static final int FUNCTION_LINES = 60;
  private static final int NESTING = 3;
  private static final int PARAMETERS = 4;

  private static final int FILE_REPORT = 200;
  private static final int FUNCTION_REPORT = 25;

  @Test
  void packagesUseOnlyWhatTheTableAllows() throws IOException {
    Set<String> trespasses = new TreeSet<>();
    Compiled.classes(ROOT).forEach((name, used) -> trespasses.addAll(trespasses(name, used)));
    assertThat(trespasses).isEmpty();
  }

  @Test
  void everyPackageStandsInTheTable() throws IOException {
    Set<String> packages = new TreeSet<>();
    Compiled.classes(ROOT).keySet().forEach(name -> packages.add(packageOf(name)));
    assertThat(MAY_USE.keySet()).containsExactlyInAnyOrderElementsOf(packages);
  }

  /** The table is hand-written: this holds even where it were wrong. */
  @Test
  void noPackagesUseEachOtherInARing() throws IOException {
    Map<String, Set<String>> uses = new TreeMap<>();
    Compiled.classes(ROOT)
        .forEach((name, used) -> {
          Set<String> ours = uses.computeIfAbsent(packageOf(name), p -> new TreeSet<>());
          used.stream().filter(WallsTest::isOurs).map(WallsTest::packageOf).forEach(ours::add);
          ours.remove(packageOf(name));
        });
    Map<String, Set<String>> reached = new HashMap<>();
    uses.keySet().forEach(from -> reached.put(from, reachable(from, uses)));
    assertThat(reached).allSatisfy((from, to) -> assertThat(to).doesNotContain(from));
  }

  @Test
  void filesFunctionsNestingAndParametersStayWithinTheirLimits() throws IOException {
    List<String> past = new ArrayList<>();
    for (Measured measured : Sources.measured(Path.of("src"))) {
      if (measured.fileLines() > FILE_LINES) {
        past.add(measured.file() + " has " + measured.fileLines() + " lines");
      }
      measured.functions().stream()
          .filter(function ->
              function.lines() > FUNCTION_LINES
                  || function.nesting() > NESTING
                  || function.parameters() > PARAMETERS)
          .forEach(function -> past.add(measured.file() + ": " + function));
    }
    assertThat(past).isEmpty();
  }

  /** No gate: a list of what to look at first when time is left. */
  @Test
  void largeFilesAndFunctionsAreReported() throws IOException {
    for (Measured measured : Sources.measured(Path.of("src/main"))) {
      if (measured.fileLines() > FILE_REPORT) {
        System.out.println("large: " + measured.file() + " " + measured.fileLines() + " lines");
      }
      measured.functions().stream()
          .filter(function -> function.lines() > FUNCTION_REPORT)
          .forEach(function -> System.out.println("large: " + measured.file() + ": " + function));
    }
    assertThat(Sources.measured(Path.of("src/main"))).isNotEmpty();
  }

  @Test
  void everyFileBeginsWithItsLicence() throws IOException {
    assertThat(Sources.files(Path.of("src")))
        .isNotEmpty()
        .allSatisfy(file ->
            assertThat(Files.readAllLines(file).getFirst())
                .isEqualTo("// SPDX-License-Identifier: Apache-2.0"));
  }

  @Test
  void everyPackageRefusesNullByDefault() throws IOException {
    assertThat(packagesWithSources())
        .allSatisfy(folder ->
            assertThat(folder.resolve("package-info.java")).content().contains("@NullMarked"));
  }

  private static List<Path> packagesWithSources() throws IOException {
    try (Stream<Path> folders = Files.walk(Path.of("src/main/java/org/whereto"))) {
      return folders.filter(Files::isDirectory).filter(WallsTest::holdsSources).toList();
    }
  }

  private static boolean holdsSources(Path folder) {
    String[] sources = folder.toFile().list((dir, name) -> name.endsWith(".java"));
    return sources != null && sources.length > 0;
  }

  private static Set<String> trespasses(String name, Set<String> used) {
    String from = packageOf(name);
    Set<String> found = new HashSet<>();
    for (String other : used) {
      boolean allowed =
          isOurs(other)
              ? packageOf(other).equals(from)
                  || MAY_USE.getOrDefault(from, Set.of()).contains(packageOf(other))
              : isOfTheJdk(other)
                  || THIRD_PARTIES.getOrDefault(from, List.of()).stream()
                      .anyMatch(other::startsWith);
      if (!allowed) {
        found.add(name + " uses " + other);
      }
    }
    return found;
  }

  private static boolean isOfTheJdk(String name) {
    return name.startsWith("java.")
        || name.startsWith("javax.")
        || name.startsWith("org.jspecify.");
  }

  private static boolean isOurs(String name) {
    return name.startsWith(ROOT + ".");
  }

  private static String packageOf(String name) {
    String below = name.substring(ROOT.length() + 1);
    int dot = below.lastIndexOf('.');
    return dot < 0 ? "" : below.substring(0, dot);
  }

  private static Set<String> and(Set<String> some, String... more) {
    Set<String> all = new HashSet<>(some);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }

  private static Set<String> reachable(String from, Map<String, Set<String>> uses) {
    Set<String> reached = new HashSet<>();
    List<String> open = new ArrayList<>(uses.getOrDefault(from, Set.of()));
    while (!open.isEmpty()) {
      String next = open.removeLast();
      if (reached.add(next)) {
        open.addAll(uses.getOrDefault(next, Set.of()));
      }
    }
    return reached;
  }
}
