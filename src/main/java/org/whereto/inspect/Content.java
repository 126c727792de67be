// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.kind.notebook.JupyterNotebook;
import org.whereto.kind.notebook.ZeppelinNotebook;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Nearest;
import org.whereto.tree.OneLine;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/**
 * Tells what a file is by what is in it; its name is a hint only.
 *
 * @param text without a byte order mark
 * @param name of the file, for sentences and as a hint
 */
record Content(String text, String name) {

  /** A file of the person who asks, on the machine of that person: nodes are cheap there. */
  private static final Budget OWN_FILE =
      new Budget(1 << 24, 64, 1_000_000, 1 << 24, 256, 100).withLongTexts();

  /** The key of a platform file that no other document has. */
  private static final String ACCEPTS = "accepts";

  private static final int LARGEST_TASK = 1 << 16;

  /** What tells one document from another. */
  private static final Keep MARKS = marks();

  private static Keep marks() {
    Map<String, Keep> marks = new HashMap<>();
    for (String list : new String[] {"cells", "worksheets", "paragraphs", "dependencies"}) {
      marks.put(list, Keep.items(Keep.NOTHING));
    }
    for (String text : new String[] {Task.TASKTYPE, "nbformat", "nbformat_minor", "apiVersion"}) {
      marks.put(text, Keep.ALL);
    }
    marks.put("services", Keep.members(Map.of()));
    marks.put("include", Keep.items(Keep.NOTHING));
    marks.put(ACCEPTS, Keep.items(Keep.NOTHING));
    return Keep.members(marks);
  }

  /**
   * What the bytes are.
   *
   * @throws BadInput with what they seem to be, where that is nothing of ours
   */
  static Found recognise(byte[] bytes, String name) throws BadInput {
    Lookalike.refuseBytes(bytes, name);
    String text = Bytes.text(bytes, name);
    Lookalike.refuseText(text, name);
    return new Content(text, name).recognise();
  }

  private Found recognise() throws BadInput {
    Format format = looksLikeJson() ? Formats.JSON : Formats.YAML;
    Tree document = read(format, MARKS);
    if (!(document instanceof Mapping mapping)) {
      throw Lookalike.seems(
          name,
          format.equals(Formats.JSON) ? "a JSON list" : "plain text",
          "give a notebook, a compose file or a Task");
    }
    if (mapping.get(Task.TASKTYPE).isPresent()) {
      Task task = Task.read(read(format, Keep.ALL));
      return new Found(Inspection.TASK, task, List.of());
    }
    if (JupyterNotebook.recognise(mapping)) {
      return hinted(
          Ending.JUPYTER,
          Found.of("a Jupyter notebook" + version(mapping), TaskTypes.JUPYTER, "notebook", text));
    }
    if (ZeppelinNotebook.recognise(mapping)) {
      return hinted(
          Ending.ZEPPELIN, Found.of("a Zeppelin note", TaskTypes.ZEPPELIN, "notebook", text));
    }
    if (isCompose(mapping)) {
      return Found.of("a compose file", TaskTypes.COMPOSE, "composefile", text);
    }
    throw other(mapping, format);
  }

  private Tree read(Format format, Keep keep) throws BadInput {
    try {
      return format.read(text.getBytes(StandardCharsets.UTF_8), OWN_FILE, keep);
    } catch (BadInput fault) {
      throw new BadInput(
          fault.code(),
          fault.path(),
          fault.place(),
          OneLine.of(name) + " is no " + expected(format) + ": " + fault.sentence());
    }
  }

  private String expected(Format format) {
    return switch (Ending.of(name)) {
      case JUPYTER -> "Jupyter notebook";
      case ZEPPELIN -> "Zeppelin note";
      case COMPOSE -> "compose file";
      case JSON, YAML -> format.equals(Formats.JSON) ? "JSON document" : "YAML document";
      case NONE -> "notebook, compose file or Task";
    };
  }

  /** YAML may begin with a brace as well; then it is no JSON after its first few characters. */
  private boolean looksLikeJson() {
    String start = text.stripLeading();
    if (Ending.of(name).isJson()) {
      return true;
    }
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return false;
    }
    String second = start.substring(1).stripLeading();
    return second.isEmpty() || "\"{[]}".indexOf(second.charAt(0)) >= 0;
  }

  private static String version(Mapping notebook) {
    String major = number(notebook.get("nbformat"));
    String minor = number(notebook.get("nbformat_minor"));
    return major.isEmpty()
        ? ""
        : " (nbformat " + major + (minor.isEmpty() ? "" : "." + minor) + ")";
  }

  private static String number(Optional<Tree> value) {
    return value.isPresent() && value.get() instanceof Scalar scalar && scalar.text().length() < 4
        ? OneLine.of(scalar.text())
        : "";
  }

  private Found hinted(Ending fitting, Found found) {
    Ending ending = Ending.of(name);
    boolean fits = ending == fitting || ending == Ending.JSON || ending == Ending.NONE;
    return fits
        ? found
        : found.noting(
            OneLine.of(name)
                + " is "
                + found.what()
                + " whatever its name says, and taken for that.");
  }

  private boolean isCompose(Mapping document) {
    return document.get("services").orElse(Tree.text("")) instanceof Mapping
        || (Ending.of(name) == Ending.COMPOSE && document.get("apiVersion").isEmpty());
  }

  /** What may have been meant for "tasktype", in a document as small as Tasks are. */
  private Optional<String> slip(Format format) throws BadInput {
    if (text.length() > LARGEST_TASK) {
      return Optional.empty();
    }
    return read(format, Keep.ALL) instanceof Mapping whole
        ? Nearest.to(Task.TASKTYPE, whole.members().keySet())
        : Optional.empty();
  }

  private BadInput other(Mapping document, Format format) throws BadInput {
    if (document.get("apiVersion").isPresent()) {
      return Lookalike.seems(
          name, "a Kubernetes manifest", "Whereto reads compose files, notebooks and Tasks");
    }
    if (document.get("dependencies").isPresent()) {
      return Lookalike.seems(
          name,
          "the environment file of a Binder repository",
          "give the folder of the repository, not the file");
    }
    if (document.get(ACCEPTS).isPresent()) {
      return Lookalike.seems(
          name,
          "a platform file",
          "give it after --at, and what is to run there in its place here");
    }
    Optional<String> slip = slip(format);
    if (slip.isPresent()) {
      return Lookalike.seems(
          name,
          "a Task with a slip in it",
          "write \"tasktype\" for \"" + OneLine.of(slip.get()) + "\"");
    }
    return Lookalike.seems(
        name,
        format.equals(Formats.JSON) ? "some other JSON document" : "some other YAML document",
        "a notebook has \"cells\", a note \"paragraphs\", a compose file \"services\" and a Task a"
            + " \"tasktype\"");
  }
}
