// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whereto.tree.OneLine;
import org.whereto.wire.ProblemDetail;

/** Replies with a status other than 200, in words for people. */
final class Refusals {

  private static final int MOST_DIGITS = 6;
  private static final int SERVER_ERRORS = 500;
  private static final int CLIENT_ERRORS = 400;

  private record Meaning(Why why, String sentence, String remedy) {}

  private Refusals() {}

  static Told.Silent told(
      Reply reply, Optional<ProblemDetail> problem, Identity identity, Duration took) {
    Meaning meaning = reply.status() == 401 ? stranger(identity) : meaning(reply);
    return new Told.Silent(
        meaning.why(),
        meaning.sentence() + said(reply, problem),
        meaning.remedy(),
        OptionalInt.of(reply.status()),
        identity,
        took);
  }

  private static Meaning meaning(Reply reply) {
    int status = reply.status();
    return switch (status) {
      case 400 -> new Meaning(Why.BAD_TASK, "It says that the task is wrong", "Mend the task.");
      case 403 ->
          new Meaning(Why.REFUSED, "It does not let you ask (403)", "Ask those who run it.");
      case 404, 410 ->
          new Meaning(
              Why.NOT_AN_ANSWER,
              "There is no Execution Planner at this address (" + status + ")",
              "Check the address.");
      case 413 ->
          new Meaning(
              Why.REFUSED, "The task is too large for it (413)", "Send less of the content.");
      case 429, 503 -> new Meaning(Why.BUSY, "It is busy (" + status + ")", again(reply));
      default -> otherMeaning(status);
    };
  }

  private static Meaning stranger(Identity identity) {
    return identity.tokenSent()
        ? new Meaning(
            Why.LOGIN_WANTED,
            "It does not take the token (401)",
            "Get a new one: it may be too old, or for another service.")
        : new Meaning(
            Why.LOGIN_WANTED,
            "It answers only those who log in (401)",
            identity.advice().isEmpty() ? "Ask those who run it how." : identity.advice());
  }

  private static Meaning otherMeaning(int status) {
    if (status >= SERVER_ERRORS) {
      return new Meaning(
          Why.FAILED, "It failed (" + status + ")", "Ask again later, or those who run it.");
    }
    if (status >= CLIENT_ERRORS) {
      return new Meaning(Why.REFUSED, "It refuses the question (" + status + ")", "");
    }
    return new Meaning(
        Why.NOT_AN_ANSWER,
        "It replied with status " + status + ", which is no answer",
        "Check the address: is this an Execution Planner?");
  }

  private static String again(Reply reply) {
    String seconds = reply.retryAfter().strip();
    boolean isNumber =
        !seconds.isEmpty()
            && seconds.length() <= MOST_DIGITS
            && seconds.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? "Ask again in " + seconds + " s." : "Ask again later.";
  }

  /** Its own words, where it has any that can be shown. */
  private static String said(Reply reply, Optional<ProblemDetail> problem) {
    if (problem.isPresent()) {
      return said(problem.get());
    }
    MediaType type = MediaType.of(reply.type());
    String words =
        type.isPlainText() && type.isUtf8()
            ? OneLine.of(new String(reply.body().bytes(), StandardCharsets.UTF_8))
            : "";
    return words.isEmpty() ? "." : ": " + words;
  }

  private static String said(ProblemDetail problem) {
    String words =
        Stream.of(problem.detail(), problem.title())
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse(problem.code());
    String where =
        Stream.of(problem.code(), problem.path().isBlank() ? "" : "at " + problem.path())
            .filter(text -> !text.isBlank() && !text.equals(words))
            .collect(Collectors.joining(", "));
    return ": " + words + (where.isEmpty() ? "" : " (" + where + ")");
  }
}
