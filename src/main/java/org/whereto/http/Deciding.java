// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import static org.whereto.answer.Permanence.NOT_NOW;
import static org.whereto.answer.Permanence.UNKNOWN;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.answer.Answer;
import org.whereto.answer.Reason;
import org.whereto.decide.Decision;
import org.whereto.decide.Planner;
import org.whereto.http.Load.Room;
import org.whereto.http.message.Negotiation;
import org.whereto.http.message.Problem;
import org.whereto.http.message.Reply;
import org.whereto.http.message.Status;
import org.whereto.platform.Serving;
import org.whereto.task.Caller;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Keep;
import org.whereto.wire.Answers;

/**
 * One decision on its way. What can be decided in no time is decided on the event loop; what may
 * ask the world or take long, or has a large body, on a thread of its own and within a deadline.
 */
final class Deciding {

  /** Bytes of a body that is read in less time than it takes to change threads. */
  static final int QUICK = 16 * 1024;

  private static final String CACHE_CONTROL = "Cache-Control";

  private static final List<Map.Entry<String, String>> NOT_KEPT =
      List.of(Map.entry(CACHE_CONTROL, Reply.NO_STORE));

  private static final Reason OUT_OF_TIME =
      Reason.of(
          "decision.out-of-time",
          "",
          "The decision took too long and was given up: ask again, or send less.");

  private static final Reason FAILED =
      Reason.of("decision.failed", "", "The decision could not be carried out.");

  private final Exchange exchange;
  private final Serving serving;
  private final Heard question;

  Deciding(Exchange exchange, Serving serving, Question question) {
    this.exchange = exchange;
    this.serving = serving;
    this.question = new Heard(question);
  }

  /** Decides a question without a body. */
  void begin() {
    begin(0, () -> {});
  }

  /** Decides a question whose body is there, and gives its room back when it is no longer used. */
  void begin(Body body) {
    begin(body.size(), body::release);
  }

  private void begin(int bytes, Runnable release) {
    Load load = exchange.service().load();
    String client = exchange.client();
    Room room = load.take(client);
    if (room != Room.FREE) {
      release.run();
      exchange.refuse(Body.busy(room));
      return;
    }
    Runnable done =
        () -> {
          release.run();
          load.giveBack(client);
        };
    if (bytes <= QUICK && serving.world().answersAtOnce() && !serving.platform().mayTakeLong()) {
      Outcome outcome;
      try {
        outcome = outcome();
      } finally {
        done.run();
      }
      outcome.send();
    } else {
      elsewhere(done);
    }
  }

  /** The room is given back when the thread is done, even where nobody waits for it any more. */
  private void elsewhere(Runnable done) {
    long timer =
        exchange.after(
            exchange.service().limits().decisionTime(), () -> undecided(OUT_OF_TIME).send());
    try {
      exchange.service().deciders().execute(() -> decide(timer, done));
    } catch (RuntimeException | Error noThread) {
      exchange.cancel(timer);
      done.run();
      throw noThread;
    }
  }

  private void decide(long timer, Runnable done) {
    Outcome outcome;
    try {
      outcome = outcome();
    } finally {
      done.run();
    }
    exchange.cancel(timer);
    exchange.onLoop(outcome::send);
  }

  /** What becomes of the question, ready to be sent. */
  private sealed interface Outcome {
    void send();
  }

  private record Answered(Exchange exchange, Reply reply, Decision decision, Answer answer)
      implements Outcome {
    @Override
    public void send() {
      exchange.reply(reply, decision, answer);
    }
  }

  private record Refused(Exchange exchange, Problem problem) implements Outcome {
    @Override
    public void send() {
      exchange.refuse(problem);
    }
  }

  private Outcome outcome() {
    try {
      return answered(
          Planner.decide(question, Caller.ANONYMOUS, serving.platform(), serving.world()));
    } catch (BadInput fault) {
      return new Refused(exchange, Problem.of(fault));
    } catch (RuntimeException | Error broken) {
      return undecided(FAILED);
    }
  }

  /** What cannot be decided is a NO that says so, as far as the caller may know of the type. */
  private Outcome undecided(Reason why) {
    return answered(Planner.undecided(question.heard(), serving.platform(), why));
  }

  private Outcome answered(Decision decision) {
    Answer answer = decision.answer();
    Negotiation as = exchange.format();
    Buffer body = Buffer.buffer(as.format().write(Answers.write(answer)));
    Reply reply = new Reply(Status.OK, as.mediaType(), keeping(answer), body);
    return new Answered(exchange, reply, decision, answer);
  }

  private List<Map.Entry<String, String>> keeping(Answer answer) {
    Optional<Duration> maxAge = serving.platform().maxAge();
    return maxAge.isPresent() && isSettled(answer)
        ? List.of(Map.entry(CACHE_CONTROL, "max-age=" + maxAge.get().toSeconds()))
        : NOT_KEPT;
  }

  /** What could not be decided now is not kept: it may be decided the next time. */
  private static boolean isSettled(Answer answer) {
    return answer.reasons().stream()
        .flatMap(reason -> reason.permanence().stream())
        .noneMatch(permanence -> permanence == UNKNOWN || permanence == NOT_NOW);
  }

  /** Remembers the task type, which is known long before the decision is. */
  private static final class Heard implements Question {
    private final Question question;
    private volatile String tasktype = "";

    Heard(Question question) {
      this.question = question;
    }

    String heard() {
      return tasktype;
    }

    @Override
    public String tasktype() throws BadInput {
      tasktype = question.tasktype();
      return tasktype;
    }

    @Override
    public Task task(Keep taskinfo) throws BadInput {
      return question.task(taskinfo);
    }
  }
}
