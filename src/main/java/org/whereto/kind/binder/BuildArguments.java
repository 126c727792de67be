// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.binder;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The arguments that a Dockerfile declares before its first stage, and texts with them filled in.
 * Defaults stand for the values, but of those that the builder sets itself. What is not plainly one
 * of {@code $NAME}, <code>${NAME}</code>, <code>${NAME:-default}</code> and <code>${NAME-default}
 * </code> cannot be told.
 */
final class BuildArguments {

  /** Set by who builds a repository for Binder. */
  private static final Set<String> SET_BY_BUILDER = Set.of("NB_USER", "NB_UID", "REPO_DIR");

  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:([A-Za-z_]\\w*+)|\\{([A-Za-z_]\\w*+)(?:(:?-)([^${}'\"\\\\`]*+))?})");

  /** Longer than any name of an image: arguments made of arguments grow fast. */
  private static final int LONGEST = 4096;

  /** By name; empty where the value cannot be told. */
  private final Map<String, Optional<String>> values = new HashMap<>();

  /** {@code NAME}, {@code NAME=VALUE}; the value may stand in quotes. */
  void declare(String written) {
    int equals = written.indexOf('=');
    String name = equals < 0 ? written : written.substring(0, equals);
    boolean known = equals > 0 && !SET_BY_BUILDER.contains(name);
    values.put(name, known ? value(written.substring(equals + 1)) : Optional.empty());
  }

  private Optional<String> value(String written) {
    int last = written.length() - 1;
    boolean quoted = last > 0 && written.charAt(0) == '"' && written.charAt(last) == '"';
    boolean exact = last > 0 && written.charAt(0) == '\'' && written.charAt(last) == '\'';
    if (exact && written.indexOf('$') >= 0) {
      return Optional.empty();
    }
    return filled(quoted || exact ? written.substring(1, last) : written);
  }

  /** The text with its variables filled in; empty where that cannot be told. */
  Optional<String> filled(String text) {
    if (text.chars().anyMatch(c -> c == '"' || c == '\'' || c == '\\' || c == '`')) {
      return Optional.empty();
    }
    StringBuilder filled = new StringBuilder();
    Matcher variable = VARIABLE.matcher(text);
    int end = 0;
    while (variable.find()) {
      Optional<String> value = value(variable);
      if (value.isEmpty()) {
        return value;
      }
      filled.append(text, end, variable.start()).append(value.get());
      end = variable.end();
      if (filled.length() > LONGEST) {
        return Optional.empty();
      }
    }
    String rest = text.substring(end);
    boolean plain = rest.indexOf('$') < 0 && filled.indexOf("$") < 0;
    return plain ? Optional.of(filled + rest) : Optional.empty();
  }

  private Optional<String> value(Matcher variable) {
    String name = variable.group(1) == null ? variable.group(2) : variable.group(1);
    Optional<String> value = values.getOrDefault(name, Optional.empty());
    String operator = variable.group(3);
    boolean wanting = operator != null && operator.equals(":-") && value.equals(Optional.of(""));
    return wanting ? Optional.of(variable.group(4)) : value;
  }
}
