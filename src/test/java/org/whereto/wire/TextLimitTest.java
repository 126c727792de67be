// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Keep;
import org.whereto.tree.Path;

/** In every form of a request the same texts are too long. */
class TextLimitTest {

  private static final Budget EIGHT = new Budget(10_000, 9, 99, 8, 99, 9);
  private static final RequestLimits LIMITS = new RequestLimits(EIGHT, EIGHT, 9, 999);

  private static final List<String> FORMS =
      List.of("query", "form", "json", "yaml", "parts", "json parts");

  /** What a request says: its type, and a field with its text. */
  record Said(String type, String field, String text) {}

  /** Each form with what it says, and the path at fault if any. */
  static Stream<Arguments> texts() {
    return FORMS.stream()
        .flatMap(form ->
            Stream.of(
                Arguments.of(form, new Said("uri://ab", "image", "12345678"), ""),
                Arguments.of(form, new Said("uri://abc", "image", "1"), "tasktype"),
                Arguments.of(form, new Said("uri://ab", "image", "123456789"), "taskinfo.image"),
                Arguments.of(form, new Said("uri://ab", "notebook", "123456789"), ""),
                Arguments.of(form, new Said("uri://ab", "composefile", "123456789"), "")));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void onlyContentMayBeLong(String form, Said said, String path) throws BadInput {
    Question question = question(form, said);
    if (path.isEmpty()) {
      assertThat(asPlannersRead(question).tasktype()).isEqualTo(said.type());
      return;
    }
    BadInput fault = catchThrowableOfType(BadInput.class, () -> asPlannersRead(question));
    assertThat(fault.code()).endsWith(".text-budget");
    assertThat(fault.path()).isEqualTo(new Path(path));
  }

  @Test
  void aDocumentInJsonMayHoldMoreThanOneInYaml() throws BadInput {
    Budget nine = new Budget(10_000, 9, 99, 9, 99, 9);
    RequestLimits limits = new RequestLimits(EIGHT, nine, 9, 999);
    byte[] document = "{\"tasktype\": \"a\", \"x\": \"123456789\"}".getBytes(UTF_8);

    assertThat(asPlannersRead(DocumentQuestion.json(document, limits)).members().get("x"))
        .isPresent();
    Question yaml = DocumentQuestion.yaml(document, limits);
    assertThat(catchThrowableOfType(BadInput.class, () -> asPlannersRead(yaml)).code())
        .isEqualTo("yaml.text-budget");
  }

  private static Task asPlannersRead(Question question) throws BadInput {
    assertThat(question.tasktype()).isNotEmpty();
    return question.task(Keep.ALL);
  }

  private static Question question(String form, Said said) throws BadInput {
    String type = said.type();
    String pairs = "tasktype=" + type + "&taskinfo." + said.field() + "=" + said.text();
    String taskinfo = "{\"" + said.field() + "\": \"" + said.text() + "\"}";
    String document = "{\"tasktype\": \"" + type + "\", \"taskinfo\": " + taskinfo + "}";
    return switch (form) {
      case "query" -> Query.of(pairs, LIMITS);
      case "form" -> Form.of(pairs.getBytes(UTF_8), LIMITS);
      case "json" -> DocumentQuestion.json(document.getBytes(UTF_8), LIMITS);
      case "yaml" -> DocumentQuestion.yaml(document.getBytes(UTF_8), LIMITS);
      case "parts" ->
          parts(part("tasktype", "", type) + part("taskinfo." + said.field(), "", said.text()));
      default -> {
        String json = "\r\nContent-Type: application/json";
        yield parts(part("tasktype", json, '"' + type + '"') + part("taskinfo", json, taskinfo));
      }
    };
  }

  private static String part(String name, String header, String content) {
    String head = "--b\r\nContent-Disposition: form-data; name=" + name + header;
    return head + "\r\n\r\n" + content + "\r\n";
  }

  private static Question parts(String parts) throws BadInput {
    byte[] body = (parts + "--b--").getBytes(UTF_8);
    return Multipart.of(body, "multipart/form-data; boundary=b", LIMITS);
  }
}
