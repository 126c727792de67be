// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DirectiveTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%md text|md",
        "'  %spark.pyspark sc'|spark.pyspark",
        "%spark-submit --class A|spark-submit",
        "%md|md",
        "%spark.|spark",
        "%spark.pyspark.x y|spark.pyspark.x",
        "%spark..x|spark",
        "%sh.terminal(pool=a)|sh.terminal",
        "%md (in words)|md",
        "%SQL select|SQL",
      })
  void theNameEndsWhereZeppelinEndsIt(String text, String name) {
    assertThat(Directive.of(text).orElseThrow().name()).isEqualTo(name);
    assertThat(Directive.of(text).orElseThrow().fault()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "print(1)", "% md", "%", "%%md", "# %md", "%.spark", "%(x)", "\u00a0%md"})
  void otherParagraphsHaveNone(String text) {
    assertThat(Directive.of(text)).isEmpty();
  }

  @Test
  void blanksOfEveryKindMayStandBefore() {
    assertThat(Directive.of("\n\r\n\t \u000b\f%md").orElseThrow().name()).isEqualTo("md");
  }

  @Test
  void propertiesAreKeysAndValuesWithQuotesAndBackslashes() {
    assertThat(properties("%jupyter(kernel=ir)")).isEqualTo(Map.of("kernel", "ir"));
    assertThat(properties("%jdbc(hive)")).isEqualTo(Map.of("hive", "hive"));
    assertThat(properties("%spark() sc")).isEmpty();
    assertThat(properties("%a( b = \"c = d\" , \"e f\"=\"g\\\"h\\n)\")"))
        .isEqualTo(Map.of("b", "c = d", "e f", "g\"h\n)"));
    assertThat(properties("%a(b=1,)")).isEqualTo(Map.of("b", "1"));
    assertThat(properties("%a(b=\\,)")).isEqualTo(Map.of("b", ","));
    assertThat(properties("%jdbc(hive, x=1)")).isEqualTo(Map.of("hive", "hive", "x", "1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%a(",
        "%a(b",
        "%a(b=",
        "%a(b=\"c)",
        "%a(b=\\",
        "%a(b=1, ,)",
        "%a(=1)",
        "%a(b=c=d)",
        "%a(,b)"
      })
  void aListThatIsNotOneIsAFault(String text) {
    Directive directive = Directive.of(text).orElseThrow();
    assertThat(directive.name()).isEqualTo("a");
    assertThat(directive.fault()).isNotEmpty();
  }

  @Property
  void everyListComesToAnEnd(@ForAll String text) {
    Directive directive = Directive.of("%a(" + text).orElseThrow();
    assertThat(directive.name()).isEqualTo("a");
    if (!text.contains(")")) {
      assertThat(directive.fault()).isNotEmpty();
    }
  }

  private static Map<String, String> properties(String text) {
    Directive directive = Directive.of(text).orElseThrow();
    assertThat(directive.fault()).isEmpty();
    return directive.properties();
  }
}
