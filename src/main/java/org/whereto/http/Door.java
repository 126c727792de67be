// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import io.vertx.core.http.HttpServerRequest;
import org.whereto.http.guard.Entrance;

/**
 * What stands behind one port.
 *
 * @param entrance where its connections come in
 * @param taker where its requests go
 * @param loops how many event loops share the work
 */
record Door(Entrance entrance, Taker taker, int loops) {

  /** Answers requests, on the event loop of their connection. */
  interface Taker {

    /** A request whose head is in order. */
    void take(HttpServerRequest request);

    /** A request that is no HTTP; nothing that follows on its connection can be trusted. */
    void takeInvalid(HttpServerRequest request);
  }
}
