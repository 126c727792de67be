// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.answer.Answer;
import org.whereto.answer.Reason;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

/** What is understood of the answers of other services, however they say it. */
class AnswerReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{servicetype: a} | a=",
        "{servicetype: a, serviceinfo: {x: 1}} | a={x: 1}",
        "{servicetype: a, serviceinfo: null} | a=",
        "{interfaces: [{servicetype: a}, {servicetype: b, serviceinfo: i}]} | a=,b=i",
        "{interfaces: {servicetype: a}} | a=",
        // what stands in the flat form and in the list counts once
        "{servicetype: a, interfaces: [{servicetype: a, serviceinfo: i}]} | a=i",
        "{servicetype: a, serviceinfo: i, interfaces: [{servicetype: a, serviceinfo: i}]} | a=i",
        "{servicetype: a, serviceinfo: i, interfaces: [{servicetype: a, serviceinfo: j}]} |"
            + " a=i,a=j",
        "{servicetype: a, interfaces: [{servicetype: b}]} | a=,b=",
        "{servicetype: ' ', interfaces: [{servicetype: b}]} | b=",
        "{servicetype: [a], interfaces: [{servicetype: b}]} | b=",
      })
  void theWaysToRunATaskAreTold(String document, String ways) throws BadInput {
    Answer answer = read("YES", document);

    assertThat(
            answer.interfaces().stream()
                .map(way ->
                    way.servicetype()
                        + "="
                        + way.serviceinfo().map(AnswerReaderTest::shown).orElse("")))
        .containsExactly(ways.split(","));
  }

  private static String shown(Tree info) {
    return info instanceof Tree.Scalar scalar ? scalar.text() : "{x: 1}";
  }

  @Test
  void whatIsOnOfferIsReadWhereItHasItsShape() throws BadInput {
    Answer said = read("YES", "{servicetype: a, resources: {maxcores: 4}, data: [{datatype: d}]}");
    assertThat(said.resources()).contains(yaml("{maxcores: 4}"));
    assertThat(said.data()).contains(yaml("[{datatype: d}]"));

    for (String odd :
        new String[] {"resources: [4], data: {d: e}", "resources: 4, data: [d]", "data: [[]]"}) {
      Answer answer = read("YES", "{servicetype: a, " + odd + "}");
      assertThat(answer.resources()).isEmpty();
      assertThat(answer.data()).isEmpty();
    }
  }

  @Test
  void aWayHasItsOwnOffer() throws BadInput {
    Answer answer =
        read(
            "YES",
            "{interfaces: [{servicetype: a, resources: {maxcores: 4}, data: [{datatype: d}],"
                + " warnings: [mind]}, {servicetype: b}]}");

    assertThat(answer.interfaces().getFirst().resources()).contains(yaml("{maxcores: 4}"));
    assertThat(answer.interfaces().getFirst().data()).contains(yaml("[{datatype: d}]"));
    assertThat(answer.interfaces().getFirst().warnings())
        .extracting(Reason::text)
        .containsExactly("mind");
    assertThat(Answers.read(Answers.write(answer))).isEqualTo(answer);
  }

  @Test
  void aSuggestionIsReadAndWrittenWithANoOnly() throws BadInput {
    Optional<Tree> suggestion = Optional.of(yaml("{task: {tasktype: b}}"));
    String document = "{servicetype: a, suggestion: {task: {tasktype: b}}}";

    assertThat(read("NO", document).suggestion()).isEqualTo(suggestion);
    assertThat(Answers.read(Answers.write(read("NO", document))).suggestion())
        .isEqualTo(suggestion);
    assertThat(read("YES", document).suggestion()).isEmpty();
  }

  private static Answer read(String word, String rest) throws BadInput {
    return Answers.read(((Tree.Mapping) yaml(rest)).with("reponseword", Tree.text(word)));
  }

  private static Tree yaml(String text) throws BadInput {
    return Formats.YAML.read(text.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
  }
}
