// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.answer.Answer;
import org.whereto.support.SoundFault;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

/** What a stranger's service may send, in each format. */
class AnswersFuzzTest {

  /** What was understood is written and understood the same again. */
  @FuzzTest
  void answer(byte[] body) {
    for (Tree document : documents(body)) {
      Optional<Answer> answer = read(document);
      if (answer.isPresent()) {
        Answer flat = Answers.flat(answer.get());
        assertThat(read(Answers.write(answer.get())).map(Answers::flat)).contains(flat);
      }
      problemReadsBack(document);
    }
  }

  private static List<Tree> documents(byte[] body) {
    return Formats.ALL.stream().flatMap(format -> read(format, body).stream()).toList();
  }

  private static Optional<Tree> read(Format format, byte[] body) {
    try {
      return Optional.of(format.read(body, Budget.SMALL, Keep.ALL));
    } catch (BadInput fault) {
      SoundFault.check(fault);
      return Optional.empty();
    }
  }

  private static Optional<Answer> read(Tree document) {
    try {
      return Optional.of(Answers.read(document));
    } catch (BadInput fault) {
      SoundFault.check(fault);
      return Optional.empty();
    }
  }

  private static void problemReadsBack(Tree document) {
    ProblemDetail.read(document)
        .ifPresent(problem -> assertThat(ProblemDetail.read(problem.tree())).contains(problem));
  }

  /** What is read of a header's value is written with quotes and read the same. */
  @FuzzTest
  void headerValue(byte[] bytes) {
    Optional<HeaderValue> read = HeaderValue.read(new String(bytes, UTF_8));
    if (read.isPresent()) {
      StringBuilder again = new StringBuilder(read.get().value());
      for (Map.Entry<String, String> parameter : read.get().parameters().entrySet()) {
        String value = parameter.getValue().replace("\\", "\\\\").replace("\"", "\\\"");
        again.append(';').append(parameter.getKey()).append("=\"").append(value).append('"');
      }
      assertThat(HeaderValue.read(again.toString())).isEqualTo(read);
    }
  }
}
