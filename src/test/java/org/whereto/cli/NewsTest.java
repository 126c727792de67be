// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.whereto.config.Change;
import org.whereto.config.Change.Changed;
import org.whereto.config.Change.Failed;
import org.whereto.config.Change.Gone;
import org.whereto.config.Change.Mended;
import org.whereto.config.Change.Mounted;
import org.whereto.platform.Mounts;
import org.whereto.platform.Version;
import org.whereto.tree.Place;
import org.whereto.tree.Problems.Problem;

final class NewsTest {

  private static final Path FILE = Path.of("conf/a.yaml");
  private static final Version VERSION = new Version("0123456789ab");
  private static final Problem PROBLEM = new Problem(new Place(2, 3), "Unknown key \"x\".");

  private static List<String> told(Change change) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    new News(
            new Terminal(
                new ByteArrayInputStream(new byte[0]),
                nowhere,
                new PrintStream(err, false, UTF_8),
                OptionalInt.empty(),
                false,
                Map.of()))
        .accept(change);
    return err.toString(UTF_8).lines().toList();
  }

  @Test
  void everyChangeIsALine() {
    assertThat(told(new Mounted("a", FILE, VERSION)))
        .containsExactly("whereto: conf/a.yaml has come: /a/ has configuration 0123456789ab.");
    assertThat(told(new Changed(Mounts.ROOT, FILE, VERSION)))
        .containsExactly("whereto: conf/a.yaml has changed: / has configuration 0123456789ab.");
    assertThat(told(new Mended("a", FILE, VERSION)))
        .containsExactly("whereto: conf/a.yaml is mended: /a/ has configuration 0123456789ab.");
    assertThat(told(new Gone("a", FILE, true)))
        .containsExactly("whereto: conf/a.yaml has gone: /a/ is no longer there.");
    assertThat(told(new Gone("a", FILE, false))).containsExactly("whereto: conf/a.yaml has gone.");
  }

  @Test
  void ofAFaultyFileTheFaultsAreTold() {
    assertThat(told(new Failed("a", FILE, true, List.of(PROBLEM))))
        .containsExactly(
            "whereto: conf/a.yaml cannot be served: /a/ stays as it was.",
            "whereto: conf/a.yaml:2:3: Unknown key \"x\".");
    assertThat(told(new Failed("a", FILE, false, List.of(PROBLEM))))
        .first()
        .isEqualTo("whereto: conf/a.yaml cannot be served: /a/ is not there.");
  }

  @Test
  void ofManyFaultsTheFirstAreTold() {
    assertThat(told(new Failed("a", FILE, true, Collections.nCopies(500, PROBLEM))))
        .hasSize(22)
        .last()
        .isEqualTo("whereto: ... and more; see all with: whereto validate conf/a.yaml");
  }
}
