// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.whereto.answer.Answer;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Format;
import org.whereto.tree.Keep;
import org.whereto.tree.OneLine;
import org.whereto.tree.Tree;
import org.whereto.wire.Answers;
import org.whereto.wire.DottedQuery;
import org.whereto.wire.ProblemDetail;
import org.whereto.wire.Tasks;

/**
 * An Execution Planner service, asked over HTTP. First by POST in JSON; a service that does not
 * take that is asked in the ways that the note knows: POST in YAML, then GET, if the Task is small
 * enough for a URL.
 */
public final class ServiceAt implements Where {

  private static final int MOST_REDIRECTS = 3;
  private static final int LONGEST_QUERY = 4000;
  private static final String IS_IT =
      "Check the address: is this an Execution Planner? Its base URL is wanted.";

  private final ServiceUrl url;
  private final Web web;
  private final Credentials credentials;

  private ServiceAt(ServiceUrl url, Web web, Credentials credentials) {
    this.url = url;
    this.web = web;
    this.credentials = credentials;
  }

  /**
   * The service at a base URL, or at the URL of its {@code /accepts}.
   *
   * @param web stays the caller's to close
   * @throws BadInput for whatever is no http or https URL
   */
  public static ServiceAt of(String url, Web web) throws BadInput {
    return of(url, web, Credentials.NONE);
  }

  /**
   * The same, asked with the token that was named for its origin, if one was.
   *
   * @throws BadInput for whatever is no http or https URL
   */
  public static ServiceAt of(String url, Web web, Credentials credentials) throws BadInput {
    return new ServiceAt(ServiceUrl.of(url), web, credentials);
  }

  /**
   * The origin of a service's URL.
   *
   * @throws BadInput for whatever is no http or https URL
   */
  public static Origin originOf(String url) throws BadInput {
    return ServiceUrl.of(url).origin();
  }

  /** Whether a text is meant as a URL at all, be it a good one or not. */
  public static boolean isUrl(String text) {
    return ServiceUrl.isMeant(text);
  }

  @Override
  public String name() {
    return url.name();
  }

  @Override
  public String location() {
    return url.accepts().toString();
  }

  @Override
  public Told ask(Task task, Deadline deadline) {
    Stopwatch begin = Stopwatch.start();
    try {
      Reply reply = anyWay(task, deadline);
      return told(reply, begin.elapsed());
    } catch (NoReply silence) {
      return silence.told(begin.elapsed());
    }
  }

  private Reply anyWay(Task task, Deadline deadline) throws NoReply {
    Body document = new Body(Tasks.json(task));
    Reply reply = send(Request.post(url.accepts(), "application/json", document), deadline);
    if (reply.status() == 415) {
      reply = send(Request.post(url.accepts(), "application/yaml", document), deadline);
    }
    if (!mayTakeGet(reply)) {
      return reply;
    }
    Optional<String> query = DottedQuery.of(task, LONGEST_QUERY);
    return query.isEmpty()
        ? reply
        : send(Request.get(URI.create(url.accepts() + "?" + query.get())), deadline);
  }

  /** A 404 with a problem comes from a planner; a bare one may mean "not by POST". */
  private static boolean mayTakeGet(Reply reply) {
    return switch (reply.status()) {
      case 405, 415, 501 -> true;
      case 404 -> problem(reply).isEmpty();
      default -> false;
    };
  }

  private Reply send(Request request, Deadline deadline) throws NoReply {
    Request next = request.as(credentials);
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      Reply reply = web.send(next, deadline);
      if (!reply.isRedirect()) {
        return reply;
      }
      URI target = target(next, reply);
      next = reply.status() == 303 ? Request.get(target) : next.at(target);
    }
    throw new NoReply(Why.MOVED, "It redirects more than " + MOST_REDIRECTS + " times.", IS_IT, 0);
  }

  /**
   * Only within the same origin: another one was not named by the asker. A token goes along no
   * redirect at all, and to ask as nobody where somebody is meant would get another answer.
   */
  private static URI target(Request request, Reply reply) throws NoReply {
    if (request.token().isPresent()) {
      throw elsewhere(
          reply,
          ": a token does not go along.",
          "If you trust that address, ask there, and name it for the token.");
    }
    URI from = request.uri();
    try {
      URI target = from.resolve(reply.location().strip());
      boolean same = Origin.of(from).equals(Origin.of(target));
      if (same && target.getRawUserInfo() == null) {
        return target;
      }
    } catch (IllegalArgumentException _) {
      // No URI at all: told below like any other place where we do not go.
    }
    throw elsewhere(reply, ".", "Ask there, if you trust it.");
  }

  private static NoReply elsewhere(Reply reply, String rest, String remedy) {
    return new NoReply(
        Why.MOVED,
        "It points to another place, " + OneLine.of(reply.location()) + rest,
        remedy,
        reply.status());
  }

  private Told told(Reply reply, Duration took) {
    Identity identity = identity(reply);
    if (reply.status() != 200) {
      return Refusals.told(reply, problem(reply), identity, took);
    }
    try {
      return new Told.Answered(answer(reply), identity, took);
    } catch (BadInput fault) {
      String at = fault.place().toString();
      String sentence =
          "It sent something that is no answer" + (at.isEmpty() ? ": " : ", at " + at + ": ");
      return garbled(reply, sentence + fault.sentence(), identity, took);
    } catch (NoReply unread) {
      return garbled(reply, unread.sentence(), identity, took);
    }
  }

  private Identity identity(Reply reply) {
    Origin origin = url.origin();
    boolean sent = credentials.at(origin).isPresent();
    Challenges challenges = reply.challenges();
    return new Identity(
        sent,
        sent ? OneLine.of(reply.knownAs()) : "",
        challenges.isAny(),
        challenges.isAny() && !sent ? LoginAdvice.of(origin, challenges.issuer()) : "");
  }

  private static Told.Silent garbled(
      Reply reply, String sentence, Identity identity, Duration took) {
    return new Told.Silent(
        Why.NOT_AN_ANSWER, sentence, IS_IT, OptionalInt.of(reply.status()), identity, took);
  }

  private static Answer answer(Reply reply) throws BadInput, NoReply {
    return Answers.read(document(reply));
  }

  private static Tree document(Reply reply) throws BadInput, NoReply {
    MediaType type = MediaType.of(reply.type());
    Optional<Format> format = type.format();
    if (format.isEmpty()) {
      throw unreadable(reply, "It sent " + type.type() + ", which is no answer.");
    }
    if (!type.isUtf8()) {
      throw unreadable(reply, "It sent its answer in " + type.charset() + ", not in UTF-8.");
    }
    if (!reply.encoding().isBlank() && !reply.encoding().strip().equalsIgnoreCase("identity")) {
      throw unreadable(reply, "It sent its answer compressed (" + reply.encoding() + "), unasked.");
    }
    return format.get().read(reply.body().bytes(), Budget.SMALL, Keep.ALL);
  }

  private static NoReply unreadable(Reply reply, String sentence) {
    return new NoReply(Why.NOT_AN_ANSWER, sentence, IS_IT, reply.status());
  }

  private static Optional<ProblemDetail> problem(Reply reply) {
    try {
      return ProblemDetail.read(document(reply));
    } catch (BadInput | NoReply _) {
      return Optional.empty();
    }
  }
}
