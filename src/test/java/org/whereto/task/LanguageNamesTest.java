// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageNamesTest {

  @ParameterizedTest
  @CsvSource({
    "Python, python",
    "python3, python",
    "python2.7, python",
    "Python 3.11, python",
    "IPython, python",
    "ipython3, python",
    "R, r",
    "C#, csharp",
    "cs, csharp",
    "F#, fsharp",
    "pwsh, powershell",
    "PowerShell, powershell",
    "js, javascript",
    "Markdown, md",
    "C++14, c++",
    "C++, c++",
    "cpp17, c++",
    "C, c",
    "c11, c",
    "Java11, java",
    "julia-1.6, julia",
    "Julia 1.9.2, julia",
    "IDL, idl",
    "OCaml, ocaml",
    "Groovy, groovy",
    "gp2c, gp2c",
    "x86, x86",
    "shellscript, shell",
    "bash, bash",
    "'  Scala ', scala",
  })
  void oneSpellingForEachLanguage(String written, String folded) {
    assertThat(LanguageNames.fold(written)).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource({
    // Jupyter
    "Python, python, true",
    "python3, python, true",
    "C#, csharp, true",
    "C++, c++, true",
    "C, c++, false",
    "java, javascript, false",
    "shell, shell, true",
    "bash, shell, true",
    "sh, shell, true",
    "shell, bash, false",
    "shell, sh, false",
    "python, shell, false",
    "pyspark, pyspark, true",
    "spark.pyspark, pyspark, false",
    // Zeppelin
    "pyspark, spark.pyspark, true",
    "spark.pyspark, spark.pyspark, true",
    "SPARK.PySpark, spark.pyspark, true",
    "pyspark, livy.pyspark, true",
    "spark.pyspark, livy.pyspark, false",
    "spark, spark, true",
    "spark.spark, spark, true",
    "spark, spark.pyspark, false",
    "spark, livy, false",
    "spark.pyspark, spark, false",
    "python, python, true",
    "python.python, python, true",
    "python, python.ipython, false",
    "python.ipython, python, false",
    "ipython, python.ipython, true",
    "sql, spark.sql, true",
    "sql, python.sql, true",
    "sql, sql, true",
    "spark.sql, sql, false",
    "spark.sql, python.sql, false",
    "jdbc, jdbc(hive), true",
    "jdbc(hive), jdbc(hive), true",
    "JDBC(Hive), jdbc(hive), true",
    "jdbc(hive), jdbc, false",
    "jdbc(hive), jdbc(mysql), false",
    "jdbc.sql, jdbc(hive), true",
    "sql, jdbc, false",
    "jupyter, jupyter(ir), true",
    "jupyter(ir), jupyter, false",
    "r, spark.r, false",
    "spark.r, spark.r, true",
    "r, r, true",
    "c, c (embedded), false",
    "md, md, true",
    "markdown, md, true",
    "sh, sh, true",
    "sh, sh.terminal, false",
    "shell, sh.terminal, false",
    "flink.bsql, flink.bsql, true",
    "flink, flink.bsql, false",
    "python, python3, false",
    "flinkMahout, flinkmahout, true",
  })
  void anOfferMeetsWhatItNames(String allowed, String asked, boolean offered) {
    assertThat(offers(allowed, asked)).isEqualTo(offered);
  }

  @Property
  void foldingTwiceChangesNothing(@ForAll("names") String name) {
    String once = LanguageNames.fold(name);
    assertThat(LanguageNames.fold(once)).isEqualTo(once);
  }

  @Property
  void theNormalFormOfAnInterpreterIsItsOwn(
      @ForAll("names") String name, @ForAll("names") String group) {
    String once = Interpreters.normal(name, group);
    assertThat(Interpreters.normal(once, "")).isEqualTo(once);
  }

  @Property
  void letterCaseHidesNothing(@ForAll("names") String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    String lower = upper.toLowerCase(Locale.ROOT);
    assertThat(LanguageNames.fold(upper)).isEqualTo(LanguageNames.fold(lower));
    assertThat(offers(upper, LanguageNames.fold(lower))).isTrue();
    assertThat(offers(lower, Interpreters.normal(upper, ""))).isTrue();
  }

  @Example
  void aNameOfAnyLengthIsCutToOneThatCanBeWritten() {
    String folded = LanguageNames.fold("😀".repeat(1000));
    assertThat(folded).hasSizeLessThanOrEqualTo(80).endsWith("…");
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(folded)).isTrue();
    assertThat(LanguageNames.fold("x" + "😀".repeat(1000))).hasSizeLessThanOrEqualTo(80);
  }

  private static boolean offers(String allowed, String asked) {
    return new OfferedLanguages(List.of(allowed)).offer(asked);
  }

  @Provide
  Arbitrary<String> names() {
    Arbitrary<String> known =
        Arbitraries.of(
            "python3",
            "C++14",
            "c#",
            "spark",
            "pyspark",
            "livy.pyspark",
            "sql",
            "jdbc(hive)",
            "python.ipython",
            "hdfs",
            "kotlin",
            "r",
            "sh.terminal",
            "markdown",
            "java 11",
            "fs");
    Arbitrary<String> likely =
        Arbitraries.strings().withChars("cjavpython+#-. 0123().").ofMaxLength(12);
    return Arbitraries.oneOf(known, likely, Arbitraries.strings().ascii().ofMaxLength(120));
  }
}
