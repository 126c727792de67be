// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.rule;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelEvaluationListener;
import dev.cel.runtime.CelRuntime;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.whereto.check.value.OutOfSteps;
import org.whereto.check.value.Steps;

/** An owner's expression, ready to be evaluated. Safe for many threads. */
public final class Expression {

  /** What one evaluation may take: some milliseconds. */
  private static final long MOST_STEPS = 100_000;

  /** To handle a text costs a step for as many characters. */
  private static final int CHARACTERS_PER_STEP = 8;

  private final CelRuntime.Program program;
  private final Set<String> names;

  Expression(CelRuntime.Program program, Set<String> names) {
    this.program = program;
    this.names = names;
  }

  /** How an evaluation came out. */
  public enum Verdict {
    HOLDS,
    FAILS,
    /** It broke: an overflow, a division by zero, too much work. */
    UNDECIDED
  }

  /** Whether it needs this variable. */
  public boolean uses(String variable) {
    return names.contains(variable);
  }

  /**
   * Evaluates it.
   *
   * @param values all variables that it uses
   */
  public Verdict of(Map<String, Object> values) {
    try {
      Object result = program.trace(values, new Counting(new Steps(MOST_STEPS)));
      return Boolean.TRUE.equals(result)
          ? Verdict.HOLDS
          : Boolean.FALSE.equals(result) ? Verdict.FAILS : Verdict.UNDECIDED;
    } catch (CelEvaluationException | RuntimeException | OutOfSteps | StackOverflowError broken) {
      return Verdict.UNDECIDED;
    }
  }

  /** Is told of every value that comes up; large ones cost more. */
  private record Counting(Steps steps) implements CelEvaluationListener {

    @Override
    public void callback(CelExpr expression, Object value) {
      long size =
          switch (value) {
            case String text -> text.length() / CHARACTERS_PER_STEP;
            case Collection<?> list -> list.size();
            default -> 0;
          };
      steps.take(1 + size);
    }
  }
}
