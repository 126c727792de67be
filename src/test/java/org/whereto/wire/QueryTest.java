// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

/** Wire.md, section 1.1, "GET and forms": one line for each of its sentences. */
final class QueryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.b=x | {a: {b: x}}",
        "taskinfo.image=docker.io/example:1.0 | {taskinfo: {image: 'docker.io/example:1.0'}}",
        "resources.mincores=8 | {resources: {mincores: '8'}}",
        "data[0].datatype=x&data[1].datatype=y | {data: [{datatype: x}, {datatype: y}]}",
        "data[1].datatype=y&data[0].datatype=x | {data: [{datatype: x}, {datatype: y}]}",
        "data%5B0%5D.datatype=x | {data: [{datatype: x}]}",
        "a[0][1]=y&a[0][0]=x | {a: [[x, y]]}",
        "a[b.c]=x&a[b/d.yml]=y | {a: {b.c: x, b/d.yml: y}}",
        "a[b]=x&a.c=y | {a: {b: x, c: y}}",
        "a.0=x | {a: {'0': x}}",
        "[a.b]=x | {a.b: x}",
        "a={md,python} | {a: '{md,python}'}",
        "a=%7Bmd,python%7D | {a: '{md,python}'}",
        "a=x&a=y | {a: [x, y]}",
        "a={x,y}&a=z | {a: ['{x,y}', z]}",
        "a=x%26b%3Dy | {a: x&b=y}",
        "a=b=c | {a: b=c}",
        "a=x;b=y | {a: x;b=y}",
        "a=x+y&b=c%2B%2B | {a: x y, b: c++}",
        "a+b=x | {'a b': x}",
        "a=%C3%A9%F0%9F%98%80 | {a: é😀}",
        "a=\u00c3\u00a9 | {a: é}",
        "a= | {a: ''}",
        "a | {a: ''}",
        "a=null&b=~ | {a: 'null', b: '~'}",
        "&&a=x& | {a: x}",
        "REQUEST=x&Version=%zz&runid=y&Access_Token=%ff&a=x | {a: x}",
        "RESPONSEFORMAT=yaml&a=x | {a: x}",
        "request.a=x | {request: {a: x}}",
        "acce\u00c5\u00bf\u00c5\u00bf_token=x | {acceſſ_token: x}"
      })
  void aPairIsAPathAndAText(String raw, String members) throws BadInput {
    for (Question question : both(raw + "&tasktype=uri://a")) {
      assertThat(question.tasktype()).isEqualTo("uri://a");
      assertThat(question.task(Keep.ALL).members()).isEqualTo(yaml(members));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | tasktype.missing",
        "a=b | tasktype.missing",
        "TASKTYPE=a | tasktype.missing",
        "%zz=a | tasktype.missing",
        "tasktype= | tasktype.empty",
        "tasktype | tasktype.empty",
        "tasktype=+%09 | tasktype.empty",
        "tasktype=a&tasktype=a | tasktype.twice",
        "tasktype=a&b=%zz&b.c=d&tasktype=a | tasktype.twice",
        "tasktype=a&[tasktype]=a | tasktype.twice",
        "tasktype=a&t%61sktype=a | tasktype.twice",
        "tasktype=a&tasktype.b=a | tasktype.twice",
        "tasktype[0]=a | tasktype.not-a-text",
        "tasktype.a=a | tasktype.not-a-text",
        "[tasktype].a=a | tasktype.not-a-text",
        "tasktype=%zz | tasktype.encoding",
        "tasktype=a%4 | tasktype.encoding",
        "tasktype=a% | tasktype.encoding",
        "tasktype=%-1 | tasktype.encoding",
        "tasktype=%+1 | tasktype.encoding",
        "tasktype=%FF | tasktype.encoding",
        "tasktype=%C0%AF | tasktype.encoding",
        "tasktype=%ED%A0%80 | tasktype.encoding",
        "tasktype=\u20ac | tasktype.encoding"
      })
  void aFaultOfTheTypeIsAboutTheType(String raw, String code) {
    BadInput fault = catchThrowableOfType(BadInput.class, () -> Query.of(raw).tasktype());
    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.path().text()).isEqualTo("tasktype");
    assertThat(catchThrowableOfType(BadInput.class, () -> Query.of(raw).task(Keep.ALL)).code())
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a=x&a.b=y | path.conflict | a",
        "a.b=y&a=x | path.conflict | a",
        "a[0]=x&a=y | path.conflict | a",
        "a[0]=x&a.b=y | path.conflict | a",
        "a.b[0].c=x&a.b[0]=y | path.conflict | a.b[0]",
        "a[1]=x | list.gap | a",
        "a[0]=x&a[2]=y | list.gap | a",
        "a.b[0][1]=x | list.gap | a.b[0]",
        "a[99999999999999999999]=x | path.malformed | a[99999999999999999999]",
        "a[00]=x | path.malformed | a[00]",
        "a[]=x | path.malformed | a[]",
        "a[=x | path.malformed | a[",
        "a[b]c=x | path.malformed | a[b]c",
        "a..b=x | path.malformed | a..b",
        ".a=x | path.malformed | .a",
        "a.=x | path.malformed | a.",
        "=x | path.malformed | ''",
        "a=%zz | query.encoding | a",
        "a=%c3%28 | query.encoding | a",
        "%zz=x | query.encoding | ''",
        "a=\u00e9 | query.encoding | a"
      })
  void anyOtherFaultIsHeardOfOnlyByThoseWhoAskForTheTask(String raw, String code, String path)
      throws BadInput {
    for (String all : List.of("tasktype=uri://a&" + raw, raw + "&tasktype=uri://a")) {
      assertThat(Query.of(all).tasktype()).isEqualTo("uri://a");
      BadInput fault = catchThrowableOfType(BadInput.class, () -> Query.of(all).task(Keep.ALL));
      assertThat(fault.code()).isEqualTo(code);
      assertThat(fault.path().text()).isEqualTo(path);
    }
  }

  static Stream<String> large() {
    return Stream.of(
        "node-budget a=x" + "&a=x".repeat(50_000),
        "node-budget a[0]=x" + "&b.c=x".repeat(50_000),
        "depth-budget a" + ".b".repeat(64) + "=x",
        "name-budget " + "a".repeat(257) + "=x",
        "name-budget " + "a.".repeat(20_000) + "b=x",
        "text-budget a=" + "x".repeat((1 << 18) + 1));
  }

  @ParameterizedTest
  @MethodSource("large")
  void whatIsTooLargeIsAFaultOfTheRest(String line) throws BadInput {
    String raw = line.substring(line.indexOf(' ') + 1) + "&tasktype=uri://a";
    assertThat(Query.of(raw).tasktype()).isEqualTo("uri://a");
    BadInput fault = catchThrowableOfType(BadInput.class, () -> Query.of(raw).task(Keep.ALL));
    assertThat(fault.code()).isEqualTo("query." + line.substring(0, line.indexOf(' ')));
    assertThat(fault.sentence()).hasSizeLessThan(400);
  }

  @Test
  void whatIsJustSmallEnoughIsRead() throws BadInput {
    String deep = "a" + ".b".repeat(63) + "=x";
    String named = "a".repeat(256) + "=" + "x".repeat(1 << 18);
    String content = "taskinfo.notebook=" + "x".repeat(1 << 20);
    String many = "a=x" + "&a=x".repeat(49_000);
    for (String raw : List.of(deep, named, content, many)) {
      assertThat(Query.of("tasktype=b&" + raw).task(Keep.ALL).members().members()).hasSize(1);
    }
  }

  @Test
  void theFormatOfTheAnswerIsToldWhateverTheTaskSays() throws BadInput {
    assertThat(Query.of("a=%zz&responseFormat=application%2Fyaml").responseFormat())
        .contains("application/yaml");
    assertThat(Query.of("tasktype=a&x=%zz").responseFormat()).isEmpty();
    assertThat(Query.of("RESPONSEFORMAT=").responseFormat()).contains("");
  }

  @ParameterizedTest
  @CsvSource({
    "RESPONSEFORMAT=json&responseformat=json, responseformat.twice",
    "RESPONSEFORMAT=%zz, responseformat.encoding"
  })
  void aFormatThatCannotBeReadIsAFaultOfItsOwn(String raw, String code) throws BadInput {
    Query query = Query.of("tasktype=uri://a&" + raw);
    assertThat(catchThrowableOfType(BadInput.class, query::responseFormat).code()).isEqualTo(code);
    assertThat(query.task(Keep.ALL)).isEqualTo(Task.of("uri://a"));
  }

  @Test
  void besideABodyAQueryMayOnlySayTheFormat() throws BadInput {
    Question body = Question.of(Task.of("uri://body"));
    for (String raw : List.of("", "RESPONSEFORMAT=%zz", "REQUEST=x&runid=%zz")) {
      assertThat(Query.of(raw).beside(body).task(Keep.ALL)).isEqualTo(Task.of("uri://body"));
    }
    for (String raw : List.of("tasktype=uri://a", "a=b&tasktype", "tasktype[0]=a")) {
      Question question = Query.of(raw).beside(body);
      assertThat(catchThrowableOfType(BadInput.class, question::tasktype).code())
          .isEqualTo("tasktype.in-query");
    }
    for (String raw : List.of("taskinfo.image=x", "a", "%zz=x")) {
      Question question = Query.of(raw).beside(body);
      assertThat(question.tasktype()).isEqualTo("uri://body");
      assertThat(catchThrowableOfType(BadInput.class, () -> question.task(Keep.ALL)).code())
          .isEqualTo("query.beside-body");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00EF\u00BB\u00BFtasktype=uri://a", "tasktype=uri://a"})
  void aFormMayBeginWithAByteOrderMark(String raw) throws BadInput {
    assertThat(form(raw).task(Keep.ALL)).isEqualTo(Task.of("uri://a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"tasktype\": \"uri://a\"} | json",
        "[] | json",
        "{\"tasktype\": \"uri://a?b=c&d=e\"} | json",
        "'tasktype: uri://a' | yaml",
        "'---tasktype: uri://a?b=c taskinfo:  image: x' | yaml"
      })
  void aDocumentSentAsAFormIsToldHowToBeSent(String body, String format) {
    BadInput fault = catchThrowableOfType(BadInput.class, () -> form(body).tasktype());
    assertThat(fault.code()).isEqualTo("form.not-a-form");
    assertThat(fault.sentence())
        .contains("curl -H 'Content-Type: application/" + format + "' --data-binary @file");
  }

  @Test
  void aFormWithoutATypeIsStillAForm() {
    for (String body : List.of("", "a=b", "taskinfo.image=x:y", "a=b+c:d")) {
      assertThat(catchThrowableOfType(BadInput.class, () -> form(body).tasktype()).code())
          .isEqualTo("tasktype.missing");
    }
    BadInput fault =
        catchThrowableOfType(BadInput.class, () -> form("tasktype=a&b=%zz").task(Keep.ALL));
    assertThat(fault.code()).isEqualTo("form.encoding");
  }

  private static List<Question> both(String raw) {
    return List.of(Query.of(raw), form(raw));
  }

  private static Form form(String raw) {
    return Form.of(raw.getBytes(ISO_8859_1));
  }

  private static Tree yaml(String text) throws BadInput {
    return Formats.YAML.read(text.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
  }
}
