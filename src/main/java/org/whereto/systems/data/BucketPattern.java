// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

/** Patterns of the names of buckets, in which {@code *} stands for any characters. */
final class BucketPattern {

  private BucketPattern() {}

  /** Never tries one star again after it has passed a later one. */
  static boolean isMatch(String pattern, String name) {
    int inPattern = 0;
    int inName = 0;
    int star = -1;
    int behindStar = 0;
    while (inName < name.length()) {
      boolean more = inPattern < pattern.length();
      if (more && pattern.charAt(inPattern) == '*') {
        star = inPattern++;
        behindStar = inName;
      } else if (more && pattern.charAt(inPattern) == name.charAt(inName)) {
        inPattern++;
        inName++;
      } else if (star >= 0) {
        inPattern = star + 1;
        inName = ++behindStar;
      } else {
        return false;
      }
    }
    return pattern.substring(inPattern).chars().allMatch(c -> c == '*');
  }
}
