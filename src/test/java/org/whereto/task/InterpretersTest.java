// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.task.Languages.Role;

final class InterpretersTest {

  @ParameterizedTest
  @CsvSource({
    "pyspark, '', spark.pyspark",
    "pyspark, spark, spark.pyspark",
    "pyspark, livy, livy.pyspark",
    "pyspark, python, spark.pyspark",
    "ipyspark, '', spark.ipyspark",
    "sql, '', sql",
    "sql, spark, spark.sql",
    "sql, python, python.sql",
    "sql, jdbc, jdbc",
    "sql, md, sql",
    "sql, ours, sql",
    "spark, '', spark",
    "spark, livy, livy",
    "spark.spark, '', spark",
    "python, spark, python",
    "python.python, '', python",
    "ipython, '', python.ipython",
    "md, spark, md",
    "md.md, '', md",
    "Markdown, '', md",
    "r, '', r",
    "r, spark, spark.r",
    "R.r, '', r",
    "ir, '', ir",
    "kotlin, '', kotlin",
    "bsql, '', flink.bsql",
    "sh, '', sh",
    "terminal, '', sh.terminal",
    "jdbc(hive), '', jdbc(hive)",
    "jdbc.sql(hive), '', jdbc(hive)",
    "flinkMahout, '', flinkmahout",
    "flink-cmd.cmd, '', flink-cmd",
    "a.b.c, '', a.b.c",
    "ours.ours, '', ours",
    "pyspark.pyspark, '', pyspark.pyspark",
    "ng.ng, '', ng.ng",
    "markdown.markdown, '', markdown.markdown",
  })
  void oneNameForEachInterpreter(String name, String defaultGroup, String normal) {
    assertThat(Interpreters.normal(name, defaultGroup)).isEqualTo(normal);
  }

  @Test
  void configurationIsNoLanguage() {
    assertThat(Interpreters.isConfiguration("spark.conf")).isTrue();
    assertThat(Interpreters.isConfiguration("flink.conf")).isTrue();
    assertThat(Interpreters.isConfiguration("dep")).isTrue();
    assertThat(Interpreters.isConfiguration("spark.dep")).isTrue();
    assertThat(Interpreters.isConfiguration("conf")).isFalse();
    assertThat(Interpreters.isConfiguration("spark")).isFalse();
  }

  @Test
  void rolesFollowTheInterpreter() {
    assertThat(Interpreters.role("sh")).isEqualTo(Role.SHELL);
    assertThat(Interpreters.role("md")).isEqualTo(Role.DISPLAY);
    assertThat(Interpreters.role("angular")).isEqualTo(Role.DISPLAY);
    assertThat(Interpreters.role("spark.pyspark")).isEqualTo(Role.CELL);
  }

  /** Else what is found in a note would be something else where only its name is sent. */
  @Property
  void aNormalFormReadAgainIsTheSame(
      @ForAll("words") List<String> words, @ForAll("words") List<String> group) {
    String normal = Interpreters.normal(String.join("", words), String.join("", group));

    assertThat(Interpreters.normal(normal, "")).isEqualTo(normal);
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.of(
            "spark",
            "pyspark",
            "livy",
            "ng",
            "hdfs",
            "sql",
            "jdbc",
            "md",
            "markdown",
            "conf",
            "Ours",
            ".",
            "(",
            ")",
            " ",
            "a".repeat(79))
        .list()
        .ofMaxSize(5);
  }
}
