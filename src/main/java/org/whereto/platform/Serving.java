// SPDX-License-Identifier: Apache-2.0
package org.whereto.platform;

import java.time.Instant;
import java.util.Optional;
import org.whereto.world.World;

/**
 * A platform as it is served right now, and how its file fares.
 *
 * @param world what its decisions may ask
 * @param since when this state of the file was taken over
 * @param failing the newer state of the file, if there is one that cannot be used
 */
public record Serving(Platform platform, World world, Instant since, Optional<Failing> failing) {}
