// SPDX-License-Identifier: Apache-2.0
package org.whereto;

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
import org.whereto.answer.Answer;
import org.whereto.answer.Reason;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.decide.Planner;
import org.whereto.task.Caller;
import org.whereto.task.Question;
import org.whereto.tree.BadInput;
import org.whereto.wire.DocumentQuestion;
import org.whereto.wire.Form;
import org.whereto.wire.Multipart;
import org.whereto.wire.Query;
import org.whereto.world.World;

/** What the forms of a request come to when they are decided (note, section 3.5). */
class RequestFormsTest {

  private static final String PLATFORM =
      """
      whereto: 1
      interfaces: {a: {servicetype: uri://a}}
      accepts:
        - {tasktype: uri://zeppelin-notebook, on: [a], if: {languages: [md, python, pyspark, c++]}}
        - {tasktype: uri://docker-compose, on: [a], if: {image: ["example/*"]}}
      """;

  /** By form: the rest of a request that is broken, one way a line. */
  static Stream<String> brokenRests() {
    return Stream.of(
        "query taskinfo.languages=%zz",
        "query taskinfo.languages=%ff",
        "query %zz=a",
        "query taskinfo=a&taskinfo.languages=b",
        "query taskinfo.[=a",
        "query data[1].datatype=a",
        "query taskinfo.languages={a",
        "query taskinfo.languages=",
        "query resources.mincores=many",
        "query resources.mincores=2&resources.maxcores=1",
        "form taskinfo.languages=%zz",
        "form taskinfo=a&taskinfo.languages=b",
        "json , \"taskinfo\": {",
        "json , \"taskinfo\": {\"a\": 1, \"a\": 2}}",
        "json , \"taskinfo\": {\"languages\": {}}}",
        "yaml taskinfo: [",
        "yaml taskinfo: {languages: !x [a]}",
        "part name=taskinfo; filename=t.yml\r\n\r\n[\r\n--b--",
        "part name=taskinfo; filename=t.json\r\n\r\n{\"a\": 1, \"a\": 2}\r\n--b--",
        "part name=taskinfo; filename=t.yml\r\n\r\nlanguages: !x [a]\r\n--b--",
        "part name=taskinfo.languages\r\n\r\n{a\r\n--b--",
        "part name=taskinfo.languages\r\n\r\n\u00e9\r\n--b--",
        "part name=taskinfo.languages\r\nContent-Transfer-Encoding: base64\r\n\r\nYQ==\r\n--b--",
        "part x=y\r\n\r\na\r\n--b--",
        "part name=a\r\n\r\nb\r\n--bb\r\n--b--",
        "part name=a\r\n\r\nb");
  }

  @ParameterizedTest
  @MethodSource("brokenRests")
  void aBrokenRestIsABareNoForAnUnknownTypeAndAFaultForOneThatIsUnderstood(String line)
      throws BadInput {
    Answer unknown = decide(question(line, "uri://nobody-takes-this"));
    assertThat(unknown.isYes()).isFalse();
    assertThat(unknown.reasons()).isEmpty();
    assertThat(unknown.warnings()).isEmpty();

    Question understood = question(line, "uri://zeppelin-notebook");
    assertThat(catchThrowableOfType(BadInput.class, () -> decide(understood))).isNotNull();
  }

  private static Question question(String line, String type) throws BadInput {
    String rest = line.substring(line.indexOf(' ') + 1);
    return switch (line.substring(0, line.indexOf(' '))) {
      case "query" -> Query.of(rest + "&tasktype=" + type);
      case "form" -> Form.of((rest + "&tasktype=" + type).getBytes(ISO_8859_1));
      case "json" ->
          DocumentQuestion.json(("{\"tasktype\": \"" + type + "\"" + rest).getBytes(UTF_8));
      case "yaml" -> DocumentQuestion.yaml(("tasktype: " + type + "\n" + rest).getBytes(UTF_8));
      default -> multipart(type, rest);
    };
  }

  private static Multipart multipart(String type, String rest) throws BadInput {
    String head = "--b\r\nContent-Disposition: form-data; ";
    String body = head + "name=tasktype\r\n\r\n" + type + "\r\n" + head + rest;
    return Multipart.of(body.getBytes(ISO_8859_1), "multipart/form-data; boundary=b");
  }

  /** Section 3.5 of the note prints the first. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "taskinfo.languages={md,python,pyspark}",
        "taskinfo.languages=%7Bmd,python,pyspark%7D",
        "taskinfo.languages=%7Bmd%2Cpython%2Cpyspark%7D",
        "taskinfo.languages=md&taskinfo.languages=python&taskinfo.languages=pyspark",
        "taskinfo.languages={md,python}&taskinfo.languages=pyspark",
        "taskinfo.languages[1]=python&taskinfo.languages[0]=md",
        "taskinfo.languages={\"md\",+\"python\"+}",
        "taskinfo.languages=c%2B%2B",
        "taskinfo.languages={}"
      })
  void languagesMayBeListedInManyWays(String rest) throws BadInput {
    Answer answer = decide(Query.of("tasktype=uri://zeppelin-notebook&" + rest));
    assertThat(answer.isYes()).isTrue();
    assertThat(answer.isConditional()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "taskinfo.languages={md,scala}",
        "taskinfo.languages=md&taskinfo.languages={python,scala}",
        "taskinfo.languages=md;scala",
        "taskinfo.languages={\"md,python\"}"
      })
  void aLanguageThatIsNotOfferedIsFoundInAllOfThem(String rest) throws BadInput {
    assertThat(codes(decide(Query.of("tasktype=uri://zeppelin-notebook&" + rest))))
        .containsExactly("languages.not-offered");
  }

  @Test
  void aPlusThatWasNotEncodedIsTold() {
    for (String rest : List.of("c++", "{md,c++}", "md&taskinfo.languages=c++")) {
      Query query = Query.of("tasktype=uri://zeppelin-notebook&taskinfo.languages=" + rest);
      BadInput fault = catchThrowableOfType(BadInput.class, () -> decide(query));
      assertThat(fault.code()).isEqualTo("languages.blanks-at-end");
      assertThat(fault.sentence()).contains("c%2B%2B");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name=taskinfo.composefile | http://h/x | composefile.not-fetched",
        "name=taskinfo.composefile; filename=x | http://h/x | composefile.unreadable",
        "name=taskinfo.composefile; filename=x.yml | http://h/x | composefile.unreadable",
        "name=taskinfo.composefile; filename=x.json | \"http://h/x\" | composefile.unreadable",
        "name=taskinfo.composefile; filename=x.yml | services: [ | composefile.unreadable",
        "name=taskinfo.composefile; filename=x.yml | - a | composefile.unreadable",
        "name=taskinfo.composefile; filename=x.yml | services: {a: !y {}} | composefile.unreadable",
        "name=taskinfo.composefile; filename=x.yml | services: {a: {image: evil/x}} |"
            + " image.not-allowed",
      })
  void aFileIsContentAndNeverAUrl(String disposition, String content, String code) throws BadInput {
    String rest = disposition + "\r\n\r\n" + content + "\r\n--b--\r\n";
    assertThat(codes(decide(multipart("uri://docker-compose", rest)))).containsExactly(code);
  }

  private static List<String> codes(Answer answer) {
    assertThat(answer.isYes()).isFalse();
    return answer.reasons().stream().map(Reason::code).toList();
  }

  private static Answer decide(Question question) throws BadInput {
    Checked checked = PlatformFile.read("forms", PLATFORM.getBytes(UTF_8));
    return Planner.decide(
            question, Caller.ANONYMOUS, ((Checked.Good) checked).platform(), World.CLOSED)
        .answer();
  }
}
