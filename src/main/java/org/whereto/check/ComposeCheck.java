// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.answer.Reason;
import org.whereto.answer.Repair;
import org.whereto.task.Demand;
import org.whereto.task.Demand.What;
import org.whereto.task.Fact;
import org.whereto.task.ImageUse;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Settings;
import org.whereto.world.World;

/**
 * Only compose files that demand no more of their host than containers need. Everything beyond is
 * refused unless a setting allows it; what cannot be told is never taken for harmless. Which images
 * may run is the business of {@link ImageCheck}.
 */
final class ComposeCheck implements Check {

  static final CheckType TYPE =
      new CheckType(
          "compose",
          "What the services of a compose file may demand of their host; without settings nothing.",
          Set.of(Fact.DEMANDS),
          ComposeCheck::new);

  private static final String SERVICES = "services";

  /** Steps of the path of a service's own image: {@code services.web.image}. */
  private static final int OWN_IMAGE = 3;

  private final ComposeRules rules;

  private ComposeCheck(Settings settings) {
    rules = new ComposeRules(settings);
  }

  @Override
  public List<String> demands() {
    return List.of(rules.demand());
  }

  @Override
  public void look(Asked asked, World world, Findings findings) {
    List<Placed> demands = new ArrayList<>();
    Set<String> demanding = new HashSet<>();
    for (Demand demand : asked.facts().demands()) {
      Placed placed = new Placed(demand, service(demand.path()));
      demands.add(placed);
      placed.service().ifPresent(demanding::add);
    }
    for (ImageUse use : asked.facts().images()) {
      service(use.path())
          .filter(service -> steps(use.path()).size() == OWN_IMAGE && !demanding.contains(service))
          .map(service -> Path.ROOT.member(SERVICES).member(service).text())
          .ifPresent(service -> findings.ok(service, "nothing of the host", "none"));
    }
    demands.forEach(demand -> look(demand, findings));
  }

  /** A demand, and the name of the service that makes it. */
  private record Placed(Demand demand, Optional<String> service) {

    String who() {
      return service.isEmpty()
          ? "\"" + demand.path() + "\""
          : "The service \"" + service.get() + "\"";
    }
  }

  /** The name of the service that this is, or stands in. */
  private static Optional<String> service(Path path) {
    List<String> steps = steps(path);
    return steps.size() > 1 && steps.getFirst().equals(SERVICES)
        ? Optional.of(steps.get(1))
        : Optional.empty();
  }

  private static List<String> steps(Path path) {
    try {
      return path.steps();
    } catch (BadInput oddName) {
      return List.of();
    }
  }

  private void look(Placed placed, Findings findings) {
    Demand demand = placed.demand();
    String path = demand.path().text();
    String limit = rules.limit(demand.what());
    String seen = demand.detail().isEmpty() ? "true" : demand.detail();
    if (rules.allows(demand)) {
      findings.ok(path, seen, limit);
      return;
    }
    Reason reason =
        Reason.of(code(demand.what()), path, placed.who() + " " + sentence(demand))
            .comparing(seen, limit);
    switch (demand.what()) {
      case UNCLEAR, UNKNOWN_KEY, OTHER_FILE, OTHER_SERVICES -> findings.cannotTell(reason);
      default -> findings.refuse(reason, repairs(demand));
    }
  }

  private static List<Repair> repairs(Demand demand) {
    return AskersChoice.isOption(demand.path())
        ? List.of(new Repair.Remove(demand.path()))
        : List.of();
  }

  private static String code(What what) {
    return "compose."
        + switch (what) {
          case BUILD -> "build";
          case PRIVILEGED -> "privileged";
          case HOST_NETWORK -> "host-network";
          case HOST_NAMESPACE -> "host-namespace";
          case DOCKER_SOCKET -> "docker-socket";
          case HOST_MOUNT -> "host-mount";
          case CAPABILITY -> "capability";
          case DEVICE -> "device";
          case SECURITY_OPTION -> "security-option";
          case OTHER_FILE, OTHER_SERVICES -> "other-file";
          case EXTERNAL -> "external";
          case PROVIDER -> "provider";
          case UNCLEAR -> "unclear";
          case UNKNOWN_KEY -> "unknown-key";
        };
  }

  private static String sentence(Demand demand) {
    String detail = demand.detail();
    return switch (demand.what()) {
      case BUILD -> "builds its image: build it before, and give only its name.";
      case PRIVILEGED -> "wants all privileges on the host: take \"privileged\" out.";
      case HOST_NETWORK -> "wants the network of its host (" + detail + "): publish ports instead.";
      case HOST_NAMESPACE -> "wants the " + detail + " namespace of its host: take that out.";
      case DOCKER_SOCKET ->
          "wants the socket of the container engine, and so the whole host: take that out.";
      case HOST_MOUNT -> "mounts " + detail + " of the host: use a volume with a name instead.";
      case CAPABILITY -> "wants the capability " + detail + ": take it out.";
      case DEVICE -> "wants a device of the host (" + detail + "): take it out.";
      case SECURITY_OPTION -> "wants " + detail + ", which may weaken its isolation: take it out.";
      case OTHER_FILE, OTHER_SERVICES ->
          "needs something that was not sent (" + detail + "): write it into the compose file.";
      case EXTERNAL ->
          "wants something made outside of the compose file (" + detail + "): take it out.";
      case PROVIDER ->
          "leaves work to a program of the host (" + detail + "): use a container instead.";
      case UNCLEAR ->
          "has a value that cannot be told (" + detail + "): write the value, or a default.";
      case UNKNOWN_KEY -> "has an unknown key or value (" + detail + "): take it out.";
    };
  }
}
