// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.List;
import org.whereto.tree.Path;

/**
 * The environment that a Binder repository asks to be built.
 *
 * @param host the host of the git URL in lower case; empty if only files were given
 * @param filesGiven whether the environment files were sent; without them nothing is known of them
 * @param builder the way it would be built, by the first file that decides: {@code Dockerfile},
 *     {@code environment.yml}, ...; empty if no file decides (plain Python)
 * @param files the environment files found, by the name in the repository
 * @param versions the language versions that the files ask for
 */
public record Environment(
    String host, boolean filesGiven, String builder, List<String> files, List<Version> versions) {

  public Environment {
    files = List.copyOf(files);
    versions = List.copyOf(versions);
  }

  /**
   * A wanted version.
   *
   * @param language {@code python}, {@code r} or {@code julia}
   * @param wanted as the file says it, like {@code 3.10} or {@code >=3.9}; empty if it says none
   * @param path the file
   */
  public record Version(String language, String wanted, Path path) {}
}
