// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.answer.Reason;
import org.whereto.answer.Repair;
import org.whereto.check.value.ListText;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.world.World;

/**
 * Members of the Task must hold certain values: for types that Whereto knows nothing of, and for
 * members that an owner adds to those it knows.
 */
record FieldCheck(List<Field> fields) implements Check {

  static final CheckType TYPE =
      new CheckType(
          "field",
          "Members of the Task, by dotted path, and the values that they may have.",
          Set.of(),
          FieldCheck::read);

  static final Set<String> OTHERS_BUSINESS = Set.of(Task.TASKTYPE, Task.RESOURCES, Task.DATA);

  /** One member, and what is allowed of it. */
  private record Field(Path path, List<String> steps, Values values) {}

  private static Check read(Settings in) {
    List<Field> fields = new ArrayList<>();
    Map<String, Values> named = in.everyName("Values that this member may have.", Values::read);
    named.forEach((name, values) -> fields.add(field(in, name, values)));
    if (fields.isEmpty()) {
      in.problemAt(in.place(), "\"field\" names no member, like \"taskinfo.site: [roe, inaf]\".");
    }
    return new FieldCheck(fields);
  }

  private static Field field(Settings in, String name, Values values) {
    Path path = new Path(name);
    try {
      List<String> steps = path.steps();
      if (!steps.isEmpty() && OTHERS_BUSINESS.contains(steps.getFirst())) {
        in.problem(name, "\"" + steps.getFirst() + "\" has a meaning of its own: no field check.");
      }
      return new Field(Path.of(steps), steps, values);
    } catch (BadInput malformed) {
      in.problem(name, malformed.sentence());
      return new Field(path, List.of(), values);
    }
  }

  @Override
  public Optional<String> never() {
    return fields.stream()
        .filter(field -> !field.values().allowSomething())
        .map(field ->
            "No value of "
                + field.path()
                + " is allowed: none that is listed is in the range that stands beside.")
        .findFirst();
  }

  @Override
  public List<Path> reads() {
    return fields.stream().map(Field::path).toList();
  }

  @Override
  public List<String> demands() {
    return fields.stream().map(field -> field.path() + ": " + field.values().told()).toList();
  }

  @Override
  public void look(Asked asked, World world, Findings findings) throws BadInput {
    Mapping document = asked.task().document();
    for (Field field : fields) {
      look(field, document, findings);
    }
  }

  private static void look(Field field, Mapping document, Findings findings) throws BadInput {
    String path = field.path().text();
    Optional<Tree> value = find(document, field.steps());
    if (value.isEmpty()) {
      findings.notGiven(
          Reason.of("field.not-given", path, path + " is not given, and that will decide.")
              .comparing("", field.values().told()));
      return;
    }
    List<String> texts = new ArrayList<>();
    for (Tree item : value.get().items(field.path())) {
      texts.addAll(texts(item, field.path()));
    }
    if (texts.isEmpty()) {
      findings.refuse(
          Reason.of(
                  "field.not-allowed",
                  path,
                  path + " is an empty list; it must be " + field.values().told() + ".")
              .comparing("", field.values().told()));
    }
    // Of several none has a path of its own: a member in braces is one text.
    boolean one = value.get() instanceof Scalar scalar && texts.equals(List.of(scalar.text()));
    texts.forEach(text -> look(field, text, one, findings));
  }

  private static void look(Field field, String text, boolean one, Findings findings) {
    String path = field.path().text();
    Values values = field.values();
    if (values.allow(text)) {
      findings.ok(path, text, values.told());
    } else {
      findings.refuse(
          Reason.of(
                  "field.not-allowed",
                  path,
                  path + " is \"" + text + "\"; it must be " + values.told() + ".")
              .comparing(text, values.told()),
          one ? repairs(field, text) : List.of());
    }
  }

  /** An amount is the asker's choice; of any other value only the asker knows what it means. */
  private static List<Repair> repairs(Field field, String text) {
    return field.values().nearest(text).stream()
        .<Repair>map(amount -> new Repair.Replace(field.path(), text, amount))
        .toList();
  }

  private static List<String> texts(Tree item, Path path) throws BadInput {
    List<String> texts = new ArrayList<>();
    for (Scalar one : ListText.items(scalar(item, path))) {
      texts.add(scalar(one, path).text());
    }
    return texts;
  }

  private static Scalar scalar(Tree value, Path path) throws BadInput {
    if (value instanceof Scalar scalar && !scalar.isNull() && !scalar.text().isBlank()) {
      return scalar;
    }
    throw new BadInput(
        "field.not-a-text", path, value.place(), path + " must hold a text that is not empty.");
  }

  /** The member at the end of these steps. */
  static Optional<Tree> find(Tree tree, List<String> steps) {
    Optional<Tree> here = Optional.of(tree);
    for (String step : steps) {
      here = here.flatMap(node -> node.get(step));
    }
    return here;
  }
}
