// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.tree.Problems.Problem;
import org.whereto.tree.Tree.Scalar;

/** What is read of a part of an owner's file, and what is said of it where it makes no sense. */
class SettingsTest {

  private final Problems problems = new Problems();

  @Test
  void aFlagIsWhatIsWrittenOrElseItsDefault() throws BadInput {
    for (boolean otherwise : List.of(true, false)) {
      assertThat(flag("a: true", otherwise)).isTrue();
      assertThat(flag("a: false", otherwise)).isFalse();
      assertThat(flag("{}", otherwise)).isEqualTo(otherwise);
    }
    assertThat(problems.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "True", "1", "[true]", "''", "~", "!x true"})
  void aFlagThatIsNoneIsAFault(String value) throws BadInput {
    var _ = flag("a: " + value, false);
    assertThat(problems.all()).hasSize(1);
  }

  @Test
  void aWordIsOneOfThose() throws BadInput {
    List<String> words = List.of("none", "codes", "full");

    assertThat(choice("a: codes", words)).isEqualTo("codes");
    assertThat(choice("{}", words)).isEqualTo("full");
    assertThat(problems.all()).isEmpty();
    assertThat(choice("a: code", words)).isEqualTo("full");
    assertThat(told())
        .containsExactly(
            "1:4 \"a\" must be one of none, codes, full, not \"code\"."
                + " Did you mean \"codes\"?");
  }

  @Test
  void textsAreOneOrMany() throws BadInput {
    assertThat(texts("a: x")).containsExactly("x");
    assertThat(texts("a: [x, 1.10]")).containsExactly("x", "1.10");
    assertThat(texts("{}")).isEmpty();
    assertThat(problems.all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: [x, [y]] | 1:8 \"a\" must hold plain text here.",
        "a: {b: c} | 1:4 \"a\" must hold plain text here.",
        "a: [x, ''] | 1:8 \"a\" holds an empty text.",
        "a: [x, ~] | 1:8 \"a\" holds an empty text.",
        "a: ~ | 1:4 \"a\" has no value: give it one, or leave it out.",
        "a: !b c | 1:4 The tag !b means nothing here: take it out.",
        "x | 1:1 A mapping is wanted here: \"key: value\" lines.",
        "[x] | 1:1 A mapping is wanted here: \"key: value\" lines.",
        "ab: c | 1:1 Unknown key \"ab\". Did you mean \"a\"?",
        "zzzz: c | 1:1 Unknown key \"zzzz\". Possible here: a, length.",
      })
  void aFaultIsToldWithItsPlace(String yaml, String told) throws BadInput {
    var _ = read(yaml, in -> List.of(in.texts("a", ""), in.textIfAny("length", "")));
    assertThat(told()).containsExactly(told);
  }

  @Test
  void whatIsCompulsoryIsMissedOnce() throws BadInput {
    String text = read("{}", in -> in.text("a", ""));
    assertThat(text).isEmpty();
    assertThat(told()).containsExactly("1:1 \"a\" is missing here.");
  }

  @Test
  void whereAMappingIsWantedNothingElseIsMissed() throws BadInput {
    String texts = read("only text", in -> in.text("a", "") + in.text("b", ""));
    assertThat(texts).isEmpty();
    assertThat(told()).containsExactly("1:1 A mapping is wanted here: \"key: value\" lines.");
  }

  @Test
  void namesOfTheOwnersOwnAreReadInTheirOrder() throws BadInput {
    Function<Settings, Map<String, String>> reader =
        in -> in.named("a", "", (name, one) -> name + one.text("b", ""));
    assertThat(read("a: {y: {b: 1}, x: {b: 2}}", reader))
        .containsExactly(Map.entry("y", "y1"), Map.entry("x", "x2"));
    assertThat(problems.all()).isEmpty();
    assertThat(read("a: [x]", reader)).isEmpty();
    assertThat(told()).containsExactly("1:4 \"a\" must be a mapping of names.");
  }

  @Test
  void everyKeyMayBeAName() throws BadInput {
    Function<Settings, Map<String, String>> reader =
        in -> in.everyName("", one -> one.text("b", ""));
    assertThat(read("{y: {b: 1}, x: {b: 2}}", reader))
        .containsExactly(Map.entry("y", "1"), Map.entry("x", "2"));
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void aListOfMappingsIsAList() throws BadInput {
    Function<Settings, List<String>> reader = in -> in.list("a", "", one -> one.text("b", ""));
    assertThat(read("a: [{b: 1}, {b: 2}]", reader)).containsExactly("1", "2");
    assertThat(problems.all()).isEmpty();
    assertThat(read("a: {b: 1}", reader)).isEmpty();
    assertThat(told()).containsExactly("1:4 \"a\" must be a list: begin each entry with \"- \".");
  }

  @Test
  void aValueAloneStandsForItsKey() throws BadInput {
    Function<Settings, List<String>> reader =
        in -> {
          in.shorthand("a");
          return in.texts("a", "").stream().map(Scalar::text).toList();
        };
    assertThat(read("[x, y]", reader)).containsExactly("x", "y");
    assertThat(read("x", reader)).containsExactly("x");
    assertThat(read("{a: x}", reader)).containsExactly("x");
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void aPartIsReadIfItIsThere() throws BadInput {
    Function<Settings, Optional<String>> reader =
        in -> in.part("a", "", part -> part.text("b", ""));
    assertThat(read("a: {b: c}", reader)).contains("c");
    assertThat(read("{}", reader)).isEmpty();
    assertThat(problems.all()).isEmpty();
    assertThat(read("a: {c: d}", reader)).contains("");
    assertThat(told())
        .containsExactly("1:4 \"b\" is missing here.", "1:5 Unknown key \"c\". Possible here: b.");
  }

  @Test
  void theFormatOfTheFileMustBeKnown() throws BadInput {
    Function<Settings, Boolean> reader =
        in -> {
          in.format("1");
          return true;
        };
    assertThat(read("whereto: 1", reader)).isTrue();
    assertThat(problems.all()).isEmpty();
    assertThat(read("whereto: 2", reader)).isTrue();
    assertThat(told()).containsExactly("1:10 This Whereto reads format 1 of this file, not 2.");
  }

  private boolean flag(String yaml, boolean otherwise) throws BadInput {
    return read(yaml, in -> in.flag("a", otherwise, ""));
  }

  private String choice(String yaml, List<String> words) throws BadInput {
    return read(yaml, in -> in.choice("a", words, "full", ""));
  }

  private List<String> texts(String yaml) throws BadInput {
    return read(yaml, in -> in.texts("a", "").stream().map(Scalar::text).toList());
  }

  private <T> T read(String yaml, Function<Settings, T> reader) throws BadInput {
    Tree tree = Formats.YAML.read(yaml.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
    return Settings.read(tree, problems, reader);
  }

  private List<String> told() {
    return problems.all().stream().map(SettingsTest::told).toList();
  }

  private static String told(Problem problem) {
    return problem.place() + " " + problem.sentence();
  }
}
