// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

final class DeclaredLanguagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[md, python]|md/python",
        "python|python",
        "'{md,python,pyspark}'|md/python/pyspark",
        "'{}'|``",
        "[]|``",
        "['{a,b}', c]|a/b/c",
        "'{\"a,b\"}'|a,b",
        "[5]|5",
        "['null']|null",
      })
  void aListInAnyFormIsAList(String yaml, String names) throws BadInput {
    assertThat(String.join("/", DeclaredLanguages.read(yaml(yaml)))).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "~|languages.empty|taskinfo.languages",
        "''|languages.empty|taskinfo.languages",
        "' '|languages.empty|taskinfo.languages",
        "[python, ~]|languages.empty|taskinfo.languages[1]",
        "[python, '']|languages.empty|taskinfo.languages[1]",
        "'{a,,b}'|languages.empty|taskinfo.languages",
        "'{a,b'|languages.malformed|taskinfo.languages",
        "[a, 'b}']|languages.malformed|taskinfo.languages[1]",
        "[a, {b: c}]|languages.not-a-text|taskinfo.languages[1]",
        "[a, [b]]|languages.not-a-text|taskinfo.languages[1]",
        "[a, !x b]|languages.not-a-text|taskinfo.languages[1]",
        "{a, b}|languages.not-a-list|taskinfo.languages",
        "'c  '|languages.blanks-at-end|taskinfo.languages",
        "['python ']|languages.blanks-at-end|taskinfo.languages[0]",
        "'{c  ,python}'|languages.blanks-at-end|taskinfo.languages",
        "'{python,c  }'|languages.blanks-at-end|taskinfo.languages",
      })
  void whatIsNoListOfNamesIsRefused(String yaml, String code, String path) throws BadInput {
    Tree tree = yaml(yaml);
    assertThatThrownBy(() -> DeclaredLanguages.read(tree))
        .isInstanceOfSatisfying(
            BadInput.class,
            fault -> {
              assertThat(fault.code()).isEqualTo(code);
              assertThat(fault.path().text()).isEqualTo(path);
            });
  }

  @Example
  void aPlusThatBecameABlankIsNamedAsTheCause() {
    assertThatThrownBy(() -> DeclaredLanguages.read(Tree.text("c  "))).hasMessageContaining("%2B");
  }

  @Property
  void whatIsWrittenIsReadAgain(@ForAll @Size(max = 4) List<@NotBlank String> names)
      throws BadInput {
    List<String> clean =
        names.stream()
            .filter(name -> name.chars().noneMatch(c -> Character.isSurrogate((char) c)))
            .map(String::strip)
            .toList();
    Tree written = DeclaredLanguages.write(clean).get("languages").orElseThrow();
    assertThat(DeclaredLanguages.read(written)).isEqualTo(clean);
  }

  @Example
  void namesWithBracesStayWhole() throws BadInput {
    List<String> names = List.of("{a,b}", "{", "}", "a}", "{\"x\"}", "\"x\"");
    Tree written = DeclaredLanguages.write(names).get("languages").orElseThrow();
    assertThat(DeclaredLanguages.read(written)).isEqualTo(names);
  }

  private static Tree yaml(String text) throws BadInput {
    byte[] bytes = ("languages: " + text).getBytes(StandardCharsets.UTF_8);
    return Formats.YAML
        .read(bytes, Budget.SMALL, Keep.ALL)
        .get("languages")
        .orElse(Tree.map(Map.of()));
  }

  @Example
  void aListInBracesIsNoWayToNameMillions() {
    String thousands = "{" + "a,".repeat(30_000) + "a}";

    BadInput fault =
        catchThrowableOfType(
            BadInput.class,
            () -> DeclaredLanguages.read(Tree.texts(List.of(thousands, thousands, "b"))));

    assertThat(fault.code()).isEqualTo("languages.too-many");
    assertThat(fault.path().text()).isEqualTo("taskinfo.languages[1]");
  }
}
