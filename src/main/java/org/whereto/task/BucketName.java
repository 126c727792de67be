// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

/**
 * The rules for names of S3 buckets: 3 to 63 lower-case letters, digits, dots and hyphens; a letter
 * or digit at both ends; no two dots together; no IP address; not the beginning of an encoded name.
 */
public final class BucketName {

  private static final int SHORTEST = 3;
  private static final int LONGEST = 63;

  private BucketName() {}

  /** Whether a name keeps them. */
  public static boolean isSound(String name) {
    return name.length() >= SHORTEST
        && name.length() <= LONGEST
        && name.chars().allMatch(c -> isAlphanumeric(c) || c == '.' || c == '-')
        && isAlphanumeric(name.charAt(0))
        && isAlphanumeric(name.charAt(name.length() - 1))
        && !name.contains("..")
        && !name.startsWith("xn--")
        && !isAddress(name);
  }

  /** Whether a pattern of names, in which {@code *} stands for any characters, fits some name. */
  public static boolean isPattern(String pattern) {
    return pattern.length() <= LONGEST
        && pattern.chars().allMatch(c -> isAlphanumeric(c) || ".-*".indexOf(c) >= 0)
        && !pattern.contains("..")
        && (pattern.indexOf('*') >= 0 || isSound(pattern));
  }

  /** Whether a pattern means a name. No star is tried again after a later one was passed. */
  public static boolean isMatch(String pattern, String name) {
    String[] pieces = pattern.split("\\*", -1);
    String first = pieces[0];
    if (pieces.length == 1) {
      return name.equals(first);
    }
    String last = pieces[pieces.length - 1];
    int until = name.length() - last.length();
    if (first.length() > until || !name.startsWith(first) || !name.endsWith(last)) {
      return false;
    }
    int at = first.length();
    for (int i = 1; i < pieces.length - 1; i++) {
      int found = name.indexOf(pieces[i], at);
      at = found + pieces[i].length();
      if (found < 0 || at > until) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAddress(String name) {
    return name.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')
        && name.chars().filter(c -> c == '.').count() == 3;
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
