// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The variables in a value of a compose file: {@code $NAME}, {@code ${NAME}}, {@code
 * ${NAME:-default}}, {@code ${NAME-default}}, {@code ${NAME:?message}}, {@code ${NAME:+other}} and
 * {@code $$}, defaults with variables in them too (compose specification, "Interpolation").
 *
 * <p>What the variables of the host hold was not sent. A default is taken for the value, but for
 * variables that every host has; all else cannot be told.
 */
final class Interpolation {

  private static final int DEEPEST = 16;

  /** Variables that every host has set, in upper case: their defaults never count. */
  private static final Set<String> ALWAYS_SET =
      Set.of(
          "APPDATA",
          "COMPUTERNAME",
          "HOME",
          "HOSTNAME",
          "LANG",
          "LOGNAME",
          "OLDPWD",
          "PATH",
          "PWD",
          "SHELL",
          "SHLVL",
          "SYSTEMROOT",
          "TEMP",
          "TERM",
          "TMP",
          "USER",
          "USERNAME",
          "USERPROFILE",
          "WINDIR",
          "_");

  /** Compose itself sets some of these, {@code COMPOSE_PROJECT_NAME} to what the file says. */
  private static final String COMPOSE = "COMPOSE_";

  private final String source;
  private int at;

  private Interpolation(String source) {
    this.source = source;
  }

  /** The value with its defaults filled in; empty where it cannot be told. */
  static Optional<String> of(String source) {
    return source.indexOf('$') < 0 ? Optional.of(source) : new Interpolation(source).text(0);
  }

  /** The rest of the source, or within a default what stands before its closing brace. */
  private Optional<String> text(int depth) {
    StringBuilder text = new StringBuilder();
    while (at < source.length() && !(depth > 0 && source.charAt(at) == '}')) {
      char c = source.charAt(at++);
      if (depth > 0 && c == '{') {
        // Readers differ on whether this brace wants a partner.
        return Optional.empty();
      }
      if (c != '$') {
        text.append(c);
      } else {
        Optional<String> value = variable(depth);
        if (value.isEmpty()) {
          return value;
        }
        text.append(value.get());
      }
    }
    return Optional.of(text.toString());
  }

  /** What stands after a dollar sign. */
  private Optional<String> variable(int depth) {
    if (accept("$")) {
      return Optional.of("$");
    }
    if (depth == DEEPEST || !accept("{")) {
      return Optional.empty();
    }
    String name = name().toUpperCase(Locale.ROOT);
    if (name.isEmpty() || ALWAYS_SET.contains(name) || name.startsWith(COMPOSE)) {
      return Optional.empty();
    }
    if (!accept(":-") && !accept("-")) {
      return Optional.empty();
    }
    Optional<String> otherwise = text(depth + 1);
    return accept("}") ? otherwise : Optional.empty();
  }

  private String name() {
    int start = at;
    while (at < source.length() && isInName(source.charAt(at), at > start)) {
      at++;
    }
    return source.substring(start, at);
  }

  private static boolean isInName(char c, boolean inside) {
    return c == '_'
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (inside && c >= '0' && c <= '9');
  }

  private boolean accept(String token) {
    boolean there = source.startsWith(token, at);
    at += there ? token.length() : 0;
    return there;
  }
}
