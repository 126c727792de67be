// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFaultsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": } | This is no JSON from \"}\" on",
        "{\"a\" 1} | This is no JSON from \"1\" on",
        "[é] | This is no JSON from \"é\" on",
        "{\"a\": 1 \"b\": 2} | This is no JSON from a double quote on",
        "[\u0001] | This is no JSON from U+0001 on",
        "[\u007F] | This is no JSON from U+007F on",
        "[\u0378] | This is no JSON from U+0378 on",
        "[1 | The JSON ends too early",
        "{\"a | The JSON ends too early",
        "[NaN] | JSON knows neither NaN nor Infinity",
        "[-Infinity] | JSON knows neither NaN nor Infinity",
      })
  void whatIsWrongIsTold(String text, String told) {
    BadInput fault = Reads.fault(Formats.JSON, text);

    assertThat(fault.code()).isEqualTo("json.syntax");
    assertThat(fault.sentence()).startsWith(told).endsWith(".");
  }
}
