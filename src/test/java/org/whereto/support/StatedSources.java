// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.world.Availability;
import org.whereto.world.Available;
import org.whereto.world.Known;
import org.whereto.world.SourceState;
import org.whereto.world.SourceState.Use;
import org.whereto.world.World;

/** Sources of available amounts that fare as a test says. */
public record StatedSources(List<SourceState> states) implements Availability {

  /** Where it is read from, and why it failed, which only its owner may know. */
  public static final String ORIGIN = "http://secret.example.org/free.json";

  public static final String FAULT = "secret.example.org answers with the status 500.";

  /** A world with a source that is as it should be, one that is late, and one of no use. */
  public static World world() {
    return World.CLOSED.withAvailability(
        new StatedSources(
            List.of(
                state("batch", Use.FRESH, Optional.of(Duration.ofMillis(1500))),
                state("disk", Use.LATE, Optional.of(Duration.ofMinutes(2))),
                state("monitor", Use.NONE, Optional.empty()))));
  }

  private static SourceState state(String name, Use use, Optional<Duration> age) {
    boolean fresh = use == Use.FRESH;
    return new SourceState(
        name, ORIGIN, use, age, 3, !fresh, fresh ? Optional.empty() : Optional.of(FAULT));
  }

  @Override
  public Map<String, Known<Available>> now(Set<String> sources) {
    return Map.of();
  }
}
