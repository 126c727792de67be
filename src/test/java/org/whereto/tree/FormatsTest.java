// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.support.Compiled;

class FormatsTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "application/json, json",
    "text/json, json",
    "application/yaml, yaml",
    "text/yaml, yaml",
    "application/x-yaml, yaml",
    "TEXT/X-YAML, yaml",
    "application/xml, xml",
    "text/xml, xml",
  })
  void aMediaTypeNamesItsFormat(String mediaType, String name) {
    assertThat(Formats.byMediaType(mediaType)).map(Format::name).contains(name);
    assertThat(Formats.byName(name)).isEqualTo(Formats.byMediaType(mediaType));
  }

  @Test
  void whatNobodyKnowsIsAbsent() {
    assertThat(Formats.byMediaType("text/html")).isEmpty();
    assertThat(Formats.byMediaType("application/json; charset=utf-8")).isEmpty();
    assertThat(Formats.byName("html")).isEmpty();
  }

  @Test
  void theListHoldsEveryFormat() throws IOException, ClassNotFoundException {
    assertThat(Formats.ALL)
        .extracting(format -> format.getClass().getSimpleName())
        .containsExactlyInAnyOrderElementsOf(Compiled.madeOf("org.whereto.tree", Format.class));
  }

  @Test
  void theOrderSettlesTies() {
    assertThat(Formats.ALL).extracting(Format::name).containsExactly("json", "yaml", "xml");
  }
}
