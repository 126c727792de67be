// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import java.util.List;
import java.util.Locale;

/** What the name of a file says about it: a hint, no more. */
enum Ending {
  JUPYTER,
  ZEPPELIN,
  COMPOSE,
  JSON,
  YAML,
  NONE;

  private static final List<String> COMPOSE_NAMES =
      List.of("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml");

  /** Endings of names that are meant as a file, whatever else they could be. */
  private static final List<String> OTHERS =
      List.of(".py", ".r", ".jl", ".txt", ".md", ".toml", ".xml", ".html", ".zip", ".gz", ".pdf");

  static Ending of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String base = lower.substring(lower.lastIndexOf('/') + 1);
    if (lower.endsWith(".ipynb")) {
      return JUPYTER;
    }
    if (lower.endsWith(".zpln") || base.equals("note.json")) {
      return ZEPPELIN;
    }
    if (COMPOSE_NAMES.stream().anyMatch(base::endsWith)) {
      return COMPOSE;
    }
    if (lower.endsWith(".json")) {
      return JSON;
    }
    return lower.endsWith(".yaml") || lower.endsWith(".yml") ? YAML : NONE;
  }

  static boolean isFileName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return of(name) != NONE || OTHERS.stream().anyMatch(lower::endsWith);
  }

  static boolean isComposeFile(String base) {
    return COMPOSE_NAMES.contains(base);
  }

  boolean isJson() {
    return this == JUPYTER || this == ZEPPELIN || this == JSON;
  }
}
