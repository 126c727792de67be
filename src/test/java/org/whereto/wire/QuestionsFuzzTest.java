// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.kind.Kinds;
import org.whereto.support.SoundFault;
import org.whereto.support.WrittenTask;
import org.whereto.task.Kind;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree.Scalar;

/** Questions of any bytes, in each form of a request. */
class QuestionsFuzzTest {

  private static final String TYPE = "uri://docker-container";
  private static final int LONGEST = 1 << 20;
  private static final String MULTIPART = "multipart/form-data; boundary=b";
  private static final String TYPE_PART =
      "--b\r\nContent-Disposition: form-data; name=\"tasktype\"\r\n\r\n" + TYPE + "\r\n--b\r\n";

  /**
   * What can be said as a query is said the same again; no fault hides the type of another pair.
   */
  @FuzzTest
  void query(byte[] raw) throws BadInput {
    String pairs = new String(raw, ISO_8859_1);
    Optional<Task> task = task(Query.of(pairs));
    if (task.isPresent()) {
      Optional<String> again = DottedQuery.of(task.get(), LONGEST);
      if (again.isPresent()) {
        assertThat(task(Query.of(again.get())).flatMap(same -> DottedQuery.of(same, LONGEST)))
            .isEqualTo(again);
      }
    }
    if (type(Query.of(pairs)).isEmpty() && !pairs.contains("tasktype") && !pairs.contains("%")) {
      assertThat(type(Query.of(pairs + "&tasktype=" + TYPE))).contains(TYPE);
    }
  }

  /** But for a null that is spelt in YAML's ways, which is written as a text (wire.md, 2.1). */
  private static void everyFormThatCanSayItDoes(Task task) throws BadInput {
    boolean spelt =
        task.members()
            .nodes()
            .anyMatch(node ->
                node instanceof Scalar scalar && scalar.isNull() && !scalar.text().equals("null"));
    if (spelt) {
      return;
    }
    Map<String, Question> forms = WrittenTask.inEveryForm(task);
    for (String form : List.of("json", "yaml")) {
      assertThat(task(forms.get(form))).as(form).contains(task);
    }
  }

  /** A form says what its pairs would say as a query. */
  @FuzzTest
  void form(byte[] body) {
    Form form = Form.of(body);
    Optional<Task> task = task(form);
    String raw = new String(body, ISO_8859_1);
    if (!raw.startsWith("\u00EF\u00BB\u00BF")) {
      assertThat(task(Query.of(raw))).isEqualTo(task);
    }
    format(form);
  }

  /** A type in front is read whatever follows it, but for a second one. */
  @FuzzTest
  void multipart(byte[] body) throws BadInput {
    Multipart question = Multipart.of(body, MULTIPART);
    Optional<Task> task = task(question);
    if (task.isPresent()) {
      everyFormThatCanSayItDoes(task.get());
    }
    format(question);
    String octets = new String(body, ISO_8859_1);
    boolean another = octets.contains("tasktype");
    if (!another) {
      byte[] typed = (TYPE_PART + octets).getBytes(ISO_8859_1);
      assertThat(type(Multipart.of(typed, MULTIPART))).contains(TYPE);
    }
  }

  /** Whatever is JSON and YAML at once is the same question in both. */
  @FuzzTest
  void document(byte[] body) {
    Optional<Task> json = task(DocumentQuestion.json(body));
    Optional<Task> yaml = task(DocumentQuestion.yaml(body));
    if (json.isPresent() && yaml.isPresent()) {
      assertThat(yaml).isEqualTo(json);
    }
  }

  /** The whole question, kept whole and as a kind keeps it; its type is the one read first. */
  private static Optional<Task> task(Question question) {
    Optional<String> type = type(question);
    Optional<Task> whole = task(question, Keep.ALL);
    whole.ifPresent(task -> {
      assertThat(type).contains(task.tasktype());
      Kind kind = Kinds.ALL.get(Math.floorMod(type.hashCode(), Kinds.ALL.size()));
      assertThat(task(question, kind.keep()).map(Task::tasktype)).isEqualTo(type);
    });
    return whole;
  }

  private static Optional<Task> task(Question question, Keep keep) {
    try {
      return Optional.of(question.task(keep));
    } catch (BadInput fault) {
      SoundFault.check(fault);
      return Optional.empty();
    }
  }

  private static Optional<String> type(Question question) {
    try {
      String type = question.tasktype();
      assertThat(type).isNotBlank();
      return Optional.of(type);
    } catch (BadInput fault) {
      SoundFault.check(fault);
      return Optional.empty();
    }
  }

  private static void format(WithResponseFormat question) {
    try {
      question.responseFormat();
    } catch (BadInput fault) {
      SoundFault.check(fault);
    }
  }
}
