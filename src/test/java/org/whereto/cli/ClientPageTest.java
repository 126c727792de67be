// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.whereto.ask.Report;
import org.whereto.support.JsonSchemas;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

/** What docs/client.md shows of the command line is what the command line does. */
final class ClientPageTest {

  private static final String PAGE = read();
  private static final String MILLISECONDS = "\"milliseconds\": \\d+";

  private static String read() {
    try {
      return Files.readString(Path.of("docs/client.md"));
    } catch (IOException absent) {
      throw new AssertionError(absent);
    }
  }

  private static Tree json(String text) throws BadInput {
    return Formats.JSON.read(text.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
  }

  private static String told(String json) throws BadInput {
    return new String(Formats.JSON.write(json(json)), UTF_8).replaceAll(MILLISECONDS, "");
  }

  @Test
  void theJsonOfThePageIsWhatAskPrints() throws BadInput {
    String block = PAGE.substring(PAGE.indexOf("```json\n") + 8);
    String shown = block.substring(0, block.indexOf("```"));
    Ran ran =
        Ran.of(
            "ask",
            "examples/tasks/photometry-python-and-r.ipynb",
            "--at",
            "examples/platforms/jupyterhub.yaml",
            "examples/platforms/binderhub.yaml",
            "http://127.0.0.1:1/",
            "-o",
            "json");
    assertThat(told(shown)).isEqualTo(told(ran.out()));
    assertThat(JsonSchemas.faults(Report.schema(), json(shown))).isEmpty();
  }

  @Test
  void theRootOfTheXmlIsNamed() {
    Ran ran = Ran.of("ask", "docker://x", "--at", "examples/platforms/esap.yaml", "-o", "xml");
    assertThat(ran.out().lines().skip(1)).first().isEqualTo("<report>");
    assertThat(PAGE).contains("the root is `report`");
  }

  @Test
  void everyOptionOfAskStandsInThePage() {
    assertThat(new Ask().spec().options())
        .allSatisfy(option -> assertThat(PAGE).contains("`" + option.names()[0]));
  }
}
