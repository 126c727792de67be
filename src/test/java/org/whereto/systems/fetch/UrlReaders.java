// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.whereto.support.SoundFault;
import org.whereto.tree.BadInput;

/** What holds of every text that may be a URL: whatever is taken, other readers take alike. */
final class UrlReaders {

  private UrlReaders() {}

  static void agreeOn(String text) {
    try {
      agree(text, FetchUrl.of(text));
    } catch (BadInput refused) {
      SoundFault.check(refused);
    }
  }

  /** As a redirect: the host is the one of the base, or one that the text spells out. */
  static void agreeOnRedirect(String location) throws BadInput {
    FetchUrl base = FetchUrl.of("http://base.example.org/a/b");
    FetchUrl url;
    try {
      url = base.resolve(location);
    } catch (BadInput refused) {
      SoundFault.check(refused);
      return;
    }
    String resolved = URI.create(base.toString()).resolve(location).toString();
    assertThat(FetchUrl.of(resolved).origin()).isEqualTo(url.origin());
    agree(url.toString(), url);
  }

  private static void agree(String text, FetchUrl url) throws BadInput {
    String normal = url.toString();
    assertThat(FetchUrl.of(normal)).isEqualTo(url).hasToString(normal);
    URI other = parsed(text);
    assertThat(other.getScheme().toLowerCase(Locale.ROOT)).isEqualTo(url.scheme());
    assertThat(other.getRawUserInfo()).isNull();
    assertThat(other.getPort()).isIn(url.port(), -1);
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    assertThat(other.getHost().toLowerCase(Locale.ROOT)).isEqualTo(host);
    assertThat(parsed(normal).getHost()).isEqualTo(host);
    if (url.address().isPresent()) {
      assertThat(IpAddress.of(InetAddress.ofLiteral(url.host()).getAddress()))
          .isEqualTo(IpAddress.of(InetAddress.ofLiteral(url.address().get().toString())));
    } else {
      // No program that reads addresses in old spellings takes the name for one.
      assertThatThrownBy(() -> Inet4Address.ofPosixLiteral(url.host()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static URI parsed(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException fault) {
      throw new AssertionError("Taken, but no URI: " + text, fault);
    }
  }
}
