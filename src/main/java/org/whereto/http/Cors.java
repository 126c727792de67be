// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.whereto.http.message.Reply;
import org.whereto.http.message.Status;

/**
 * What lets pages of other origins ask from a browser (Fetch standard; wire.md, section 2.3). Never
 * with credentials of the browser's own.
 */
final class Cors {

  private static final CharSequence ORIGIN =
      HttpHeaders.createOptimized("Access-Control-Allow-Origin");

  private static final Map.Entry<CharSequence, CharSequence> EXPOSED =
      Map.entry(
          HttpHeaders.createOptimized("Access-Control-Expose-Headers"),
          HttpHeaders.createOptimized("WWW-Authenticate, X-VO-Authenticated, Retry-After"));

  private static final List<Map.Entry<CharSequence, CharSequence>> FOR_ALL =
      List.of(Map.entry(ORIGIN, HttpHeaders.createOptimized("*")), EXPOSED);

  private static final String A_DAY = "86400";

  private Cors() {}

  /**
   * The headers of every reply.
   *
   * @param origin of the page that asks; empty if there is none
   * @param allowed origins; empty for all
   */
  static List<Map.Entry<CharSequence, CharSequence>> headers(String origin, Set<String> allowed) {
    if (allowed.isEmpty()) {
      return FOR_ALL;
    }
    return allowed.contains(origin) ? List.of(Map.entry(ORIGIN, origin), EXPOSED) : List.of();
  }

  /** The reply to OPTIONS, whether a browser or a person asks. */
  static Reply options(List<String> methods) {
    String allowed = String.join(", ", methods);
    return Reply.empty(Status.NO_CONTENT)
        .with("Allow", allowed)
        .with("Access-Control-Allow-Methods", allowed)
        .with("Access-Control-Allow-Headers", "Authorization, Content-Type")
        .with("Access-Control-Max-Age", A_DAY);
  }
}
