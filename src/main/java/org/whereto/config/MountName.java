// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The name under which a platform stands, which is that of its file. */
final class MountName {

  /** What needs no escaping in a URL (RFC 3986, section 2.3), and is no hidden file. */
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]*+");

  private static final Pattern ENDING = Pattern.compile("\\.ya?ml$");

  private MountName() {}

  /** The file's name without {@code .yaml} or {@code .yml}. */
  static String of(Path file) {
    return ENDING.matcher(String.valueOf(file.getFileName())).replaceFirst("");
  }

  /** Whether a file of a directory is meant as a platform file. */
  static boolean isMeant(Path file) {
    String name = String.valueOf(file.getFileName());
    return !name.startsWith(".") && ENDING.matcher(name).find();
  }

  /** Why a platform cannot stand under this name, if it cannot. */
  static Optional<String> fault(String name, Set<String> reserved) {
    if (!SEGMENT.matcher(name).matches()) {
      return Optional.of(
          "\""
              + name
              + "\" cannot stand in a URL: rename the file, with letters, digits and . _ ~ - only,"
              + " beginning with a letter or a digit.");
    }
    return reserved.contains(name)
        ? Optional.of("\"/" + name + "\" is a path that the server itself needs: rename the file.")
        : Optional.empty();
  }
}
