// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import java.util.Optional;
import org.whereto.kind.notebook.LanguageTally.Claim;
import org.whereto.task.Facts;
import org.whereto.task.Languages;
import org.whereto.task.Subject;
import org.whereto.tree.BadInput;
import org.whereto.tree.Keep;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/** The way from a taskinfo to its languages that all kinds of notebook share. */
final class NotebookFacts {

  /** What differs between the kinds. */
  interface Reader {
    /** What its parts are called: {@code cell}, {@code paragraph}. */
    String unit();

    /** What is worth building of a document that comes as text. */
    Keep keep();

    boolean recognises(Mapping document);

    /** What a document of another kind lacks, as a sentence. */
    String lacking();

    /** The claim that an asker makes by writing this name. */
    Claim declared(String name);

    /**
     * Adds the languages of a document.
     *
     * @return why the language of some of its code cannot be told; empty if all can
     * @throws BadInput where the document is broken; the path is of no account
     */
    String read(Mapping document, LanguageTally tally) throws BadInput;
  }

  private NotebookFacts() {}

  /**
   * The union of what is declared and what is found. What is declared settles nothing that the
   * document leaves open: the asker may have named only the languages that he could.
   */
  static Facts read(Mapping taskinfo, Reader reader) throws BadInput {
    Optional<Tree> notebook = taskinfo.get(NotebookDocument.FIELD);
    Optional<Tree> languages = taskinfo.get(DeclaredLanguages.FIELD);
    LanguageTally tally = new LanguageTally();
    if (languages.isPresent()) {
      DeclaredLanguages.read(languages.get()).forEach(name -> tally.add(reader.declared(name)));
    }
    if (notebook.isPresent()) {
      return document(NotebookDocument.read(notebook.get(), reader), tally, reader);
    }
    return languages.isPresent()
        ? facts(reader, tally, "")
        : Facts.about(new Subject.NotGiven(NotebookDocument.FIELD));
  }

  private static Facts document(NotebookDocument.Read read, LanguageTally tally, Reader reader) {
    if (read.failure().isPresent()) {
      return Facts.about(read.failure().get());
    }
    Mapping document = read.document().orElseThrow();
    if (!reader.recognises(document)) {
      return Facts.about(NotebookDocument.noDocument(document, reader.lacking()));
    }
    try {
      return facts(reader, tally, reader.read(document, tally));
    } catch (BadInput broken) {
      return Facts.about(NotebookDocument.unreadable(broken));
    }
  }

  private static Facts facts(Reader reader, LanguageTally tally, String undetermined) {
    Path at = undetermined.isEmpty() ? Path.ROOT : NotebookDocument.PATH;
    return Facts.about(new Subject.Given())
        .with(new Languages(tally.languages(), reader.unit(), undetermined, at));
  }
}
