// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The addresses that share their first bits, as {@code 10.0.0.0/8} or {@code fd00::/8} say it.
 *
 * @param first the lowest of them
 * @param bits how many they share
 */
record IpRange(IpAddress first, int bits) {

  /** All addresses of both versions. */
  static final List<IpRange> EVERYWHERE =
      Stream.of("0.0.0.0/0", "::/0").flatMap(all -> of(all).stream()).toList();

  /** Reads a range; empty for what is none, or has bits set behind those that are shared. */
  static Optional<IpRange> of(String text) {
    int slash = text.indexOf('/');
    Optional<IpAddress> address =
        slash < 0
            ? Optional.empty()
            : IpAddress.version4(text.substring(0, slash))
                .or(() -> IpAddress.version6(text.substring(0, slash)));
    return address
        .flatMap(first -> bits(text.substring(slash + 1), first).map(n -> new IpRange(first, n)))
        .filter(IpRange::beginsAtItsFirst);
  }

  boolean contains(IpAddress address) {
    return address.length() == first.length() && address.sharedBits(first) >= bits;
  }

  /** Whether some address is in both. */
  boolean overlaps(IpRange other) {
    return contains(other.first) || other.contains(first);
  }

  /** Whether it is one address alone. */
  boolean isSingle() {
    return bits == first.bits();
  }

  @Override
  public String toString() {
    return first + "/" + bits;
  }

  private static Optional<Integer> bits(String text, IpAddress first) {
    boolean number =
        !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean leadingZero = text.length() > 1 && text.startsWith("0");
    return number && !leadingZero && Integer.parseInt(text) <= first.bits()
        ? Optional.of(Integer.parseInt(text))
        : Optional.empty();
  }

  private boolean beginsAtItsFirst() {
    for (int bit = bits; bit < first.bits(); bit++) {
      if ((first.at(bit / Byte.SIZE) >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1) != 0) {
        return false;
      }
    }
    return true;
  }
}
