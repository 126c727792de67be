// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import java.util.List;
import java.util.Optional;
import org.whereto.http.Load.Room;
import org.whereto.http.message.BodyType;
import org.whereto.http.message.Negotiation;
import org.whereto.http.message.Problem;
import org.whereto.http.message.Refusal;
import org.whereto.http.message.Status;
import org.whereto.platform.Serving;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Place;
import org.whereto.wire.Query;
import org.whereto.wire.WithResponseFormat;

/**
 * The one resource of the note: "can I run this Task here?" The order of what is looked at is that
 * of wire.md, section 1 (Precedence).
 *
 * @param name under which the platform stands
 */
record Accepts(String name, Serving serving) implements Resource {

  /** All that any resource here knows. */
  static final List<String> METHODS = List.of("GET", "HEAD", "POST", "OPTIONS");

  @Override
  public List<String> methods() {
    return METHODS;
  }

  @Override
  public void answer(Exchange exchange) {
    exchange.about(name);
    try {
      begin(exchange);
    } catch (Refusal refusal) {
      exchange.refuse(refusal.problem());
    }
  }

  private void begin(Exchange exchange) throws Refusal {
    Room room = exchange.service().load().look(exchange.client());
    if (room != Room.FREE) {
      throw new Refusal(Body.busy(room));
    }
    Query query = Query.of(exchange.target().query(), exchange.service().limits().request());
    exchange.speak(format(exchange, query));
    if (exchange.method().equals("POST")) {
      readBody(exchange, query);
    } else {
      new Deciding(exchange, serving, query).begin();
    }
  }

  private static Negotiation format(Exchange exchange, Query query) throws Refusal {
    Optional<Negotiation> named;
    try {
      named = named(query);
    } catch (BadInput fault) {
      throw new Refusal(Problem.of(fault));
    }
    return named
        .or(() -> Negotiation.byAccept(exchange.header("Accept")))
        .orElseThrow(() ->
            new Refusal(
                Problem.of(
                    Status.NOT_ACCEPTABLE,
                    "accept.none",
                    "None of the formats in Accept is written here. There are"
                        + " application/json, application/yaml and application/xml.")));
  }

  /** The format that the question itself names. */
  static Optional<Negotiation> named(WithResponseFormat question) throws BadInput {
    Optional<String> name = question.responseFormat();
    Optional<Negotiation> format = name.flatMap(Negotiation::byName);
    if (name.isPresent() && format.isEmpty()) {
      throw new BadInput(
          "responseformat.unknown",
          new Path("RESPONSEFORMAT"),
          Place.NONE,
          "RESPONSEFORMAT must be json, yaml or xml, or a media type of one of them.");
    }
    return format;
  }

  private void readBody(Exchange exchange, Query query) throws Refusal {
    BodyType type =
        BodyType.of(exchange.header("Content-Type"), exchange.header("Content-Encoding"));
    int most = type.most(exchange.service().limits().request());
    if (exchange.announcedBytes() > most) {
      throw new Refusal(Body.tooLarge(most));
    }
    exchange.letBodyCome();
    Body body = new Body(exchange.service().load(), exchange.client(), most);
    exchange.body(body, new Hearing(exchange, serving, query, type, body)::begin);
  }
}
