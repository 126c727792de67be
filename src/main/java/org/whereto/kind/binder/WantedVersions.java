// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.binder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.task.Environment.Version;
import org.whereto.task.VersionRange;
import org.whereto.tree.BadInput;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Place;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/** The language versions that one environment file asks for. */
final class WantedVersions {

  private static final String PYTHON = "python";

  private WantedVersions() {}

  static List<Version> of(RepositoryFile file) throws BadInput {
    return switch (file.baseName()) {
      case "runtime.txt" -> runtime(file);
      case "environment.yml", "environment.yaml" -> CondaEnvironment.versions(file);
      case "Pipfile" -> pipenv(file, file.toml().get("requires"));
      case "Pipfile.lock" -> lock(file);
      case "pyproject.toml" -> pyproject(file);
      case "Project.toml", "JuliaProject.toml" -> julia(file);
      default -> List.of();
    };
  }

  /** A version as a file writes it, with the same in the words of {@link VersionRange}. */
  static Version version(String language, String written, String meaning, RepositoryFile file) {
    return new Version(language, written.strip(), VersionRange.parse(meaning), file.path());
  }

  private static List<Version> runtime(RepositoryFile file) throws BadInput {
    RuntimeFile runtime = RuntimeFile.of(file);
    boolean known = runtime.language().equals(PYTHON) || runtime.language().equals("r");
    if (!known || runtime.version().isEmpty()) {
      return List.of();
    }
    Version version = version(runtime.language(), runtime.version(), runtime.version(), file);
    if (version.range().isEmpty()) {
      throw file.unreadable(new Place(1, 1), "\"" + runtime.version() + "\" is no version.");
    }
    return List.of(version);
  }

  private static List<Version> lock(RepositoryFile file) throws BadInput {
    Tree lock = file.document(Formats.JSON, Keep.members(Map.of("_meta", Keep.ALL)));
    return pipenv(file, lock.get("_meta").flatMap(meta -> meta.get("requires")));
  }

  private static List<Version> pipenv(RepositoryFile file, Optional<Tree> requires)
      throws BadInput {
    for (String key : List.of("python_full_version", "python_version")) {
      List<Version> found = stated(file, requires.flatMap(table -> table.get(key)));
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static List<Version> pyproject(RepositoryFile file) throws BadInput {
    return stated(file, file.toml().get("project").flatMap(table -> table.get("requires-python")));
  }

  private static List<Version> stated(RepositoryFile file, Optional<Tree> value) throws BadInput {
    Optional<String> text = text(file, value);
    return text.stream().map(wanted -> version(PYTHON, wanted, wanted, file)).toList();
  }

  private static List<Version> julia(RepositoryFile file) throws BadInput {
    Mapping project = file.toml();
    Optional<Tree> compat = project.get("compat").flatMap(table -> table.get("julia"));
    return text(file, compat).stream()
        .map(wanted -> version("julia", wanted, plain(wanted), file))
        .toList();
  }

  /** A text; empty if there is none or it says nothing. */
  private static Optional<String> text(RepositoryFile file, Optional<Tree> value) throws BadInput {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!(value.get() instanceof Scalar scalar)) {
      throw file.unreadable(value.get().place(), "A version must be one text.");
    }
    boolean said = !scalar.isNull() && !scalar.text().isBlank();
    return said ? Optional.of(scalar.text()) : Optional.empty();
  }

  /**
   * Julia's way to write a range in the words of {@link VersionRange}: a bare number goes up to the
   * next major version, commas mean "or", {@code 1.6 - 1.8} has both ends.
   */
  private static String plain(String compat) {
    List<String> alternatives = new ArrayList<>();
    for (String part : compat.split(",", -1)) {
      String clause = part.strip().replace("≥", ">=").replace("≤", "<=");
      int dash = clause.indexOf(" - ");
      if (dash >= 0) {
        String from = clause.substring(0, dash).strip();
        String to = clause.substring(dash + 3).strip();
        alternatives.add(">=" + from + ",<=" + to + ".*");
      } else {
        boolean bare = !clause.isEmpty() && Character.isDigit(clause.charAt(0));
        alternatives.add(bare ? "^" + clause : clause);
      }
    }
    return String.join("|", alternatives);
  }
}
