// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems;

import java.util.Map;

/**
 * One thing to get.
 *
 * @param headers of the request, like {@code Accept}; where a redirect leads to another origin only
 *     {@code Accept} goes with it, a credential never
 * @param mostBytes of the body; the owner's limit counts too, the smaller one decides
 * @param deadline for all of it, redirects and waiting for a turn included; the owner's limit
 *     counts too, the earlier one decides
 */
public record Errand(FetchUrl url, Map<String, String> headers, int mostBytes, Deadline deadline) {

  public Errand {
    headers = Map.copyOf(headers);
  }
}
