// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import java.util.function.LongSupplier;

/**
 * Numbers that others keep and metrics only show.
 *
 * @param questions in flight
 * @param bodies bytes of bodies in flight
 * @param connections open
 * @param logLinesLost since the start
 */
public record Readings(
    LongSupplier questions,
    LongSupplier bodies,
    LongSupplier connections,
    LongSupplier logLinesLost) {}
