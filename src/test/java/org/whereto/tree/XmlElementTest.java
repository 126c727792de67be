// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** XML of somebody else. */
class XmlElementTest {

  private static final String DOCUMENT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- who reads this? -->
      <a:list xmlns:a="urn:a" xmlns:b="urn:b" b:type="long" type="short">
        one<a:item n="1"> <![CDATA[<x>]]>&amp;</a:item>two
        <item n="2" xmlns="urn:b"/><a:item n="3"/>
      </a:list>
      """;

  private static XmlElement read(String document) throws BadInput {
    return XmlElement.read(document.getBytes(UTF_8), Budget.SMALL);
  }

  private static String fault(String document) {
    return catchThrowableOfType(BadInput.class, () -> read(document)).code();
  }

  @Test
  void elementsKeepTheirNamespacesAttributesAndText() throws BadInput {
    XmlElement list = read(DOCUMENT);

    assertThat(list.is("urn:a", "list")).isTrue();
    assertThat(list.is("urn:b", "list")).isFalse();
    assertThat(list.attribute("type")).hasValue("short");
    assertThat(list.attribute("urn:b", "type")).hasValue("long");
    assertThat(list.attribute("urn:a", "type")).isEmpty();
    assertThat(list.text().strip()).startsWith("one").endsWith("two");
    assertThat(list.elements()).hasSize(3);
    assertThat(list.all("item").map(item -> item.attribute("n").orElse("")))
        .containsExactly("1", "3");
    assertThat(list.first("item").orElseThrow().text()).isEqualTo(" <x>&");
    assertThat(list.first("other")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
        "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"http://example.org/a.dtd\"><a/>",
        "<!-- x --><!DOCTYPE a PUBLIC \"a\" \"b\"><a/>"
      })
  void thereIsNoDoctype(String document) {
    assertThat(fault(document)).isEqualTo("xml.doctype");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        "<a>",
        "<a/><b/>",
        "<a b=\"1\" b=\"2\"/>",
        "<a>&b;</a>",
        "<a><!DOCTYPE b></a>",
        "<b:a/>",
        "<a></b>",
        "<a>\u0000</a>",
        "<a>]]></a>"
      })
  void whatIsNoXmlIsAFault(String document) {
    assertThat(fault(document)).startsWith("xml.");
  }

  @ParameterizedTest
  @CsvSource({"64, ''", "65, xml.depth-budget", "100000, xml.depth-budget"})
  void depthIsLimited(int levels, String fault) throws BadInput {
    String document = "<a>".repeat(levels) + "</a>".repeat(levels);
    if (fault.isEmpty()) {
      assertThat(read(document).elements()).hasSize(1);
    } else {
      assertThat(fault(document)).isEqualTo(fault);
    }
  }

  @Test
  void elementsAttributesAndTextAreLimited() {
    assertThat(fault("<a>" + "<b/>".repeat(60_000) + "</a>")).isEqualTo("xml.node-budget");
    assertThat(fault("<a>" + "<b c=\"d\"/>".repeat(30_000) + "</a>")).isEqualTo("xml.node-budget");
    assertThat(fault("<a>" + "x".repeat(300_000) + "</a>")).isEqualTo("xml.text-budget");
    assertThat(fault("<a>" + "x<b/>".repeat(1) + "y".repeat(300_000) + "</a>"))
        .isEqualTo("xml.text-budget");
    assertThat(fault("<" + "a".repeat(300) + "/>")).isEqualTo("xml.name-budget");
    assertThat(fault("<a>" + " ".repeat(2_000_000) + "</a>")).isEqualTo("xml.byte-budget");
  }

  @Property
  void whateverIsDamagedIsReadOrAFault(
      @ForAll @IntRange(max = 300) int at, @ForAll byte with, @ForAll @IntRange(max = 20) int cut) {
    byte[] whole = DOCUMENT.getBytes(UTF_8);
    byte[] damaged = Arrays.copyOf(whole, whole.length - cut);
    damaged[Math.min(at, damaged.length - 1)] = with;
    try {
      assertThat(XmlElement.read(damaged, Budget.SMALL).elements()).hasSizeLessThan(10);
    } catch (BadInput fault) {
      assertThat(List.of(fault.code().split("\\."))).first().isEqualTo("xml");
    }
  }
}
