// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.util.List;
import org.whereto.ask.Report;
import org.whereto.config.PlatformFile;
import org.whereto.http.settings.ServerFile;
import org.whereto.tree.Formats;
import org.whereto.tree.Tree;
import org.whereto.wire.Schemas;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The JSON Schemas of what Whereto reads and writes. */
final class Schema implements Command {

  private static final String PLATFORM = "platform";
  private static final String ANSWER = "answer";
  private static final String TASK = "task";
  private static final String ASK = "ask";
  private static final String SERVER = "server";
  private static final List<String> DOCUMENTS = List.of(PLATFORM, ANSWER, TASK, ASK, SERVER);

  @Override
  public String name() {
    return "schema";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .customSynopsis("whereto schema [DOCUMENT]")
        .header("Print the JSON Schema of a document.")
        .footer(
            "",
            "Editors complete and check a platform file that begins with",
            "  # yaml-language-server: $schema=platform.schema.json");
    return spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .required(false)
            .type(String.class)
            .completionCandidates(DOCUMENTS)
            .converters(word -> Options.oneOf(DOCUMENTS, word))
            .paramLabel("DOCUMENT")
            .description(
                "platform (default): an owner's file; answer: what a service answers; task: what"
                    + " it is asked; ask: what \"whereto ask -o json\" prints; server: the file of"
                    + " \"whereto serve --config\".")
            .build());
  }

  @Override
  public int run(ParseResult parsed, Terminal terminal) {
    terminal.document(Formats.JSON.write(schema(parsed.matchedPositionalValue(0, PLATFORM))));
    return 0;
  }

  private static Tree schema(String document) {
    return switch (document) {
      case ANSWER -> Schemas.answer();
      case TASK -> Schemas.task();
      case ASK -> Report.schema();
      case SERVER -> ServerFile.schema();
      default -> PlatformFile.schema();
    };
  }
}
