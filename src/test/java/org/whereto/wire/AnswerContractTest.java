// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.xml.validation.Schema;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.answer.Answer;
import org.whereto.support.AnyAnswer;
import org.whereto.support.JsonSchemas;
import org.whereto.support.XmlSchemas;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Trees;

/** What is answered is what the published schemas say, in every format. */
final class AnswerContractTest {

  private static final Mapping EXACT = JsonSchemas.exact(Schemas.answer());
  private static final Schema XSD = XmlSchemas.read(Schemas.answerInXml());

  @Provide
  Arbitrary<Answer> answers() {
    return AnyAnswer.ofOurs();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void jsonAndYamlFollowTheJsonSchema(@ForAll("answers") Answer answer) throws BadInput {
    Tree tree = Answers.write(answer);
    for (Format format : List.of(Formats.JSON, Formats.YAML)) {
      Tree read = again(format, format.write(tree));
      assertThat(read).as(format.name()).isEqualTo(tree);
      assertThat(JsonSchemas.faults(EXACT, read)).as(format.name()).isEmpty();
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void xmlFollowsTheXsdAndReadsBackAsTheTreeWithoutWhatItForbids(@ForAll("answers") Answer answer)
      throws BadInput {
    Tree tree = Answers.write(answer);
    byte[] xml = Formats.XML.write(tree);
    assertThat(XmlSchemas.faults(XSD, xml)).as(new String(xml, UTF_8)).isEmpty();
    assertThat(again(Formats.XML, xml)).isEqualTo(Trees.withoutForbidden(tree));
  }

  @Test
  void everyCharacterThatXmlForbidsSurvivesAsOneThatItAllows() throws BadInput {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c < ' '; c++) {
      all.append((char) c);
    }
    all.append("\uD800\uFFFE\uFFFF\uDFFFz");
    Tree info = Tree.build().put(all.toString(), all.toString()).done();
    Tree tree =
        Tree.build()
            .put("reponseword", "YES")
            .put("servicetype", all.toString())
            .put("serviceinfo", info)
            .done();
    byte[] xml = Formats.XML.write(tree);
    assertThat(XmlSchemas.faults(XSD, xml)).isEmpty();
    String left = "\uFFFD".repeat(9) + "\t\n\uFFFD\uFFFD\r" + "\uFFFD".repeat(22) + "z";
    assertThat(again(Formats.XML, xml).get("servicetype")).contains(Tree.text(left));
    assertThat(again(Formats.XML, xml).get("serviceinfo").orElseThrow().get(left))
        .contains(Tree.text(left));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{reponseword: 'NO'}",
        "{reponseword: 'YES', servicetype: 'uri://hub', serviceinfo: {endpoint: 'http://h/'}}",
        "{reponseword: 'YES', servicetype: a, serviceinfo: [1, {answer: 5}], data: [{datatype: d,"
            + " standing: here, size: 5}]}",
        "{reponseword: 'YES', interfaces: [{servicetype: a}, {servicetype: a, resources: {maxgpus:"
            + " '1'}, warnings: [{code: a.b}]}], resources: {mincores: '8', max of all: 9G}}",
        "{reponseword: 'NO', reasons: [{code: a.b, permanence: not-you}], warnings: [{code: x.y,"
            + " text: x}]}",
        "{reponseword: 'NO', suggestion: {task: {tasktype: t}, changes: [{path: a, from: 1}]}}",
        "{reponseword: 'NO', suggestion: {changes: [{path: a, from: null, to: []}]}}"
      })
  void theAnswersOfTheContractFollowBothSchemas(String yaml) throws BadInput {
    Tree answer = again(Formats.YAML, yaml.getBytes(UTF_8));
    assertThat(JsonSchemas.faults(EXACT, answer)).isEmpty();
    assertThat(XmlSchemas.faults(XSD, Formats.XML.write(answer))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[reponseword, 'YES']",
        "{reponseword: 'MAYBE'}",
        "{reponseword: 'yes', servicetype: a}",
        "{reponseword: ' NO'}",
        "{reponseword: ['NO']}",
        "{responseword: 'NO'}",
        "{reponseword: 'NO', mood: good}",
        "{reponseword: 'YES', serviceinfo: {}}",
        "{reponseword: 'YES', servicetype: ' '}",
        "{reponseword: 'YES', servicetype: 5}",
        "{reponseword: 'YES', servicetype: a, serviceinfo: null}",
        "{reponseword: 'YES', interfaces: []}",
        "{reponseword: 'YES', interfaces: [{servicetype: a}]}",
        "{reponseword: 'YES', interfaces: {servicetype: a}}",
        "{reponseword: 'YES', servicetype: a, interfaces: [{servicetype: a}, {servicetype: b}]}",
        "{reponseword: 'YES', interfaces: [{serviceinfo: a}, {servicetype: b}]}",
        "{reponseword: 'YES', interfaces: [{servicetype: a, reasons: []}, {servicetype: b}]}",
        "{reponseword: 'YES', servicetype: a, reasons: [{code: a.b}]}",
        "{reponseword: 'YES', servicetype: a, suggestion: {changes: [{path: a}]}}",
        "{reponseword: 'NO', reasons: []}",
        "{reponseword: 'NO', reasons: {code: a.b}}",
        "{reponseword: 'NO', reasons: [a.b]}",
        "{reponseword: 'NO', reasons: [{}]}",
        "{reponseword: 'NO', reasons: [{text: no code}]}",
        "{reponseword: 'NO', reasons: [{code: a.b, mood: bad}]}",
        "{reponseword: 'NO', reasons: [{code: a.b, text: [x]}]}",
        "{reponseword: 'NO', reasons: [{code: a.b, limit: 5}]}",
        "{reponseword: 'NO', reasons: [{code: a.b, permanence: forever}]}",
        "{reponseword: 'NO', warnings: [{}]}",
        "{reponseword: 'NO', resources: {}}",
        "{reponseword: 'NO', resources: many}",
        "{reponseword: 'NO', data: {datatype: d, standing: here}}",
        "{reponseword: 'NO', data: [{datatype: d}]}",
        "{reponseword: 'NO', data: [{datatype: d, standing: there}]}",
        "{reponseword: 'NO', data: [{datatype: d, standing: here, size: -1}]}",
        "{reponseword: 'NO', data: [{datatype: d, standing: here, size: '5'}]}",
        "{reponseword: 'NO', suggestion: {task: {tasktype: t}}}",
        "{reponseword: 'NO', suggestion: {task: {}, changes: [{path: a}]}}",
        "{reponseword: 'NO', suggestion: {changes: [{from: a}]}}",
        "{reponseword: 'NO', suggestion: {changes: []}}"
      })
  void brokenAnswersFollowNeither(String yaml) throws BadInput {
    Tree answer = again(Formats.YAML, yaml.getBytes(UTF_8));
    assertThat(JsonSchemas.faults(EXACT, answer)).isNotEmpty();
    assertThat(XmlSchemas.faults(XSD, Formats.XML.write(answer))).isNotEmpty();
  }

  /** XSD 1.0 has no way to make members depend on a word. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{reponseword: 'YES'}",
        "{reponseword: 'YES', reasons: [{code: a.b}]}",
        "{reponseword: 'NO', servicetype: a}",
        "{reponseword: 'NO', interfaces: [{servicetype: a}, {servicetype: b}]}",
        "{reponseword: 'NO', resources: {maxcores: 8}}"
      })
  void whatTheXsdCannotSayTheJsonSchemaDoes(String yaml) throws BadInput {
    Tree answer = again(Formats.YAML, yaml.getBytes(UTF_8));
    assertThat(JsonSchemas.faults(Schemas.answer(), answer)).isNotEmpty();
    assertThat(XmlSchemas.faults(XSD, Formats.XML.write(answer))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<answer/>",
        "<answer xmlns='urn:x'><reponseword>NO</reponseword></answer>",
        "<report><reponseword>NO</reponseword></report>",
        "<reponseword>NO</reponseword>",
        "<answer>so: <reponseword>NO</reponseword></answer>",
        "<answer type='map'><reponseword>NO</reponseword></answer>",
        "<answer><reponseword>NO</reponseword><reponseword>NO</reponseword></answer>",
        "<answer><reponseword type='string'>NO</reponseword></answer>",
        "<answer><reponseword>NO</reponseword><reasons><item><code>a</code></item></reasons>"
            + "</answer>",
        "<answer><reponseword>NO</reponseword><reasons type='list'><reason><code>a</code></reason>"
            + "</reasons></answer>",
        "<answer><reponseword>YES</reponseword><servicetype>a</servicetype>"
            + "<serviceinfo type='text'>a</serviceinfo></answer>"
      })
  void xmlOfAnotherMakeDoesNotFollowTheXsd(String xml) {
    assertThat(XmlSchemas.faults(XSD, xml.getBytes(UTF_8))).isNotEmpty();
  }

  @Test
  void membersOfLaterVersionsMayBePassedOver() throws BadInput {
    String yaml =
        "{reponseword: 'NO', mood: bad, reasons: [{code: a.b, mood: bad}], data: [{datatype: d,"
            + " standing: here, mood: bad}], suggestion: {changes: [{path: a, mood: bad}]}}";
    Tree answer = again(Formats.YAML, yaml.getBytes(UTF_8));
    assertThat(JsonSchemas.faults(Schemas.answer(), answer)).isEmpty();
  }

  private static Tree again(Format format, byte[] document) throws BadInput {
    return format.read(document, Budget.SMALL, Keep.ALL);
  }
}
