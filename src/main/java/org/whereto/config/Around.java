// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.time.InstantSource;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;
import org.whereto.systems.Outside;
import org.whereto.world.World;

/**
 * What a program gives to the platforms that it follows.
 *
 * @param worlds the world that stands open to an owner
 * @param used is told, whenever that may have changed, of what all platforms that are served ask
 */
public record Around(
    InstantSource clock, Function<Outside, World> worlds, Consumer<Collection<Outside>> used) {

  /** Where nobody wants to know what is used. */
  public Around(InstantSource clock, Function<Outside, World> worlds) {
    this(clock, worlds, _ -> {});
  }
}
