// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.util.Map;
import java.util.Set;

/**
 * One thing to get.
 *
 * @param headers of the request: {@code Accept}, and {@code Authorization}, which does not go with
 *     a redirect to another origin
 * @param mostBytes of the body; the owner's limit counts too, the smaller one decides
 * @param deadline for all of it, redirects and waiting for a turn included; the owner's limit
 *     counts too, the earlier one decides
 */
public record Errand(FetchUrl url, Map<String, String> headers, int mostBytes, Deadline deadline) {

  static final String ACCEPT = "Accept";

  private static final Set<String> HEADERS = Set.of(ACCEPT, "Authorization");

  public Errand {
    headers = Map.copyOf(headers);
    if (!HEADERS.containsAll(headers.keySet())) {
      throw new IllegalArgumentException("Not a header of an errand: " + headers.keySet());
    }
  }
}
