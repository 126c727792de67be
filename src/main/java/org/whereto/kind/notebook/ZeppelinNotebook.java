// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.whereto.kind.notebook.LanguageTally.Claim;
import org.whereto.task.Facts;
import org.whereto.task.Interpreters;
import org.whereto.task.Languages;
import org.whereto.task.Languages.Language;
import org.whereto.tree.BadInput;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Sequence;

/** An Apache Zeppelin note (note, sections 3.4 and 3.5): {@code .zpln}, and {@code note.json}. */
public final class ZeppelinNotebook implements NotebookKind {

  private static final Keep PARAGRAPHS = Keep.items(Keep.members(Map.of("text", Keep.ALL)));

  static final Keep NOTE =
      NotebookDocument.keep(Map.of("paragraphs", PARAGRAPHS, Paragraphs.DEFAULT_GROUP, Keep.ALL));

  @Override
  public String name() {
    return "zeppelin-notebook";
  }

  @Override
  public Set<String> tasktypes() {
    return Set.of("uri://zeppelin-notebook");
  }

  @Override
  public Keep keep() {
    return Keep.allBut(Map.of(NotebookDocument.FIELD, NOTE));
  }

  /** Whether this document is a Zeppelin note. */
  public static boolean recognise(Mapping document) {
    return document.get("paragraphs").orElse(Tree.text("")) instanceof Sequence;
  }

  @Override
  public Facts read(Mapping taskinfo) throws BadInput {
    return NotebookFacts.read(taskinfo, new Reader());
  }

  private static final class Reader implements NotebookFacts.Reader {
    @Override
    public String unit() {
      return "paragraph";
    }

    @Override
    public Keep keep() {
      return NOTE;
    }

    @Override
    public boolean recognises(Mapping document) {
      return recognise(document);
    }

    @Override
    public String lacking() {
      return "It has no list of paragraphs, as a Zeppelin note has.";
    }

    @Override
    public Claim declared(String name) {
      String normal = Interpreters.normal(name, "");
      return new Claim(normal, Interpreters.role(normal), DeclaredLanguages.PATH, "declared");
    }

    @Override
    public String read(Mapping note, LanguageTally tally) throws BadInput {
      return new Paragraphs(note, tally).read();
    }
  }

  /**
   * The taskinfo that says the languages found and no content. Where one cannot be told, a note
   * with one paragraph of neutral text stands beside them.
   */
  @Override
  public Mapping factsOnly(Languages found) {
    Mapping names = DeclaredLanguages.write(found.used().stream().map(Language::name).toList());
    if (found.undetermined().isEmpty()) {
      return names;
    }
    Mapping paragraph = Tree.build().put("text", "0").done();
    return names.with(
        NotebookDocument.FIELD,
        Tree.build().put("paragraphs", Tree.list(List.of(paragraph))).done());
  }
}
