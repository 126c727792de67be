// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.io.File;
import java.util.List;
import org.whereto.Whereto;
import org.whereto.ask.Verdict;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.decide.Decision;
import org.whereto.tree.BadInput;
import org.whereto.tree.Formats;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Why does this platform answer as it does? */
final class Explain implements Command {

  private static final String AT = "--at";
  private static final String TABLE = "table";
  private static final List<String> FORMS = List.of(TABLE, "json", "yaml", "xml");

  @Override
  public String name() {
    return "explain";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .customSynopsis("whereto explain TASK --at FILE [OPTION...]")
        .header("Show how a platform file comes to its answer, check by check.")
        .description(
            "Every acceptance is shown, and of every check the value it saw, the limit and the"
                + " outcome: all, whatever the file discloses to those who ask.")
        .footer(
            "",
            "whereto explain notebook.ipynb --at my.yaml",
            "",
            "Exit codes: 0 YES; 1 NO; 2 bad use or unreadable input.");
    return Taken.declare(spec)
        .addOption(
            OptionSpec.builder(AT)
                .type(File.class)
                .arity("1")
                .required(true)
                .paramLabel("FILE")
                .description("A platform file.")
                .build())
        .addOption(Options.output(FORMS))
        .addOption(Options.color());
  }

  @Override
  public int run(ParseResult parsed, Terminal terminal) throws BadInput {
    Taken taken = Taken.of(parsed, terminal);
    String file = parsed.matchedOption(AT).originalStringValues().getFirst();
    Checked.Good declared = Whereto.declared(Options.file(file));
    Explained explained;
    try (Whereto whereto = new Whereto()) {
      Decision decision = whereto.decide(taken.inspection().full(), declared);
      explained = new Explained(file, declared.platform(), decision, whereto.sources(declared));
    }
    String form = Options.output(parsed, FORMS);
    if (form.equals(TABLE)) {
      terminal.tell(taken.lines(false));
      terminal.say("");
      Paint paint = Options.paint(parsed, terminal);
      terminal.show(ExplainedText.of(explained, terminal.width(), paint));
    } else {
      var format = Formats.byName(form, "explanation").orElseThrow();
      terminal.document(format.write(ExplainedTree.of(explained)));
    }
    return Verdict.of(List.of(explained.result())).exitCode();
  }
}
