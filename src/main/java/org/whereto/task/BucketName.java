// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

/**
 * The rules for names of S3 buckets: 3 to 63 lower-case letters, digits, dots and hyphens; a letter
 * or digit at both ends; no two dots together; no IP address; not the beginning of an encoded name.
 */
final class BucketName {

  private static final int SHORTEST = 3;
  private static final int LONGEST = 63;

  private BucketName() {}

  static boolean isSound(String name) {
    return name.length() >= SHORTEST
        && name.length() <= LONGEST
        && name.chars().allMatch(c -> isAlphanumeric(c) || c == '.' || c == '-')
        && isAlphanumeric(name.charAt(0))
        && isAlphanumeric(name.charAt(name.length() - 1))
        && !name.contains("..")
        && !name.startsWith("xn--")
        && !isAddress(name);
  }

  private static boolean isAddress(String name) {
    return name.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')
        && name.chars().filter(c -> c == '.').count() == 3;
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
