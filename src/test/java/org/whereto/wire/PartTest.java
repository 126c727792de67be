// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.tree.BadInput;
import org.whereto.tree.Keep;

/** Where the headers of a part end, and what is said of a part whose headers do not. */
class PartTest {

  private static final String NAMED = "Content-Disposition: form-data; name=a";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // ~ is CR LF; the body goes on with ~--b--
        "Content-Disposition: form-data; name=a~        | no empty line ends them",
        "Content-Disposition: form-data; name=a         | no empty line ends them",
        "Content-Disposition: form-data; name=a~x       | no empty line ends them",
        "~Content-Disposition: form-data; name=a~~x     | Content-Disposition must be",
        "~x                                             | Content-Disposition must be",
        "Content-Type: text/plain~~x                    | Content-Disposition must be",
        "Content-Disposition: attachment; name=a~~x     | Content-Disposition must be",
        ": x~Content-Disposition: form-data; name=a~~x  | each line must be a name, a colon",
        "x~Content-Disposition: form-data; name=a~~x    | each line must be a name, a colon",
        "Content-Disposition: form-data~~x              | a part must have a name",
      })
  void headersThatDoNotEndOrDoNotNameThePartAreAFault(String part, String told) {
    BadInput fault = fault(part.replace("~", "\r\n"));

    assertThat(fault.code()).isEqualTo("multipart.headers");
    assertThat(fault.sentence()).contains(told);
  }

  @Test
  void aTabIsNoControlCharacterButAllOthersAre() throws BadInput {
    String header = "\r\nX: a";
    assertThat(Multipart.of(body(NAMED + header + "\tb\r\n\r\nx"), type()).task(Keep.ALL))
        .isNotNull();
    assertThat(fault(NAMED + header + "\u0001b\r\n\r\nx").sentence()).contains("each line must be");
    assertThat(fault(NAMED + header + "\nb: c\r\n\r\nx").sentence()).contains("each line must be");
  }

  @Test
  void headersWithoutAnEndAreTooLongOnlyIfTheyAreLong() {
    String line = NAMED + "\r\nX: ";
    String most = line + "x".repeat(2048 - line.length());

    assertThat(fault(most).sentence()).contains("no empty line ends them");
    assertThat(fault(most + "x").sentence()).contains("longer than 2048 bytes");
  }

  @Test
  void aPartMayBeEmpty() throws BadInput {
    assertThat(Multipart.of(body(NAMED + "\r\n\r\n"), type()).task(Keep.ALL).members().get("a"))
        .isPresent();
  }

  private static BadInput fault(String part) {
    return catchThrowableOfType(
        BadInput.class, () -> Multipart.of(body(part), type()).task(Keep.ALL));
  }

  private static byte[] body(String part) {
    String first = "--b\r\nContent-Disposition: form-data; name=tasktype\r\n\r\nuri://a\r\n";
    return (first + "--b\r\n" + part + "\r\n--b--\r\n").getBytes(UTF_8);
  }

  private static String type() {
    return "multipart/form-data; boundary=b";
  }
}
