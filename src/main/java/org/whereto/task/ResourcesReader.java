// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.task.Amount.Measure;
import org.whereto.task.Resources.Bound;
import org.whereto.task.Resources.Wanted;
import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;
import org.whereto.tree.Path;
import org.whereto.tree.Place;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Member;
import org.whereto.tree.Tree.Scalar;

/** Reads the {@code resources} member of a Task. */
final class ResourcesReader {

  private static final Path PATH = Path.ROOT.member(Task.RESOURCES);
  private static final String MIN = "min";
  private static final String MAX = "max";
  private static final int SHOWN = 60;

  /** Each may get a reason of its own. */
  private static final int MOST = 100;

  private final Map<String, Measure> dimensions;

  /** By folded name, {@code mincores} for {@code minCores}. */
  private final Map<String, Named> named = new LinkedHashMap<>();

  private final List<Path> others = new ArrayList<>();

  private record Named(String key, String dimension, Bound bound, Place place) {}

  private ResourcesReader(Map<String, Measure> dimensions) {
    this.dimensions = dimensions;
  }

  static Resources read(Tree tree, Map<String, Measure> dimensions) throws BadInput {
    if (!(tree instanceof Mapping mapping)) {
      throw new BadInput(
          "resources.not-a-mapping",
          PATH,
          tree.place(),
          "Resources are named amounts, like \"mincores: 8\".");
    }
    if (mapping.members().size() > MOST) {
      throw new BadInput(
          "resources.too-many",
          PATH,
          tree.place(),
          "A Task may name " + MOST + " amounts, not " + mapping.members().size() + ".");
    }
    ResourcesReader reader = new ResourcesReader(dimensions);
    for (Map.Entry<String, Member> member : mapping.members().entrySet()) {
      reader.member(member.getKey(), member.getValue().value());
    }
    return new Resources(reader.wanted(), reader.others, List.of(), List.of());
  }

  private void member(String key, Tree value) throws BadInput {
    Path path = PATH.member(key);
    String folded = Resources.dimension(key);
    boolean bound = folded.startsWith(MIN) || folded.startsWith(MAX);
    if (!bound || folded.length() == MIN.length()) {
      others.add(path);
      return;
    }
    Named before = named.get(folded);
    if (before != null) {
      throw new BadInput(
          "resources.twice",
          path,
          value.place(),
          shown(before.key()) + " and " + shown(key) + " are the same amount: give one of them.");
    }
    String dimension = folded.substring(MIN.length());
    named.put(
        folded,
        new Named(
            key, dimension, new Bound(amount(dimension, value, path), path, false), value.place()));
  }

  private static String shown(String key) {
    return "\"" + OneLine.of(key, SHOWN) + "\"";
  }

  private Amount amount(String dimension, Tree value, Path path) throws BadInput {
    if (!(value instanceof Scalar scalar)) {
      throw new BadInput(
          "amount.malformed", path, value.place(), "One amount is wanted here, like \"8\".");
    }
    Measure measure = dimensions.get(dimension);
    return measure == null ? Amount.parse(scalar, path) : Amount.parse(measure, scalar, path);
  }

  private Map<String, Wanted> wanted() throws BadInput {
    Map<String, Wanted> wanted = new LinkedHashMap<>();
    for (Named first : named.values()) {
      if (!wanted.containsKey(first.dimension())) {
        wanted.put(first.dimension(), wanted(first));
      }
    }
    return wanted;
  }

  private Wanted wanted(Named first) throws BadInput {
    Optional<Named> min = Optional.ofNullable(named.get(MIN + first.dimension()));
    Optional<Named> max = Optional.ofNullable(named.get(MAX + first.dimension()));
    Wanted wanted =
        new Wanted(
            min.map(Named::key).orElseGet(() -> counterpart(first.key(), MIN)),
            max.map(Named::key).orElseGet(() -> counterpart(first.key(), MAX)),
            first.bound().amount(),
            min.map(Named::bound),
            max.map(Named::bound));
    if (wanted.isContradiction()) {
      throw new BadInput(
          "resources.min-above-max",
          first.bound().path(),
          first.place(),
          "The minimum is above the maximum: " + wanted.asked() + ".");
    }
    return wanted;
  }

  /** {@code max_cores} for {@code min_cores}, {@code MAXCORES} for {@code MINCORES}. */
  static String counterpart(String key, String prefix) {
    StringBuilder other = new StringBuilder(key);
    int done = 0;
    for (int i = 0; done < prefix.length(); i++) {
      char c = key.charAt(i);
      if (c != '-' && c != '_') {
        char wanted = prefix.charAt(done++);
        other.setCharAt(i, c < 'a' ? Character.toUpperCase(wanted) : wanted);
      }
    }
    return other.toString();
  }
}
