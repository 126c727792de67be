// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.util.List;
import org.whereto.tree.BadInput;
import org.whereto.tree.Formats;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What is this, and what would be asked about it? */
final class Inspect implements Command {

  private static final String TEXT = "text";
  private static final List<String> FORMS = List.of(TEXT, "json", "yaml", "xml");

  @Override
  public String name() {
    return "inspect";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .customSynopsis("whereto inspect TASK [OPTION...]")
        .header("Show what is found in a task, with the evidence; asks nobody.")
        .description(
            "With -o json, yaml or xml the member \"task\" is the question as it would leave this"
                + " machine.")
        .footer("", "Exit codes: 0 done; 2 bad use or unreadable input.");
    return Taken.declare(spec).addOption(Options.output(FORMS));
  }

  @Override
  public int run(ParseResult parsed, Terminal terminal) throws BadInput {
    Taken taken = Taken.of(parsed, terminal);
    String form = Options.output(parsed, FORMS);
    if (form.equals(TEXT)) {
      taken.inspection().describe().forEach(line -> terminal.show(line + "\n"));
    } else {
      terminal.document(
          Formats.byName(form, "inspection").orElseThrow().write(taken.inspection().tree()));
    }
    return 0;
  }
}
