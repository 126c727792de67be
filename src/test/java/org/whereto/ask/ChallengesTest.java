// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChallengesTest {

  private static final String URL = "https://iam.example.org/realms/x";
  private static final String DOCUMENT = URL + "/.well-known/openid-configuration";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ivoa_bearer discovery_url=\"URL\"",
        "ivoa_bearer discovery_url=URL",
        "IVOA_Bearer Discovery_Url = \"URL\"",
        "Bearer, ivoa_bearer error=\"invalid_token\", discovery_url=\"URL\"",
        "Bearer realm=\"a, b\",\tivoa_bearer error=\"x\" , discovery_url=\"URL\"",
        "Bearer realm=\"say \\\"hello\\\", ok\", ivoa_bearer discovery_url=\"URL\"",
        "Basic realm=\"x\", Bearer discovery_url=\"URL\"",
        ",, ivoa_bearer discovery_url=\"URL\",,"
      })
  void theIssuerIsWhereTheDiscoveryDocumentIs(String header) {
    assertThat(issuer(header)).containsExactly(URL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "ivoa_bearer",
        "ivoa_bearer discovery_url",
        "ivoa_bearer discovery_url=",
        "ivoa_bearer discovery_url=\"",
        "ivoa_x509 discovery_url=\"URL\"",
        "Bearer realm=\"discovery_url=URL\"",
        "ivoa_bearer discovery_url=\"https://iam.example.org/\"",
        "ivoa_bearer discovery_url=\"http://iam.example.org/.well-known/openid-configuration\"",
        "ivoa_bearer discovery_url=\"ftp://iam.example.org/.well-known/openid-configuration\"",
        "ivoa_bearer discovery_url=\"https://x;reboot/.well-known/openid-configuration\"",
        "ivoa_bearer discovery_url=\"https://x/$(reboot)/.well-known/openid-configuration\"",
        "ivoa_bearer discovery_url=\"https://x/a&b/.well-known/openid-configuration\"",
        "ivoa_bearer discovery_url=\"https://x/'/.well-known/openid-configuration\"",
        "ivoa_bearer discovery_url=\"https://u:p@x/.well-known/openid-configuration\"",
        "ivoa_bearer discovery_url=\"https://x/?/.well-known/openid-configuration\"",
        "ivoa_bearer discovery_url=\"/.well-known/openid-configuration\""
      })
  void whatATypedCommandCannotHoldIsNoIssuer(String header) {
    assertThat(issuer(header)).isEmpty();
  }

  private static List<String> issuer(String header) {
    return new Challenges(List.of("Negotiate", header.replace("URL", DOCUMENT)))
        .issuer().stream().toList();
  }

  @Test
  void theFirstThatSaysSoCounts() {
    assertThat(
            new Challenges(
                    List.of(
                        "Bearer realm=x",
                        "ivoa_bearer discovery_url=\"" + DOCUMENT + "\"",
                        "ivoa_bearer discovery_url=\"https://b/.well-known/openid-configuration\""))
                .issuer())
        .contains(URL);
  }

  @Test
  void aLongHeaderIsReadInOnePass() {
    String long1 = "Bearer " + "a=\"b\\\"c\", ".repeat(100_000);
    assertThat(issuer(long1)).isEmpty();
  }
}
