// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Place;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/**
 * What somebody wants to run (note, section 2 and 3): a task type and members whose shape is that
 * type's own business.
 *
 * @param tasktype text that names the type, normally a URI; never empty
 * @param members all other members, {@code taskinfo}, {@code resources} and {@code data} among them
 */
public record Task(String tasktype, Mapping members) {

  public static final String TASKTYPE = "tasktype";
  public static final String TASKINFO = "taskinfo";
  public static final String RESOURCES = "resources";
  public static final String DATA = "data";

  public static final Path TASKINFO_PATH = Path.ROOT.member(TASKINFO);

  /** A Task of this type about which nothing more is said. */
  public static Task of(String tasktype) {
    return new Task(tasktype, Tree.map(Map.of()));
  }

  /** A Task with this taskinfo and nothing more. */
  public static Task of(String tasktype, Tree taskinfo) {
    return new Task(tasktype, Tree.map(Map.of(TASKINFO, taskinfo)));
  }

  /**
   * The Task that a document says.
   *
   * @throws BadInput about {@code tasktype}, where the document is no mapping, or for an explicit
   *     YAML tag (wire.md, section 1.1); all else is left to those who read it
   */
  public static Task read(Tree document) throws BadInput {
    Mapping mapping = mapping(document);
    Task task = new Task(typeOf(mapping), mapping.without(TASKTYPE));
    Tags.refuse(mapping);
    return task;
  }

  /**
   * The task type that a document says, whatever the rest of it is like.
   *
   * @throws BadInput about {@code tasktype}, or where the document is no mapping
   */
  public static String typeOf(Tree document) throws BadInput {
    Mapping mapping = mapping(document);
    return readType(mapping.get(TASKTYPE), mapping.place());
  }

  private static Mapping mapping(Tree document) throws BadInput {
    if (!(document instanceof Mapping mapping)) {
      throw new BadInput(
          "task.not-a-mapping",
          Path.ROOT,
          document.place(),
          "A Task is a mapping with a tasktype, like \"tasktype: uri://jupyter-notebook\".");
    }
    return mapping;
  }

  /** The task type that this member says, with the faults of wire.md 1: absent, empty, no text. */
  public static String readType(Optional<Tree> type, Place document) throws BadInput {
    Path path = Path.ROOT.member(TASKTYPE);
    if (type.isEmpty()) {
      throw new BadInput(
          "tasktype.missing",
          path,
          document,
          "The tasktype is missing: it says what kind of task this is, like"
              + " uri://jupyter-notebook.");
    }
    if (!(type.get() instanceof Scalar scalar) || scalar.isNull() || !scalar.tag().isEmpty()) {
      throw new BadInput(
          "tasktype.not-a-text", path, type.get().place(), "The tasktype must be one text.");
    }
    if (scalar.text().isBlank()) {
      throw new BadInput("tasktype.empty", path, scalar.place(), "The tasktype is empty.");
    }
    return scalar.text();
  }

  public Optional<Tree> taskinfo() {
    return members.get(TASKINFO);
  }

  public Optional<Tree> resources() {
    return members.get(RESOURCES);
  }

  public Optional<Tree> data() {
    return members.get(DATA);
  }

  /** This Task with another taskinfo. */
  public Task withTaskinfo(Tree taskinfo) {
    return new Task(tasktype, members.with(TASKINFO, taskinfo));
  }

  /** The whole Task as one document, the task type first. */
  public Mapping document() {
    Map<String, Tree.Member> all = new LinkedHashMap<>();
    all.put(TASKTYPE, new Tree.Member(Place.NONE, Tree.text(tasktype)));
    all.putAll(members.members());
    return new Mapping(all, "", Place.NONE);
  }
}
