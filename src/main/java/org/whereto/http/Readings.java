// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import java.util.function.LongSupplier;

/**
 * Numbers that others keep and metrics only show.
 *
 * @param questions in flight
 * @param bodies bytes of bodies in flight
 * @param connections open
 * @param logLinesLost since the start
 * @param reloads states of platform files that were taken over since the start
 * @param reloadsFailed states that could not be served
 */
record Readings(
    LongSupplier questions,
    LongSupplier bodies,
    LongSupplier connections,
    LongSupplier logLinesLost,
    LongSupplier reloads,
    LongSupplier reloadsFailed) {}
