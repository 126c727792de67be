// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {

  private static final String NONE = "none";

  private static String chosen(String accept) {
    return Negotiation.byAccept(accept).map(Negotiation::mediaType).orElse(NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                                | application/json",
        "*/*                                               | application/json",
        "*                                                 | application/json",
        "application/json                                  | application/json",
        "application/yaml                                  | application/yaml",
        "application/xml                                   | application/xml",
        "APPLICATION/XML                                   | application/xml",
        "text/json                                         | text/json",
        "text/yaml                                         | text/yaml",
        "application/x-yaml                                | application/x-yaml",
        "text/x-yaml                                       | text/x-yaml",
        "text/xml                                          | text/xml",
        "text/xml;charset=utf-8                            | text/xml",
        "application/*                                     | application/json",
        "text/*                                            | text/json",
        "application/xml, application/yaml                 | application/yaml",
        "application/xml, application/json                 | application/json",
        "application/xml, */*                              | application/json",
        "application/xml, */*;q=0.1                        | application/xml",
        "application/json;q=0.5, application/yaml          | application/yaml",
        "application/json;q=.2, application/xml;q=.3       | application/xml",
        "application/json;q=0, */*                         | application/yaml",
        "application/*;q=0.1, application/xml;q=0.2        | application/xml",
        "*/*, application/json;q=0.1                       | application/yaml",
        "text/json, */*                                    | text/json",
        "application/json;q=0, application/xml;q=0.001     | application/xml",
        "image/png                                         | none",
        "image/png, application/pdf;q=0.2                  | none",
        "application/json;q=0                              | none",
        "application/problem+json                          | none",
      })
  void theBestOfAcceptIsTaken(String accept, String type) {
    assertThat(chosen(accept)).isEqualTo(type);
  }

  /** What browsers and the JDK's old client send (wire.md, section 2.1). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8",
        "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
        "text/html, application/yaml;q=0.9"
      })
  void whoWantsAPageGetsJson(String accept) {
    assertThat(chosen(accept)).isEqualTo("application/json");
  }

  @Test
  void whoWantsAPageButNamesOursFirstGetsThat() {
    assertThat(chosen("text/html, application/xml")).isEqualTo("application/xml");
  }

  /** A member that cannot be read is passed over; where none is left, nothing was asked for. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/xml;q=2                               | application/json",
        "application/xml;q=-1                              | application/json",
        "application/xml;q=0.1234                          | application/json",
        "application/xml;q=                                | application/json",
        "application/xml;q=.                               | application/json",
        "application/xml;q=1.001                           | application/json",
        "application                                       | application/json",
        "/xml                                              | application/json",
        "*/xml                                             | application/json",
        "a/b/c, application/yaml                           | application/yaml",
        ",,,application/yaml,,                             | application/yaml",
        "application/json;q=abc, application/yaml;q=0.1    | application/yaml",
        "text/plain;x=\"a,application/xml\", application/yaml | application/yaml",
      })
  void whatCannotBeReadIsPassedOver(String accept, String type) {
    assertThat(chosen(accept)).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "json, application/json",
    "YAML, application/yaml",
    "Xml, application/xml",
    "text/xml, text/xml",
    "application/x-yaml, application/x-yaml",
    "TEXT/YAML, text/yaml",
    "' json ', application/json"
  })
  void responseFormatIsANameOrAMediaType(String name, String type) {
    assertThat(Negotiation.byName(name).map(Negotiation::mediaType)).contains(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "html", "csv", "text/html", "application/*", "*/*", "json,xml"})
  void otherNamesAreNoFormat(String name) {
    assertThat(Negotiation.byName(name)).isEmpty();
  }

  @Test
  void anAcceptWithoutEndCostsNoMoreThanItsFirstMembers() {
    assertThat(chosen("image/png,".repeat(10_000) + "application/xml")).isEqualTo(NONE);
  }
}
