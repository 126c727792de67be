// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.BraceList;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

final class DottedQueryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tasktype: uri://a | tasktype=uri://a",
        "{tasktype: a, taskinfo: {image: 'docker.io/x:1.0'}} |"
            + " tasktype=a&taskinfo.image=docker.io/x:1.0",
        "{tasktype: a, taskinfo: {languages: [c++, 'a b', é]}} |"
            + " tasktype=a&taskinfo.languages=%7Bc%2B%2B,a%20b,%C3%A9%7D",
        "{tasktype: a, taskinfo: {languages: []}} | tasktype=a&taskinfo.languages=%7B%7D",
        "{tasktype: a, taskinfo: {l: ['x,y', ' ', '{']}} |"
            + " tasktype=a&taskinfo.l=%7B%22x,y%22,%22%20%22,%22%7B%22%7D",
        "{tasktype: a, resources: {mincores: 8}} | tasktype=a&resources.mincores=8",
        "{tasktype: a, taskinfo: {files: {binder/env.yml: x}}} |"
            + " tasktype=a&taskinfo.files%5Bbinder/env.yml%5D=x",
        "{tasktype: a, data: [{datatype: b}, {datatype: c}]} |"
            + " tasktype=a&data%5B0%5D.datatype=b&data%5B1%5D.datatype=c",
        "{tasktype: a, taskinfo: {x: {y: [b, c]}}, z: [d]} |"
            + " tasktype=a&taskinfo.x.y%5B0%5D=b&taskinfo.x.y%5B1%5D=c&z%5B0%5D=d",
        "{tasktype: a, taskinfo: {x: '&=;#?%'}} | tasktype=a&taskinfo.x=%26%3D%3B%23%3F%25",
        "{tasktype: a, taskinfo: {x: 'azAZ09-._~:/,@'}} | tasktype=a&taskinfo.x=azAZ09-._~:/,@",
        "{tasktype: a, taskinfo: {x: [{b: c}, d]}} |"
            + " tasktype=a&taskinfo.x%5B0%5D.b=c&taskinfo.x%5B1%5D=d",
        "{tasktype: a, taskinfo: {files: {.env: x}}} | tasktype=a&taskinfo.files%5B.env%5D=x"
      })
  void aTaskIsSaidInDottedNames(String yaml, String query) throws BadInput {
    assertThat(DottedQuery.of(task(yaml), 500)).contains(query);
    assertThat(URI.create("http://h/accepts?" + query).getRawQuery()).isEqualTo(query);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{tasktype: a, taskinfo: {x: null}}",
        "{tasktype: a, taskinfo: {x: [a, null]}}",
        "{tasktype: a, taskinfo: {x: {}}}",
        "{tasktype: a, taskinfo: {}}",
        "{tasktype: a, taskinfo: {x: {y: []}}}",
        "{tasktype: a, data: [[]]}",
        "{tasktype: a, taskinfo: {'1': a}}",
        "{tasktype: a, taskinfo: {'0': a}}",
        "{tasktype: a, taskinfo: {'9': a}}",
        "{tasktype: a, taskinfo: {'': a}}",
        "{tasktype: a, taskinfo: {'a]b': a}}",
        "{tasktype: a, taskinfo: {'a[b': a}}",
        "{tasktype: a, taskinfo: {composefile: !reset a}}",
        "{tasktype: a, taskinfo: {composefile: !reset [a]}}",
        "{tasktype: a, taskinfo: {composefile: !reset {a: b}}}",
        "{tasktype: a, Request: b}",
        "{tasktype: a, responseformat: b}"
      })
  void whatAQueryCannotSayIsNotSaidHalf(String yaml) throws BadInput {
    assertThat(DottedQuery.of(task(yaml), 500)).isEmpty();
  }

  @Test
  void aTaskThatIsTooLongIsNotSaid() {
    Task task = Task.of("a", Tree.map(Map.of("x", Tree.text("y".repeat(100)))));
    int length = "tasktype=a&taskinfo.x=".length() + 100;
    assertThat(DottedQuery.of(task, length)).isPresent();
    assertThat(DottedQuery.of(task, length - 1)).isEmpty();
    List<Tree> many = List.of(Tree.text("z".repeat(60)), Tree.text("z".repeat(60)));
    Task list = Task.of("a", Tree.map(Map.of("x", Tree.list(many))));
    assertThat(DottedQuery.of(list, 100)).isEmpty();
  }

  @Property(tries = 300)
  void theItemsOfAListAreReadBackAsTheyWere(@ForAll List<String> items) throws BadInput {
    List<String> sound =
        items.stream()
            .map(item -> item.replaceAll("[\\x{D800}-\\x{DFFF}]", "?"))
            .limit(10)
            .toList();
    Task task = Task.of("a", Tree.map(Map.of("x", Tree.texts(sound))));
    String query = DottedQuery.of(task, 100_000).orElseThrow();
    String value = query.substring("tasktype=a&taskinfo.x=".length());
    assertThat(BraceList.split(URLDecoder.decode(value, UTF_8)))
        .extracting(BraceList.Item::text)
        .isEqualTo(sound);
  }

  private static Task task(String yaml) throws BadInput {
    Tree tree = Formats.YAML.read(yaml.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
    return new Task(
        Task.readType(tree.get(Task.TASKTYPE), tree.place()),
        ((Tree.Mapping) tree).without(Task.TASKTYPE));
  }
}
