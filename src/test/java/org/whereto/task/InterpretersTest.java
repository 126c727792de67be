// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import static org.assertj.core.api.Assertions.assertThat;

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
}
