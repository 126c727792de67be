// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whereto.check.rule.RuleLanguage.Faults;
import org.whereto.check.value.LinearRegex;
import org.whereto.tree.BadInput;

/**
 * What an expression may consist of, beyond its types: values of the sorts that variables have, in
 * lists of one sort; regular expressions that the owner wrote, none that a caller sends; numbers
 * that are what they look like.
 */
final class Guard {

  private static final Set<CelKind> KINDS =
      Set.of(CelKind.BOOL, CelKind.INT, CelKind.DOUBLE, CelKind.STRING);

  private static final String MATCHES = "matches";

  private static final Pattern NUMBER =
      Pattern.compile("-?\\s*+(\\d*+\\.?+\\d*+(?:[eE][+-]?\\d++)?+)");

  private final CelAbstractSyntaxTree tree;
  private final String text;
  private final Faults faults;
  private final Set<String> names = new HashSet<>();
  private boolean sound = true;

  Guard(CelAbstractSyntaxTree tree, String text, Faults faults) {
    this.tree = tree;
    this.text = text;
    this.faults = faults;
    look(tree.getExpr());
  }

  boolean isSound() {
    return sound;
  }

  /** All names in the expression, those of functions and of its own loops among them. */
  Set<String> names() {
    return Set.copyOf(names);
  }

  private void look(CelExpr expression) {
    if (!isKnown(tree.getType(expression.id()).orElse(null))) {
      fault(expression, "Lists and comparisons hold values of one sort only.");
    }
    switch (expression.getKind()) {
      case CONSTANT -> constant(expression);
      case IDENT -> names.add(expression.ident().name());
      case CALL -> call(expression.call());
      case LIST -> expression.list().elements().forEach(this::look);
      case COMPREHENSION -> comprehension(expression.comprehension());
      case SELECT, STRUCT, MAP, NOT_SET ->
          fault(expression, "A rule knows variables, texts, numbers and lists, and nothing else.");
    }
  }

  private static boolean isKnown(@Nullable CelType type) {
    if (type == null) {
      return true;
    }
    return KINDS.contains(type.kind())
        || (type.kind() == CelKind.LIST && type.parameters().stream().allMatch(Guard::isKnown));
  }

  private void call(CelCall call) {
    names.add(call.function());
    call.target().ifPresent(this::look);
    call.args().forEach(this::look);
    if (call.function().equals(MATCHES)) {
      regex(call.args().getLast());
    }
  }

  private void comprehension(CelComprehension loop) {
    List.of(loop.iterRange(), loop.accuInit(), loop.loopCondition(), loop.loopStep(), loop.result())
        .forEach(this::look);
  }

  private void regex(CelExpr expression) {
    boolean written =
        expression.getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    if (!written) {
      fault(expression, "\"matches\" wants a regular expression that is written here.");
      return;
    }
    try {
      var _ = LinearRegex.of(expression.constant().stringValue());
    } catch (BadInput malformed) {
      fault(expression, malformed.sentence());
    }
  }

  private void constant(CelExpr expression) {
    switch (expression.constant().getKind()) {
      case BOOLEAN_VALUE, INT64_VALUE, STRING_VALUE -> {}
      case DOUBLE_VALUE -> fraction(expression, expression.constant().doubleValue());
      case NOT_SET, NULL_VALUE, UINT64_VALUE, BYTES_VALUE, DURATION_VALUE, TIMESTAMP_VALUE ->
          fault(expression, "A rule knows texts, numbers, true and false, and nothing else.");
    }
  }

  /** What was written must be the number that it is taken for. */
  private void fraction(CelExpr expression, double value) {
    int at = text.offsetByCodePoints(0, offset(expression));
    Matcher written = NUMBER.matcher(text).region(at, text.length());
    boolean exact =
        written.lookingAt() && Sort.isExact(Math.abs(value), new BigDecimal(written.group(1)));
    if (!exact) {
      fault(expression, "This number has more digits than rules can compare: at most 15.");
    }
  }

  private int offset(CelExpr expression) {
    return tree.getSource().getPositionsMap().getOrDefault(expression.id(), 0);
  }

  private void fault(CelExpr expression, String sentence) {
    if (sound) {
      faults.add(offset(expression), sentence);
    }
    sound = false;
  }
}
