// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.math.BigDecimal;
import java.util.Optional;
import org.whereto.answer.Statement;
import org.whereto.check.room.Need;
import org.whereto.check.room.Room;
import org.whereto.task.Amount;
import org.whereto.task.Amount.Measure;
import org.whereto.task.Resources.Bound;
import org.whereto.task.Resources.Wanted;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;

/**
 * Amounts as an answer tells them: by the request's own names and in its own units. What nobody
 * asked for is told only where the owner wants that.
 */
record AmountsTold(Room room) {

  /** The members that tell how much is on offer, or is there. */
  Optional<Statement> members(Need need, Optional<Wanted> request, BigDecimal amount) {
    return request
        .map(wanted -> Optional.of(members(wanted, atLeastAsked(need, wanted, amount))))
        .orElseGet(() -> unasked(need, text(need, amount)));
  }

  /** A time is rounded up, but not beyond what was asked. */
  Optional<Statement> startup(Need need, Optional<Wanted> request, Amount expected) {
    if (request.isEmpty()) {
      return unasked(need, expected.text());
    }
    BigDecimal time = expected.value().max(need.least());
    Amount unit = request.get().max().map(Bound::amount).orElse(request.get().like());
    String told = unit.up(time);
    boolean beyond =
        time.compareTo(unit.value()) <= 0 && value(unit, told).compareTo(unit.value()) > 0;
    return Optional.of(members(request.get(), beyond ? unit.text() : told));
  }

  /** An amount in the unit in which it was asked; rounded down. */
  String text(Need need, BigDecimal amount) {
    return need.decisive()
        .map(bound -> bound.amount().down(amount))
        .orElseGet(() -> Amount.shown(measure(need), amount));
  }

  private Measure measure(Need need) {
    return room.measures().getOrDefault(need.dimension(), Measure.NUMBER);
  }

  private static Statement members(Wanted wanted, String most) {
    Tree.Builder members = Tree.build();
    wanted.min().ifPresent(bound -> members.put(wanted.minKey(), bound.amount().text()));
    return new Statement.Amounts(members.put(wanted.maxKey(), most).done());
  }

  private Optional<Statement> unasked(Need need, String most) {
    return room.isAlwaysTold()
        ? Optional.of(
            new Statement.Amounts(Tree.build().put("max" + need.dimension(), most).done()))
        : Optional.empty();
  }

  /** Rounding down must not make less of it than the minimum. */
  private static String atLeastAsked(Need need, Wanted request, BigDecimal amount) {
    Amount unit = request.max().map(Bound::amount).orElse(request.like());
    String told = unit.down(amount);
    Optional<Amount> min = need.min().map(Bound::amount);
    boolean cut =
        min.isPresent()
            && amount.compareTo(min.get().value()) >= 0
            && value(unit, told).compareTo(min.get().value()) < 0;
    return cut ? min.get().down(amount) : told;
  }

  private static BigDecimal value(Amount like, String text) {
    try {
      return Amount.parse(like.measure(), Tree.text(text), Path.ROOT).value();
    } catch (BadInput unread) {
      throw new IllegalStateException("An amount that was written cannot be read.", unread);
    }
  }
}
