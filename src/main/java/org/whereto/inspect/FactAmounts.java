// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import java.util.ArrayList;
import java.util.List;
import org.whereto.task.Resources;
import org.whereto.task.Resources.Share;
import org.whereto.task.Resources.Untold;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/** The amounts that a document asks for, with where it says so. */
final class FactAmounts {

  private FactAmounts() {}

  /** What is asked for together, and below it each place. */
  static List<String> lines(Resources resources) {
    List<String> lines = new ArrayList<>();
    resources
        .wanted()
        .values()
        .forEach(wanted -> {
          wanted
              .min()
              .ifPresent(min -> lines.add("  " + wanted.minKey() + ": " + min.amount().text()));
          wanted
              .max()
              .ifPresent(max -> lines.add("  " + wanted.maxKey() + ": " + max.amount().text()));
        });
    resources.shares().forEach(share -> lines.add("  " + share.path() + ": " + line(share)));
    resources.untold().forEach(untold -> lines.add("  not known: " + untold.why()));
    return lines.stream().distinct().toList();
  }

  private static String line(Share share) {
    String times = share.times() == 1 ? "" : ", " + share.times() + " times";
    return (share.least() ? "at least " : "at most ")
        + share.amount().text()
        + " "
        + share.dimension()
        + times;
  }

  /** As a request would ask for it. */
  static Mapping together(Resources resources) {
    Tree.Builder all = Tree.build();
    resources
        .wanted()
        .values()
        .forEach(wanted -> {
          wanted.min().ifPresent(min -> all.put(wanted.minKey(), min.amount().text()));
          wanted.max().ifPresent(max -> all.put(wanted.maxKey(), max.amount().text()));
        });
    return all.done();
  }

  /** Each place: {@code {name, path, written, amount, times}}, or {@code unclear} and why. */
  static List<Mapping> items(Resources resources) {
    List<Mapping> items = new ArrayList<>();
    resources.shares().forEach(share -> items.add(item(share)));
    resources.untold().forEach(untold -> items.add(item(untold)));
    return items;
  }

  private static Mapping item(Share share) {
    return Tree.build()
        .put("name", name(share.least(), share.dimension()))
        .put("path", share.path().text())
        .putIfAny("written", share.written())
        .put("amount", share.amount().text())
        .put("times", Tree.literal(Integer.toString(share.times())))
        .done();
  }

  private static Mapping item(Untold untold) {
    return Tree.build()
        .put("name", name(untold.least(), untold.dimension()))
        .put("path", untold.path().text())
        .put("unclear", untold.why())
        .done();
  }

  private static String name(boolean least, String dimension) {
    return (least ? "min" : "max") + dimension;
  }
}
