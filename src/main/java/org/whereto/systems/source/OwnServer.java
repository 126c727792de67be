// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.whereto.systems.fetch.Body;
import org.whereto.systems.fetch.Deadline;
import org.whereto.systems.fetch.Errand;
import org.whereto.systems.fetch.Fetch;
import org.whereto.systems.fetch.FetchSettings;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.systems.fetch.Fetched;
import org.whereto.systems.fetch.GuardedFetch;

/**
 * A server that the owner named for the platform itself.
 *
 * @param time for one answer
 * @param most bytes of one answer
 */
record OwnServer(Fetch fetch, Duration time, int most) {

  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  /**
   * The server of this URL.
   *
   * @param any whatever URL of the server
   */
  static OwnServer at(FetchUrl any, Duration time, int most) {
    FetchSettings settings = FetchSettings.toOwn(List.of(any), time, most);
    return new OwnServer(GuardedFetch.of(settings), time, most);
  }

  /**
   * The JSON document at a URL.
   *
   * @throws Unread for anything else than a whole answer with status 200
   */
  Body get(FetchUrl url, Map<String, String> headers) throws Unread {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Accept", "application/json");
    return switch (fetch.fetch(new Errand(url, all, most, Deadline.in(time)))) {
      case Fetched.Got got when got.status() == OK -> got.body();
      case Fetched.Got got when got.status() == UNAUTHORIZED || got.status() == FORBIDDEN ->
          throw new Unread(
              url.host()
                  + " does not let us in (status "
                  + got.status()
                  + "): look at \"token-file\" and \"user\".");
      case Fetched.Got got ->
          throw new Unread(url.host() + " answers with the status " + got.status() + ".");
      case Fetched.Down(String why) -> throw new Unread(why);
      case Fetched.Refused(String why) -> throw new Unread(why);
    };
  }
}
