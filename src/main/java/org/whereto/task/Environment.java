// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whereto.tree.Path;

/**
 * The environment that a Binder repository asks to be built.
 *
 * @param repository where it is
 * @param filesGiven whether the environment files were sent; without them nothing is known of them
 * @param builder the way it would be built, by the first file that decides: {@code Dockerfile},
 *     {@code environment.yml}, ...; empty if no file decides (plain Python)
 * @param base the image that a Dockerfile builds on, as written; empty if there is no Dockerfile
 * @param files the environment files that this way of building uses, by the name in the repository
 * @param versions the language versions that those files ask for
 */
public record Environment(
    Repository repository,
    boolean filesGiven,
    String builder,
    String base,
    List<String> files,
    List<Version> versions) {

  /** The folders that are looked into before the root; a repository may have one of them. */
  public static final List<String> FOLDERS = List.of("binder", ".binder");

  /** Every file that can describe an environment, those that decide before those that only add. */
  public static final List<String> FILES =
      List.of(
          "Dockerfile",
          "JuliaProject.toml",
          "Project.toml",
          "REQUIRE",
          "default.nix",
          "DESCRIPTION",
          "environment.yml",
          "environment.yaml",
          "Pipfile.lock",
          "Pipfile",
          "setup.py",
          "pyproject.toml",
          "requirements.txt",
          "requirements3.txt",
          "runtime.txt",
          "install.R",
          "apt.txt",
          "postBuild",
          "start");

  /** The image of the first Binder. Builders have refused Dockerfiles on it since 2020. */
  private static final String LEGACY_BASE = "andrewosh/binder-base";

  public Environment {
    files = List.copyOf(files);
    versions = List.copyOf(versions);
  }

  /** A repository of which only the address is known. */
  public static Environment at(Repository repository) {
    return new Environment(repository, false, "", "", List.of(), List.of());
  }

  /** Whether it builds on the image of the first Binder. */
  public boolean isLegacy() {
    return isLegacy(base);
  }

  /** Whether this is the image of the first Binder. */
  public static boolean isLegacy(String image) {
    return image.toLowerCase(Locale.ROOT).contains(LEGACY_BASE);
  }

  /** The name of an environment file without its folder: {@code binder/apt.txt} is apt.txt. */
  public static String baseName(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  /**
   * A wanted version.
   *
   * @param language {@code python}, {@code r} or {@code julia}
   * @param wanted as the file says it, like {@code 3.10} or {@code >=3.9}; never empty
   * @param range the versions that it means; empty if it cannot be understood
   * @param path the file
   */
  public record Version(String language, String wanted, Optional<VersionRange> range, Path path) {}
}
