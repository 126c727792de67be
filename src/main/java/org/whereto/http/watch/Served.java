// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.whereto.answer.Answer;
import org.whereto.decide.Decision;
import org.whereto.task.Caller;

/**
 * One request that was dealt with: what the log and the metrics tell of.
 *
 * @param at when its head was there
 * @param took from then until the answer was handed to the socket
 * @param method as sent, never longer than a head may be
 * @param target as sent, query included
 * @param platform the name under which the platform stands; nothing if none was asked
 * @param decision nothing if none was made
 * @param answer nothing if the question was not answered
 * @param problem the code of the problem; empty if there is none
 * @param received bytes of the body
 * @param sent bytes of the body
 * @param caller who asked, as far as that was found out
 */
public record Served(
    Instant at,
    Duration took,
    String method,
    String target,
    Optional<String> platform,
    Optional<Decision> decision,
    Optional<Answer> answer,
    int status,
    String problem,
    long received,
    long sent,
    Caller caller) {}
