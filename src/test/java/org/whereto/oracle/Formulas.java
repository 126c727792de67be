// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Expressions made up by chance, over the variables that there are. */
final class Formulas {

  private static final BigInteger LEAST = BigInteger.TWO.pow(63).negate();
  private static final BigInteger MOST = BigInteger.TWO.pow(63).subtract(BigInteger.ONE);

  private final Dice dice;

  /** By what they hold: {@code text}, {@code list of int}, ... */
  private final Map<String, List<String>> variables;

  private final Map<String, List<String>> lists;

  Formulas(Dice dice, Map<String, List<String>> variables, Map<String, List<String>> lists) {
    this.dice = dice;
    this.variables = variables;
    this.lists = lists;
  }

  private boolean has(String sort) {
    return variables.containsKey(sort);
  }

  private Formula variable(String sort) {
    return Formula.variable(dice.of(variables.get(sort)));
  }

  /** Something true or false. */
  Formula truth(int depth) {
    if (depth > 0 && dice.chance(65)) {
      return switch (dice.below(8)) {
        case 0 -> truth(depth - 1).negated();
        case 1 -> truth(depth - 1).choice(truth(depth - 1), truth(depth - 1));
        case 2, 3, 4 -> truth(depth - 1).logical(true, truth(depth - 1));
        default -> truth(depth - 1).logical(false, truth(depth - 1));
      };
    }
    List<String> sorts = new ArrayList<>(variables.keySet());
    return switch (dice.of(sorts.stream().sorted().toList())) {
      case "text" -> ofText(variable("text"), depth);
      case "number" -> ofNumber(variable("number"));
      case "flag" -> dice.chance(60) ? variable("flag") : equal(variable("flag"), yes());
      case "list of text" -> ofTexts(variable("list of text"));
      case "list of int" -> ofWholes(variable("list of int"), depth);
      default -> compared(whole(depth), whole(depth));
    };
  }

  private static Formula yes() {
    return Formula.literal("true", true);
  }

  private static Formula equal(Formula left, Formula right) {
    return left.infix("==", right, (a, b) -> Optional.of(a.equals(b)));
  }

  /** Whole numbers, compared. */
  private Formula compared(Formula left, Formula right) {
    return ordered(left, right, dice.of("<", "<=", ">", ">=", "==", "!="));
  }

  private static Formula ordered(Formula left, Formula right, String operator) {
    return left.infix(
        operator,
        right,
        (a, b) -> {
          int order = order(a, b);
          return Optional.of(
              switch (operator) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                case "==" -> order == 0;
                default -> order != 0;
              });
        });
  }

  private static int order(Object left, Object right) {
    return left instanceof BigInteger whole
        ? whole.compareTo((BigInteger) right)
        : ((BigDecimal) left).compareTo((BigDecimal) right);
  }

  private Formula ofNumber(Formula number) {
    Formula other =
        dice.chance(20)
            ? variable("number")
            : Formula.fraction(dice.of("8.0", "8.5", "0.1", "-1.5"));
    return compared(number, other);
  }

  private Formula ofText(Formula text, int depth) {
    String word = dice.of(Members.WORDS);
    return switch (dice.below(9)) {
      case 0 -> equal(text, Formula.text(word));
      case 1 -> text.infix("in", Formula.texts(dice.some(Members.WORDS, 1, 4)), Formulas::isIn);
      case 2 -> text.call("contains", Formula.text(dice.of("o", "1", "", "r")), Formulas::contains);
      case 3 -> text.call("startsWith", Formula.text(dice.of("e", "eu-", "")), Formulas::starts);
      case 4 -> text.call("endsWith", Formula.text(dice.of("f", "oe")), Formulas::ends);
      case 5 -> compared(text.size(), Formula.whole(dice.below(6)));
      case 6 -> compared(text.size(), whole(depth));
      case 7 -> {
        String pattern = dice.of(Formula.PATTERNS.keySet().stream().sorted().toList());
        yield text.call(
            "matches",
            Formula.text(pattern),
            (one, of) -> Optional.of(Formula.PATTERNS.get(pattern).test((String) one)));
      }
      default -> {
        String list = dice.of(lists.keySet().stream().sorted().toList());
        yield text.listed(list, lists.get(list));
      }
    };
  }

  private static Optional<Object> isIn(Object one, Object list) {
    return Optional.of(((List<?>) list).contains(one));
  }

  private static Optional<Object> contains(Object text, Object part) {
    return Optional.of(((String) text).contains((String) part));
  }

  private static Optional<Object> starts(Object text, Object part) {
    return Optional.of(((String) text).startsWith((String) part));
  }

  private static Optional<Object> ends(Object text, Object part) {
    return Optional.of(((String) text).endsWith((String) part));
  }

  private Formula ofTexts(Formula list) {
    Formula one = ofText(Formula.variable("x"), 0);
    return switch (dice.below(6)) {
      case 0 -> Formula.text(dice.of(Members.WORDS)).infix("in", list, Formulas::isIn);
      case 1 -> compared(list.size(), Formula.whole(dice.below(4)));
      case 2 -> equal(list.item(dice.below(3)), Formula.text(dice.of(Members.WORDS)));
      case 3 -> equal(list, Formula.texts(dice.some(Members.WORDS, 1, 2)));
      case 4 -> compared(list.remade(true, one).size(), Formula.whole(dice.below(3)));
      default -> list.each(dice.of("all", "exists", "exists_one"), one);
    };
  }

  private Formula ofWholes(Formula list, int depth) {
    Formula item = Formula.variable("x");
    Formula one = compared(dice.chance(50) ? item : calculated(item, whole(0)), whole(0));
    return switch (dice.below(6)) {
      case 0 -> whole(depth).infix("in", list, Formulas::isIn);
      case 1 -> compared(list.size(), whole(depth));
      case 2 -> compared(list.item(dice.below(3)), whole(depth));
      case 3 -> compared(list.remade(true, one).size(), Formula.whole(dice.below(3)));
      case 4 ->
          whole(0).infix("in", list.remade(false, calculated(item, whole(0))), Formulas::isIn);
      default -> list.each(dice.of("all", "exists", "exists_one"), one);
    };
  }

  /** A whole number. */
  private Formula whole(int depth) {
    if (depth > 0 && dice.chance(60)) {
      return dice.chance(15)
          ? truth(depth - 1).choice(whole(depth - 1), whole(depth - 1))
          : calculated(whole(depth - 1), whole(depth - 1));
    }
    return has("int") && dice.chance(60)
        ? variable("int")
        : Formula.whole(dice.of(0L, 1L, 2L, 3L, 5L, 16L, 100L, 1_000_000_000L));
  }

  private Formula calculated(Formula left, Formula right) {
    String operator = dice.of("+", "-", "*", "/", "%");
    return left.infix(
        operator, right, (a, b) -> calculated(operator, (BigInteger) a, (BigInteger) b));
  }

  /** Nothing where it cannot be told: beyond 64 bits, and divided by zero. */
  private static Optional<Object> calculated(String operator, BigInteger left, BigInteger right) {
    if (right.signum() == 0 && (operator.equals("/") || operator.equals("%"))) {
      return Optional.empty();
    }
    BigInteger result =
        switch (operator) {
          case "+" -> left.add(right);
          case "-" -> left.subtract(right);
          case "*" -> left.multiply(right);
          case "/" -> left.divide(right);
          default -> left.remainder(right);
        };
    return result.compareTo(LEAST) < 0 || result.compareTo(MOST) > 0
        ? Optional.empty()
        : Optional.of(result);
  }
}
