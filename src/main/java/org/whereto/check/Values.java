// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.answer.Reason;
import org.whereto.check.value.ExactNumber;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree.Scalar;

/**
 * The values that a member may have: one of some texts, a glob, a range; all that are given must
 * hold. Texts are compared as texts, numbers exactly, whatever form the request had.
 */
record Values(
    Set<String> oneOf,
    List<Glob> globs,
    Optional<BigDecimal> min,
    Optional<BigDecimal> max,
    String told) {

  static Values read(Settings in) {
    Optional<Values> values = readIfAny(in);
    if (values.isEmpty()) {
      in.problemAt(in.place(), "Say what is allowed: one-of, glob, min or max.");
    }
    return values.orElseGet(
        () -> new Values(Set.of(), List.of(), Optional.empty(), Optional.empty(), ""));
  }

  /** The same where an owner may leave all of it out. */
  static Optional<Values> readIfAny(Settings in) {
    in.shorthand("one-of");
    List<String> oneOf = texts(in.texts("one-of", "The values that are allowed."));
    List<String> globs =
        texts(in.texts("glob", "Patterns of which one must fit; * is any text between slashes."));
    globs.stream()
        .filter(glob -> !Glob.isSound(glob))
        .forEach(glob -> in.problem("glob", "In \"" + glob + "\" each ** must stand alone."));
    Optional<BigDecimal> min = number(in, "min", "The smallest number that is allowed.");
    Optional<BigDecimal> max = number(in, "max", "The largest number that is allowed.");
    if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
      in.problem("min", "\"min\" is above \"max\".");
    }
    List<String> told = new ArrayList<>();
    if (!oneOf.isEmpty()) {
      told.add("one of " + Reason.listing(oneOf));
    }
    if (!globs.isEmpty()) {
      told.add("like " + Reason.listing(globs));
    }
    range(min, max).ifPresent(told::add);
    return told.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Values(
                new HashSet<>(oneOf),
                globs.stream().map(Glob::of).toList(),
                min,
                max,
                String.join(", ", told)));
  }

  private static Optional<String> range(Optional<BigDecimal> min, Optional<BigDecimal> max) {
    String least = min.map(number -> "at least " + number.toPlainString()).orElse("");
    String most = max.map(number -> "at most " + number.toPlainString()).orElse("");
    String both = least + (least.isEmpty() || most.isEmpty() ? "" : " and ") + most;
    return both.isEmpty() ? Optional.empty() : Optional.of("a number, " + both);
  }

  boolean allow(String text) {
    return (oneOf.isEmpty() || oneOf.contains(text) || isEqualNumber(text))
        && (globs.isEmpty() || globs.stream().anyMatch(glob -> glob.matches(text)))
        && ((min.isEmpty() && max.isEmpty()) || isInRange(text));
  }

  /** The end of the range that is nearest to a number outside of it, if that is allowed. */
  Optional<String> nearest(String text) {
    Optional<BigDecimal> number = ExactNumber.of(text);
    if (number.isEmpty() || isInRange(text)) {
      return Optional.empty();
    }
    Optional<BigDecimal> end =
        min.filter(least -> number.get().compareTo(least) < 0).isPresent() ? min : max;
    return end.map(BigDecimal::toPlainString).filter(this::allow);
  }

  /** Whether some value may be allowed: false only if surely none is. */
  boolean allowSomething() {
    boolean ranged = min.isPresent() || max.isPresent();
    return oneOf.isEmpty() || !ranged || oneOf.stream().anyMatch(this::isInRange);
  }

  private boolean isEqualNumber(String text) {
    Optional<BigDecimal> number = ExactNumber.of(text);
    return number.isPresent()
        && oneOf.stream()
            .flatMap(allowed -> ExactNumber.of(allowed).stream())
            .anyMatch(allowed -> allowed.compareTo(number.get()) == 0);
  }

  private boolean isInRange(String text) {
    Optional<BigDecimal> number = ExactNumber.of(text);
    return number.isPresent()
        && min.map(least -> number.get().compareTo(least) >= 0).orElse(true)
        && max.map(most -> number.get().compareTo(most) <= 0).orElse(true);
  }

  private static Optional<BigDecimal> number(Settings in, String key, String doc) {
    Optional<String> text = in.textIfAny(key, doc);
    Optional<BigDecimal> number = text.flatMap(ExactNumber::of);
    if (text.isPresent() && number.isEmpty()) {
      in.problem(key, "\"" + key + "\" must be a number, not \"" + text.get() + "\".");
    }
    return number;
  }

  private static List<String> texts(List<Scalar> scalars) {
    return scalars.stream().map(Scalar::text).toList();
  }
}
