// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.message;

/** A request that goes no further, as it is handed through the pipeline of a connection. */
public final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  public static final Problem NO_HTTP =
      Problem.of(Status.BAD_REQUEST, "http.malformed", "This is no HTTP/1.1 request.");

  /** The connection or the body ended before the request did. */
  public static final Problem BROKEN_OFF =
      Problem.of(Status.BAD_REQUEST, "body.broken-off", "The request ends before its body does.");

  /** Something in here does not work. */
  public static final Problem FAILED =
      Problem.of(
          Status.UNAVAILABLE,
          "service.failed",
          "The service could not deal with this: ask again, or tell those who run it.");

  private final transient Problem problem;

  public Refusal(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
