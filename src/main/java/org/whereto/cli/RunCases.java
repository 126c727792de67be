// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.nio.file.Path;
import java.util.List;
import org.whereto.Whereto;
import org.whereto.cli.Grid.Cell;
import org.whereto.config.OwnerFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.tree.BadInput;
import org.whereto.tree.Problems;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Does a platform file answer an owner's own cases as the owner expects? */
final class RunCases implements Command {

  private static final int INDENT_OF_DIFFERENCES = 7;

  @Override
  public String name() {
    return "test";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .customSynopsis("whereto test FILE CASES [-q] [--color WHEN]")
        .header("Run an owner's own cases against a platform file.")
        .footer(
            "",
            "CASES is one YAML list:",
            "  - name: an R notebook has to go elsewhere",
            "    task: notebooks/transits.ipynb     # beside this file; or a Task: {tasktype: ...}",
            "    expect: no                         # yes, yes-if or no",
            "    reasons: [languages.not-offered]   # all codes; left out: not looked at",
            "  - name: any container is welcome",
            "    task: {tasktype: uri://docker-container}",
            "    expect: yes-if",
            "    warnings: [image.not-given]",
            "    interfaces: [uri://docker-uws]",
            "",
            "Exit codes: 0 all are right; 1 some are wrong; 2 bad use or unreadable input.");
    return spec.addPositional(Options.files(0, "FILE", "A platform file."))
        .addPositional(Options.files(1, "CASES", "A file of cases."))
        .addOption(Options.quiet("Print wrong cases only."))
        .addOption(Options.color());
  }

  @Override
  public int run(ParseResult parsed, Terminal terminal) throws BadInput {
    String file = Options.word(parsed, 0);
    Checked.Good declared = Whereto.declared(Options.file(file));
    String casesFile = Options.word(parsed, 1);
    Problems problems = new Problems();
    Path path = Options.file(casesFile);
    List<Case> cases = Case.read(OwnerFile.bytes(path), path, problems);
    if (!problems.isEmpty()) {
      problems.all().forEach(problem -> terminal.say(problem.in(casesFile)));
      return Main.BAD_USE;
    }
    Paint paint = Options.paint(parsed, terminal);
    int wrong = 0;
    try (Whereto whereto = new Whereto()) {
      for (Case one : cases) {
        List<String> differences = differences(one, new Asked(file, declared, whereto));
        wrong += differences.isEmpty() ? 0 : 1;
        if (!differences.isEmpty() || !Options.isQuiet(parsed)) {
          terminal.show(line(one, differences, paint, terminal.width()));
        }
      }
    }
    if (!Options.isQuiet(parsed)) {
      int right = cases.size() - wrong;
      terminal.say(Said.count(cases.size(), "case") + ": " + right + " ok, " + wrong + " wrong");
    }
    return wrong == 0 ? 0 : 1;
  }

  private record Asked(String file, Checked.Good declared, Whereto whereto) {}

  private static List<String> differences(Case one, Asked asked) {
    try {
      var decision = asked.whereto().decide(one.task(), asked.declared());
      return Difference.between(
          one, new Explained(asked.file(), asked.declared().platform(), decision, List.of()));
    } catch (BadInput fault) {
      String path = fault.path().text();
      return List.of(
          "expected "
              + one.expected().word()
              + ", but the task cannot be read: "
              + (path.isEmpty() ? "" : path + ": ")
              + fault.sentence());
    }
  }

  private static String line(Case one, List<String> differences, Paint paint, int width) {
    Grid grid = new Grid("", width, INDENT_OF_DIFFERENCES - 2);
    boolean right = differences.isEmpty();
    grid.row(
        Cell.of(right ? "ok" : "WRONG", right ? paint::good : paint::bad),
        Cell.of(Terminal.clean(one.name())));
    if (right) {
      return grid.toString();
    }
    Grid below = new Grid(" ".repeat(INDENT_OF_DIFFERENCES), width);
    differences.forEach(sentence -> below.row(Cell.listing(List.of(Terminal.clean(sentence)))));
    return grid.toString() + below;
  }
}
