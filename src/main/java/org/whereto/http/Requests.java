// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.whereto.http.message.Problem;
import org.whereto.http.message.Refusal;
import org.whereto.http.message.Status;
import org.whereto.http.tls.ClientCertificate;
import org.whereto.platform.Mounts;

/** Every request comes in here and is led to what stands at its path. */
record Requests(Service service) implements Door.Taker {

  /** A longer list is no help to who reads it. */
  private static final int MOST_NAMED = 10;

  /**
   * The target of OPTIONS, and of nothing else, that asks about no path (RFC 9112, section 3.2.4).
   */
  private static final String WHOLE_SERVER = "*";

  @Override
  public void take(HttpServerRequest request) {
    Exchange exchange = new Exchange(request, service);
    exchange.guarded(() -> {
      if (exchange.certificate() instanceof ClientCertificate.Outlived) {
        // A new connection shows what is trusted now, or fails where it has to: in the handshake.
        exchange.close();
      } else {
        lead(exchange);
      }
    });
  }

  @Override
  public void takeInvalid(HttpServerRequest request) {
    Exchange exchange = new Exchange(request, service);
    Throwable fault = request.decoderResult().cause();
    exchange.guarded(() ->
        exchange.refuseAndClose(
            fault instanceof Refusal refusal ? refusal.problem() : Refusal.NO_HTTP));
  }

  private void lead(Exchange exchange) {
    if (exchange.target().path().equals(WHOLE_SERVER)) {
      exchange.reply(Cors.options(Accepts.METHODS));
      return;
    }
    Mounts mounts = service.mounts();
    Optional<Resource> found = Routes.find(exchange.target().path(), mounts);
    if (found.isEmpty()) {
      exchange.refuse(nothingAt(mounts));
      return;
    }
    Resource resource = found.get();
    String method = exchange.method();
    if (!resource.methods().contains(method)) {
      exchange.refuse(notKnown(method, resource), "Allow", String.join(", ", resource.methods()));
    } else if (method.equals("OPTIONS")) {
      exchange.reply(Cors.options(resource.methods()));
    } else {
      resource.answer(exchange);
    }
  }

  private static Problem notKnown(String method, Resource resource) {
    return Problem.of(
        Status.METHOD_NOT_ALLOWED,
        "method.not-allowed",
        "This knows "
            + String.join(", ", resource.methods())
            + (method.length() > 20 ? "." : ", not " + method + "."));
  }

  private static Problem nothingAt(Mounts mounts) {
    return Problem.of(
        Status.NOT_FOUND, "path.unknown", "There is nothing at this path. " + instead(mounts));
  }

  /** Whoever has only the address of a server of several platforms has to choose one of them. */
  private static String instead(Mounts mounts) {
    Set<String> names = mounts.byName().keySet();
    if (names.contains(Mounts.ROOT)) {
      return "Ask at /accepts; what else there is stands at /.";
    }
    if (names.isEmpty()) {
      return "No platform is here at the moment.";
    }
    return "Ask at /NAME/accepts, where NAME is "
        + names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
        + (names.size() > MOST_NAMED ? " or another of those listed at /." : ".");
  }
}
