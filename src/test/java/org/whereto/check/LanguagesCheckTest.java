// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.answer.Finding;
import org.whereto.answer.Finding.Outcome;
import org.whereto.answer.Reason;
import org.whereto.task.Caller;
import org.whereto.task.Facts;
import org.whereto.task.LanguageNames;
import org.whereto.task.Languages;
import org.whereto.task.Languages.Evidence;
import org.whereto.task.Languages.Language;
import org.whereto.task.Subject;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Path;
import org.whereto.tree.Problems;
import org.whereto.tree.Settings;
import org.whereto.world.World;

class LanguagesCheckTest {

  private static final Path PATH = new Path("taskinfo.notebook");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[python]                     | python               | OK",
        "[Python3]                    | python               | OK",
        "[python]                     | python r             | REFUSED",
        "[python]                     | python md html latex | OK",
        "{allow: [python], display: true} | python md        | REFUSED",
        "{allow: [python, markdown], display: true} | python md | OK",
        "[python]                     | python shell         | REFUSED",
        "[python, bash]               | python shell         | OK",
        "[shell]                      | bash                 | REFUSED",
        "[pyspark]                    | spark.pyspark        | OK",
        "[flink.pyflink]              | spark.pyspark        | REFUSED",
        "[md, python, pyspark]        | scala                | REFUSED",
        "[python]                     | ''                   | OK",
      })
  void everyLanguageMustBeAmongThoseAllowed(String settings, String used, Outcome outcome)
      throws BadInput {
    List<Finding> findings = look(settings, languages(used, ""));
    assertThat(findings).isNotEmpty().extracting(Finding::outcome).contains(outcome);
    assertThat(findings.stream().anyMatch(finding -> finding.outcome().isNo()))
        .isEqualTo(outcome.isNo());
  }

  @Test
  void theRefusalNamesAllThatIsMissingAndWhereItWasFound() throws BadInput {
    Reason reason =
        look("[python]", languages("python r julia", "")).getLast().says().orElseThrow();

    assertThat(reason.code()).isEqualTo("languages.not-offered");
    assertThat(reason.asked()).isEqualTo("r, julia");
    assertThat(reason.limit()).isEqualTo("python");
    assertThat(reason.text()).contains("r (%%x in cells 3 and 7)").contains("it has python");
  }

  @Test
  void theRefusalCountsAsPeopleDo() throws BadInput {
    assertThat(look("[python]", languages("r", "")).getLast().says().orElseThrow().text())
        .contains(" is not a language of this platform");
    assertThat(look("[python]", languages("r julia", "")).getLast().says().orElseThrow().text())
        .contains(" are not languages of this platform");
  }

  @Test
  void aLanguageThatCannotBeToldLeavesTheAnswerOpen() throws BadInput {
    assertThat(look("[python]", languages("python", "Nobody knows.")))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.OK, Outcome.NOT_GIVEN);
    assertThat(look("[python]", languages("r", "Nobody knows.")))
        .extracting(Finding::outcome)
        .contains(Outcome.REFUSED);
  }

  private static Languages languages(String used, String undetermined) {
    List<Language> all =
        used.isBlank()
            ? List.of()
            : List.of(used.split(" ")).stream().map(LanguagesCheckTest::language).toList();
    return new Languages(all, "cell", undetermined, PATH);
  }

  private static Language language(String name) {
    return new Language(
        name, LanguageNames.role(name), PATH, List.of(new Evidence("%%x", List.of(3, 7))));
  }

  private static List<Finding> look(String settings, Languages languages) throws BadInput {
    Problems problems = new Problems();
    Check check =
        Settings.read(
            Formats.YAML.read(settings.getBytes(UTF_8), Budget.SMALL, Keep.ALL),
            problems,
            LanguagesCheck.TYPE.read());
    assertThat(problems.all()).isEmpty();
    Findings findings = new Findings("languages");
    Facts facts = Facts.about(new Subject.Given()).with(languages);
    check.look(new Asked(Task.of("t"), facts, Caller.ANONYMOUS), World.CLOSED, findings);
    return findings.all();
  }
}
