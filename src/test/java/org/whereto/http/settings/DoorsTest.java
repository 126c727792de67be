// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.http.settings.TlsSettings.Clients;
import org.whereto.tree.BadInput;

final class DoorsTest {

  private static final ListenAt USUAL = new ListenAt("127.0.0.1", 8080);

  private static final String TLS = "tls: {certificate: c.pem, key: k.pem}\n";

  private static Doors read(String file) throws BadInput {
    return ServerFile.read("s", ("whereto: 1\n" + file).getBytes(UTF_8)).doors();
  }

  private static List<String> at(Doors doors) {
    return doors.at(USUAL).stream().map(Listener::toString).toList();
  }

  @Test
  void whoSaysNothingIsAskedInTheClearWhereTheCommandLineSays() throws BadInput {
    assertThat(read("")).isEqualTo(Doors.PLAIN);
    assertThat(at(Doors.PLAIN)).containsExactly("http://127.0.0.1:8080/");
  }

  /** A certificate must not stand beside an open door that nobody has asked for. */
  @Test
  void whoHasACertificateIsAskedOverTlsAlone() throws BadInput {
    Doors doors = read(TLS);
    assertThat(doors.tls())
        .contains(new TlsSettings(Path.of("c.pem"), Path.of("k.pem"), "1.2", Optional.empty()));
    assertThat(at(doors)).containsExactly("https://127.0.0.1:8080/");
  }

  @Test
  void placesAreWhereTheOwnerWants() throws BadInput {
    String listen =
        """
        listen:
          - {host: "::", port: 8443}
          - {port: 8080, tls: false}
        """;
    assertThat(at(read(TLS + listen)))
        .containsExactly("https://[::]:8443/", "http://127.0.0.1:8080/");
    assertThat(at(read("listen: [{host: 10.0.0.1, port: 80}]")))
        .containsExactly("http://10.0.0.1:80/");
  }

  @Test
  void clientsMayHaveToComeWithCertificates() throws BadInput {
    String start = "tls: {certificate: c.pem, key: k.pem, oldest: 1.3, clients: {trust: t.pem";
    TlsSettings tls = read(start + "}}").tls().orElseThrow();
    assertThat(tls.oldest()).isEqualTo("1.3");
    assertThat(tls.clients()).contains(new Clients(Path.of("t.pem"), false));
    assertThat(tls.files()).containsExactly(Path.of("c.pem"), Path.of("k.pem"), Path.of("t.pem"));
    assertThat(read(start + ", required: true}}").tls().orElseThrow().clients())
        .contains(new Clients(Path.of("t.pem"), true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "tls: {key: k.pem}                           | \"certificate\" is missing here",
        "tls: {certificate: c.pem}                   | \"key\" is missing here",
        "tls: {certificate: c, key: k, oldest: 1.1}  | must be one of 1.2, 1.3, not \"1.1\"",
        "tls: {certificate: c, key: k, clients: {}}  | \"trust\" is missing here",
        "tls: {certificate: c, key: k, client: {}}   | Did you mean \"clients\"?",
        "tls: {certificate: \"a\\0b\", key: k}       | is no name that a file can have",
        "listen: {port: 80}                          | must be a list",
        "listen: [{host: 127.0.0.1}]                 | \"port\" is missing here",
        "listen: [{port: 70000}]                     | must be a whole number from 1 to 65535",
        "listen: [{port: 80, tls: true}]             | There is no certificate for TLS",
        "listen: [{port: 80}, {port: 80}]            | the same place",
        "{tls: {certificate: c, key: k}, listen: [{port: 80, tls: false}], whereto: 1}"
            + " | TLS is spoken at no place",
      })
  void eachMistakeIsNamed(String text, String told) {
    String file = text.startsWith("{") ? text : "whereto: 1\n" + text + "\n";
    BadInput fault =
        catchThrowableOfType(BadInput.class, () -> ServerFile.read("s", file.getBytes(UTF_8)));
    assertThat(fault).isNotNull();
    assertThat(fault.sentence().lines())
        .singleElement()
        .satisfies(line -> assertThat(line).matches("s:\\d:\\d+: .*").contains(told));
  }
}
