// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

  @ParameterizedTest
  @CsvSource({
    "::, ::",
    "::1, ::1",
    "1::, 1::",
    "0:0:0:0:0:0:0:1, ::1",
    "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "1:0:0:2:0:0:0:3, 1:0:0:2::3",
    "::ffff:192.0.2.1, ::ffff:c000:201",
    "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0"
  })
  void version6HasOneUsualSpelling(String written, String usual) {
    assertThat(IpAddress.version6(written).orElseThrow()).hasToString(usual);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        ":::",
        "1",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1::2::3",
        ":1::",
        "1:::2",
        "1:2:3:4:5:6:7:8::",
        "::1:2:3:4:5:6:7:8",
        "g::",
        "12345::",
        "::1.2.3",
        "::1.2.3.256",
        "1.2.3.4::",
        "::1.2.3.4:1",
        "1.2.3.4",
        "::%1",
        "::+1",
        "::-1",
        "::１"
      })
  void whatIsNoVersion6IsNone(String text) {
    assertThat(IpAddress.version6(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.2.3",
        "1.2.3.4.",
        ".1.2.3.4",
        "1.2.3.4.5",
        "1..2.3",
        "256.1.1.1",
        "1.2.3.1000",
        "01.2.3.4",
        "00.0.0.0",
        "0x1.2.3.4",
        "1.2.3.a",
        "1.2.3.-4",
        "1.2.3.+4",
        "1.2.3.４",
        "1.2.3. 4"
      })
  void whatIsNoVersion4IsNone(String text) {
    assertThat(IpAddress.version4(text)).isEmpty();
  }

  /** The JDK reads what we write, and to the same bytes. */
  @Property
  void theUsualSpellingIsReadByAll(@ForAll @Size(16) byte[] bytes) throws UnknownHostException {
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] % 3 == 0 ? 0 : bytes[i];
    }
    IpAddress address = IpAddress.of(bytes);

    assertThat(IpAddress.version6(address.toString())).contains(address);
    assertThat(InetAddress.ofLiteral(address.toString()))
        .isEqualTo(InetAddress.getByAddress(bytes));
    assertThat(IpAddress.of(InetAddress.getByAddress(bytes)).toString()).isNotEmpty();
  }

  @Property
  void version4IsReadByAllToo(@ForAll @Size(4) byte[] bytes) throws UnknownHostException {
    IpAddress address = IpAddress.of(bytes);

    assertThat(IpAddress.version4(address.toString())).contains(address);
    assertThat(address).hasToString(InetAddress.getByAddress(bytes).getHostAddress());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "10.0.0.0",
        "10.0.0.0/",
        "/8",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/08",
        "10.0.0.0/8/8",
        "10.0.0.1/8",
        "10.0.0.1/31",
        "::/129",
        "::1/127",
        "fd00::1/64",
        "10/8",
        "10.0.0.0/ 8",
        "10.0.0.0/255.0.0.0",
        "[::1]/128"
      })
  void whatIsNoRangeIsNone(String text) {
    assertThat(IpRange.of(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.255.255, 11.0.0.0",
    "10.0.0.0/31, 10.0.0.1, 10.0.0.2",
    "10.0.0.1/32, 10.0.0.1, 10.0.0.0",
    "128.0.0.0/1, 255.255.255.255, 127.255.255.255",
    "::/0, ffff::, 0.0.0.0",
    "fd00::/8, fdff::1, fe00::",
    "2001:db8::/33, 2001:db8:7fff::, 2001:db8:8000::",
    "::1/128, ::1, ::2"
  })
  void aRangeEndsAtItsLastBit(String range, String within, String beyond) {
    IpRange parsed = IpRange.of(range).orElseThrow();

    assertThat(parsed).hasToString(range);
    assertThat(parsed.contains(FakeNames.address(within))).isTrue();
    assertThat(parsed.contains(FakeNames.address(beyond))).isFalse();
  }
}
