// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.answer.Permanence;
import org.whereto.answer.Reason;
import org.whereto.answer.Repair;
import org.whereto.check.room.Need;
import org.whereto.check.room.Prospect.Found;
import org.whereto.check.room.Room;
import org.whereto.task.Amount;
import org.whereto.task.Resources;
import org.whereto.task.Resources.Bound;
import org.whereto.task.Resources.Wanted;
import org.whereto.tree.Path;

/** What was found of the resources of a Task, in words. */
final class RoomFindings {

  private static final String NOTHING_ASKED = "resources";

  private final Map<String, Wanted> request;
  private final Findings findings;
  private final AmountsTold told;

  /**
   * @param request what the request alone asks for: the answer tells amounts by its names
   */
  RoomFindings(Room room, Resources request, Findings findings) {
    this.request = request.wanted();
    this.findings = findings;
    this.told = new AmountsTold(room);
  }

  void add(Found found) {
    switch (found) {
      case Found.Enough enough -> add(enough);
      case Found.TooLittle little -> add(little);
      case Found.Begins begins -> add(begins);
      case Found.TooSlow slow -> add(slow);
      case Found.NotChecked(Need need) -> notChecked(need);
      case Found.NotKnown(Need need, String why) -> notKnown(need, why);
      case Found.NotOffered(Need need) -> notOffered(need);
      case Found.Contradiction(Need need) -> contradiction(need);
    }
  }

  private void add(Found.Enough enough) {
    Need need = enough.need();
    findings.ok(path(need), asked(need), told.text(need, enough.free()) + " free");
    told.members(need, asWanted(need), enough.onOffer()).ifPresent(findings::stating);
  }

  private void add(Found.TooLittle little) {
    Need need = little.need();
    Bound bound = need.decisive().orElseThrow();
    Amount amount = bound.amount();
    String limit = amount.down(little.limit());
    Reason reason =
        Reason.of(code(need, little.isForEver() ? "above-limit" : "not-free"), path(need), "")
            .comparing(amount.text(), limit)
            .lasting(little.isForEver() ? Permanence.NEVER : Permanence.NOT_NOW);
    findings.refuse(saying(reason, sentence(little, bound, limit)), lowered(bound, little.free()));
    told.members(need, asWanted(need), need.atMost(little.free())).ifPresent(findings::stating);
  }

  private static Reason saying(Reason reason, String text) {
    return new Reason(
        reason.code(),
        reason.path(),
        text,
        reason.asked(),
        reason.limit(),
        reason.permanence(),
        reason.interfaceName());
  }

  private static String sentence(Found.TooLittle little, Bound bound, String limit) {
    String dimension = little.need().dimension();
    if (little.need().min().isEmpty()) {
      return little.isForEver()
          ? bound.path() + " asks for some " + dimension + ", of which there is none here."
          : bound.path() + " asks for some " + dimension + ", of which nothing is free now.";
    }
    BigDecimal missing = little.need().least().subtract(little.limit());
    String rest = ": " + bound.amount().up(missing) + " less.";
    String asks = bound.path() + " asks for " + named(bound, dimension) + "; ";
    String together = little.isAlone() ? "" : ", together with what else is asked,";
    return little.isForEver()
        ? asks + "at most " + limit + together + " can be had here" + rest
        : asks + limit + together + " can be had now" + rest;
  }

  /** The path of a request's amount names its dimension; that of a content's does not. */
  private static String named(Bound bound, String dimension) {
    String text = bound.amount().text();
    return bound.inContent() ? text + " (" + dimension + ")" : text;
  }

  /** A minimum is the asker's choice, unless the content has it. */
  private static List<Repair> lowered(Bound bound, BigDecimal free) {
    String from = bound.amount().text();
    return bound.inContent() || free.signum() <= 0
        ? List.of()
        : List.of(new Repair.Replace(bound.path(), from, bound.amount().down(free)));
  }

  private void add(Found.Begins begins) {
    Need need = begins.need();
    findings.ok(path(need), asked(need), begins.expected().text() + " is usual");
    told.startup(need, asWanted(need), begins.expected()).ifPresent(findings::stating);
  }

  private void add(Found.TooSlow slow) {
    Need need = slow.need();
    Bound bound = need.max().orElseThrow();
    Amount most = bound.amount();
    BigDecimal expected = slow.expected().value();
    String usual = most.up(expected);
    String text =
        bound.path()
            + " is "
            + most.text()
            + "; a Task usually begins here after "
            + usual
            + ": "
            + most.up(expected.subtract(most.value()))
            + " more.";
    List<Repair> later =
        bound.inContent()
            ? List.of()
            : List.of(new Repair.Replace(bound.path(), most.text(), usual));
    findings.refuse(
        Reason.of(code(need, "too-slow"), bound.path().text(), text).comparing(most.text(), usual),
        later);
    told.startup(need, asWanted(need), slow.expected()).ifPresent(findings::stating);
  }

  /** Of what nobody asked for nothing has to be said. */
  private void notChecked(Need need) {
    if (need.wanted().isPresent()) {
      findings.remark(
          Reason.of(
              "resources.not-checked",
              path(need),
              path(need) + " was not checked: this platform does not say what it can give."));
    }
  }

  private void notKnown(Need need, String why) {
    if (need.wanted().isPresent()) {
      findings.cannotTell(
          Reason.of("resources.not-known", path(need), path(need) + " could not be checked. " + why)
              .comparing(asked(need), ""));
    }
  }

  private void notOffered(Need need) {
    if (need.wanted().isPresent()) {
      findings.refuse(
          Reason.of(
                  code(need, "not-offered"),
                  path(need),
                  "This platform does not offer " + need.dimension() + ".")
              .comparing(asked(need), ""));
    }
  }

  private void contradiction(Need need) {
    Bound min = need.min().orElseThrow();
    Bound max = need.max().orElseThrow();
    findings.refuse(
        Reason.of(
                code(need, "min-above-max"),
                path(need),
                min.path()
                    + " asks for at least "
                    + named(min, need.dimension())
                    + ", and "
                    + max.path()
                    + " for at most "
                    + named(max, need.dimension())
                    + ".")
            .comparing(min.amount().text(), max.amount().text()));
  }

  private Optional<Wanted> asWanted(Need need) {
    return Optional.ofNullable(request.get(need.dimension()));
  }

  private static String code(Need need, String what) {
    return "resources." + need.dimension() + "." + what;
  }

  private static String path(Need need) {
    return need.wanted().map(Wanted::path).map(Path::text).orElse(NOTHING_ASKED);
  }

  private static String asked(Need need) {
    return need.wanted().map(Wanted::asked).orElse("");
  }
}
