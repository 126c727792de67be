// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLSession;
import org.whereto.answer.Answer;
import org.whereto.decide.Decision;
import org.whereto.http.message.Negotiation;
import org.whereto.http.message.Problem;
import org.whereto.http.message.Problems;
import org.whereto.http.message.Refusal;
import org.whereto.http.message.Reply;
import org.whereto.http.message.Status;
import org.whereto.http.tls.ClientCertificate;
import org.whereto.http.tls.Tls;
import org.whereto.http.watch.Served;
import org.whereto.task.Caller;
import org.whereto.tree.BadInput;
import org.whereto.wire.Query;

/** One request and its one reply. All of it happens on the event loop of the connection. */
final class Exchange {

  private final HttpServerRequest request;
  private final Service service;
  private final Context context = Objects.requireNonNull(Vertx.currentContext());
  private final Instant at = Instant.now();
  private final long begin = System.nanoTime();
  private final Target target;
  private final String client;
  private Optional<Negotiation> format = Optional.empty();
  private Optional<String> platform = Optional.empty();
  private Optional<Decision> decision = Optional.empty();
  private Optional<Answer> answer = Optional.empty();
  private String problem = "";
  private long received;
  private boolean replied;
  private boolean isLast;

  Exchange(HttpServerRequest request, Service service) {
    this.request = request;
    this.service = service;
    this.target = Target.of(request.uri());
    this.client = request.remoteAddress().hostAddress();
  }

  Service service() {
    return service;
  }

  Target target() {
    return target;
  }

  String method() {
    return request.method().name();
  }

  /** All values of a header, as one. */
  String header(String name) {
    List<String> values = request.headers().getAll(name);
    return switch (values.size()) {
      case 0 -> "";
      case 1 -> values.getFirst();
      default -> String.join(", ", values);
    };
  }

  boolean hasHeader(String name) {
    return request.headers().contains(name);
  }

  /** Whether it came over TLS, so that nobody on the way has read it. */
  boolean isTls() {
    return request.connection().isSsl();
  }

  /** With which certificate the client came. */
  ClientCertificate certificate() {
    SSLSession session = request.connection().sslSession();
    Optional<Tls> tls = service.tls();
    return session == null || tls.isEmpty() ? ClientCertificate.ABSENT : tls.get().client(session);
  }

  /** The address of the client, without its port. */
  String client() {
    return client;
  }

  /** From now on the log and the metrics know which platform was asked. */
  void about(String name) {
    platform = Optional.of(name);
  }

  /** From now on everything is said in this format. */
  void speak(Negotiation chosen) {
    format = Optional.of(chosen);
  }

  /** What was chosen; before, what the client would get if it asked for a document. */
  Negotiation format() {
    return format.or(this::wished).orElse(Negotiation.JSON);
  }

  private Optional<Negotiation> wished() {
    try {
      return Query.of(target.query(), service.limits().request())
          .responseFormat()
          .flatMap(Negotiation::byName)
          .or(() -> Negotiation.byAccept(header("Accept")));
    } catch (BadInput _) {
      return Negotiation.byAccept(header("Accept"));
    }
  }

  /** Sends a decision that was made. */
  void reply(Reply reply, Decision made, Answer given) {
    decision = Optional.of(made);
    answer = Optional.of(given);
    reply(reply);
  }

  /** Sends a problem in the format that the client takes. */
  void refuse(Problem why) {
    problem = why.code();
    reply(Problems.reply(why, format()));
  }

  /** The same with one more header. */
  void refuse(Problem why, String header, String value) {
    problem = why.code();
    reply(Problems.reply(why, format()).with(header, value));
  }

  /** Sends a problem after which nothing that comes on this connection can be trusted. */
  void refuseAndClose(Problem why) {
    isLast = true;
    refuse(why);
  }

  /** Bytes that the head announces: 0 where it announces none, or does not say how many. */
  long announcedBytes() {
    try {
      String length = header("Content-Length");
      return length.isEmpty() ? 0 : Long.parseLong(length);
    } catch (NumberFormatException _) {
      return Long.MAX_VALUE;
    }
  }

  private boolean announcesBody() {
    return hasHeader("Transfer-Encoding") || announcedBytes() > 0;
  }

  /** Sends the reply; a second one is passed over, since the first fault is the one to tell of. */
  void reply(Reply reply) {
    if (replied) {
      return;
    }
    replied = true;
    boolean last = isLast || service.isStopping() || (announcesBody() && !request.isEnded());
    HttpServerResponse response = request.response();
    if (response.closed()) {
      tell(reply, 0);
      return;
    }
    response.setStatusCode(reply.status().code()).setStatusMessage(reply.status().phrase());
    putHeaders(response, reply, last);
    boolean bare = method().equals("HEAD") || reply.status() == Status.NO_CONTENT;
    var sent = bare ? response.end() : response.end(reply.body());
    tell(reply, bare ? 0 : reply.body().length());
    if (last) {
      sent.onComplete(done -> close());
    }
  }

  private void putHeaders(HttpServerResponse response, Reply reply, boolean last) {
    FixedHeaders.put(response, reply, service.date());
    Cors.headers(header("Origin"), service.settings().origins())
        .forEach(header -> response.putHeader(header.getKey(), header.getValue()));
    for (Map.Entry<String, String> header : reply.headers()) {
      response.putHeader(header.getKey(), header.getValue());
    }
    if (last) {
      response.putHeader("Connection", "close");
    }
  }

  private void tell(Reply reply, long sent) {
    service.tell(
        new Served(
            at,
            Duration.ofNanos(System.nanoTime() - begin),
            method(),
            request.uri(),
            platform,
            decision,
            answer,
            reply.status().code(),
            problem,
            received,
            sent,
            Caller.ANONYMOUS));
  }

  /** Ends the connection without a word. */
  void close() {
    request.connection().close();
  }

  /** Reads the body, then has it heard; one that is not taken is refused here. */
  void body(Body body, Runnable reader) {
    request.exceptionHandler(fault -> {
      // One that is there belongs to those who read it, and takes its room until they are done.
      if (!request.isEnded()) {
        body.release();
      }
      refuseAndClose(fault instanceof Refusal refusal ? refusal.problem() : Refusal.BROKEN_OFF);
    });
    request.handler(chunk -> holding(body, () -> take(body, chunk)));
    request.endHandler(end -> {
      if (!replied) {
        holding(body, reader);
      }
    });
  }

  /** What breaks gives the room of the body back: lost room would be missed for ever. */
  private void holding(Body body, Runnable action) {
    guarded(() -> {
      try {
        action.run();
      } catch (RuntimeException | Error broken) {
        body.release();
        throw broken;
      }
    });
  }

  private void take(Body body, Buffer chunk) {
    received += chunk.length();
    if (!replied) {
      body.add(chunk)
          .ifPresent(problem -> {
            body.release();
            refuse(problem);
          });
    }
  }

  /** Tells a client that waits for it to send the body (RFC 9110, section 10.1.1). */
  void letBodyCome() {
    if (header("Expect").equalsIgnoreCase("100-continue")) {
      request.response().writeContinue();
    }
  }

  /** Runs on the connection's event loop, whichever thread calls; not at all if that has ended. */
  void onLoop(Runnable action) {
    try {
      context.runOnContext(go -> guarded(action));
    } catch (RejectedExecutionException _) {
      // The server has stopped, and its connections with it.
    }
  }

  /** Calls back after this time; the number cancels it. */
  long after(Duration time, Runnable action) {
    return context.owner().setTimer(Math.max(1, time.toMillis()), timer -> onLoop(action));
  }

  void cancel(long timer) {
    context.owner().cancelTimer(timer);
  }

  /** Nothing that breaks leaves a client waiting: it gets a reply, or at least the end. */
  void guarded(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error broken) {
      refuseOrClose();
    }
  }

  private void refuseOrClose() {
    try {
      refuse(Refusal.FAILED);
    } catch (RuntimeException | Error again) {
      close();
    }
    if (replied && !request.response().ended()) {
      close();
    }
  }
}
