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
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Keep;
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
    Query query = Query.of(exchange.target().query());
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
  private static Optional<Negotiation> named(WithResponseFormat question) throws BadInput {
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
    String contentType = exchange.header("Content-Type");
    BodyType type = BodyType.of(contentType, exchange.header("Content-Encoding"));
    int most = type.most(exchange.service().limits());
    if (exchange.announcedBytes() > most) {
      throw new Refusal(Body.tooLarge(most));
    }
    exchange.letBodyCome();
    Body body = new Body(exchange.service().load(), exchange.client(), most);
    exchange.body(
        body,
        bytes -> {
          try {
            Question question = withFormat(exchange, type.question(bytes, contentType));
            new Deciding(exchange, serving, query.beside(question)).begin(body);
          } catch (BadInput fault) {
            body.release();
            exchange.refuse(Problem.of(fault));
          }
        });
  }

  /** A format that the body names counts as soon as it can be read; one that is wrong waits. */
  private static Question withFormat(Exchange exchange, Question question) {
    if (question instanceof WithResponseFormat naming) {
      try {
        named(naming).ifPresent(exchange::speak);
      } catch (BadInput fault) {
        return new Faulty(question, fault);
      }
    }
    return question;
  }

  /** A question with a fault that counts only if its task type is understood. */
  private record Faulty(Question question, BadInput fault) implements Question {

    @Override
    public String tasktype() throws BadInput {
      return question.tasktype();
    }

    @Override
    public Task task(Keep taskinfo) throws BadInput {
      throw fault;
    }
  }
}
