// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.util.Arrays;
import java.util.List;

/**
 * Which addresses belong to the public Internet, by the special-purpose registries of IANA for
 * version 4 and version 6 (RFC 6890 and what followed). Stricter than the registries in two ways:
 * of version 6 only 2000::/3 is public, which is all that was ever given out; and an address that
 * carries another one inside counts as that one or not at all.
 */
final class SpecialAddresses {

  private static final List<IpRange> VERSION_4 =
      ranges(
          "0.0.0.0/8", // "this network": Linux connects to itself
          "10.0.0.0/8", // private
          "100.64.0.0/10", // shared by carriers; metadata of some clouds
          "127.0.0.0/8", // loopback
          "169.254.0.0/16", // link-local; metadata of most clouds
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments; metadata of a cloud
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // relays from version 6 to version 4, withdrawn
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved; broadcast

  private static final IpRange GLOBAL_6 = range("2000::/3");

  private static final List<IpRange> VERSION_6 =
      ranges(
          "2001::/23", // protocol assignments; Teredo carries an address of version 4
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4 carries an address of version 4
          "3fff::/20"); // documentation

  /** DNS64 makes these of public addresses of version 4, on networks that have version 6 alone. */
  private static final IpRange NAT64 = range("64:ff9b::/96");

  /**
   * Where machines in a cloud are told their secrets. They lie in ranges that an owner may have
   * good reason to open, and one of them among public ones.
   */
  private static final List<IpRange> METADATA =
      ranges(
          "169.254.169.254/32", // most clouds
          "100.100.100.200/32", // Alibaba
          "168.63.129.16/32", // Azure
          "192.0.0.192/32", // Oracle
          "fd00:ec2::254/128", // Amazon
          "fd20:ce::254/128"); // Google

  /** Nobody's own machines: what an owner cannot mean. */
  private static final List<IpRange> NOWHERE =
      ranges("0.0.0.0/8", "224.0.0.0/3", "::/128", "ff00::/8");

  private static final int NAT64_INNER = 12;

  private SpecialAddresses() {}

  static boolean isPublic(IpAddress address) {
    return !isMetadata(address)
        && (address.length() == IpAddress.BYTES_4
            ? isNotIn(VERSION_4, address)
            : isPublic6(address));
  }

  static boolean isMetadata(IpAddress address) {
    return !isNotIn(METADATA, address);
  }

  /** Whether no machine of an owner can have any of these addresses. */
  static boolean isNowhere(IpRange range) {
    return NOWHERE.stream().anyMatch(range::overlaps);
  }

  private static boolean isPublic6(IpAddress address) {
    if (NAT64.contains(address)) {
      return isPublic(address.inside(NAT64_INNER));
    }
    return GLOBAL_6.contains(address) && isNotIn(VERSION_6, address) && !isIsatap(address);
  }

  /** Tunnels within a site (RFC 5214, section 6.1) carry an address of version 4 at the end. */
  private static boolean isIsatap(IpAddress address) {
    return (address.at(8) & ~0x03) == 0
        && address.at(9) == 0
        && address.at(10) == 0x5E
        && address.at(11) == 0xFE;
  }

  private static boolean isNotIn(List<IpRange> ranges, IpAddress address) {
    return ranges.stream().noneMatch(range -> range.contains(address));
  }

  private static List<IpRange> ranges(String... texts) {
    return Arrays.stream(texts).map(SpecialAddresses::range).toList();
  }

  private static IpRange range(String text) {
    return IpRange.of(text).orElseThrow(() -> new IllegalArgumentException(text));
  }
}
