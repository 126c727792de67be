// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.whereto.task.Facts;
import org.whereto.task.Languages.Language;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/** Small notebooks written down in YAML, and what is found in them in one line. */
final class JupyterInYaml {

  private static final JupyterNotebook KIND = new JupyterNotebook();
  static final String PYTHON = "{kernelspec: {language: python, name: python3}}";

  private JupyterInYaml() {}

  static String notebook(String metadata, String... cells) {
    return "{metadata: %s, cells: [%s]}".formatted(metadata, String.join(", ", cells));
  }

  static String code(String source) {
    return "{cell_type: code, metadata: {}, source: " + source + "}";
  }

  static String quoted(String source) {
    return Formats.JSON.line(Tree.text(source));
  }

  static String found(String notebook) throws BadInput {
    return found(read("notebook: " + notebook));
  }

  /** The languages with their roles, and a question mark where one cannot be told. */
  static String found(Facts facts) {
    String used =
        facts.languages().used().stream()
            .map(l -> l.name() + " " + l.role())
            .collect(Collectors.joining(", "));
    return (used + (facts.languages().undetermined().isEmpty() ? "" : " ?")).strip();
  }

  static List<Language> languages(String notebook) throws BadInput {
    return read("notebook: " + notebook).languages().used();
  }

  static Facts read(String yaml) throws BadInput {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    return KIND.read((Mapping) Formats.YAML.read(bytes, Budget.LARGE, Keep.ALL));
  }
}
