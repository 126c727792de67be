// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Path;
import org.whereto.tree.Path.Step;
import org.whereto.tree.Place;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/**
 * Puts values that came one by one, each with its path, together to one tree (wire.md, section
 * 1.1). Texts that have one path make a list; whatever else meets on one path is a fault.
 */
final class PathTree {

  /** More digits are no index into anything that fits a request. */
  private static final int LONGEST_INDEX = 7;

  private enum Kind {
    NOTHING,
    TEXTS,
    TREE,
    MEMBERS,
    ITEMS
  }

  private static final class Node {
    private Kind kind = Kind.NOTHING;
    private Place place = Place.NONE;
    private Optional<Tree> tree = Optional.empty();
    private List<String> texts = List.of();
    private Map<String, Node> members = Map.of();
    private Map<Integer, Node> items = Map.of();

    /** Makes it of this kind; not if it is of another already. */
    boolean become(Kind wanted) {
      if (kind == Kind.NOTHING) {
        kind = wanted;
        switch (wanted) {
          case TEXTS -> texts = new ArrayList<>(1);
          case MEMBERS -> members = new LinkedHashMap<>();
          case ITEMS -> items = new TreeMap<>();
          case NOTHING, TREE -> {}
        }
      }
      return kind == wanted;
    }
  }

  private final String form;
  private final Budget budget;
  private final TextLimit texts;
  private final Node root = new Node();
  private int nodes;

  /**
   * @param form what the request is, for codes: {@code query}
   */
  PathTree(String form, Budget budget) {
    this.form = form;
    this.budget = budget;
    this.texts = new TextLimit(form, budget);
    root.kind = Kind.MEMBERS;
    root.members = new LinkedHashMap<>();
  }

  /** One more text. */
  void put(Path path, String text) throws BadInput {
    Node node = at(path);
    if (texts.mayBePassed(text.length())) {
      texts.check(path.steps(), text);
    }
    become(node, Kind.TEXTS, path);
    if (!node.texts.isEmpty()) {
      count(1, path);
    }
    node.texts.add(text);
  }

  /** A tree: its members, if it is a mapping, join others that are put elsewhere below its path. */
  void merge(Path path, Tree tree) throws BadInput {
    merge(at(path), tree, path);
  }

  /** A tree that nothing else joins. */
  void putWhole(Path path, Tree tree) throws BadInput {
    leaf(at(path), tree, path);
  }

  /** How many nodes there may yet be. */
  int room() {
    return budget.nodes() - nodes;
  }

  /**
   * What was put, as one tree.
   *
   * @throws BadInput for a list with a gap
   */
  Mapping done() throws BadInput {
    return mapping(root, Path.ROOT);
  }

  private void merge(Node node, Tree tree, Path path) throws BadInput {
    if (!(tree instanceof Mapping mapping)) {
      leaf(node, tree, path);
      return;
    }
    become(node, Kind.MEMBERS, path);
    for (Map.Entry<String, Tree.Member> member : mapping.members().entrySet()) {
      Node below = child(node.members, member.getKey(), path);
      below.place = member.getValue().place();
      merge(below, member.getValue().value(), path.member(member.getKey()));
    }
  }

  private void leaf(Node node, Tree tree, Path path) throws BadInput {
    if (node.kind != Kind.NOTHING) {
      throw conflict(path);
    }
    node.kind = Kind.TREE;
    node.tree = Optional.of(tree);
    count((int) tree.nodes().skip(1).limit(budget.nodes() + 1L).count(), path);
  }

  /** The node at a path, made if it is not there yet. */
  private Node at(Path path) throws BadInput {
    Node node = root;
    List<Step> steps = steps(path);
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      Kind kind = isItem(step) ? Kind.ITEMS : Kind.MEMBERS;
      if (!node.become(kind)) {
        throw conflict(walked(steps.subList(0, i)));
      }
      node =
          kind == Kind.ITEMS
              ? child(node.items, index(step.name(), path), path)
              : child(node.members, step.name(), path);
    }
    return node;
  }

  private static boolean isItem(Step step) {
    return step.bracketed() && isNumber(step.name());
  }

  private static boolean isNumber(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The path of a node that is there, in its normal form. */
  private static Path walked(List<Step> steps) {
    Path path = Path.ROOT;
    for (Step step : steps) {
      path = isItem(step) ? path.item(Integer.parseInt(step.name())) : path.member(step.name());
    }
    return path;
  }

  private <K> Node child(Map<K, Node> children, K key, Path path) throws BadInput {
    Node child = children.get(key);
    if (child == null) {
      count(1, path);
      child = new Node();
      children.put(key, child);
    }
    return child;
  }

  private List<Step> steps(Path path) throws BadInput {
    if (path.text().length() > budget.depth() * (budget.name() + 2)) {
      throw tooLong(Path.ROOT);
    }
    List<Step> steps = path.segments();
    if (steps.isEmpty()) {
      throw new BadInput(
          "path.malformed", path, Place.NONE, "A value has no name; write name=value.");
    }
    if (steps.size() > budget.depth()) {
      throw fault(
          "depth-budget",
          Path.ROOT,
          "The nesting is deeper than " + budget.depth() + " levels; make it flatter.");
    }
    for (Step step : steps) {
      if (step.name().length() > budget.name()) {
        throw tooLong(Path.ROOT);
      }
    }
    return steps;
  }

  private static int index(String digits, Path path) throws BadInput {
    if (digits.length() > LONGEST_INDEX || (digits.length() > 1 && digits.startsWith("0"))) {
      throw new BadInput(
          "path.malformed",
          path,
          Place.NONE,
          "The items of a list are counted [0], [1], [2] and so on.");
    }
    return Integer.parseInt(digits);
  }

  private static void become(Node node, Kind kind, Path path) throws BadInput {
    if (!node.become(kind)) {
      throw conflict(path);
    }
  }

  private void count(int more, Path path) throws BadInput {
    nodes += more;
    if (nodes > budget.nodes()) {
      throw fault(
          "node-budget",
          path,
          "The request has more than " + budget.nodes() + " values; make it smaller.");
    }
  }

  private static Tree tree(Node node, Path path) throws BadInput {
    return switch (node.kind) {
      case NOTHING, MEMBERS -> mapping(node, path);
      case ITEMS -> sequence(node, path);
      case TREE -> node.tree.orElseThrow();
      case TEXTS ->
          node.texts.size() == 1 ? Tree.text(node.texts.getFirst()) : Tree.texts(node.texts);
    };
  }

  private static Mapping mapping(Node node, Path path) throws BadInput {
    Map<String, Tree.Member> members = new LinkedHashMap<>();
    for (Map.Entry<String, Node> member : node.members.entrySet()) {
      Tree value = tree(member.getValue(), path.member(member.getKey()));
      members.put(member.getKey(), new Tree.Member(member.getValue().place, value));
    }
    return new Mapping(members, "", Place.NONE);
  }

  private static Tree sequence(Node node, Path path) throws BadInput {
    List<Tree> items = new ArrayList<>();
    for (Map.Entry<Integer, Node> item : node.items.entrySet()) {
      if (item.getKey() != items.size()) {
        throw new BadInput(
            "list.gap",
            path,
            Place.NONE,
            "The list has no item [" + items.size() + "]; its items are counted from 0.");
      }
      items.add(tree(item.getValue(), path.item(item.getKey())));
    }
    return Tree.list(items);
  }

  private static BadInput conflict(Path path) {
    return new BadInput(
        "path.conflict",
        path,
        Place.NONE,
        path + " is given in two ways that do not go together; say it once.");
  }

  private BadInput tooLong(Path path) {
    return fault(
        "name-budget",
        path,
        "A name is longer than " + budget.name() + " characters; make it shorter.");
  }

  private BadInput fault(String code, Path path, String sentence) {
    return new BadInput(form + "." + code, path, Place.NONE, sentence);
  }
}
