// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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

  private static final String IMAGES = "image: [example]";
  private static final String SITE = "field: {taskinfo.site: [roe]}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "site | taskinfo.image taskinfo.colour",
        "image | taskinfo.site taskinfo.colour",
        "site and image | taskinfo.colour",
        "site on the interface | taskinfo.image taskinfo.colour",
        "nothing | taskinfo.image taskinfo.site taskinfo.colour",
      })
  void aCheckThatReadsOneFieldSpeaksForNoOther(String looked, String unread) throws BadInput {
    boolean onInterface = looked.contains("interface");
    boolean site = looked.contains("site") && !onInterface;
    String conditions =
        (site ? SITE : "")
            + (site && looked.contains("image") ? ", " : "")
            + (looked.contains("image") ? IMAGES : "");
    String platform =
        """
        whereto: 1
        interfaces: {a: {servicetype: uri://a%s}}
        accepts: [{tasktype: uri://docker-container, on: [a]%s}]
        """
            .formatted(
                onInterface ? ", if: {" + SITE + "}" : "",
                conditions.isEmpty() ? "" : ", if: {" + conditions + "}");

    Answer answer = decide(platform);

    assertThat(answer.isYes()).isTrue();
    assertThat(answer.warnings()).extracting(Reason::code).containsOnly("field.not-used");
    assertThat(answer.warnings()).extracting(Reason::path).containsExactly(unread.split(" "));
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
