// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.util.Map;
import java.util.Optional;

/** What became of an {@link Errand}. */
public sealed interface Fetched {

  /**
   * A whole answer, whatever its status; redirects have been followed.
   *
   * @param headers by their names in lower case; of several with one name the first
   * @param from where it came from in the end
   */
  record Got(int status, Map<String, String> headers, Body body, FetchUrl from) implements Fetched {
    public Got {
      headers = Map.copyOf(headers);
    }

    /** The value of a header, by its name in lower case. */
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }

  /**
   * No answer, or not in time: asked again later it may be another.
   *
   * @param why one sentence, fit for the caller
   */
  record Down(String why) implements Fetched {

    /** No connection came about, whatever kept it from that. */
    static Down unreachable(FetchUrl url) {
      return new Down(
          url.host() + " cannot be reached from here: check the URL, or ask again later.");
    }

    /**
     * Whether no connection came about: whatever else is asked of this host fares the same.
     *
     * @param url that was asked for
     */
    public boolean isUnreachable(FetchUrl url) {
      return equals(unreachable(url));
    }
  }

  /**
   * It may not be fetched, or is not what can be taken.
   *
   * @param why one sentence, fit for the caller, that names the remedy
   */
  record Refused(String why) implements Fetched {}
}
