// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.time.InstantSource;
import java.util.function.Function;
import org.whereto.systems.Outside;
import org.whereto.world.World;

/**
 * What a program gives to the platforms that it follows.
 *
 * @param worlds the world that stands open to an owner
 */
public record Around(InstantSource clock, Function<Outside, World> worlds) {}
