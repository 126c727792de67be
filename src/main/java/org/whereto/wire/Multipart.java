// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Keep;
import org.whereto.tree.Path;
import org.whereto.tree.Place;
import org.whereto.tree.Tree;

/**
 * A question that came as {@code multipart/form-data}: the name of each part is a path (note,
 * sections 4.2 and 9.1; wire.md, section 1.1). A fault of one part is none of the task type in
 * another.
 */
public final class Multipart implements WithResponseFormat {

  private static final Path TYPE_PATH = Path.ROOT.member(Task.TASKTYPE);
  private static final String FORM = "multipart";
  private static final int LONGEST_BOUNDARY = 70;

  /** A part that could be read as far as its name. */
  private final List<Part> parts = new ArrayList<>();

  /** The first fault that has no name. */
  private Optional<BadInput> broken;

  private final RequestLimits limits;
  private final TextLimit texts;

  private Multipart(byte[] body, Parts split, RequestLimits limits) {
    this.limits = limits;
    this.texts = new TextLimit(FORM, limits.large());
    broken = Optional.empty();
    for (Parts.Span part : split.parts()) {
      try {
        parts.add(Part.read(body, part, limits.partHead()));
      } catch (BadInput fault) {
        broken = broken.or(() -> Optional.of(fault));
      }
    }
    broken = broken.or(split::fault);
  }

  /**
   * The question of a body.
   *
   * @param contentType the whole header: it says the boundary
   * @throws BadInput where it says none; then nothing of the body can be read
   */
  public static Multipart of(byte[] body, String contentType, RequestLimits limits)
      throws BadInput {
    String boundary =
        HeaderValue.read(contentType).flatMap(type -> type.parameter("boundary")).orElse("");
    if (!isBoundary(boundary)) {
      throw new BadInput(
          "multipart.boundary",
          "The Content-Type must name the boundary between the parts: multipart/form-data;"
              + " boundary=...");
    }
    return new Multipart(body, Parts.of(body, boundary, limits.parts()), limits);
  }

  /** The same under the usual limits. */
  public static Multipart of(byte[] body, String contentType) throws BadInput {
    return of(body, contentType, RequestLimits.USUAL);
  }

  /** By RFC 2046, section 5.1.1. */
  private static boolean isBoundary(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_BOUNDARY
        && !text.endsWith(" ")
        && text.chars()
            .allMatch(c ->
                (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "'()+_,-./:=? ".indexOf(c) >= 0);
  }

  @Override
  public String tasktype() throws BadInput {
    List<Part> types = parts.stream().filter(part -> part.name().isAboutTasktype()).toList();
    if (types.size() > 1) {
      throw about("twice", "The tasktype is given twice.");
    }
    if (types.isEmpty() && broken.isPresent()) {
      throw broken.get();
    }
    if (types.isEmpty()) {
      return Task.readType(Optional.empty(), Place.NONE);
    }
    Part part = types.getFirst();
    if (!part.name().isTasktype()) {
      throw about("not-a-text", "The tasktype must be one text.");
    }
    Tree said = type(part);
    texts.check(List.of(Task.TASKTYPE), said);
    return Task.readType(Optional.of(said), Place.NONE);
  }

  private Tree type(Part part) throws BadInput {
    try {
      PartValue value = new PartValue(part, List.of(Task.TASKTYPE), limits, limits.small().nodes());
      Optional<Tree> document = value.document(Keep.ALL);
      return document.isPresent() ? document.get() : Tree.text(part.text());
    } catch (BadInput fault) {
      throw about("unreadable", fault.sentence());
    }
  }

  @Override
  public Task task(Keep taskinfo) throws BadInput {
    String tasktype = tasktype();
    if (broken.isPresent()) {
      throw broken.get();
    }
    PathTree members = new PathTree(FORM, limits.large());
    Set<List<String>> documents = new HashSet<>();
    for (Part part : parts) {
      if (part.name().isTasks() && !part.name().isTasktype() && !part.isNoFile()) {
        put(members, part, documents, taskinfo);
      }
    }
    return new Task(tasktype, members.done());
  }

  private void put(PathTree members, Part part, Set<List<String>> documents, Keep taskinfo)
      throws BadInput {
    Path path = part.path();
    List<String> steps = path.steps();
    PartValue value = new PartValue(part, steps, limits, members.room());
    Keep keep = keep(steps, taskinfo);
    Optional<Tree> document = value.isContent() ? value.content(keep) : value.document(keep);
    if (document.isEmpty()) {
      members.put(path, value.text());
      return;
    }
    if (texts.mayBePassed(part.content().length)) {
      texts.check(steps, document.get());
    }
    if (!documents.add(steps)) {
      throw new BadInput(
          "part.twice", path, Place.NONE, "Two documents are named " + path + "; send one.");
    }
    if (value.isContent()) {
      members.putWhole(path, document.get());
    } else {
      members.merge(path, document.get());
    }
  }

  /** What is to be kept of the member at this path. */
  private static Keep keep(List<String> steps, Keep taskinfo) {
    if (steps.isEmpty() || !steps.getFirst().equals(Task.TASKINFO)) {
      return Keep.ALL;
    }
    Keep keep = taskinfo;
    for (String step : steps.subList(1, steps.size())) {
      keep = keep.member(step);
    }
    return keep;
  }

  @Override
  public Optional<String> responseFormat() throws BadInput {
    List<Part> formats = parts.stream().filter(part -> part.name().isResponseFormat()).toList();
    if (formats.size() > 1) {
      throw new BadInput(
          "responseformat.twice",
          new Path("RESPONSEFORMAT"),
          Place.NONE,
          "RESPONSEFORMAT is given twice.");
    }
    return formats.isEmpty() ? Optional.empty() : Optional.of(formats.getFirst().text());
  }

  private static BadInput about(String code, String sentence) {
    return new BadInput("tasktype." + code, TYPE_PATH, Place.NONE, sentence);
  }
}
