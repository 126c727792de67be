// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.whereto.support.WrittenTask;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.BraceList;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;
import org.whereto.tree.Trees;

/** The same Task in every form of a request, whatever its texts and names are. */
class FormsPropertyTest {

  @Property
  void aTaskReadBackFromAnyFormIsTheSame(@ForAll("tasks") Task task) throws BadInput {
    Map<String, Question> forms = WrittenTask.inEveryForm(task);
    Statistics.collect(forms.keySet());
    for (Map.Entry<String, Question> form : forms.entrySet()) {
      assertThat(form.getValue().tasktype()).as(form.getKey()).isEqualTo(task.tasktype());
      Mapping read = form.getValue().task(Keep.ALL).members();
      boolean pairs = form.getKey().equals("query") || form.getKey().equals("form");
      assertThat(pairs ? likened(read, task.members()) : read)
          .as(form.getKey())
          .isEqualTo(pairs ? texts(task.members()) : task.members());
    }
  }

  /** All scalars as texts: pairs carry nothing else, and no reader cares. */
  private static Tree texts(Tree tree) {
    return switch (tree) {
      case Scalar scalar -> Tree.text(scalar.text());
      case Sequence list -> Tree.list(list.items().stream().map(FormsPropertyTest::texts).toList());
      case Mapping mapping -> {
        Map<String, Tree> members = new LinkedHashMap<>();
        mapping.members().forEach((name, member) -> members.put(name, texts(member.value())));
        yield Tree.map(members);
      }
    };
  }

  /** Lists in braces taken apart where a list was written. */
  private static Tree likened(Tree read, Tree written) throws BadInput {
    if (read instanceof Scalar text && written instanceof Sequence) {
      return Tree.texts(BraceList.split(text.text()).stream().map(BraceList.Item::text).toList());
    }
    if (!(read instanceof Mapping mapping) || !(written instanceof Mapping)) {
      return read;
    }
    Map<String, Tree> members = new LinkedHashMap<>();
    for (Map.Entry<String, Tree.Member> member : mapping.members().entrySet()) {
      Tree like = written.get(member.getKey()).orElse(Tree.text(""));
      members.put(member.getKey(), likened(member.getValue().value(), like));
    }
    return Tree.map(members);
  }

  @Provide
  Arbitrary<Task> tasks() {
    Arbitrary<String> types =
        Arbitraries.oneOf(Arbitraries.just("uri://a"), Trees.texts().filter(t -> !t.isBlank()));
    Arbitrary<String> plain = Arbitraries.of("image", "languages", "a.b", "c d", "e/f.yml", "é");
    Arbitrary<String> names =
        Arbitraries.frequencyOf(Tuple.of(9, plain), Tuple.of(1, Trees.texts()));
    Arbitrary<Tree> trees = Arbitraries.oneOf(Trees.trees(), Trees.texts().map(Tree::text));
    Arbitrary<Map<String, Tree>> taskinfos = Arbitraries.maps(names, trees).ofMaxSize(4);
    Arbitrary<Map<String, Tree>> others = Arbitraries.maps(names, trees).ofMaxSize(1);
    return Combinators.combine(types, taskinfos, others)
        .as((type, taskinfo, more) ->
            new Task(type, Tree.map(more).with(Task.TASKINFO, Tree.map(taskinfo))));
  }
}
