// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The registries of special addresses, written down a second time by their edges. */
class SpecialAddressesTest {

  /** The first and last of each range; their neighbours outside are public, but for "-". */
  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 0.255.255.255, -, 1.0.0.0",
    "10.0.0.0, 10.255.255.255, 9.255.255.255, 11.0.0.0",
    "100.64.0.0, 100.127.255.255, 100.63.255.255, 100.128.0.0",
    "127.0.0.0, 127.255.255.255, 126.255.255.255, 128.0.0.0",
    "169.254.0.0, 169.254.255.255, 169.253.255.255, 169.255.0.0",
    "172.16.0.0, 172.31.255.255, 172.15.255.255, 172.32.0.0",
    "192.0.0.0, 192.0.0.255, 191.255.255.255, 192.0.1.0",
    "192.0.2.0, 192.0.2.255, 192.0.1.255, 192.0.3.0",
    "192.88.99.0, 192.88.99.255, 192.88.98.255, 192.88.100.0",
    "192.168.0.0, 192.168.255.255, 192.167.255.255, 192.169.0.0",
    "198.18.0.0, 198.19.255.255, 198.17.255.255, 198.20.0.0",
    "198.51.100.0, 198.51.100.255, 198.51.99.255, 198.51.101.0",
    "203.0.113.0, 203.0.113.255, 203.0.112.255, 203.0.114.0",
    "224.0.0.0, 255.255.255.255, 223.255.255.255, -",
    "168.63.129.16, 168.63.129.16, 168.63.129.15, 168.63.129.17",
    "::, 1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, -, 2000::",
    "2001::, 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff, 2000:ffff::, 2001:200::",
    "2001:db8::, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, 2001:db7::, 2001:db9::",
    "2002::, 2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 2001:ffff::, 2003::",
    "3fff::, 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff, 3ffe:ffff::, 3fff:1000::",
    "4000::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 3fff:ffff::, -"
  })
  void eachRangeEndsWhereItEnds(String first, String last, String before, String after) {
    assertThat(isPublic(first)).isFalse();
    assertThat(isPublic(last)).isFalse();
    assertThat(before.equals("-") || isPublic(before)).isTrue();
    assertThat(after.equals("-") || isPublic(after)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::1",
        "::7f00:1",
        "::ffff:7f00:1",
        "::ffff:8.8.8.8",
        "::ffff:0:7f00:1",
        "64:ff9b::7f00:1",
        "64:ff9b::10.0.0.1",
        "64:ff9b::169.254.169.254",
        "64:ff9b::168.63.129.16",
        "64:ff9b::0.0.0.0",
        "64:ff9b:0:0:0:1:808:808",
        "64:ff9b:1::8.8.8.8",
        "100::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:2::1",
        "2001:10::1",
        "2001:20::1",
        "2002:808:808::1",
        "2a00::5efe:a00:1",
        "2a00::200:5efe:a00:1",
        "2a00::100:5efe:a00:1",
        "2a00::300:5efe:808:808",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fd20:ce::254",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void noDisguiseHelps(String address) {
    assertThat(isPublic(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "193.0.6.139",
        "2606:4700::6810:84e5",
        "2a00:1450:4001:81b::200e",
        "2620:4f:8000::1",
        "64:ff9b::808:808",
        "2a00::5eff:a00:1",
        "2a00::1:5efe:a00:1"
      })
  void thePublicInternetIsPublic(String address) {
    assertThat(isPublic(address)).isTrue();
  }

  /** An address of version 4 is judged alike in each of the spellings that may carry one. */
  @Test
  void noAddressBecomesPublicByBeingWrapped() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      byte[] inner = new byte[4];
      random.nextBytes(inner);
      IpAddress plain = IpAddress.of(inner);
      assertThat(SpecialAddresses.isPublic(wrapped("64:ff9b::", inner, 12)))
          .isEqualTo(SpecialAddresses.isPublic(plain));
      for (String prefix : List.of("::", "::ffff:0:0", "::ffff:0:0:0", "64:ff9b:1::", "2001::")) {
        assertThat(SpecialAddresses.isPublic(wrapped(prefix, inner, 12))).isFalse();
      }
      assertThat(SpecialAddresses.isPublic(wrapped("2002::", inner, 2))).isFalse();
      assertThat(SpecialAddresses.isPublic(wrapped("2a00::5efe:0:0", inner, 12))).isFalse();
    }
  }

  private static IpAddress wrapped(String prefix, byte[] inner, int at) {
    IpAddress outer = FakeNames.address(prefix);
    byte[] bytes = new byte[16];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i >= at && i < at + 4 ? inner[i - at] : outer.at(i));
    }
    return IpAddress.of(bytes);
  }

  @Test
  void whatAnOwnerOpensIsOpen() {
    AddressRules rules = rules("10.1.0.0/16", "fd00::/8", "100.64.0.0/10", "::1/128");

    assertThat(allowed(rules, "10.1.0.0", "10.1.255.255", "fd12::1", "::1", "8.8.8.8")).isTrue();
    for (String closed :
        List.of("10.0.255.255", "10.2.0.0", "fe80::1", "::2", "::ffff:10.1.0.1", "127.0.0.1")) {
      assertThat(allowed(rules, closed)).as(closed).isFalse();
    }
    assertThat(allowed(rules, "64:ff9b::10.1.0.1")).isFalse();
  }

  @Test
  void theMetadataOfCloudsIsOpenedByNameOnly() {
    AddressRules wide = rules("169.254.0.0/16", "100.64.0.0/10", "fd00::/8");
    for (String metadata :
        List.of("169.254.169.254", "100.100.100.200", "fd00:ec2::254", "fd20:ce::254")) {
      assertThat(allowed(wide, metadata)).as(metadata).isFalse();
    }
    assertThat(allowed(wide, "169.254.169.253", "100.100.100.201")).isTrue();
    assertThat(allowed(rules("169.254.169.254/32"), "169.254.169.254")).isTrue();
  }

  private static AddressRules rules(String... ranges) {
    return new AddressRules(
        List.of(ranges).stream().map(range -> IpRange.of(range).orElseThrow()).toList());
  }

  private static boolean allowed(AddressRules rules, String... addresses) {
    return List.of(addresses).stream().map(FakeNames::address).allMatch(rules::allow);
  }

  private static boolean isPublic(String address) {
    return SpecialAddresses.isPublic(FakeNames.address(address));
  }
}
