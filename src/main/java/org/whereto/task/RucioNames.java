// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.Arrays;

/**
 * What Rucio calls its data: a scope and a name. Each community sets narrower rules of its own;
 * these are what all of them keep.
 */
final class RucioNames {

  static final String SCOPE_RULE =
      "no scope of Rucio: at most 30 letters, digits, dots, hyphens and underscores";

  static final String NAME_RULE =
      "no name of Rucio: at most 500 letters, digits and . - _ / # + =, with a letter, a digit or a"
          + " slash first; what stands before a colon goes into \"scope\"";

  private static final int LONGEST_SCOPE = 30;
  private static final int LONGEST_NAME = 500;

  private RucioNames() {}

  static boolean isScope(String scope) {
    return scope.length() <= LONGEST_SCOPE
        && scope.chars().allMatch(c -> isAlphanumeric(c) || "._-".indexOf(c) >= 0)
        && !isDots(scope);
  }

  static boolean isName(String name) {
    return name.length() <= LONGEST_NAME
        && name.chars().allMatch(c -> isAlphanumeric(c) || "._-/#+=".indexOf(c) >= 0)
        && (isAlphanumeric(name.charAt(0)) || name.charAt(0) == '/')
        && Arrays.stream(name.split("/", -1)).noneMatch(RucioNames::isDots);
  }

  private static boolean isDots(String part) {
    return part.equals(".") || part.equals("..");
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
