// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.task.Amount.Measure;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Place;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/**
 * The resources that a Task needs (note, section 5).
 *
 * @param wanted by dimension, like {@code cores}, in request order
 * @param others members that are no {@code minX} or {@code maxX}
 */
public record Resources(Map<String, Wanted> wanted, List<Path> others) {

  public static final Resources NONE = new Resources(Map.of(), List.of());

  /** The dimensions that every Task may name, and what they are measured in. */
  public static final Map<String, Measure> STANDARD =
      Map.of(
          "cores", Measure.NUMBER,
          "memory", Measure.BYTES,
          "store", Measure.BYTES,
          "startup", Measure.TIME,
          "duration", Measure.TIME);

  private static final Path PATH = Path.ROOT.member(Task.RESOURCES);

  /**
   * What is wanted of one dimension; at least one of the two is there.
   *
   * @param path the first member that names it, like {@code resources.mincores}
   */
  public record Wanted(Path path, Optional<Amount> min, Optional<Amount> max) {

    /** Both amounts as they were asked. */
    public String asked() {
      String least = min.map(amount -> "min " + amount.text()).orElse("");
      String most = max.map(amount -> "max " + amount.text()).orElse("");
      return least.isEmpty() || most.isEmpty() ? least + most : least + ", " + most;
    }
  }

  /**
   * The {@code resources} member of a Task.
   *
   * @param dimensions those that the platform knows, and what they are measured in
   * @throws BadInput for an amount that cannot be read, or a minimum above its maximum
   */
  public static Resources read(Optional<Tree> tree, Map<String, Measure> dimensions)
      throws BadInput {
    if (tree.isEmpty()) {
      return NONE;
    }
    if (!(tree.get() instanceof Mapping mapping)) {
      throw new BadInput(
          "resources.not-a-mapping",
          PATH,
          tree.get().place(),
          "Resources are named amounts, like \"mincores: 8\".");
    }
    Map<String, Wanted> wanted = new LinkedHashMap<>();
    List<Path> others = new ArrayList<>();
    for (Map.Entry<String, Tree.Member> member : mapping.members().entrySet()) {
      Path path = PATH.member(member.getKey());
      String dimension = dimension(member.getKey());
      if (dimension.isEmpty()) {
        others.add(path);
      } else {
        Measure measure = dimensions.getOrDefault(dimension, Measure.NUMBER);
        Amount amount = amount(measure, member.getValue().value(), path);
        wanted.merge(dimension, only(member.getKey(), path, amount), Resources::both);
      }
    }
    for (Map.Entry<String, Wanted> entry : wanted.entrySet()) {
      refuseIfUpsideDown(entry.getValue());
    }
    return new Resources(wanted, List.copyOf(others));
  }

  private static String dimension(String member) {
    boolean named = member.length() > 3 && (member.startsWith("min") || member.startsWith("max"));
    return named ? member.substring(3) : "";
  }

  private static Amount amount(Measure measure, Tree value, Path path) throws BadInput {
    if (!(value instanceof Scalar scalar)) {
      throw new BadInput("amount.malformed", path, value.place(), "One amount is wanted here.");
    }
    return Amount.parse(measure, scalar, path);
  }

  private static Wanted only(String member, Path path, Amount amount) {
    return member.startsWith("min")
        ? new Wanted(path, Optional.of(amount), Optional.empty())
        : new Wanted(path, Optional.empty(), Optional.of(amount));
  }

  private static Wanted both(Wanted first, Wanted second) {
    return new Wanted(first.path(), first.min().or(second::min), first.max().or(second::max));
  }

  private static void refuseIfUpsideDown(Wanted wanted) throws BadInput {
    if (wanted.min().isPresent()
        && wanted.max().isPresent()
        && wanted.min().get().value().compareTo(wanted.max().get().value()) > 0) {
      throw new BadInput(
          "resources.min-above-max",
          wanted.path(),
          Place.NONE,
          "The minimum is above the maximum: " + wanted.asked() + ".");
    }
  }
}
