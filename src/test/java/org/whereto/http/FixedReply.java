// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.http.watch.DecisionLog;
import org.whereto.http.watch.Served;
import org.whereto.task.Caller;

/**
 * Says the same to every request, once that has come to its end.
 *
 * @param log told of each request where there is one
 */
record FixedReply(
    int status, String phrase, List<Header> headers, Buffer body, Optional<DecisionLog> log)
    implements Door.Taker {

  /** In the form that Vert.x writes in the least time. */
  record Header(CharSequence name, CharSequence value) {}

  /** The one that was recorded as it came from a real server. */
  static FixedReply of(String recorded, Optional<DecisionLog> log) {
    int end = recorded.indexOf("\r\n\r\n");
    String[] lines = recorded.substring(0, end).split("\r\n", -1);
    String[] first = lines[0].split(" ", 3);
    List<Header> headers = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      String[] field = lines[i].split(": ", 2);
      headers.add(
          new Header(HttpHeaders.createOptimized(field[0]), HttpHeaders.createOptimized(field[1])));
    }
    return new FixedReply(
        Integer.parseInt(first[1]),
        first[2],
        List.copyOf(headers),
        Buffer.buffer(recorded.substring(end + 4)),
        log);
  }

  @Override
  public void take(HttpServerRequest request) {
    Instant at = log.isPresent() ? Instant.now() : Instant.EPOCH;
    long begin = System.nanoTime();
    if (request.method().name().equals("POST")) {
      int[] received = new int[1];
      request.handler(chunk -> received[0] += chunk.length());
      request.endHandler(end -> {
        send(request);
        tell(request, at, begin, received[0]);
      });
    } else {
      send(request);
      tell(request, at, begin, 0);
    }
  }

  private void send(HttpServerRequest request) {
    HttpServerResponse response = request.response().setStatusCode(status).setStatusMessage(phrase);
    for (Header header : headers) {
      response.putHeader(header.name(), header.value());
    }
    var _ = response.end(body);
  }

  private void tell(HttpServerRequest request, Instant at, long begin, long received) {
    if (log.isPresent()) {
      log.get()
          .accept(
              new Served(
                  at,
                  Duration.ofNanos(System.nanoTime() - begin),
                  request.method().name(),
                  request.uri(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  status,
                  "",
                  received,
                  body.length(),
                  Caller.ANONYMOUS));
    }
  }

  @Override
  public void takeInvalid(HttpServerRequest request) {
    var _ = request.connection().close();
  }
}
