// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import org.whereto.http.message.Problem;
import org.whereto.http.message.Refusal;
import org.whereto.http.message.Status;
import org.whereto.http.settings.Limits;

/** What is wrong with a request as HTTP (RFC 9112), by the part that is at fault. */
final class Malformed {

  private Malformed() {}

  static Refusal head(String sentence) {
    return refusal(Status.BAD_REQUEST, "http.malformed", sentence);
  }

  static Refusal version(String sentence) {
    return refusal(Status.BAD_REQUEST, "http.version", sentence);
  }

  static Refusal host(String sentence) {
    return refusal(Status.BAD_REQUEST, "http.host", sentence);
  }

  /** Where the body ends cannot be told, or not in one way only. */
  static Refusal framing(String sentence) {
    return refusal(Status.BAD_REQUEST, "http.framing", sentence);
  }

  static Refusal uriTooLong(int most) {
    return refusal(
        Status.URI_TOO_LONG,
        "http.uri-too-long",
        "The request line has more than " + most + " bytes: send the Task with POST.");
  }

  static Refusal headersTooLarge(Limits limits) {
    return refusal(
        Status.HEADERS_TOO_LARGE,
        "http.headers-too-large",
        "The headers are more than "
            + limits.headLines()
            + " lines, or more than "
            + limits.headBytes()
            + " bytes with the request line.");
  }

  static Refusal headTooSlow() {
    return refusal(
        Status.REQUEST_TIMEOUT, "http.too-slow", "The request's head did not come in time.");
  }

  static Refusal bodyTooSlow() {
    return refusal(
        Status.REQUEST_TIMEOUT,
        "body.too-slow",
        "The body comes too slowly: send it faster, or send less of it.");
  }

  private static Refusal refusal(Status status, String code, String sentence) {
    return new Refusal(Problem.of(status, code, sentence));
  }
}
