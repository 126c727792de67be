// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.settings;

import java.time.Duration;
import org.whereto.tree.Problems;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;
import org.whereto.wire.RequestLimits;

/**
 * What one server takes on.
 *
 * @param headBytes request line and headers together
 * @param headLines header lines
 * @param headTime from the connection, or the first byte of a later request, to complete headers
 * @param idleTime between two requests of a connection
 * @param request what one request may hold, the size of its body included
 * @param bodyRate bytes a second that a body must bring after {@code bodyGrace}
 * @param bodyTime for a whole body
 * @param sendTime until an answer is taken by the client
 * @param decisionTime for one decision
 * @param questions in flight
 * @param bodies bytes of bodies in flight
 * @param connections open at once
 * @param share of questions, bodies and connections that one client address may take, in percent
 */
public record Limits(
    int headBytes,
    int headLines,
    Duration headTime,
    Duration idleTime,
    RequestLimits request,
    int bodyRate,
    Duration bodyGrace,
    Duration bodyTime,
    Duration sendTime,
    Duration decisionTime,
    int questions,
    long bodies,
    int connections,
    int share) {

  /** What an owner gets who says nothing. */
  public static final Limits DEFAULT =
      Settings.read(Tree.build().done(), new Problems(), LimitSettings::read);

  /** The same with another number of connections. */
  public Limits withConnections(int most) {
    return new Limits(
        headBytes,
        headLines,
        headTime,
        idleTime,
        request,
        bodyRate,
        bodyGrace,
        bodyTime,
        sendTime,
        decisionTime,
        questions,
        bodies,
        most,
        share);
  }
}
