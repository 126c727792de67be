// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.Fact;
import org.whereto.task.Facts;
import org.whereto.task.Kind;
import org.whereto.task.Languages;
import org.whereto.tree.Tree.Mapping;

/** What all kinds of notebook have in common: a document, languages, or both. */
sealed interface NotebookKind extends Kind permits JupyterNotebook, ZeppelinNotebook {

  @Override
  default Set<Fact> provides() {
    return Set.of(Fact.LANGUAGES);
  }

  @Override
  default List<String> fields() {
    return List.of(NotebookDocument.FIELD, DeclaredLanguages.FIELD);
  }

  @Override
  default Set<String> contents() {
    return Set.of(NotebookDocument.FIELD);
  }

  /** Both Jupyter and Zeppelin keep their documents in JSON. */
  @Override
  default Optional<String> format() {
    return Optional.of("application/json");
  }

  @Override
  default Mapping factsOnly(Mapping taskinfo, Facts facts) {
    return taskinfo.get(NotebookDocument.FIELD).isEmpty()
        ? taskinfo
        : taskinfo
            .without(NotebookDocument.FIELD)
            .without(DeclaredLanguages.FIELD)
            .withAll(factsOnly(facts.languages()));
  }

  /** The taskinfo that says the languages found and no content. */
  Mapping factsOnly(Languages found);
}
