// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.whereto.tree.BadInput;

final class OriginPropertyTest {

  @Provide
  Arbitrary<String> urls() {
    Arbitrary<String> scheme =
        Arbitraries.of("https://", "http://", "HTTPS://", "https:", "https:/", "//", "ftp://");
    Arbitrary<String> host =
        Arbitraries.of(
                "a.example",
                "A.Example",
                ".",
                "..",
                "@",
                "a@b",
                ":",
                "%2e",
                "%00",
                "\\",
                "_",
                "-",
                "127.0.0.1",
                "127.1",
                "0x7f",
                "2130706433",
                "[::1]",
                "[::ffff:1.2.3.4]",
                "[fe80::1%25x]",
                "[",
                "]",
                "localhost",
                "xn--a",
                "é",
                "ａ",
                "。",
                " ",
                "#",
                "?",
                ";",
                ",",
                "*",
                "")
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(parts -> String.join("", parts));
    Arbitrary<String> port =
        Arbitraries.of(
            "", ":", ":443", ":80", ":0443", ":0", ":65535", ":65536", ":-1", ":x", ":4 43");
    Arbitrary<String> rest =
        Arbitraries.of(
            "", "/", "//b.example/", "/accepts", "/@b.example", "/..//b", "\\b", "?x", "#x");
    return Combinators.combine(scheme, host, port, rest).as((s, h, p, r) -> s + h + p + r);
  }

  /** What is compared with the names for a token is what the client connects to. */
  @Property(tries = 3000)
  void theOriginIsWhereTheClientGoes(@ForAll("urls") String url) throws HttpException {
    ServiceUrl service;
    try {
      service = ServiceUrl.of(url);
    } catch (BadInput _) {
      return;
    }
    Origin origin = service.origin();
    URI uri = service.accepts();
    HttpUriRequestBase message = Request.get(uri).message(Deadline.in(Duration.ofSeconds(1)));
    HttpHost target = RoutingSupport.determineHost(message);
    int usual = target.getSchemeName().equals("https") ? 443 : 80;
    assertThat(target.getSchemeName()).isEqualToIgnoringCase(origin.scheme());
    assertThat(bare(target.getHostName())).isEqualToIgnoringCase(bare(origin.host()));
    assertThat(target.getPort() < 0 ? usual : target.getPort()).isEqualTo(origin.port());
  }

  private static String bare(String host) {
    return host.replace("[", "").replace("]", "");
  }

  /** Nor is anything but a fault of the person ever thrown. */
  @Property(tries = 3000)
  void whatIsNamedIsReadTheSameAgain(@ForAll("urls") String url) throws BadInput {
    Optional<Origin> named;
    try {
      named = Optional.of(Origin.named(url));
    } catch (BadInput _) {
      named = Optional.empty();
    }
    if (named.isPresent()) {
      assertThat(named.get().keepsSecrets()).isTrue();
      assertThat(Origin.named(named.get().toString())).isEqualTo(named.get());
      assertThat(ServiceUrl.of(url).origin()).isEqualTo(named.get());
    }
  }

  @Provide
  Arbitrary<String> headers() {
    return Arbitraries.of(
            "ivoa_bearer",
            "Bearer",
            " ",
            ",",
            "=",
            "\"",
            "\\",
            "discovery_url",
            "https://x.example",
            "/.well-known/openid-configuration",
            "\t",
            "\u0000",
            "é",
            ";",
            "$(x)")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 3000)
  void aChallengeNamesAPlainIssuerOrNone(@ForAll("headers") String header) {
    Optional<String> issuer = new Challenges(List.of(header)).issuer();
    assertThat(issuer.orElse("https://none")).matches("https://[A-Za-z0-9.:/_-]+");
  }
}
