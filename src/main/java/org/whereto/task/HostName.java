// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.Arrays;
import java.util.List;

/** The narrow grammar of hosts, in which no two programs that read one can differ. */
public final class HostName {

  private static final int LONGEST = 253;
  private static final int LONGEST_LABEL = 63;

  private HostName() {}

  /**
   * Whether this is a name of letters, digits and inner hyphens between dots, or an IPv4 address in
   * four plain numbers; in any letter case.
   */
  public static boolean isSound(String host) {
    List<String> labels = Arrays.asList(host.split("\\.", -1));
    return host.length() <= LONGEST
        && labels.stream().allMatch(HostName::isLabel)
        && (!isNumber(labels.getLast()) || isAddress(labels));
  }

  private static boolean isLabel(String label) {
    return !label.isEmpty()
        && label.length() <= LONGEST_LABEL
        && !label.startsWith("-")
        && !label.endsWith("-")
        && label.chars().allMatch(c -> isLetter(c) || isDigit(c) || c == '-');
  }

  /** Some resolvers read {@code 127.1} and {@code 0x7f.1} as addresses: one spelling is enough. */
  private static boolean isNumber(String label) {
    return label.startsWith("0x")
        || label.startsWith("0X")
        || label.chars().allMatch(HostName::isDigit);
  }

  private static boolean isAddress(List<String> labels) {
    return labels.size() == 4 && labels.stream().allMatch(HostName::isOctet);
  }

  private static boolean isOctet(String label) {
    return label.length() <= 3
        && label.chars().allMatch(HostName::isDigit)
        && String.valueOf(Integer.parseInt(label)).equals(label)
        && Integer.parseInt(label) <= 255;
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
