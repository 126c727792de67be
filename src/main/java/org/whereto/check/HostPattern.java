// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Hosts as owners list them: {@code git.example.org}, {@code *.example.org}, with a port or not.
 */
final class HostPattern {

  private static final int LONGEST = 260;

  private static final Pattern SHAPE =
      Pattern.compile("(?:\\*\\.)?[a-z0-9-]++(?:\\.[a-z0-9-]++)*+(?::[0-9]{1,5})?");

  private HostPattern() {}

  /** The pattern in lower case; empty if it is none. */
  static Optional<String> read(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean fits = lower.length() <= LONGEST && SHAPE.matcher(lower).matches();
    return fits ? Optional.of(lower) : Optional.empty();
  }

  /** Whether a host in lower case is meant; {@code *.example.org} does not mean example.org. */
  static boolean matches(String pattern, String host) {
    return pattern.startsWith("*.")
        ? host.endsWith(pattern.substring(1)) && host.length() > pattern.length() - 1
        : host.equals(pattern);
  }
}
