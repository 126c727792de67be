// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.task.Amount.Measure;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;

/**
 * The resources that a Task needs (note, section 5): by its request, or by its content.
 *
 * @param wanted by dimension, like {@code cores}, in the order in which they were asked; the names
 *     are folded ({@link #dimension})
 * @param others members of the request that are no {@code minX} or {@code maxX}
 * @param shares what the amounts of a content are the sums of; none for a request
 * @param untold amounts of a content that cannot be told, and so are in no sum
 */
public record Resources(
    Map<String, Wanted> wanted, List<Path> others, List<Share> shares, List<Untold> untold) {

  public static final Resources NONE = new Resources(Map.of(), List.of(), List.of(), List.of());

  /** The dimensions that every Task may name, and what they are measured in. */
  public static final Map<String, Measure> STANDARD =
      Map.of(
          "cores", Measure.NUMBER,
          "memory", Measure.BYTES,
          "store", Measure.BYTES,
          "startup", Measure.TIME,
          "duration", Measure.TIME);

  public Resources {
    wanted = Collections.unmodifiableMap(new LinkedHashMap<>(wanted));
    others = List.copyOf(others);
    shares = List.copyOf(shares);
    untold = List.copyOf(untold);
  }

  /**
   * One bound of a dimension.
   *
   * @param path where it was asked: {@code resources.minCores}, or below the content {@code
   *     services.web.mem_reservation}; {@code services} where it is the sum of several
   * @param inContent whether the content asks for it, and not the request
   */
  public record Bound(Amount amount, Path path, boolean inContent) {}

  /**
   * What is wanted of one dimension; at least one of the two bounds is there. Only between request
   * and content the minimum may be above the maximum ({@link #isContradiction}).
   *
   * @param minKey what the minimum is called in an answer, in the spelling of the request: {@code
   *     minCores} also where only {@code maxCores} was asked
   * @param maxKey what the maximum is called
   * @param like an amount as it was asked, the request's own if there is one: in its unit all
   *     others are told
   */
  public record Wanted(
      String minKey, String maxKey, Amount like, Optional<Bound> min, Optional<Bound> max) {

    /** Where it was asked first. */
    public Path path() {
      return min.or(() -> max).orElseThrow().path();
    }

    /** Both amounts as they were asked. */
    public String asked() {
      String least = min.map(bound -> "min " + bound.amount().text()).orElse("");
      String most = max.map(bound -> "max " + bound.amount().text()).orElse("");
      return least.isEmpty() || most.isEmpty() ? least + most : least + ", " + most;
    }

    /** Whether no amount can be both: the minimum is above the maximum. */
    public boolean isContradiction() {
      return min.isPresent()
          && max.isPresent()
          && isComparable(min.get(), max.get())
          && min.get().amount().value().compareTo(max.get().amount().value()) > 0;
    }

    private Wanted stricter(Wanted other) {
      return new Wanted(
          minKey, maxKey, like, stricter(min, other.min, 1), stricter(max, other.max, -1));
    }

    /** Where two cannot be compared that of the content stays: it cannot be asked otherwise. */
    private static Optional<Bound> stricter(Optional<Bound> one, Optional<Bound> other, int sign) {
      if (one.isEmpty() || other.isEmpty()) {
        return one.or(() -> other);
      }
      if (!isComparable(one.get(), other.get())) {
        return one.get().inContent() ? one : other;
      }
      int compared = other.get().amount().value().compareTo(one.get().amount().value());
      return compared * sign > 0 ? other : one;
    }

    private static boolean isComparable(Bound one, Bound other) {
      return one.amount().measure() == other.amount().measure();
    }
  }

  /**
   * An amount at one place of a content, like the memory that a service reserves.
   *
   * @param least whether it counts to the minimum; else to the maximum
   * @param path below the content, like {@code services.web.deploy.resources.limits.cpus}
   * @param written as it stands there
   * @param times how often it is needed, like the replicas of a service
   * @param amount of one of them
   */
  public record Share(
      String dimension, boolean least, Path path, String written, int times, Amount amount) {

    /** The same, needed so often. */
    public Share times(int often) {
      return new Share(dimension, least, path, written, often, amount);
    }

    /** Of all of them, in the base unit. */
    public BigDecimal together() {
      return amount.value().multiply(BigDecimal.valueOf(times));
    }
  }

  /**
   * An amount of a content that cannot be told: it may be any.
   *
   * @param least whether it is part of a minimum; else only of a maximum
   * @param path below the content
   * @param why one sentence
   */
  public record Untold(String dimension, boolean least, Path path, String why) {}

  /**
   * The {@code resources} member of a Task.
   *
   * @param dimensions those that the platform knows, by their folded names, and what they are
   *     measured in; all others are read in whatever measure
   * @throws BadInput for an amount that cannot be read, a minimum above its maximum, or a dimension
   *     that is named twice
   */
  public static Resources read(Optional<Tree> tree, Map<String, Measure> dimensions)
      throws BadInput {
    return tree.isEmpty() ? NONE : ResourcesReader.read(tree.get(), dimensions);
  }

  /** A name of a dimension as all its spellings have it: {@code GPU_memory} is gpumemory. */
  public static String dimension(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '-' && c != '_') {
        folded.append(c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c);
      }
    }
    return folded.toString();
  }

  /**
   * What satisfies both: of each dimension the larger minimum and the smaller maximum, each with
   * where it comes from; keys and units are those of this one where it names the dimension.
   */
  public Resources stricter(Resources other) {
    if (other.equals(NONE)) {
      return this;
    }
    Map<String, Wanted> both = new LinkedHashMap<>(wanted);
    other.wanted.forEach((name, also) -> both.merge(name, also, Wanted::stricter));
    return new Resources(
        both,
        joined(others, other.others),
        joined(shares, other.shares),
        joined(untold, other.untold));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
