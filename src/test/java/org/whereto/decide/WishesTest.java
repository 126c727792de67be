// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.answer.Answer;
import org.whereto.answer.Reason;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.task.Caller;
import org.whereto.tree.BadInput;
import org.whereto.wire.Query;
import org.whereto.world.World;

/** What an owner does not look at is said, whatever else is looked at. */
class WishesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // conditions of the interface | of the acceptance | what nobody looked at
        "`` | if: {field: {taskinfo.site: [roe]}} | image colour",
        "`` | if: {image: [example]} | site colour",
        "`` | if: {field: {taskinfo.site: [roe]}, image: [example]} | colour",
        "if: {field: {taskinfo.site: [roe]}} | `` | image colour",
        "`` | `` | image site colour",
      })
  void aCheckThatReadsOneFieldSpeaksForNoOther(String ofInterface, String own, String unread)
      throws BadInput {
    Answer answer =
        decide(
            """
            whereto: 1
            interfaces: {a: {servicetype: uri://a, %s}}
            accepts: [{tasktype: uri://docker-container, on: [a], %s}]
            """
                .formatted(ofInterface, own));

    assertThat(answer.isYes()).isTrue();
    assertThat(answer.warnings()).extracting(Reason::code).containsOnly("field.not-used");
    assertThat(answer.warnings())
        .extracting(Reason::path)
        .containsExactly(
            Arrays.stream(unread.split(" ")).map("taskinfo."::concat).toArray(String[]::new));
  }

  private static Answer decide(String platform) throws BadInput {
    Checked checked = PlatformFile.read("test", platform.getBytes(UTF_8));
    Query query =
        Query.of(
            "tasktype=uri://docker-container&taskinfo.image=example"
                + "&taskinfo.site=roe&taskinfo.colour=red");
    return Planner.decide(
            query, Caller.ANONYMOUS, ((Checked.Good) checked).platform(), World.CLOSED)
        .answer();
  }
}
