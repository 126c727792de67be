// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.decide.Planner;
import org.whereto.platform.Platform;
import org.whereto.support.WrittenTask;
import org.whereto.task.Caller;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;
import org.whereto.world.World;

/** An owner's schema and rules give one answer to one Task, however it is sent. */
class OwnersRulesFormsTest {

  private static final String PLATFORM =
      """
      whereto: 1
      interfaces: {x: {servicetype: uri://x}}
      accepts:
        - tasktype: uri://schema
          if:
            schema:
              required: [a]
              properties:
                a: {type: [integer, boolean, "null"], minimum: 2}
                b: {anyOf: [{type: number, maximum: 5}, {type: string, pattern: "^[a-z]"}]}
                c: {type: array, minItems: 1, uniqueItems: true, items: {type: integer}}
                d: {oneOf: [{type: integer}, {type: array, items: {type: string}}]}
                e: {enum: [1, "2", yes, true, {b: 1}, [1]]}
                f: {$ref: "#"}
              not: {properties: {b: {const: 3}}, required: [b]}
              additionalProperties: {type: [string, array]}
        - tasktype: uri://rule
          if:
            rule:
              variables: {a: int, b: number, c: list of int, d: list of text, e: flag, g: text}
              lists: {known: [a, "1", "true"]}
              holds:
                - {that: a > 1 || e, else: A.}
                - {that: "b <= 1.5 && g != 'x'", else: B.}
                - {that: "c.all(i, i < 10) && d.exists(t, known(t))", else: C.}
      """;

  private static final List<String> TEXTS =
      List.of(
          "1",
          "2",
          "3",
          "5",
          "3.0",
          "1e1",
          "1.50",
          "0.1",
          "-2",
          "007",
          "1e400",
          "9007199254740993",
          "true",
          "false",
          "yes",
          "null",
          "a",
          "x",
          "",
          " 2",
          "{1,2}",
          "{1, 1}",
          "{}",
          "{a",
          "a,b",
          "{\"1\"}",
          "~",
          "0x1F");

  private static final Platform READ = platform();

  private static Platform platform() {
    Checked checked = PlatformFile.read("test", PLATFORM.getBytes(UTF_8));
    assertThat(checked).isInstanceOf(Checked.Good.class);
    return ((Checked.Good) checked).platform();
  }

  @Provide
  Arbitrary<Mapping> taskinfos() {
    Arbitrary<Tree> scalars =
        Arbitraries.of(TEXTS).flatMap(text -> Arbitraries.of(Tree.text(text), literal(text)));
    Arbitrary<Tree> lists =
        scalars
            .filter(item -> !(item instanceof Scalar text && text.text().startsWith("{")))
            .list()
            .ofMaxSize(3)
            .map(Tree::list);
    Arbitrary<Mapping> single =
        Arbitraries.maps(Arbitraries.of("a", "b", "e", "g", "h"), scalars)
            .ofMaxSize(5)
            .map(Tree::map);
    Arbitrary<Mapping> several =
        Arbitraries.maps(Arbitraries.of("c", "d", "h"), Arbitraries.oneOf(lists, scalars))
            .ofMaxSize(3)
            .map(Tree::map);
    Arbitrary<Mapping> flat = Combinators.combine(single, several).as(Mapping::withAll);
    return Combinators.combine(flat, flat)
        .as((outer, inner) -> inner.members().size() < 3 ? outer.with("f", inner) : outer);
  }

  /** What JSON can say without quotes; anything else stays a text. */
  private static Scalar literal(String text) {
    boolean plain = text.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?|true|false");
    return plain ? Tree.literal(text) : Tree.text(text);
  }

  @Property(tries = 150)
  void everyFormGetsTheSameAnswer(@ForAll("taskinfos") Mapping taskinfo, @ForAll boolean schema)
      throws BadInput {
    Task task = Task.of(schema ? "uri://schema" : "uri://rule", taskinfo);
    String asItIs = answer(Question.of(task));
    for (Map.Entry<String, Question> form : WrittenTask.inEveryForm(task).entrySet()) {
      assertThat(answer(form.getValue())).as(form.getKey()).isEqualTo(asItIs);
    }
    assertThat(answer(Question.of(Task.of(task.tasktype(), quoted(taskinfo)))))
        .as("with quotes")
        .isEqualTo(asItIs);
  }

  private static String answer(Question question) {
    try {
      return Planner.decide(question, Caller.ANONYMOUS, READ, World.CLOSED).answer().toString();
    } catch (BadInput fault) {
      return fault.code() + " " + fault.path() + " " + fault.sentence();
    }
  }

  private static Tree quoted(Tree tree) {
    return switch (tree) {
      case Scalar scalar -> Tree.text(scalar.text());
      case Sequence list ->
          Tree.list(list.items().stream().map(OwnersRulesFormsTest::quoted).toList());
      case Mapping mapping -> {
        Tree.Builder all = Tree.build();
        mapping.members().forEach((name, member) -> all.put(name, quoted(member.value())));
        yield all.done();
      }
    };
  }
}
