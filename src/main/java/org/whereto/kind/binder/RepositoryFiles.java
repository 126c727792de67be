// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.binder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.task.Environment;
import org.whereto.task.Repository;
import org.whereto.tree.BadInput;
import org.whereto.tree.Place;
import org.whereto.tree.Tree.Mapping;

/**
 * The environment files of a repository, read as repo2docker reads them: those in {@code binder/}
 * or {@code .binder/} if there is such a folder, else those at the root; the first way of building
 * that finds its file is taken.
 */
final class RepositoryFiles {

  private static final String DOCKERFILE = "Dockerfile";

  /** What every way of building adds, except a Dockerfile. */
  private static final List<String> COMMON = List.of("apt.txt", "postBuild", "start");

  private static final List<String> CONDA = List.of("environment.yml", "environment.yaml");

  private static final List<String> PYTHON =
      List.of("runtime.txt", "requirements.txt", "requirements3.txt", "setup.py", "pyproject.toml");

  private static final List<String> PIPENV = List.of("Pipfile.lock", "Pipfile");

  private static final List<String> JULIA = List.of("JuliaProject.toml", "Project.toml");

  /** Looked for at the root only: without effect where there is a folder of its own. */
  private static final List<String> ROOT_ONLY =
      List.of("DESCRIPTION", "setup.py", "pyproject.toml");

  /** By base name, those that count. */
  private final Map<String, RepositoryFile> files;

  /** The image of the first Binder, where the Dockerfile at the root names it. */
  private final String legacy;

  private RepositoryFiles(Map<String, RepositoryFile> files, String legacy) {
    this.files = files;
    this.legacy = legacy;
  }

  /** Those of the files that count. */
  static RepositoryFiles of(List<RepositoryFile> sent) throws BadInput {
    List<String> folders = new ArrayList<>();
    for (String folder : Environment.FOLDERS) {
      if (sent.stream().anyMatch(file -> file.name().startsWith(folder + "/"))) {
        folders.add(folder);
      }
    }
    if (folders.size() > 1) {
      throw sent.getFirst()
          .unreadable(
              Place.NONE,
              "A repository may have a folder binder or .binder, not both: nothing is built then.");
    }
    String prefix = folders.isEmpty() ? "" : folders.getFirst() + "/";
    Map<String, RepositoryFile> counting = new LinkedHashMap<>();
    for (RepositoryFile file : sent) {
      String base = file.baseName();
      boolean counts = prefix.isEmpty() || !ROOT_ONLY.contains(base);
      if (counts && Environment.FILES.contains(base) && file.name().equals(prefix + base)) {
        counting.put(base, file);
      }
    }
    return new RepositoryFiles(counting, legacy(sent));
  }

  /** Looked for before all else, at the root even where there is a folder for Binder. */
  private static String legacy(List<RepositoryFile> sent) throws BadInput {
    for (RepositoryFile file : sent) {
      if (file.name().equals(DOCKERFILE)) {
        Optional<String> first =
            file.text().lines().filter(line -> line.startsWith("FROM")).findFirst();
        String image = first.orElse("FROM").substring(4).split("#", 2)[0].strip();
        return Environment.isLegacy(image) ? image : "";
      }
    }
    return "";
  }

  /** The Dockerfile, if there is one that counts. */
  Optional<Dockerfile> dockerfile() throws BadInput {
    RepositoryFile file = files.get(DOCKERFILE);
    return file == null ? Optional.empty() : Optional.of(Dockerfile.of(file));
  }

  /** The environment that they ask for. */
  Environment environment(Repository repository, Optional<Dockerfile> dockerfile) throws BadInput {
    String builder = builder();
    List<RepositoryFile> used = used(builder);
    List<Environment.Version> versions = new ArrayList<>();
    for (RepositoryFile file : used) {
      boolean settled =
          file.baseName().equals("Pipfile")
              && versions.stream().anyMatch(version -> version.language().equals("python"));
      if (!settled) {
        versions.addAll(WantedVersions.of(file));
      }
    }
    return new Environment(
        repository,
        true,
        builder,
        legacy.isEmpty() ? dockerfile.map(Dockerfile::base).orElse("") : legacy,
        used.stream().map(RepositoryFile::name).toList(),
        versions);
  }

  /** The file that decides how it is built. */
  private String builder() throws BadInput {
    List<String> first = new ArrayList<>(List.of(DOCKERFILE));
    first.addAll(JULIA);
    first.addAll(List.of("REQUIRE", "default.nix"));
    Optional<String> found = firstOf(first);
    return found.isPresent() ? found.get() : builderByRuntime();
  }

  private String builderByRuntime() throws BadInput {
    RuntimeFile runtime = runtime();
    if (runtime.language().equals("r") && !runtime.date().isEmpty()) {
      return "runtime.txt";
    }
    List<String> candidates = new ArrayList<>(List.of("DESCRIPTION"));
    candidates.addAll(CONDA);
    boolean python = runtime.language().equals("python");
    if (python || runtime.language().isEmpty()) {
      candidates.addAll(PIPENV);
    }
    Optional<String> found = firstOf(candidates);
    if (found.isPresent()) {
      return found.get();
    }
    if (python) {
      return "runtime.txt";
    }
    return runtime.language().isEmpty() ? pythonPackage() : "";
  }

  private RuntimeFile runtime() throws BadInput {
    RepositoryFile file = files.get("runtime.txt");
    return file == null ? RuntimeFile.NONE : RuntimeFile.of(file);
  }

  private String pythonPackage() throws BadInput {
    RepositoryFile project = files.get("pyproject.toml");
    if (!files.containsKey("setup.py") && project != null) {
      Mapping toml = project.toml();
      if (toml.get("project").isPresent() && toml.get("build-system").isPresent()) {
        return "pyproject.toml";
      }
    }
    return firstOf(List.of("setup.py", "requirements.txt")).orElse("");
  }

  private Optional<String> firstOf(List<String> names) {
    return names.stream().filter(files::containsKey).findFirst();
  }

  /** What the way of building that this file begins looks at. */
  private List<RepositoryFile> used(String builder) throws BadInput {
    List<String> names = new ArrayList<>();
    switch (builder) {
      case DOCKERFILE -> names.add(builder);
      case "default.nix" -> names.add(builder);
      case "environment.yml", "environment.yaml" -> names.add(builder);
      case "Pipfile", "Pipfile.lock" -> {
        names.addAll(PIPENV);
        names.add("requirements3.txt");
      }
      default -> {
        // Julia and R build on plain Python, and that on conda.
        names.add(builder);
        names.addAll(firstOf(CONDA).stream().toList());
        names.addAll(PYTHON);
      }
    }
    if (isR(builder)) {
      names.add("install.R");
    }
    if (!builder.equals(DOCKERFILE)) {
      names.addAll(COMMON);
    }
    return names.stream()
        .distinct()
        .flatMap(name -> Optional.ofNullable(files.get(name)).stream())
        .toList();
  }

  private boolean isR(String builder) throws BadInput {
    return builder.equals("DESCRIPTION")
        || (builder.equals("runtime.txt") && runtime().language().equals("r"));
  }
}
