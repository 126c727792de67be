// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.whereto.http.message.Negotiation;
import org.whereto.http.message.Problem;
import org.whereto.http.message.Problems;
import org.whereto.http.message.Refusal;
import org.whereto.http.message.Reply;
import org.whereto.http.message.Status;
import org.whereto.http.watch.AdminPages;

/**
 * Requests for the owner's own pages: GET and HEAD, and nothing is logged of them.
 *
 * @param makers of the pages: metrics are many, and the event loop has questions to answer
 */
record AdminRequests(AdminPages pages, Executor makers) implements Door.Taker {

  @Override
  public void take(HttpServerRequest request) {
    Context loop = Objects.requireNonNull(Vertx.currentContext());
    makers.execute(() -> {
      Reply reply = replyOrFailure(request);
      try {
        loop.runOnContext(go -> send(reply, request));
      } catch (RejectedExecutionException _) {
        // The server has stopped, and its connections with it.
      }
    });
  }

  private Reply replyOrFailure(HttpServerRequest request) {
    try {
      return reply(request);
    } catch (RuntimeException | Error broken) {
      return Problems.reply(Refusal.FAILED, Negotiation.JSON);
    }
  }

  @Override
  public void takeInvalid(HttpServerRequest request) {
    send(Problems.reply(Refusal.NO_HTTP, Negotiation.JSON), request);
  }

  private Reply reply(HttpServerRequest request) {
    String method = request.method().name();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      Problem problem =
          Problem.of(Status.METHOD_NOT_ALLOWED, "method.not-allowed", "Only GET is known here.");
      return Problems.reply(problem, Negotiation.JSON).with("Allow", "GET, HEAD");
    }
    String accept = String.join(", ", request.headers().getAll("Accept"));
    return pages
        .at(Target.of(request.uri()).path(), accept)
        .orElseGet(() ->
            Problems.reply(
                Problem.of(
                    Status.NOT_FOUND, "path.unknown", "There are /metrics and /configuration."),
                Negotiation.JSON));
  }

  private static void send(Reply reply, HttpServerRequest request) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    response.setStatusCode(reply.status().code()).setStatusMessage(reply.status().phrase());
    response.putHeader("Content-Type", reply.type());
    response.putHeader("Content-Length", String.valueOf(reply.body().length()));
    response.putHeader("Cache-Control", Reply.NO_STORE);
    response.putHeader("X-Content-Type-Options", "nosniff");
    reply.headers().forEach(header -> response.putHeader(header.getKey(), header.getValue()));
    var _ = request.method().name().equals("HEAD") ? response.end() : response.end(reply.body());
  }
}
