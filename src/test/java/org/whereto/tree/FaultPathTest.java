// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fault of one node names it by its path, whatever stood before it. */
class FaultPathTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{a: 1, b: *x} | b",
        "{a: {b: 1, c: *x}} | a.c",
        "{a: {b: 1}, c: *x} | c",
        "{a: [1, *x]} | a[1]",
        "{a: [[1], [2, *x]], b: 1} | a[1][1]",
        "{a: [[1]], b: *x} | b",
        "{a: {b: 1, [c]: 2}} | a",
        "{a: {b: 1, <<: *x}} | a.<<",
        "{a: {<<: 1}} | a.<<",
        "{a: {<<: {b: 1}, c: *x}} | a.c",
        "{a: {b: 1, <<: {c: *x}}} | a.<<.c",
        "[{a: 1}, {a: *x}] | [1].a",
        "*x | ``",
      })
  void ofYaml(String text, String path) {
    assertThat(Reads.fault(Formats.YAML, text).path()).isEqualTo(new Path(path));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": 1, \"b\": \"\\ud800\"} | b",
        "{\"a\": [1, \"\\ud800\"]} | a[1]",
        "{\"a\": [[1], [1, {\"b\": \"\\ud800\"}]]} | a[1][1].b",
        "{\"a\": [[1]], \"b\": \"\\ud800\"} | b",
        "{\"a\": {\"b\": 1}, \"c\": \"\\ud800\"} | c",
        "{\"a\": {\"b\": 1, \"b\": 2}} | a.b",
        "[{\"a\": 1}, {\"a\": \"\\ud800\"}] | [1].a",
      })
  void ofJson(String text, String path) {
    assertThat(Reads.fault(Formats.JSON, text).path()).isEqualTo(new Path(path));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<answer><a/><b type='number'>x</b></answer> | b",
        "<answer><a><b/><c type='number'>x</c></a></answer> | a.c",
        "<answer><a type='list'><item/><item type='number'>x</item></a></answer> | a[1]",
        "<answer><a type='list'><item/></a><b type='number'>x</b></answer> | b",
        "<answer><a><b/></a><c type='number'>x</c></answer> | c",
      })
  void ofXml(String text, String path) {
    assertThat(Reads.fault(Formats.XML, text).path()).isEqualTo(new Path(path));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<answer>x<a/></answer> | xml.",
        "<answer><a/>x</answer> | xml.",
        "<answer><a type='list'>x<item/></a></answer> | xml.",
        "<answer><a type='list'><item/>x</a></answer> | xml.",
        "<answer><a type='list'>x</a></answer> | xml.",
        "<answer><a type='map'>x</a></answer> | xml.",
        "<answer><a type='list'><item name='b'/></a></answer> | xml.attribute",
        "<answer><a name='b'/></answer> | xml.attribute",
        "<answer b='c'/> | xml.attribute",
        "<answer><a type='list'><b/></a></answer> | xml.item",
      })
  void whatHasNoPlaceInXmlIsAFault(String text, String code) {
    assertThat(Reads.fault(Formats.XML, text).code()).startsWith(code);
  }
}
