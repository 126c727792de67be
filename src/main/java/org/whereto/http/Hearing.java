// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import java.util.Optional;
import org.whereto.http.message.BodyType;
import org.whereto.http.message.Negotiation;
import org.whereto.http.message.Problem;
import org.whereto.http.message.Refusal;
import org.whereto.platform.Serving;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Keep;
import org.whereto.wire.Query;
import org.whereto.wire.RequestLimits;
import org.whereto.wire.WithResponseFormat;

/**
 * What a body asks, on its way to the decision. To take a large one apart can keep a thread busy
 * for a good part of a second, and so it is not the event loop's, which others wait for.
 *
 * @param query beside the body
 */
record Hearing(Exchange exchange, Serving serving, Query query, BodyType type, Body body) {

  /** Begins when the body is there. */
  void begin() {
    if (body.size() <= Deciding.QUICK) {
      heard().run();
    } else {
      exchange.service().deciders().execute(() -> exchange.onLoop(heard()));
    }
  }

  /** What is to be done on the event loop once the body was heard. */
  private Runnable heard() {
    try {
      RequestLimits limits = exchange.service().limits().request();
      return withFormat(type.question(body.whole(), exchange.header("Content-Type"), limits));
    } catch (BadInput fault) {
      return refused(Problem.of(fault));
    } catch (RuntimeException | Error broken) {
      return refused(Refusal.FAILED);
    }
  }

  private Runnable refused(Problem why) {
    return () -> {
      body.release();
      exchange.refuse(why);
    };
  }

  /** A format that the body names counts as soon as it can be read; one that is wrong waits. */
  private Runnable withFormat(Question question) {
    if (!(question instanceof WithResponseFormat naming)) {
      return () -> decide(question);
    }
    try {
      Optional<Negotiation> format = Accepts.named(naming);
      return () -> {
        format.ifPresent(exchange::speak);
        decide(question);
      };
    } catch (BadInput fault) {
      return () -> decide(new Faulty(question, fault));
    }
  }

  private void decide(Question question) {
    new Deciding(exchange, serving, query.beside(question)).begin(body);
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
