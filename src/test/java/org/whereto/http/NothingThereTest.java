// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.platform.Platform;
import org.whereto.support.RawConnection;
import org.whereto.support.RunningServer;

/** Who asks where nothing is, is told where to ask. */
class NothingThereTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                      | Ask at /accepts; what else there is stands at /."
          zeppelin                | Ask at /NAME/accepts, where NAME is zeppelin."
          b a                     | Ask at /NAME/accepts, where NAME is a, b."
          a b c d e f g h i j     | where NAME is a, b, c, d, e, f, g, h, i, j."
          a b c d e f g h i j k   | where NAME is a, b, c, d, e, f, g, h, i, j or another of those listed at /."
          none                    | No platform is here at the moment."
          """)
  void saysWhereToAskInstead(String names, String told) throws Exception {
    Platform platform =
        RunningServer.platform(Files.readString(Path.of("examples/platforms/zeppelin.yaml")));
    var mounts =
        RunningServer.mounts(
            Arrays.stream(names.split(" "))
                .filter(name -> !name.equals("none"))
                .collect(Collectors.toMap(Function.identity(), name -> platform)));
    try (RunningServer server = RunningServer.of(mounts, RunningServer.SETTINGS)) {
      String request = "GET /nowhere/accepts HTTP/1.1\r\nHost: localhost\r\n\r\n";
      assertThat(RawConnection.ask(server.port(), request).text())
          .contains("\"There is nothing at this path. ")
          .contains(told);
    }
  }
}
