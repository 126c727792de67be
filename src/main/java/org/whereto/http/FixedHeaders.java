// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import static io.vertx.core.http.HttpHeaders.createOptimized;

import io.vertx.core.http.HttpServerResponse;
import org.whereto.http.message.Reply;

/**
 * The headers of every reply (wire.md, section 2.3), in the form that Vert.x writes in the least
 * time.
 */
final class FixedHeaders {

  private static final CharSequence DATE = createOptimized("Date");
  private static final CharSequence TYPE = createOptimized("Content-Type");
  private static final CharSequence LENGTH = createOptimized("Content-Length");
  private static final CharSequence CACHE_CONTROL = createOptimized("Cache-Control");
  private static final CharSequence NO_STORE = createOptimized(Reply.NO_STORE);
  private static final CharSequence VARY = createOptimized("Vary");
  private static final CharSequence WHAT_VARIES = createOptimized("Accept, Authorization, Origin");
  private static final CharSequence TYPE_OPTIONS = createOptimized("X-Content-Type-Options");
  private static final CharSequence NO_SNIFF = createOptimized("nosniff");

  private FixedHeaders() {}

  static void put(HttpServerResponse response, Reply reply, CharSequence date) {
    response.putHeader(DATE, date);
    if (!reply.type().isEmpty()) {
      response.putHeader(TYPE, reply.type());
      response.putHeader(LENGTH, String.valueOf(reply.body().length()));
    }
    response
        .putHeader(CACHE_CONTROL, NO_STORE)
        .putHeader(VARY, WHAT_VARIES)
        .putHeader(TYPE_OPTIONS, NO_SNIFF);
  }
}
