// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.util.Map;

/**
 * One thing to get.
 *
 * @param headers of the request; only {@code Accept} goes with a redirect to another origin
 * @param mostBytes of the body; the owner's limit counts too, the smaller one decides
 * @param deadline for all of it, redirects and waiting for a turn included; the owner's limit
 *     counts too, the earlier one decides
 */
public record Errand(
    Method method, FetchUrl url, Map<String, String> headers, int mostBytes, Deadline deadline) {

  static final String ACCEPT = "Accept";

  /** What is wanted of it (RFC 9110, section 9.3). */
  public sealed interface Method {

    Method GET = new Plain("GET");

    /** What is told of it without its content: its length, say. */
    Method HEAD = new Plain("HEAD");

    /** As it stands in the request. */
    String name();

    /** One that sends no content. */
    record Plain(String name) implements Method {}

    /**
     * A form that is sent; no redirect is followed with it.
     *
     * @param form names and values, encoded; may be a secret, and is not shown
     */
    record Post(Body form) implements Method {
      @Override
      public String name() {
        return "POST";
      }

      @Override
      public String toString() {
        return name();
      }
    }
  }

  public Errand {
    headers = Map.copyOf(headers);
  }

  /** One whose content is wanted. */
  public Errand(FetchUrl url, Map<String, String> headers, int mostBytes, Deadline deadline) {
    this(Method.GET, url, headers, mostBytes, deadline);
  }

  /** Without the headers, in which secrets may stand. */
  @Override
  public String toString() {
    return method + " " + url;
  }
}
