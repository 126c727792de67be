// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.systems.fetch.Body;
import org.whereto.task.Amount.Measure;
import org.whereto.task.Resources;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.OneLine;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;
import org.whereto.world.Available.Slot;

/**
 * Where in a JSON document of a site's own what is available stands.
 *
 * @param slots a list, or a mapping by name, of places where a Task could run as a whole; if empty,
 *     the document speaks of one
 * @param name of a slot, from there
 * @param time when the document was true
 * @param amounts by dimension, from the slot if there are slots
 */
record DocumentShape(
    Optional<Pointer> slots,
    Optional<Pointer> name,
    Optional<Pointer> time,
    Map<String, AmountAt> amounts) {

  /** The largest document, in bytes. */
  static final int MOST_BYTES = 4 << 20;

  private static final Budget BUDGET = Budget.SMALL.withBytes(MOST_BYTES);
  private static final int MOST_SLOTS = 5000;
  private static final int SHOWN = 100;
  private static final String AMOUNTS = "amounts";

  DocumentShape {
    amounts = Map.copyOf(amounts);
  }

  /**
   * Reads what an owner says of a document.
   *
   * @param measures of the dimensions that the owner's file declares; all others are numbers
   */
  static DocumentShape read(Settings in, Map<String, Measure> measures) {
    Optional<Pointer> slots =
        Pointers.read(
            in,
            "slots",
            "Where a list stands whose items are places where a Task could run as a whole, like"
                + " nodes; if left out, the whole document is one.");
    Optional<Pointer> name =
        Pointers.read(
            in,
            "name",
            "Where in such an item its name stands, by which sources that know the same places are"
                + " put together.");
    Optional<Pointer> time =
        Pointers.read(
            in,
            "time",
            "Where the document says when it was true: ISO 8601 with a zone, or seconds of Unix"
                + " time.");
    in.require(AMOUNTS);
    Map<String, AmountAt> amounts =
        in.named(
            AMOUNTS,
            "Where the amount of each dimension stands: in the document, or in an item of"
                + " \"slots\".",
            (dimension, at) -> amount(Resources.dimension(dimension), measures, at));
    if (in.has(AMOUNTS) && amounts.isEmpty()) {
      in.problem(AMOUNTS, "\"amounts\" is empty: name a dimension, like cores: /free/cores.");
    }
    Map<String, AmountAt> folded = new HashMap<>();
    amounts.forEach((dimension, at) -> folded.put(Resources.dimension(dimension), at));
    return new DocumentShape(slots, name, time, folded);
  }

  private static AmountAt amount(String dimension, Map<String, Measure> measures, Settings at) {
    return AmountAt.read(dimension, measures.getOrDefault(dimension, Measure.NUMBER), at);
  }

  /**
   * The document that this is.
   *
   * @throws Unread where they are none, or less than a whole one
   */
  static Tree document(Body content) throws Unread {
    try {
      Tree document = Formats.JSON.read(content.bytes(), BUDGET, Keep.ALL);
      if (document instanceof Scalar) {
        throw new Unread("It holds a single value, and not a JSON object or list.");
      }
      return document;
    } catch (BadInput fault) {
      throw new Unread("It holds no whole JSON document: " + fault.sentence());
    }
  }

  /**
   * The slots of a document.
   *
   * @throws Unread where it says nothing, or what cannot be
   */
  List<Slot> slots(Tree document) throws Unread {
    if (slots.isEmpty()) {
      return List.of(slot(nameOf(document, ""), document));
    }
    String at = slots.get().text();
    Tree all =
        slots.get().in(document).orElseThrow(() -> new Unread("It has nothing at " + at + "."));
    List<Slot> found = new ArrayList<>();
    switch (all) {
      case Sequence sequence -> {
        require(sequence.items().size());
        for (Tree item : sequence.items()) {
          found.add(slot(nameOf(item, ""), item));
        }
      }
      case Mapping mapping -> {
        require(mapping.members().size());
        for (Map.Entry<String, Tree.Member> item : mapping.members().entrySet()) {
          Tree value = item.getValue().value();
          String name = nameOf(value, OneLine.of(item.getKey(), SHOWN));
          if (name.isBlank()) {
            throw new Unread("A slot at " + at + " has an empty name.");
          }
          found.add(slot(name, value));
        }
      }
      case Scalar _ -> throw new Unread("It has no list at " + at + ".");
    }
    return found;
  }

  private static void require(int count) throws Unread {
    if (count > MOST_SLOTS) {
      throw new Unread("It lists more than " + MOST_SLOTS + " slots.");
    }
  }

  /** What has no name holds everywhere: whose name is declared must have it. */
  private String nameOf(Tree item, String otherwise) throws Unread {
    if (name.isEmpty()) {
      return otherwise;
    }
    Pointer at = name.get();
    String found =
        at.in(item).orElse(null) instanceof Scalar scalar && !scalar.isNull()
            ? OneLine.of(scalar.text(), SHOWN)
            : "";
    if (found.isBlank()) {
      throw new Unread("It has no text at " + at.text() + ", where the name of a slot is.");
    }
    return found;
  }

  private Slot slot(String name, Tree item) throws Unread {
    Map<String, BigDecimal> free = new HashMap<>();
    Map<String, BigDecimal> most = new HashMap<>();
    for (Map.Entry<String, AmountAt> each : amounts.entrySet()) {
      String dimension = each.getKey();
      AmountAt at = each.getValue();
      BigDecimal now = at.amount(dimension, at.free(), item);
      free.put(dimension, now);
      if (at.most().isPresent()) {
        BigDecimal all = at.amount(dimension, at.most().get(), item);
        if (now.compareTo(all) > 0) {
          throw new Unread("It says that more of " + dimension + " is free than there is.");
        }
        most.put(dimension, all);
      }
    }
    return new Slot(name, free, most);
  }
}
