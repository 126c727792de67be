// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps a server from starting. What it does then stands in the tests of real processes. */
final class ServeTest {

  private static final String GOOD = "examples/platforms/zeppelin.yaml";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          serve                             | FILE_OR_DIR is missing.
          serve x.yaml --port 65536         | --port must be a number from 0 to 65535, not "65536".
          serve x.yaml --port -1            | --port must be a number from 0 to 65535
          serve x.yaml --port http          | --port must be a number from 0 to 65535
          serve x.yaml --prot 1             | Did you mean "--port"?
          serve x.yaml -p 1                 | There is no option "-p". Did you mean "--port"?
          serve nowhere.yaml                | nowhere.yaml: There is no file "nowhere.yaml".
          serve http://127.0.0.1/           | is a URL: name a file on this machine.
          serve docs/decisions              | There is no platform file (*.yaml) in docs/decisions
          serve examples/platforms --config nowhere.yaml | There is no file "nowhere.yaml".
          serve examples/platforms --host 203.0.113.1    | Nobody can listen at 203.0.113.1:8080
          """)
  void badUseIsToldWithARemedy(String line, String told) {
    Ran ran = Ran.of(line.split(" "));
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains(told);
    assertThat(ran.err().lines()).allSatisfy(one -> assertThat(one).startsWith("whereto: "));
  }

  @Test
  void aPortThatIsInUseIsOneClearLine() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ran ran = Ran.of("serve", GOOD, "--port", String.valueOf(other.getLocalPort()));
      assertThat(ran)
          .isEqualTo(
              new Ran(
                  2,
                  "",
                  "whereto: Nobody can listen at 127.0.0.1:%d: the port is in use. Stop what uses it, or choose another: by --port, or for the admin pages by admin.port in the server's file.\n"
                      .formatted(other.getLocalPort())));
    }
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() throws IOException {
    Path server = Files.writeString(folder.resolve("server.yaml"), "whereto: 1\nlimit: {}\n");
    Path one = Files.writeString(folder.resolve("one.yaml"), "whereto: 1\n");
    Path two = Files.writeString(folder.resolve("two.yaml"), "{{{\n");
    Ran ran = Ran.of("serve", one.toString(), two.toString(), "--config", server.toString());
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains(server + ":2:1: Unknown key \"limit\". Did you mean \"limits\"?")
        .contains(one + ":1:1: \"interfaces\" is missing here.")
        .contains(one + ":1:1: \"accepts\" is missing here.")
        .contains(two + ":");
  }
}
