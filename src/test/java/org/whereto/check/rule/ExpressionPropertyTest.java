// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.whereto.check.rule.Expression.Verdict;
import org.whereto.check.rule.Sort.Said;
import org.whereto.check.rule.Sort.Single;

/** Expressions are what they say: held against an evaluator that knows exact numbers only. */
class ExpressionPropertyTest {

  /** The Task's texts, from which both sides read their values. */
  record Given(String n, String m, String x, String y, String s, List<String> l) {}

  /**
   * A part of an expression.
   *
   * @param value what it says of a Task; nothing where it breaks
   */
  record Part<T>(String text, Function<Given, Optional<T>> value) {}

  private static final RuleLanguage LANGUAGE = language();

  private static RuleLanguage language() {
    Map<String, Sort> sorts = new HashMap<>();
    sorts.put("n", new Sort(Single.INT, false));
    sorts.put("m", new Sort(Single.INT, false));
    sorts.put("x", new Sort(Single.NUMBER, false));
    sorts.put("y", new Sort(Single.NUMBER, false));
    sorts.put("s", new Sort(Single.TEXT, false));
    sorts.put("l", new Sort(Single.TEXT, true));
    return new RuleLanguage(sorts, Map.of("known", Set.of("a", "ab")));
  }

  @Provide
  Arbitrary<Given> tasks() {
    Arbitrary<String> whole =
        Arbitraries.of("0", "1", "-1", "2", "3.0", "7", "1e9", "999999999999999999", "-5");
    Arbitrary<String> number =
        Arbitraries.of("0.1", "0.2", "0.3", "0.30", "-0.1", "1e-7", "100000000.25", "3", "0.0");
    Arbitrary<String> text = Arbitraries.of("a", "b", "ab", "ä", "A");
    return Combinators.combine(whole, whole, number, number, text, text.list().ofMaxSize(3))
        .as(Given::new);
  }

  private static Arbitrary<Part<BigInteger>> whole(int depth) {
    Arbitrary<Part<BigInteger>> leaf =
        Arbitraries.of(
            new Part<>("n", given -> Optional.of(new BigDecimal(given.n()).toBigInteger())),
            new Part<>("m", given -> Optional.of(new BigDecimal(given.m()).toBigInteger())),
            new Part<>("3", _ -> Optional.of(BigInteger.valueOf(3))),
            new Part<>("-2", _ -> Optional.of(BigInteger.TWO.negate())),
            new Part<>("size(l)", given -> Optional.of(BigInteger.valueOf(given.l().size()))),
            new Part<>(
                "9223372036854775807", _ -> Optional.of(BigInteger.valueOf(Long.MAX_VALUE))));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Part<BigInteger>> sum =
        Combinators.combine(
                whole(depth - 1), Arbitraries.of("+", "-", "*", "/", "%"), whole(depth - 1))
            .as((a, op, b) ->
                new Part<>(
                    "(" + a.text() + " " + op + " " + b.text() + ")",
                    given ->
                        a.value()
                            .apply(given)
                            .flatMap(one ->
                                b.value().apply(given).flatMap(two -> calculated(one, op, two)))));
    return Arbitraries.oneOf(leaf, sum);
  }

  private static Optional<BigInteger> calculated(BigInteger a, String op, BigInteger b) {
    boolean divides = op.equals("/") || op.equals("%");
    if (divides && b.signum() == 0) {
      return Optional.empty();
    }
    BigInteger result =
        switch (op) {
          case "+" -> a.add(b);
          case "-" -> a.subtract(b);
          case "*" -> a.multiply(b);
          case "/" -> a.divide(b);
          default -> a.remainder(b);
        };
    return result.bitLength() < 64 ? Optional.of(result) : Optional.empty();
  }

  private static Arbitrary<Part<BigDecimal>> numbers() {
    return Arbitraries.of(
        new Part<>("x", given -> Optional.of(new BigDecimal(given.x()))),
        new Part<>("y", given -> Optional.of(new BigDecimal(given.y()))),
        new Part<>("0.3", _ -> Optional.of(new BigDecimal("0.3"))),
        new Part<>("1e-7", _ -> Optional.of(new BigDecimal("1e-7"))),
        new Part<>("-0.1", _ -> Optional.of(new BigDecimal("-0.1"))));
  }

  private static <T extends Comparable<T>> Arbitrary<Part<Boolean>> compared(
      Arbitrary<Part<T>> parts) {
    return Combinators.combine(parts, Arbitraries.of("<", "<=", ">", ">=", "==", "!="), parts)
        .as((a, op, b) ->
            new Part<>(
                a.text() + " " + op + " " + b.text(),
                given ->
                    a.value()
                        .apply(given)
                        .flatMap(one ->
                            b.value().apply(given).map(two -> holds(one.compareTo(two), op)))));
  }

  private static boolean holds(int order, String op) {
    return switch (op) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      case "==" -> order == 0;
      default -> order != 0;
    };
  }

  private static Arbitrary<Part<Boolean>> texts() {
    return Arbitraries.of(
        new Part<>("s == 'a'", given -> Optional.of(given.s().equals("a"))),
        new Part<>("known(s)", given -> Optional.of(Set.of("a", "ab").contains(given.s()))),
        new Part<>("s.startsWith('a')", given -> Optional.of(given.s().startsWith("a"))),
        new Part<>("s.matches('^[a-z]b?$')", given -> Optional.of(given.s().matches("[a-z]b?"))),
        new Part<>("s in l", given -> Optional.of(given.l().contains(given.s()))),
        new Part<>(
            "l.all(e, known(e))", given -> Optional.of(Set.of("a", "ab").containsAll(given.l()))),
        new Part<>("l.exists(e, e == s)", given -> Optional.of(given.l().contains(given.s()))),
        new Part<>(
            "l[0] == 'a'",
            given ->
                given.l().isEmpty()
                    ? Optional.empty()
                    : Optional.of(given.l().getFirst().equals("a"))));
  }

  @Provide
  Arbitrary<Part<Boolean>> expressions() {
    return logic(3);
  }

  private static Arbitrary<Part<Boolean>> logic(int depth) {
    Arbitrary<Part<Boolean>> leaf =
        Arbitraries.oneOf(compared(whole(2)), compared(numbers()), texts());
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Part<Boolean>> not =
        logic(depth - 1)
            .map(a -> new Part<>("!(" + a.text() + ")", a.value().andThen(it -> it.map(b -> !b))));
    Arbitrary<Part<Boolean>> both =
        Combinators.combine(logic(depth - 1), Arbitraries.of("&&", "||"), logic(depth - 1))
            .as((a, op, b) ->
                new Part<>(
                    "(" + a.text() + ") " + op + " (" + b.text() + ")",
                    given -> joined(a.value().apply(given), op, b.value().apply(given))));
    return Arbitraries.oneOf(leaf, not, both, both);
  }

  /** What decides wins over what breaks, on either side. */
  private static Optional<Boolean> joined(Optional<Boolean> a, String op, Optional<Boolean> b) {
    boolean deciding = op.equals("||");
    if (a.equals(Optional.of(deciding)) || b.equals(Optional.of(deciding))) {
      return Optional.of(deciding);
    }
    return a.isEmpty() || b.isEmpty() ? Optional.empty() : Optional.of(!deciding);
  }

  @Property(tries = 500)
  void anExpressionIsWhatItSays(
      @ForAll("expressions") Part<Boolean> part, @ForAll("tasks") Given given) {
    AtomicReference<String> fault = new AtomicReference<>("");
    Optional<Expression> read =
        LANGUAGE.read(part.text(), (offset, sentence) -> fault.set(offset + " " + sentence));
    assertThat(fault.get()).as(part.text()).isEmpty();

    Verdict wanted =
        part.value()
            .apply(given)
            .map(holds -> holds ? Verdict.HOLDS : Verdict.FAILS)
            .orElse(Verdict.UNDECIDED);
    assertThat(read.orElseThrow().of(values(given))).as(part.text()).isEqualTo(wanted);
  }

  private static Map<String, Object> values(Given given) {
    return Map.of(
        "n", value(Single.INT, given.n()),
        "m", value(Single.INT, given.m()),
        "x", value(Single.NUMBER, given.x()),
        "y", value(Single.NUMBER, given.y()),
        "s", value(Single.TEXT, given.s()),
        "l", given.l());
  }

  private static Object value(Single single, String text) {
    assertThat(single.say(text)).isInstanceOf(Said.Value.class);
    return ((Said.Value) single.say(text)).value();
  }
}
