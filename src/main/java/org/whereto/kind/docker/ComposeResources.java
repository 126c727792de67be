// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.whereto.kind.docker.ServiceChain.Said;
import org.whereto.task.Amount;
import org.whereto.task.Resources;
import org.whereto.task.Resources.Bound;
import org.whereto.task.Resources.Share;
import org.whereto.task.Resources.Untold;
import org.whereto.task.Resources.Wanted;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Place;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/**
 * The amounts that a compose file asks for: at least what all containers of its services reserve
 * together, at most what they are limited to together, where all of them are limited.
 */
final class ComposeResources {

  private static final Mapping NONE = Tree.build().done();

  /** Those of a service count for each that extends it, too. */
  private static final int MOST_DEVICES = 10_000;

  /** Of which a file may name so many kinds, too. */
  private static final int MOST_DIMENSIONS = 100;

  /** All others run one container on each machine. */
  private static final Set<String> COUNTED = Set.of("replicated", "replicated-job");

  private final Path path;
  private final List<Share> shares = new ArrayList<>();
  private final List<Untold> untold = new ArrayList<>();

  /** Dimensions of which some container may take as much as it likes. */
  private final Set<String> unlimited = new HashSet<>();

  private boolean nothingLimited;

  /** How many devices were looked at. */
  private int devices;

  private ComposeResources(Path path) {
    this.path = path;
  }

  static Resources of(Mapping composefile, Mapping services, Path path) throws BadInput {
    ComposeResources all = new ComposeResources(path);
    Set<String> telling = telling(services);
    for (String name : services.members().keySet()) {
      all.service(ServiceChain.of(name, services, telling));
    }
    all.others(composefile);
    return all.resources();
  }

  /** Those that say anything of it themselves: few, where many extend them. */
  private static Set<String> telling(Mapping services) {
    return services.members().entrySet().stream()
        .filter(service ->
            service.getValue().value() instanceof Mapping mapping
                && mapping.members().keySet().stream().anyMatch(ServiceAmounts.KEYS::contains))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private void service(ServiceChain chain) throws BadInput {
    if (isProvided(chain)) {
      return;
    }
    ServiceAmounts amounts = ServiceAmounts.of(chain);
    Optional<Integer> containers = containers(chain, amounts);
    int times = containers.orElse(1);
    if (times == 0) {
      return;
    }
    Set<String> limited = new HashSet<>();
    devices += amounts.devices();
    if (devices > MOST_DEVICES) {
      throw new BadInput(
          ComposeFault.CODE,
          chain.last(),
          Place.NONE,
          "The services name more than " + MOST_DEVICES + " devices together: name fewer.");
    }
    for (Share share : amounts.shares()) {
      shares.add(share.times(times));
      if (!share.least() && containers.isPresent()) {
        limited.add(share.dimension());
      }
    }
    for (Untold each : amounts.untold()) {
      untold.add(each);
      if (!each.least()) {
        limited.remove(each.dimension());
      }
    }
    for (String dimension : List.of(ServiceAmounts.CORES, ServiceAmounts.MEMORY)) {
      if (!limited.contains(dimension)) {
        unlimited.add(dimension);
      }
    }
  }

  /** Whether a program of the host runs instead of containers; one without a type is none. */
  private static boolean isProvided(ServiceChain chain) {
    return chain
        .first("provider", "type")
        .map(ServiceAmounts::text)
        .flatMap(Interpolation::of)
        .filter(type -> !type.isBlank())
        .isPresent();
  }

  /**
   * How many run of a service; where that cannot be told its shares are those of one. Docker
   * Compose looks at numbers in whatever mode, where a swarm has one on each machine: the larger.
   */
  private Optional<Integer> containers(ServiceChain chain, ServiceAmounts amounts) {
    int most = -1;
    for (Said said : replicas(chain)) {
      Optional<String> text = Interpolation.of(ServiceAmounts.text(said));
      Optional<BigDecimal> number = text.flatMap(ComposeQuantity.COUNT::of);
      if (number.isEmpty()) {
        String why = ServiceAmounts.why(said, text.isPresent(), ComposeQuantity.COUNT);
        reserved(amounts).forEach(dimension -> amounts.untold(dimension, said.path(), why));
        return Optional.empty();
      }
      most = Math.max(most, number.get().intValueExact());
    }
    return Optional.of(most < 0 ? 1 : Math.max(most, isOneEach(chain) ? 1 : 0));
  }

  private static boolean isOneEach(ServiceChain chain) {
    Optional<String> mode = chain.first("deploy", "mode").map(ServiceAmounts::text);
    return mode.isPresent() && mode.flatMap(Interpolation::of).filter(COUNTED::contains).isEmpty();
  }

  private static List<Said> replicas(ServiceChain chain) {
    List<Said> replicas = new ArrayList<>();
    chain.first("deploy", "replicas").ifPresent(replicas::add);
    chain.first("scale").ifPresent(replicas::add);
    return replicas;
  }

  private static Set<String> reserved(ServiceAmounts amounts) {
    Set<String> reserved = new LinkedHashSet<>();
    for (Share share : amounts.shares()) {
      if (share.least()) {
        reserved.add(share.dimension());
      }
    }
    return reserved;
  }

  /** What runs beside the services: those of other files, and language models. */
  private void others(Mapping composefile) throws BadInput {
    Path include = Path.ROOT.member("include");
    List<Tree> files =
        Demands.items(composefile.get("include").orElse(Tree.list(List.of())), include);
    for (int i = 0; i < files.size(); i++) {
      Path at = include.item(i);
      String why = at + " brings services of another file, which may reserve more.";
      for (String dimension : ServiceAmounts.ALL) {
        untold.add(new Untold(dimension, true, at, why));
      }
    }
    boolean models = !composefile.get("models").orElse(NONE).equals(NONE);
    nothingLimited = models || !files.isEmpty();
  }

  private Resources resources() throws BadInput {
    Map<String, List<Share>> least = new LinkedHashMap<>();
    Map<String, List<Share>> most = new LinkedHashMap<>();
    Set<String> dimensions = new LinkedHashSet<>();
    for (Share share : shares) {
      dimensions.add(share.dimension());
      (share.least() ? least : most)
          .computeIfAbsent(share.dimension(), name -> new ArrayList<>())
          .add(share);
    }
    if (dimensions.size() > MOST_DIMENSIONS) {
      throw new BadInput(
          ComposeFault.CODE,
          path,
          Place.NONE,
          "The services reserve more than "
              + MOST_DIMENSIONS
              + " kinds of resources together: name fewer.");
    }
    Map<String, Wanted> wanted = new LinkedHashMap<>();
    for (String name : dimensions) {
      boolean limited = !nothingLimited && !unlimited.contains(name);
      Optional<Bound> min = Optional.ofNullable(least.get(name)).map(this::together);
      Optional<Bound> max =
          Optional.ofNullable(most.get(name)).filter(all -> limited).map(this::together);
      min.or(() -> max).ifPresent(bound -> wanted.put(name, wanted(name, bound, min, max)));
    }
    return new Resources(wanted, List.of(), shares, untold);
  }

  private static Wanted wanted(String name, Bound like, Optional<Bound> min, Optional<Bound> max) {
    return new Wanted("min" + name, "max" + name, like.amount(), min, max);
  }

  private Bound together(List<Share> of) {
    BigDecimal sum = of.stream().map(Share::together).reduce(BigDecimal.ZERO, BigDecimal::add);
    Path at = of.size() == 1 ? of.getFirst().path() : path;
    return new Bound(Amount.of(of.getFirst().amount().measure(), sum), at, true);
  }
}
