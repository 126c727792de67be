// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whereto.answer.Change;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/** Makes changes as a client would that knows nothing but the contract. */
final class ByHand {

  private static final Pattern STEP = Pattern.compile("\\[([^]]*)]|([^.\\[]+)");
  private static final String FILE = "composefile";

  private ByHand() {}

  /** The Task as one tree, a compose file that is text read. */
  static Tree read(Tree task) {
    Optional<Tree> taskinfo = task.get("taskinfo");
    Tree file = taskinfo.flatMap(info -> info.get(FILE)).orElse(Tree.list(List.of()));
    return file instanceof Scalar text && taskinfo.get() instanceof Mapping info
        ? ((Mapping) task).with("taskinfo", info.with(FILE, document(text.text())))
        : task;
  }

  private static Tree document(String text) {
    try {
      return Formats.YAML.read(text.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
    } catch (BadInput unreadable) {
      return Tree.text(text);
    }
  }

  /** The last items of lists first, so that no number changes before it is used. */
  static Tree changed(Tree task, List<Change> changes) {
    Object whole = mutable(read(task));
    List<Change> backwards = new ArrayList<>(changes);
    backwards.sort(
        Comparator.comparing((Change change) -> steps(change), ByHand::order).reversed());
    for (Change change : backwards) {
      List<String> steps = steps(change);
      Object at = whole;
      if (!((Map<?, ?>) whole).containsKey(steps.getFirst())) {
        at = child(child(at, "taskinfo"), FILE);
      }
      for (String step : steps.subList(0, steps.size() - 1)) {
        at = child(at, step);
      }
      change(at, steps.getLast(), change.to().map(ByHand::mutable));
    }
    return tree(whole);
  }

  private static int order(List<String> one, List<String> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      boolean numbers = one.get(i).matches("\\d+") && other.get(i).matches("\\d+");
      int order =
          numbers
              ? Integer.compare(Integer.parseInt(one.get(i)), Integer.parseInt(other.get(i)))
              : one.get(i).compareTo(other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  private static List<String> steps(Change change) {
    List<String> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(change.path().text());
    while (matcher.find()) {
      steps.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    return steps;
  }

  private static Object child(Object node, String step) {
    return node instanceof List<?> list
        ? list.get(Integer.parseInt(step))
        : ((Map<?, ?>) node).get(step);
  }

  @SuppressWarnings("unchecked") // made by mutable()
  private static void change(Object at, String step, Optional<Object> to) {
    if (at instanceof List<?> list) {
      int index = Integer.parseInt(step);
      if (to.isPresent()) {
        ((List<Object>) list).set(index, to.get());
      } else {
        list.remove(index);
      }
    } else if (to.isPresent()) {
      ((Map<String, Object>) at).put(step, to.get());
    } else {
      ((Map<String, Object>) at).remove(step);
    }
  }

  private static Object mutable(Tree tree) {
    return switch (tree) {
      case Scalar scalar -> scalar;
      case Sequence list -> new ArrayList<>(list.items().stream().map(ByHand::mutable).toList());
      case Mapping mapping -> {
        Map<String, Object> members = new LinkedHashMap<>();
        mapping.members().forEach((name, member) -> members.put(name, mutable(member.value())));
        yield members;
      }
    };
  }

  private static Tree tree(Object node) {
    return switch (node) {
      case List<?> list -> Tree.list(list.stream().map(ByHand::tree).toList());
      case Map<?, ?> map -> {
        Map<String, Tree> members = new LinkedHashMap<>();
        map.forEach((name, value) -> members.put(String.valueOf(name), tree(value)));
        yield Tree.map(members);
      }
      default -> (Tree) node;
    };
  }
}
