// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlTextTest {

  @ParameterizedTest
  @CsvSource({
    "a, true",
    "azAZ_09-., true",
    "_, true",
    "z, true",
    "A, true",
    "Z, true",
    "'', false",
    "0, false",
    "-a, false",
    ".a, false",
    "a b, false",
    "a:b, false",
    "a/b, false",
    "a@b, false",
    "a[b, false",
    "a`b, false",
    "a{b, false",
    "é, false",
    "xml, false",
    "XMLa, false",
    "axml, true",
  })
  void elementsHavePlainNames(String name, boolean is) {
    assertThat(XmlText.isName(name)).isEqualTo(is);
  }

  @Test
  void namesOfElementsAreNotTooLong() {
    assertThat(XmlText.isName("a".repeat(256))).isTrue();
    assertThat(XmlText.isName("a".repeat(257))).isFalse();
  }

  @Test
  void charactersThatXmlForbidsAreReplaced() {
    String fine = "\t\n\r a\uD7FF\uE000\uFFFD" + Character.toString(0x10000);
    assertThat(XmlText.allowed(fine)).isEqualTo(fine);
    assertThat(XmlText.allowed("\0\u0008\u000B\u001F\uFFFE\uFFFF")).isEqualTo("\uFFFD".repeat(6));
    assertThat(XmlText.allowed("a\uD800b\uDFFFc")).isEqualTo("a\uFFFDb\uFFFDc");
  }
}
