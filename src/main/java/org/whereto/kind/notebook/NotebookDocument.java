// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.whereto.task.Subject;
import org.whereto.task.Task;
import org.whereto.task.Urls;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Path;
import org.whereto.tree.Place;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * The member {@code notebook} of a taskinfo: the document itself, as a tree or as its text, or a
 * URL that was not fetched.
 */
final class NotebookDocument {

  static final String FIELD = "notebook";
  static final Path PATH = Task.TASKINFO_PATH.member(FIELD);
  static final String UNREADABLE = "notebook.unreadable";

  /** Members that tell what a document is, of which no more is needed. */
  private static final Map<String, Keep> MARKS =
      Map.of(
          "cells", Keep.items(Keep.NOTHING),
          "worksheets", Keep.items(Keep.NOTHING),
          "paragraphs", Keep.items(Keep.NOTHING),
          "services", Keep.members(Map.of()),
          "tasktype", Keep.ALL);

  /** What became of it: exactly one of the two is there. */
  record Read(Optional<Mapping> document, Optional<Subject> failure) {
    private static Read of(Mapping document) {
      return new Read(Optional.of(document), Optional.empty());
    }

    private static Read failed(Subject failure) {
      return new Read(Optional.empty(), Optional.of(failure));
    }
  }

  private NotebookDocument() {}

  /** Keeps what a kind reads of its documents, and what tells them from others. */
  static Keep keep(Map<String, Keep> rules) {
    Map<String, Keep> all = new HashMap<>(MARKS);
    all.putAll(rules);
    return Keep.members(all);
  }

  /**
   * @throws BadInput where it is null, empty or a list
   */
  static Read read(Tree notebook, NotebookFacts.Reader reader) throws BadInput {
    return switch (notebook) {
      case Sequence list ->
          throw new BadInput(
              "notebook.not-a-document",
              PATH,
              list.place(),
              "The notebook must be its content or a URL, not a list.");
      case Mapping mapping -> checked(mapping);
      case Scalar scalar when scalar.isNull() || scalar.text().isBlank() ->
          throw new BadInput("notebook.empty", PATH, scalar.place(), "The notebook is empty.");
      case Scalar scalar -> text(scalar, reader);
    };
  }

  private static Read text(Scalar scalar, NotebookFacts.Reader reader) {
    if (!scalar.tag().isEmpty()) {
      return tagged(scalar);
    }
    if (Urls.of(scalar).isPresent()) {
      return Read.failed(
          new Subject.NotFetched(
              "notebook.not-fetched",
              PATH,
              "The notebook was not fetched from its URL: send the content instead."));
    }
    byte[] bytes = scalar.text().getBytes(StandardCharsets.UTF_8);
    try {
      Tree tree = Formats.JSON.read(bytes, Budget.LARGE.withLongTexts(), reader.keep());
      return tree instanceof Mapping mapping
          ? checked(mapping)
          : Read.failed(noDocument(tree, reader.lacking()));
    } catch (BadInput fault) {
      return Read.failed(unreadable(guess(scalar.text()), fault.sentence(), fault.place()));
    }
  }

  private static Read checked(Mapping document) {
    Optional<Tree> tagged = document.firstTagged();
    return tagged.isPresent() ? tagged(tagged.get()) : Read.of(document);
  }

  private static Read tagged(Tree node) {
    return Read.failed(
        unreadable("", "No notebook holds the YAML tag " + node.tag() + ".", node.place()));
  }

  /** The subject of a document that is not what it should be. */
  static Subject.Unreadable unreadable(BadInput fault) {
    return unreadable("", fault.sentence(), fault.place());
  }

  /**
   * The subject of a document of another kind.
   *
   * @param lacking what it lacks, as a sentence
   */
  static Subject.Unreadable noDocument(Tree tree, String lacking) {
    return unreadable(seems(tree), lacking, Place.NONE);
  }

  private static Subject.Unreadable unreadable(String seems, String why, Place place) {
    String at =
        place.line() == 0 ? "" : " (line " + place.line() + ", column " + place.column() + ")";
    String guess = seems.isEmpty() ? "" : " It seems to be " + seems + ".";
    return new Subject.Unreadable(
        UNREADABLE, PATH, "The notebook cannot be read" + at + ". " + why + guess);
  }

  private static String seems(Tree tree) {
    if (!(tree instanceof Mapping mapping)) {
      return tree instanceof Sequence ? "a list" : "a single value";
    }
    if (mapping.get("paragraphs").isPresent()) {
      return "a Zeppelin note";
    }
    if (mapping.get("cells").isPresent() || mapping.get("worksheets").isPresent()) {
      return "a Jupyter notebook";
    }
    if (mapping.get("tasktype").isPresent()) {
      return "a whole Task, not its notebook";
    }
    return mapping.get("services").isPresent() ? "a compose file" : "";
  }

  private static String guess(String text) {
    String start = text.replace("\ufeff", "").strip();
    return switch (start.isEmpty() ? ' ' : start.charAt(0)) {
      case '<' -> "a web page or XML";
      case '{', '[', '"' -> "";
      default -> "another kind of text, not JSON";
    };
  }
}
