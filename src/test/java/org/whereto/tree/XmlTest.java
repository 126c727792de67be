// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.tree.Reads.fault;
import static org.whereto.tree.Reads.utf8;
import static org.whereto.tree.Reads.written;
import static org.whereto.tree.Reads.xml;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class XmlTest {

  @Test
  void everyShapeIsWrittenSoThatItSaysWhatItIs() throws BadInput {
    Tree tree =
        Reads.json(
            """
            {"reponseword": "YES", "n": 1.10, "b": true, "z": null, "t": "", "m": {}, "l": [],
             "list": ["a", 2, ["b"], {"c": "d"}, {}], "map": {"member": "e", "item": "f"},
             "5": "g", "a b": {"": "h"}, "xmlns": "i", "nul": "null", "\u00e9": "j"}
            """);

    assertThat(written(Formats.XML, tree))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <answer>
              <reponseword>YES</reponseword>
              <n type="number">1.10</n>
              <b type="boolean">true</b>
              <z type="null"/>
              <t/>
              <m type="map"/>
              <l type="list"/>
              <list type="list">
                <item>a</item>
                <item type="number">2</item>
                <item type="list">
                  <item>b</item>
                </item>
                <item>
                  <c>d</c>
                </item>
                <item type="map"/>
              </list>
              <map>
                <member>e</member>
                <item>f</item>
              </map>
              <member name="5">g</member>
              <member name="a b">
                <member name="">h</member>
              </member>
              <member name="xmlns">i</member>
              <nul>null</nul>
              <member name="\u00e9">j</member>
            </answer>
            """);
    assertThat(xml(written(Formats.XML, tree))).isEqualTo(tree);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n",
        "\r",
        "\r\n",
        "\t",
        "  a  ",
        "a\rb\r",
        "]]>",
        "<a>",
        "&amp;",
        "\"'",
        "\u0085",
        "\u2028",
        "\uD83D\uDE00",
        "<!-- x -->",
        "null",
        "5"
      })
  void aTextComesBackAsItWasAlsoAsAName(String text) throws BadInput {
    Tree tree = Tree.map(Map.of(text, Tree.text(text)));

    assertThat(xml(written(Formats.XML, tree))).isEqualTo(tree);
  }

  @Test
  void whatXmlForbidsBecomesAReplacementCharacter() throws BadInput {
    String written = written(Formats.XML, Tree.text("a\u0000b\u001Bc\uFFFEd\uFFFFe\uD800f"));

    assertThat(xml(written)).isEqualTo(Tree.text("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf"));
  }

  @Test
  void namesThatWouldBecomeTheSameStayApart() throws BadInput {
    Tree tree = Reads.json("{\"\\u0000\": 1, \"\\u0001\": 2}");

    assertThat(xml(written(Formats.XML, tree)))
        .isEqualTo(Reads.json("{\"\uFFFD\": 1, \"\uFFFD\uFFFD\": 2}"));
  }

  @Test
  void theJdksOwnReaderReadsWhatIsWritten() throws Exception {
    String written = written(Formats.XML, Reads.json("{\"a\\r\\n\": \" \\r\\n\\t\"}"));

    var root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(written)))
            .getDocumentElement();
    var member = (org.w3c.dom.Element) root.getElementsByTagName("member").item(0);
    assertThat(member.getAttribute("name")).isEqualTo("a\r\n");
    assertThat(member.getTextContent()).isEqualTo(" \r\n\t");
  }

  @Test
  void aNamespaceIsWrittenAndWanted() throws BadInput {
    Xml problems = new Xml("problem", "urn:ietf:rfc:7807");
    Tree tree = Tree.build().put("title", "Bad").put("l", Tree.texts(List.of("a"))).done();

    String written = written(problems, tree);

    assertThat(written).contains("<problem xmlns=\"urn:ietf:rfc:7807\">\n  <title>Bad</title>\n");
    assertThat(problems.read(utf8(written), Budget.SMALL, Keep.ALL)).isEqualTo(tree);
    assertThat(fault(problems, "<problem/>").code()).isEqualTo("xml.namespace");
    assertThat(fault(Formats.XML, "<answer xmlns='x'/>").code()).isEqualTo("xml.namespace");
  }

  @Test
  void everyNodeKnowsWhereItsTagBegins() throws BadInput {
    Tree tree =
        xml(
            "<?xml version='1.0'?><!-- <b> -->\n<answer>\n  <a><![CDATA[<x>]]></a><?p <q> ?>"
                + "\n  <l type='list'\n ><item>1</item></l>\n</answer>");

    assertThat(tree.place()).isEqualTo(new Place(2, 1));
    assertThat(tree.get("a").orElseThrow().place()).isEqualTo(new Place(3, 3));
    assertThat(tree.get("l").orElseThrow().items(Path.ROOT).get(0).place())
        .isEqualTo(new Place(5, 3));
    assertThat(tree.get("a")).contains(Tree.text("<x>"));
  }

  @ParameterizedTest(name = "{0} is {1} at {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | xml.empty | ``",
        "<!DOCTYPE answer><answer/> | xml.doctype | 1:1",
        "<!-- x --><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><answer>&x;</answer> "
            + "| xml.doctype | 1:11",
        "<answer>&x;</answer> | xml.syntax | 1:12",
        "<answer> | xml.syntax | 1:9",
        "<answer/><answer/> | xml.syntax | 1:11",
        "<answer/>x | xml.syntax | 1:10",
        "<other/> | xml.root | 1:1",
        "<answer a='b'/> | xml.attribute | 1:1",
        "<answer name='b'/> | xml.attribute | 1:1",
        "<answer><a name='b'/></answer> | xml.attribute | 1:9",
        "<answer xmlns:x='y'><a x:type='list'/></answer> | xml.attribute | 1:21",
        "<answer type='text'/> | xml.type | 1:1",
        "<answer type='number'>x</answer> | xml.type | 1:1",
        "<answer type='null'>x</answer> | xml.type | 1:1",
        "<answer type='boolean'><a/></answer> | xml.type | 1:1",
        "<answer type='list'><a/></answer> | xml.item | 1:21",
        "<answer type='map'>x</answer> | xml.mixed | 1:1",
        "<answer>x<a/></answer> | xml.mixed | 1:1",
        "<answer><a/><a/></answer> | xml.duplicate-element | 1:13",
        "<answer><a/><member name='a'/></answer> | xml.duplicate-element | 1:13",
        "<?xml version='1.1'?><answer/> | xml.version | 1:1",
        "<?xml version='1.0' encoding='UTF-16'?><answer/> | xml.encoding | 1:1",
      })
  void whatIsNotOfThisFormIsRefusedWithItsPlace(String text, String code, String place) {
    BadInput fault = fault(Formats.XML, text);

    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.place().toString()).isEqualTo(place);
    assertThat(fault.sentence()).endsWith(".").doesNotContain("\n", "ParseError", "Exception");
  }

  @Test
  void entitiesThatMultiplyAreNeverRead() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE answer [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 20; i++) {
      laughs.append("<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
    }
    laughs.append("]><answer>&a19;</answer>");

    assertThat(fault(Formats.XML, laughs.toString()).code()).isEqualTo("xml.doctype");
  }

  @Test
  void aByteThatIsNotUtf8IsRefusedWithItsPlace() {
    byte[] document = "<answer>\n\u00e9</answer>".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(fault(Formats.XML, document, Budget.SMALL).code()).isEqualTo("xml.encoding");
    assertThat(fault(Formats.XML, document, Budget.SMALL).place()).isEqualTo(new Place(2, 1));
  }

  @Test
  void onlyWhatIsKeptIsInTheTree() throws BadInput {
    Keep keep = Keep.members(Map.of("a", Keep.ALL));

    assertThat(Formats.XML.read(utf8("<answer><b><c/></b><a>1</a></answer>"), Budget.SMALL, keep))
        .isEqualTo(Tree.map(Map.of("a", Tree.text("1"))));
  }
}
