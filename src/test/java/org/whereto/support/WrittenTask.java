// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;
import org.whereto.wire.DottedQuery;

/**
 * One Task in every form of a request.
 *
 * <p>What a query or form cannot say, so that the Task is left out there: null, an empty mapping,
 * an empty list (but for {@code {}} as a field of taskinfo), a name that is empty, holds a bracket
 * or is a number, a tag, and members that are called as a DALI parameter. A part's name can say as
 * much, but its document all.
 */
public final class WrittenTask {

  private static final String BOUNDARY = "----a-boundary-of-this-test-39d1";

  private WrittenTask() {}

  /** The forms that can say it, by name. */
  public static Map<String, Question> inEveryForm(Task task) throws BadInput {
    Map<String, Question> forms = new LinkedHashMap<>();
    for (Map.Entry<String, SentTask> form : sent(task).entrySet()) {
      forms.put(form.getKey(), form.getValue().question());
    }
    return forms;
  }

  /** The same as they go over the wire. */
  public static Map<String, SentTask> sent(Task task) {
    Map<String, SentTask> forms = new LinkedHashMap<>();
    forms.put("json", document(task, Formats.JSON));
    forms.put("yaml", document(task, Formats.YAML));
    DottedQuery.of(task, 100_000).ifPresent(query -> forms.put("query", new SentTask("", query)));
    form(task)
        .ifPresent(
            form -> forms.put("form", new SentTask("application/x-www-form-urlencoded", form)));
    if (isSayable(task.members())) {
      forms.put("multipart, json", multipart(task, task.members(), Formats.JSON, ""));
      forms.put("multipart, yaml", multipart(task, task.members(), Formats.YAML, ""));
    }
    Mapping deep = taskinfo(task);
    if (isSayable(task.members()) && isSayable(deep) && !deep.members().isEmpty()) {
      Task rest = new Task(task.tasktype(), task.members().without(Task.TASKINFO));
      forms.put("multipart, parts", multipart(rest, deep, Formats.YAML, Task.TASKINFO));
    }
    return forms;
  }

  private static SentTask document(Task task, Format format) {
    byte[] document = format.write(task.document());
    return new SentTask("application/" + format.name(), new String(document, ISO_8859_1));
  }

  private static Mapping taskinfo(Task task) {
    return task.taskinfo().orElse(Tree.build().done()) instanceof Mapping mapping
        ? mapping
        : Tree.build().done();
  }

  /** Lists by index, which says a list of one as such. */
  private static Optional<String> form(Task task) {
    List<String> pairs = new ArrayList<>();
    boolean sayable = pairs(Path.ROOT, task.document(), pairs);
    boolean tasks =
        task.members().members().keySet().stream()
            .noneMatch(
                name -> name.matches("(?i)request|version|runid|access_token|responseformat"));
    return sayable && tasks ? Optional.of(String.join("&", pairs)) : Optional.empty();
  }

  private static boolean pairs(Path path, Tree tree, List<String> pairs) {
    return switch (tree) {
      case Scalar scalar when scalar.isNull() -> false;
      case Scalar scalar ->
          pairs.add(URLEncoder.encode(path.text(), UTF_8) + "=" + encoded(scalar.text()));
      case Sequence sequence -> {
        boolean all = !sequence.items().isEmpty();
        for (int i = 0; i < sequence.items().size(); i++) {
          all &= pairs(path.item(i), sequence.items().get(i), pairs);
        }
        yield all;
      }
      case Mapping mapping -> {
        boolean all = isSayable(mapping) && !mapping.members().isEmpty();
        for (Map.Entry<String, Tree.Member> member : mapping.members().entrySet()) {
          all = all && pairs(path.member(member.getKey()), member.getValue().value(), pairs);
        }
        yield all;
      }
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static boolean isSayable(Mapping mapping) {
    return mapping.members().keySet().stream()
        .noneMatch(name ->
            name.matches("\\d*")
                || name.chars().anyMatch(c -> "[]%".indexOf(c) >= 0 || Character.isISOControl(c)));
  }

  /** The members as parts; then those of the Task itself if they are others. */
  private static SentTask multipart(Task task, Mapping parts, Format format, String prefix) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    parts
        .members()
        .forEach((name, member) -> part(body, below(prefix, name), member.value(), format));
    if (!prefix.isEmpty()) {
      task.members()
          .members()
          .forEach((name, member) -> part(body, below("", name), member.value(), format));
    }
    part(body, Task.TASKTYPE, Tree.text(task.tasktype()), format);
    write(body, "--" + BOUNDARY + "--\r\n");
    return new SentTask("multipart/form-data; boundary=" + BOUNDARY, body.toString(ISO_8859_1));
  }

  private static void part(ByteArrayOutputStream body, String name, Tree value, Format format) {
    String quoted = name.replace("\\", "\\\\").replace("\"", "\\\"");
    write(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + quoted + "\"");
    boolean text = value instanceof Scalar scalar && !scalar.isNull() && !scalar.plain();
    if (text) {
      write(body, "\r\n\r\n" + ((Scalar) value).text());
    } else {
      write(body, "\r\nContent-Type: application/" + format.name() + "\r\n\r\n");
      body.writeBytes(format.write(value));
    }
    write(body, "\r\n");
  }

  private static String below(String outer, String name) {
    return new Path(outer).member(name).text();
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(UTF_8));
  }
}
