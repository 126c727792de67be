// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.whereto.answer.Answer;
import org.whereto.answer.Interface;
import org.whereto.support.AnyAnswer;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

final class AnswersInEveryFormatTest {

  @Provide
  Arbitrary<Answer> answers() {
    return AnyAnswer.answers();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenIsReadBackAsTheSameAnswer(@ForAll("answers") Answer answer) throws BadInput {
    for (Format format : Formats.ALL) {
      byte[] written = format.write(Answers.write(answer));
      Tree read = format.read(written, Budget.SMALL, Keep.ALL);
      assertThat(Answers.read(read)).as(format.name()).isEqualTo(answer);
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void theOnlyWayOfAnAnswerSaysTheSameFlat(@ForAll("answers") Answer answer) throws BadInput {
    for (Interface way : answer.interfaces()) {
      Answer one =
          new Answer(
              answer.word(),
              List.of(way),
              answer.resources(),
              answer.data(),
              List.of(),
              answer.warnings(),
              Optional.empty());
      Answer read = Answers.read(Answers.write(one));
      assertThat(read).isEqualTo(Answers.flat(one));
      assertThat(read.isConditional()).isEqualTo(one.isConditional());
    }
  }
}
