// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.answer.Answer;
import org.whereto.answer.Interface;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * The sizes of the data items of one Task, as all answers together tell them: who has an item next
 * door knows its size, and it is as large for all others.
 */
final class DataSizes {

  private static final String HERE = "here";

  /** As many digits as surely fit into a long. */
  private static final int MOST_DIGITS = 18;

  private static final long UNTOLD = -1;

  private final List<Long> sizes = new ArrayList<>();

  private DataSizes() {}

  /** What these answers tell. Where they differ, the larger size counts. */
  static DataSizes of(List<Result> results) {
    DataSizes sizes = new DataSizes();
    for (Result result : results) {
      switch (result.told()) {
        case Told.Answered answered -> told(answered.answer()).forEach(sizes::learn);
        case Told.Silent _ -> {}
      }
    }
    return sizes;
  }

  private void learn(List<Tree> items) {
    for (int i = 0; i < items.size(); i++) {
      long size = size(items.get(i));
      if (i == sizes.size()) {
        sizes.add(size);
      } else {
        sizes.set(i, Math.max(size, sizes.get(i)));
      }
    }
  }

  /** How near the data is to the best of the interfaces; who tells nothing of an item is not. */
  Nearness nearness(Result result) {
    if (!(result.told() instanceof Told.Answered answered) || !answered.answer().isYes()) {
      return Nearness.HERE;
    }
    List<List<Tree>> told = told(answered.answer());
    return told.stream()
        .map(this::journey)
        .min(Nearness::compareTo)
        .orElseGet(() -> journey(List.of()));
  }

  private Nearness journey(List<Tree> items) {
    Nearness nearness = Nearness.HERE;
    for (int i = 0; i < sizes.size(); i++) {
      if (i >= items.size() || !isHere(items.get(i))) {
        nearness = sizes.get(i) == UNTOLD ? nearness.more() : nearness.more(sizes.get(i));
      }
    }
    return nearness;
  }

  /** The standings that an answer tells, once for all interfaces or for each of them. */
  private static List<List<Tree>> told(Answer answer) {
    List<List<Tree>> told = new ArrayList<>();
    List<Optional<Tree>> members = new ArrayList<>(List.of(answer.data()));
    answer.interfaces().stream().map(Interface::data).forEach(members::add);
    for (Optional<Tree> member : members) {
      if (member.isPresent() && member.get() instanceof Sequence sequence) {
        told.add(sequence.items());
      }
    }
    return told;
  }

  private static boolean isHere(Tree item) {
    return item.get("standing")
        .filter(standing -> standing instanceof Scalar word && word.text().equals(HERE))
        .isPresent();
  }

  private static long size(Tree item) {
    return item.get("size")
        .filter(Scalar.class::isInstance)
        .map(size -> ((Scalar) size).text())
        .filter(text -> !text.isEmpty() && text.length() <= MOST_DIGITS)
        .filter(text -> text.chars().allMatch(c -> c >= '0' && c <= '9'))
        .map(Long::parseLong)
        .orElse(UNTOLD);
  }
}
