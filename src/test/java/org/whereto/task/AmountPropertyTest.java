// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.whereto.task.Amount.Measure;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;

/** What is told of an amount can be read again, and never promises more than there is. */
final class AmountPropertyTest {

  private static final Pattern HINT = Pattern.compile("Did you mean ([^?]*)\\?$");
  private static final BigDecimal ALMOST = new BigDecimal("0.98");
  private static final BigDecimal HARDLY_MORE = new BigDecimal("1.02");

  private static Amount read(Measure measure, String text) throws BadInput {
    return Amount.parse(measure, Tree.text(text), Path.ROOT);
  }

  @Property
  void aLimitIsNeverRoundedUpNorToNothing(
      @ForAll("asked") Amount asked, @ForAll("values") BigDecimal limit) throws BadInput {
    BigDecimal told = read(asked.measure(), asked.down(limit)).value();
    assertThat(told).isBetween(limit.multiply(ALMOST), limit);
  }

  @Property
  void aLimitLooksAsLargeAsTheAmountExactlyWhereItIs(
      @ForAll("asked") Amount asked, @ForAll("near") BigDecimal near) throws BadInput {
    BigDecimal limit = asked.value().add(near).max(BigDecimal.ZERO);
    BigDecimal told = read(asked.measure(), asked.down(limit)).value();
    assertThat(told.compareTo(asked.value()) >= 0).isEqualTo(limit.compareTo(asked.value()) >= 0);
    assertThat(told).isLessThanOrEqualTo(limit);
  }

  @Property
  void whatIsMissingIsNeverRoundedDown(
      @ForAll("asked") Amount asked, @ForAll("values") BigDecimal missing) throws BadInput {
    BigDecimal told = read(asked.measure(), asked.up(missing)).value();
    assertThat(told).isBetween(missing, missing.multiply(HARDLY_MORE));
  }

  @Property
  void anAmountToldInItsOwnUnitIsItself(@ForAll("asked") Amount asked) throws BadInput {
    Amount again = read(asked.measure(), asked.down(asked.value()));
    assertThat(again.value()).isEqualByComparingTo(asked.value());
    assertThat(again.spelling()).isEqualTo(asked.spelling());
  }

  @Property
  void whatNobodyWroteIsReadAsItself(@ForAll Measure measure, @ForAll("values") BigDecimal value)
      throws BadInput {
    Amount amount = Amount.of(measure, value);
    assertThat(amount.value()).isEqualByComparingTo(value);
    assertThat(read(measure, amount.text()).value()).isEqualByComparingTo(value);
    BigDecimal shown = read(measure, Amount.shown(measure, value)).value();
    assertThat(shown).isBetween(value.multiply(ALMOST), value);
  }

  @Property
  void everyTextIsAnAmountOrAFaultWithAHintThatHelps(
      @ForAll Measure measure, @ForAll("texts") String text) {
    try {
      assertThat(read(measure, text).value()).isNotNegative();
    } catch (BadInput fault) {
      assertThat(fault.code()).startsWith("amount.");
      assertThat(fault.sentence()).startsWith("\"").hasSizeLessThan(250);
      Matcher hint = HINT.matcher(fault.sentence());
      if (hint.find()) {
        assertThat(AmountReader.isAmount(measure, hint.group(1))).as(hint.group(1)).isTrue();
      }
    }
  }

  @Property
  void theSameWhereNobodyDeclaredTheMeasure(@ForAll("texts") String text) {
    try {
      assertThat(Amount.parse(Tree.text(text), Path.ROOT).text()).isEqualTo(text.strip());
    } catch (BadInput fault) {
      assertThat(fault.code()).startsWith("amount.");
    }
  }

  @Provide
  Arbitrary<Amount> asked() {
    Arbitrary<String> numbers =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0, 1000).map(Object::toString),
            Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal(1000))
                .ofScale(5)
                .map(BigDecimal::toPlainString),
            Arbitraries.of("0", "1e3", "25e-1", "1.000000001"));
    return Arbitraries.of(Measure.values())
        .flatMap(measure ->
            Combinators.combine(numbers, Arbitraries.of(units(measure)))
                .as((number, unit) -> sure(measure, unit.replace("?", number))));
  }

  private static List<String> units(Measure measure) {
    return switch (measure) {
      case NUMBER -> List.of("?");
      case BYTES -> List.of("?", "?B", "?K", "? MB", "?G", "?T", "?P", "?Ki", "? GiB", "?PiB");
      case TIME -> List.of("?", "?s", "? m", "?h", "?d");
    };
  }

  private static Amount sure(Measure measure, String text) {
    try {
      return read(measure, iso(measure, text));
    } catch (BadInput wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }

  /** Some of the times are told as ISO 8601. */
  private static String iso(Measure measure, String text) {
    boolean iso = measure == Measure.TIME && text.endsWith("s") && !text.contains("e");
    return iso ? "PT" + text.replace('s', 'S') : text;
  }

  @Provide
  Arbitrary<BigDecimal> values() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(0, 1_000_000_000_000_000_000L).map(BigDecimal::new),
        Arbitraries.longs().between(0, 1000).map(BigDecimal::new),
        Arbitraries.bigDecimals().between(new BigDecimal("0.001"), BigDecimal.TEN).ofScale(9));
  }

  @Provide
  Arbitrary<BigDecimal> near() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal(-5), new BigDecimal(5))
        .ofScale(6)
        .edgeCases(edges -> edges.add(BigDecimal.ZERO, new BigDecimal("-0.000001")));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "1",
            "0",
            "8",
            "1.5",
            ".",
            ",",
            "_",
            "e",
            "E",
            "-",
            "+",
            " ",
            "\u00a0",
            "\uff18",
            "\u0663",
            "K",
            "M",
            "G",
            "i",
            "B",
            "k",
            "m",
            "g",
            "b",
            "P",
            "T",
            "H",
            "S",
            "D",
            "W",
            "h",
            "s",
            "d",
            "min",
            "days",
            "0x",
            ":",
            "30",
            "'",
            "inf",
            "NaN",
            "\ud83d",
            "\u2212",
            "999999999999999999",
            "\u0000");
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(8).map(list -> String.join("", list)),
        Arbitraries.strings().ofMaxLength(80));
  }
}
