// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import io.netty.util.concurrent.EventExecutor;
import java.util.function.Consumer;
import org.whereto.http.settings.Limits;

/** What one connection waits for, and for how long (limits.md). */
final class Patience {

  /** What has to come next from the client. */
  enum Wait {
    /** It is the server's turn. */
    NOTHING,
    /** The first head, since the connection. */
    FIRST_HEAD,
    /** The rest of a later head. */
    HEAD,
    /** The rest of a body. */
    BODY,
    /** A further request. */
    NEXT,
    /** That it closes, as the server has no more to say. */
    END
  }

  private final Limits limits;
  private final Deadline coming;
  private final Deadline going;
  private Wait wait = Wait.NOTHING;
  private long request;
  private BodyPace pace;

  /**
   * @param late told what did not come in time
   * @param untaken called when an answer is not taken in time
   */
  Patience(EventExecutor loop, Limits limits, Consumer<Wait> late, Runnable untaken) {
    this.limits = limits;
    this.coming = new Deadline(loop, () -> late.accept(wait));
    this.going = new Deadline(loop, untaken);
    this.pace = new BodyPace(limits);
  }

  /**
   * Waits for this from now on; the time goes on where that is nothing new.
   *
   * @param number of the request that it is about
   */
  void waitFor(Wait what, long number) {
    if (what == wait && number == request) {
      return;
    }
    wait = what;
    request = number;
    switch (what) {
      case NOTHING -> coming.clear();
      case FIRST_HEAD, HEAD -> coming.in(limits.headTime());
      case BODY -> startBody();
      case NEXT -> coming.in(limits.idleTime());
      case END -> coming.in(limits.sendTime());
    }
  }

  /** The body's time begins now: before, the server did not want it. */
  void startBody() {
    pace = new BodyPace(limits);
    coming.in(pace.rest(0));
  }

  /** Whether the body is too late with so many bytes; if not, it is waited for further. */
  boolean isBodyLate(long bytes) {
    var rest = pace.rest(bytes);
    if (rest.isPositive()) {
      coming.in(rest);
    }
    return !rest.isPositive();
  }

  /** An answer is on its way, or one of several has arrived. */
  void sending() {
    going.in(limits.sendTime());
  }

  /** All answers are taken. */
  void sent() {
    going.clear();
  }

  /** The connection is at its end: nothing is late any more. */
  void end() {
    coming.end();
    going.end();
  }
}
