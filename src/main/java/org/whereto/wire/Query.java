// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Keep;
import org.whereto.tree.Path;
import org.whereto.tree.Place;
import org.whereto.tree.Tree;
import org.whereto.wire.Pairs.Pair;

/**
 * A question that came as the query of a URL: dotted names, lists in braces or repeated (wire.md,
 * section 1.1). A fault of one pair is none of the task type in another.
 */
public final class Query implements WithResponseFormat {

  private static final Path TYPE_PATH = Path.ROOT.member(Task.TASKTYPE);

  private final String form;
  private final Pairs pairs;
  private final Budget budget;
  private Optional<String> tasktype = Optional.empty();

  private Query(String form, String raw, RequestLimits limits) {
    this.form = form;
    this.pairs = new Pairs(raw);
    this.budget = limits.small();
  }

  /**
   * The question of a query.
   *
   * @param raw what stands behind {@code ?}, undecoded; each character is one octet of the wire
   */
  public static Query of(String raw, RequestLimits limits) {
    return new Query("query", raw, limits);
  }

  /** The same under the usual limits. */
  public static Query of(String raw) {
    return of(raw, RequestLimits.USUAL);
  }

  /** The question of a form's body. */
  static Query ofForm(String raw, RequestLimits limits) {
    return new Query("form", raw, limits);
  }

  @Override
  public String tasktype() throws BadInput {
    if (tasktype.isEmpty()) {
      tasktype = Optional.of(readType());
    }
    return tasktype.get();
  }

  private String readType() throws BadInput {
    List<Pair> types = new ArrayList<>();
    for (Pair pair : pairs) {
      if (name(pair).map(FieldName::isAboutTasktype).orElse(false)) {
        types.add(pair);
      }
      if (types.size() > 1) {
        throw about("twice", "The tasktype is given twice.");
      }
    }
    if (types.isEmpty()) {
      return Task.readType(Optional.empty(), Place.NONE);
    }
    if (!name(types.getFirst()).map(FieldName::isTasktype).orElse(false)) {
      throw about("not-a-text", "The tasktype must be one text.");
    }
    Optional<String> value = Pairs.decode(types.getFirst().value());
    if (value.isEmpty()) {
      throw about("encoding", badEncoding("The tasktype"));
    }
    new TextLimit(form, budget).check(List.of(Task.TASKTYPE), value.get());
    return Task.readType(Optional.of(Tree.text(value.get())), Place.NONE);
  }

  @Override
  public Task task(Keep taskinfo) throws BadInput {
    String type = tasktype();
    PathTree members = new PathTree(form, budget);
    for (Pair pair : pairs) {
      Optional<FieldName> name = name(pair);
      if (name.isEmpty()) {
        throw encoding(Path.ROOT, "A name");
      }
      if (name.get().isTasks() && !name.get().isTasktype()) {
        put(members, new Path(name.get().text()), pair.value());
      }
    }
    return new Task(type, members.done());
  }

  private void put(PathTree members, Path path, String value) throws BadInput {
    Optional<String> text = Pairs.decode(value);
    if (text.isEmpty()) {
      throw encoding(path, "The value");
    }
    members.put(path, text.get());
  }

  @Override
  public Optional<String> responseFormat() throws BadInput {
    Optional<String> format = Optional.empty();
    for (Pair pair : pairs) {
      if (name(pair).map(FieldName::isResponseFormat).orElse(false)) {
        if (format.isPresent()) {
          throw ofFormat("twice", "RESPONSEFORMAT is given twice.");
        }
        format = Pairs.decode(pair.value());
        if (format.isEmpty()) {
          throw ofFormat("encoding", badEncoding("RESPONSEFORMAT"));
        }
      }
    }
    return format;
  }

  /**
   * The question in a body, where this is the query beside it: of the query only {@code
   * RESPONSEFORMAT} may be there.
   */
  public Question beside(Question body) {
    return new Question() {
      @Override
      public String tasktype() throws BadInput {
        for (Pair pair : pairs) {
          if (name(pair).map(FieldName::isAboutTasktype).orElse(false)) {
            throw about(
                "in-query",
                "The tasktype stands in the URL although the request has a body: put all of the"
                    + " Task into the body.");
          }
        }
        return body.tasktype();
      }

      @Override
      public Task task(Keep taskinfo) throws BadInput {
        tasktype();
        for (Pair pair : pairs) {
          if (name(pair).map(FieldName::isTasks).orElse(true)) {
            throw new BadInput(
                "query.beside-body",
                "The URL of a request with a body may only say RESPONSEFORMAT: put the whole Task"
                    + " into the body.");
          }
        }
        return body.task(taskinfo);
      }
    };
  }

  private static Optional<FieldName> name(Pair pair) {
    return Pairs.decode(pair.name()).map(FieldName::new);
  }

  private static BadInput about(String code, String sentence) {
    return new BadInput("tasktype." + code, TYPE_PATH, Place.NONE, sentence);
  }

  private static BadInput ofFormat(String code, String sentence) {
    return new BadInput("responseformat." + code, new Path("RESPONSEFORMAT"), Place.NONE, sentence);
  }

  private BadInput encoding(Path path, String what) {
    return new BadInput(form + ".encoding", path, Place.NONE, badEncoding(what));
  }

  private static String badEncoding(String what) {
    return what
        + " cannot be decoded: it must be UTF-8, with each % written as %25 and other special"
        + " characters as % and two hexadecimal digits.";
  }
}
