// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * An address of the Internet Protocol, by its bytes alone. The JDK's own class reads more spellings
 * than there should be, and turns some addresses of version 6 into others of version 4.
 */
public final class IpAddress {

  static final int BYTES_4 = 4;
  static final int BYTES_6 = 16;

  private static final int GROUPS = 8;

  private final byte[] bytes;

  private IpAddress(byte[] bytes) {
    this.bytes = bytes;
  }

  static IpAddress of(InetAddress address) {
    return new IpAddress(address.getAddress());
  }

  /** Four or sixteen bytes. */
  static IpAddress of(byte[] bytes) {
    return new IpAddress(bytes.clone());
  }

  /** Four numbers from 0 to 255 without leading zeros; empty for any other spelling. */
  static Optional<IpAddress> version4(String text) {
    String[] numbers = text.split("\\.", -1);
    byte[] bytes = new byte[BYTES_4];
    for (int i = 0; i < BYTES_4 && numbers.length == BYTES_4; i++) {
      if (!isByte(numbers[i])) {
        return Optional.empty();
      }
      bytes[i] = (byte) Integer.parseInt(numbers[i]);
    }
    return numbers.length == BYTES_4 ? Optional.of(new IpAddress(bytes)) : Optional.empty();
  }

  /** Hexadecimal groups, {@code ::} at most once, a tail in the form of version 4 or none. */
  public static Optional<IpAddress> version6(String text) {
    int gap = text.indexOf("::");
    Optional<List<Integer>> before = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
    Optional<List<Integer>> after = groups(gap < 0 ? "" : text.substring(gap + 2), true);
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    int given = before.get().size() + after.get().size();
    if (gap < 0 ? given != GROUPS : given >= GROUPS) {
      return Optional.empty();
    }
    byte[] bytes = new byte[BYTES_6];
    put(bytes, 0, before.get());
    put(bytes, GROUPS - after.get().size(), after.get());
    return Optional.of(new IpAddress(bytes));
  }

  /** In bytes. */
  int length() {
    return bytes.length;
  }

  int bits() {
    return bytes.length * Byte.SIZE;
  }

  /** How many bits, counted from the first, are the same in another address of this length. */
  int sharedBits(IpAddress other) {
    int same = Arrays.mismatch(bytes, other.bytes);
    return same < 0
        ? bits()
        : same * Byte.SIZE
            + Integer.numberOfLeadingZeros(at(same) ^ other.at(same))
            - (Integer.SIZE - Byte.SIZE);
  }

  /** The byte at an index, from 0 to 255. */
  int at(int index) {
    return bytes[index] & 0xFF;
  }

  /** Four of its bytes, as an address of version 4. */
  IpAddress inside(int from) {
    return new IpAddress(Arrays.copyOfRange(bytes, from, from + BYTES_4));
  }

  InetAddress inet(String name) throws UnknownHostException {
    return InetAddress.getByAddress(name, bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IpAddress address && Arrays.equals(bytes, address.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The usual spelling: for version 6 that of RFC 5952, always in hexadecimal. */
  @Override
  public String toString() {
    if (bytes.length == BYTES_4) {
      return at(0) + "." + at(1) + "." + at(2) + "." + at(3);
    }
    int gap = longestGap();
    StringBuilder text = new StringBuilder();
    int i = 0;
    while (i < GROUPS) {
      boolean inGap = i == gap;
      text.append(inGap ? "::" : separator(text)).append(inGap ? "" : hex(group(i)));
      i += inGap ? zeros(i) : 1;
    }
    return text.toString();
  }

  private static String separator(StringBuilder text) {
    return text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":";
  }

  /** The first of the longest runs of zeros; -1 if there is none of two or more. */
  private int longestGap() {
    int best = -1;
    for (int i = 0; i < GROUPS; i++) {
      int longest = best < 0 ? 1 : zeros(best);
      if (zeros(i) > longest) {
        best = i;
      }
    }
    return best;
  }

  private int zeros(int from) {
    int to = from;
    while (to < GROUPS && group(to) == 0) {
      to++;
    }
    return to - from;
  }

  private int group(int index) {
    return at(2 * index) << 8 | at(2 * index + 1);
  }

  private static String hex(int group) {
    return HexFormat.of().toHexDigits(group, 4).replaceFirst("^0{1,3}", "");
  }

  private static void put(byte[] bytes, int from, List<Integer> groups) {
    for (int i = 0; i < groups.size(); i++) {
      bytes[2 * (from + i)] = (byte) (groups.get(i) >> 8);
      bytes[2 * (from + i) + 1] = (byte) (int) groups.get(i);
    }
  }

  /**
   * The groups on one side of {@code ::}.
   *
   * @param last whether a tail in the form of version 4 may stand there
   */
  private static Optional<List<Integer>> groups(String text, boolean last) {
    List<Integer> groups = new ArrayList<>();
    if (text.isEmpty()) {
      return Optional.of(groups);
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      Optional<IpAddress> tail =
          last && i == parts.length - 1 ? version4(parts[i]) : Optional.empty();
      if (tail.isPresent()) {
        groups.add(tail.get().at(0) << 8 | tail.get().at(1));
        groups.add(tail.get().at(2) << 8 | tail.get().at(3));
      } else if (isGroup(parts[i])) {
        groups.add(HexFormat.fromHexDigits(parts[i]));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(groups);
  }

  private static boolean isGroup(String text) {
    return !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(HexFormat::isHexDigit);
  }

  private static boolean isByte(String text) {
    boolean digits =
        !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean leadingZero = text.length() > 1 && text.startsWith("0");
    return digits && !leadingZero && Integer.parseInt(text) <= 0xFF;
  }
}
