// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.tree.Tree;

/** Repositories with a few environment files, and what owners build of them. */
final class Binders {

  private static final String REPOSITORY = "taskinfo.repository";
  private static final String FILES = "taskinfo.files";

  /** What is known of an address by itself. */
  private record Address(String host, String provider) {}

  /** Stands for what cannot be told: a DOI may lead anywhere. */
  private static final Address ANYWHERE = new Address("?", "?");

  private static final Map<String, Address> REPOSITORIES =
      Map.ofEntries(
          Map.entry("https://github.com/a/b", new Address("github.com", "github")),
          Map.entry("https://GitHub.com/a/b.git", new Address("github.com", "github")),
          Map.entry("git@github.com:a/b", new Address("github.com", "github")),
          Map.entry("https://gitlab.com/a/b", new Address("gitlab.com", "gitlab")),
          Map.entry("https://git.example.org/a/b", new Address("git.example.org", "git")),
          Map.entry("https://example.org/a/b", new Address("example.org", "git")),
          Map.entry("https://myexample.org/a/b", new Address("myexample.org", "git")),
          Map.entry("https://git.example.org:8443/a", new Address("git.example.org:8443", "git")),
          Map.entry("10.5281/zenodo.3242074", new Address("zenodo.org", "zenodo")),
          Map.entry("https://zenodo.org/records/3242074", new Address("zenodo.org", "zenodo")),
          Map.entry("doi:10.6084/m9.figshare.97.v1", new Address("figshare.com", "figshare")),
          Map.entry("https://ckan.example.org/dataset/x", new Address("ckan.example.org", "ckan")),
          Map.entry("https://doi.org/10.1234/zenodo.3242074", ANYWHERE));

  private static final List<String> GITS = List.of("github", "gitlab", "gist", "git");
  private static final List<String> PROVIDERS =
      List.of("git", "git", "github", "zenodo", "figshare", "ckan", "gitlab");

  private static final List<String> BAD =
      List.of("", "github.com/a/b", "https://github.com", "ftp://x.org/a", "https://u:p@x.org/a");

  private static final List<String> HOSTS =
      List.of("github.com", "*.example.org", "example.org", "zenodo.org");

  private static final List<String> ALL =
      List.of("Dockerfile", "environment.yml", "requirements.txt", "runtime.txt", "apt.txt");

  private static final List<String> VERSIONS = List.of(">=3.9", "3.11", "3.*", "<3.9", "2.7");

  private Binders() {}

  /**
   * A repository.
   *
   * @param host empty if none was named
   * @param provider what kind of service it is at
   * @param sent whether files were sent
   * @param files those that count, by their names
   * @param python path of the file that asks for Python 3.N, and N
   */
  record Build(
      String host,
      String provider,
      boolean sent,
      List<String> files,
      Map<String, Integer> python) {}

  /** An empty list stands for a key that is left out. */
  record BinderRule(
      List<String> files, List<String> python, List<String> hosts, List<String> providers)
      implements Rule {

    @Override
    public String name() {
      return "binder";
    }

    @Override
    public Tree setting() {
      return Tree.build()
          .putIfAny("files", Tree.texts(files).items())
          .putIfAny("python", Tree.texts(python).items())
          .putIfAny("hosts", Tree.texts(hosts).items())
          .putIfAny("providers", Tree.texts(providers).items())
          .done();
    }

    @Override
    public List<Said> look(Truth truth) {
      List<Said> said = new ArrayList<>();
      Build build = truth.build();
      boolean asks = !hosts.isEmpty() || !providers.isEmpty();
      String limit = hosts.isEmpty() ? providers.toString() : hosts.toString();
      if (asks && build.host().isEmpty()) {
        said.add(Said.open("binder.repository.not-given", REPOSITORY, limit));
      } else if (asks && build.host().equals(ANYWHERE.host())) {
        said.add(Said.untold("binder.repository-unclear", REPOSITORY, limit));
      } else {
        if (!providers.isEmpty() && !isBy(build.provider())) {
          said.add(Said.no("binder.provider-not-allowed", REPOSITORY, providers.toString()));
        }
        if (!hosts.isEmpty() && hosts.stream().noneMatch(host -> isAt(build.host(), host))) {
          said.add(Said.no("binder.host-not-allowed", REPOSITORY, hosts.toString()));
        }
      }
      boolean any = files.contains("*") && python.isEmpty();
      if (!build.sent() && !any) {
        said.add(Said.untold("binder.files-not-sent", FILES, ""));
      }
      for (String file : build.files()) {
        String base = file.substring(file.indexOf('/') + 1);
        boolean allowed =
            files.isEmpty()
                ? !base.equals("Dockerfile")
                : files.contains("*") || files.contains(base);
        if (!allowed) {
          said.add(Said.no("binder.file-not-allowed", path(file), base + " of " + files));
        }
      }
      build
          .python()
          .forEach((file, minor) -> {
            if (!python.isEmpty() && python.stream().noneMatch(one -> offers(one, minor))) {
              String detail = minor + " of " + python;
              said.add(Said.no("binder.python-not-offered", path(file), detail));
            }
          });
      return said;
    }

    private boolean isBy(String provider) {
      return providers.contains(provider) || (providers.contains("git") && GITS.contains(provider));
    }

    private static boolean isAt(String host, String pattern) {
      return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern);
    }

    private static boolean offers(String version, int minor) {
      return switch (version) {
        case ">=3.9" -> minor >= 9;
        case "<3.9" -> minor < 9;
        case "3.11" -> minor == 11;
        case "3.*" -> true;
        default -> false;
      };
    }
  }

  private static String path(String file) {
    return file.indexOf('.') < 0 ? FILES + "." + file : FILES + "[" + file + "]";
  }

  static Rule rule(Dice dice) {
    List<String> files =
        dice.chance(40) ? List.of() : dice.chance(30) ? List.of("*") : dice.some(ALL, 1, 4);
    List<String> python = dice.chance(50) ? List.of() : dice.some(VERSIONS, 1, 2);
    List<String> hosts = dice.chance(50) ? List.of() : dice.some(HOSTS, 1, 2);
    List<String> providers =
        dice.chance(60) ? List.of() : dice.some(PROVIDERS, 1, 3).stream().distinct().toList();
    return new BinderRule(files, python, hosts, providers);
  }

  /** The taskinfo of a repository. */
  static void write(Dice dice, Truth truth, Map<String, Tree> taskinfo) {
    Address at = new Address("", "");
    if (dice.chance(8)) {
      taskinfo.put("repository", dice.chance(20) ? Tree.literal("null") : Tree.text(dice.of(BAD)));
      truth.taskinfoFaults().add(new Fault("repository.malformed", REPOSITORY));
    } else if (dice.chance(70)) {
      String url = dice.of(REPOSITORIES.keySet().stream().sorted().toList());
      taskinfo.put("repository", Tree.text(url));
      at = REPOSITORIES.get(url);
    }
    ref(dice, truth, taskinfo);
    if (dice.chance(35)) {
      if (at.host().isEmpty()) {
        truth.miss(Said.open("repository.not-given", REPOSITORY, ""));
      }
      truth.images().add(new Images.Use(FILES, "not sent", Optional.empty()));
      truth.build(new Build(at.host(), at.provider(), false, List.of(), Map.of()));
    } else {
      files(dice, truth, taskinfo, at);
    }
  }

  private static void ref(Dice dice, Truth truth, Map<String, Tree> taskinfo) {
    if (dice.chance(20)) {
      String ref = dice.of("main", "v1.0", "main", "-x", "");
      taskinfo.put("ref", Tree.text(ref));
      if (ref.startsWith("-") || ref.isEmpty()) {
        truth.taskinfoFaults().add(new Fault("ref.malformed", "taskinfo.ref"));
      }
    }
    if (dice.chance(20)) {
      String path = dice.of("a.ipynb", "x/a.ipynb", "../a", "/etc");
      taskinfo.put("path", Tree.text(path));
      if (path.startsWith("/") || path.startsWith("..")) {
        truth.taskinfoFaults().add(new Fault("path.malformed", "taskinfo.path"));
      }
    }
  }

  private static void files(Dice dice, Truth truth, Map<String, Tree> taskinfo, Address at) {
    if (dice.chance(5)) {
      taskinfo.put("files", Tree.text("requirements.txt"));
      truth.taskinfoFaults().add(new Fault("files.not-a-mapping", FILES));
      return;
    }
    String folder = dice.chance(30) ? "binder/" : "";
    int conda = dice.of(8, 9, 11);
    int runtime = dice.of(8, 10, 11);
    Tree.Builder files = Tree.build();
    List<String> some = dice.some(ALL, 0, 4);
    for (String name : some) {
      String content = content(name, name.equals("runtime.txt") ? runtime : conda);
      boolean docker = name.equals("Dockerfile");
      files.put(
          folder + name, docker ? Dockerfiles.write(dice, truth, path(folder + name)) : content);
    }
    if (!folder.isEmpty() && !some.isEmpty()) {
      files.put("environment.yml", content("environment.yml", 7));
    }
    taskinfo.put("files", files.put("README.md", "text").done());
    Map<String, Integer> python = new LinkedHashMap<>();
    List<String> used = used(some);
    if (used.contains("environment.yml")) {
      python.put(folder + "environment.yml", conda);
    }
    if (used.contains("runtime.txt")) {
      python.put(folder + "runtime.txt", runtime);
    }
    List<String> named = used.stream().map(name -> folder + name).toList();
    truth.build(new Build(at.host(), at.provider(), true, named, python));
  }

  /** Which of them repo2docker looks at: a Dockerfile alone, else conda's file, else pip's. */
  private static List<String> used(List<String> sent) {
    if (sent.contains("Dockerfile")) {
      return List.of("Dockerfile");
    }
    List<String> used = new ArrayList<>(sent);
    if (sent.contains("environment.yml")) {
      used.removeAll(List.of("requirements.txt", "runtime.txt"));
    }
    return used;
  }

  private static String content(String name, int minor) {
    return switch (name) {
      case "environment.yml" -> "dependencies:\n  - numpy\n  - python=3." + minor + "\n";
      case "runtime.txt" -> "python-3." + minor;
      default -> "numpy\n";
    };
  }
}
