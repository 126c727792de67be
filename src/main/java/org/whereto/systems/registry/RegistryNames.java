// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import java.util.Optional;
import org.whereto.systems.fetch.Deadline;
import org.whereto.systems.fetch.Fetched;
import org.whereto.systems.fetch.Flights;
import org.whereto.systems.fetch.Miss;
import org.whereto.systems.fetch.Unanswered;
import org.whereto.systems.registry.FetchedContents.Shared;
import org.whereto.systems.registry.FetchedContents.Verified;
import org.whereto.systems.registry.RegistryMemory.Led;

/** Where the names of images lead: a registry is asked once, however many want to know. */
final class RegistryNames {

  private static final int MOST_UNDER_WAY = 1000;

  private final Shared shared;
  private final Flights<RegistryItem, Led> flights = new Flights<>(MOST_UNDER_WAY);

  RegistryNames(Shared shared) {
    this.shared = shared;
  }

  /** Where a name leads; nowhere if the registry says that there is no such image. */
  Led led(RegistryItem name, Deadline deadline) throws Unanswered {
    Optional<Led> fresh = shared.memory().fresh(name);
    if (fresh.isPresent()) {
      return fresh.get();
    }
    return Flights.landed(
        flights.begin(name, () -> asked(name, deadline)),
        deadline,
        FetchedContents.late("The registry " + name.host().name()));
  }

  private Led asked(RegistryItem name, Deadline deadline) throws Unanswered {
    RegistryMemory memory = shared.memory();
    Optional<Led> meanwhile = memory.fresh(name);
    if (meanwhile.isPresent()) {
      return meanwhile.get();
    }
    Optional<Miss> missed = memory.missed(name);
    if (missed.isPresent()) {
      throw Unanswered.because(missed.get());
    }
    long begin = memory.now();
    try {
      Fetched.Got got = shared.client().get(name, FetchedContents.MOST_BYTES, deadline);
      Verified verified = new FetchedContents(shared, deadline).verified(name, got);
      return memory.keep(name, Optional.of(verified.digest()), begin);
    } catch (Unanswered unanswered) {
      if (unanswered.miss() instanceof Miss.Absent) {
        return memory.keep(name, Optional.empty(), begin);
      }
      memory.miss(name, unanswered.miss());
      throw unanswered;
    }
  }
}
