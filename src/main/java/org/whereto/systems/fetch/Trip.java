// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.jspecify.annotations.Nullable;
import org.whereto.systems.fetch.Turns.Turn;
import org.whereto.tree.BadInput;

/**
 * One errand on its way: from host to host as redirects lead, each checked as if it were the first.
 *
 * <p>Whatever keeps it from a connection is told in one sentence that is always the same: nobody
 * learns from it which names, addresses and ports there are inside.
 */
final class Trip implements AutoCloseable {

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final String LOCATION = "location";
  private static final String CONTENT_LENGTH = "content-length";

  /** More of them would only take time. */
  private static final int MOST_ADDRESSES = 8;

  private final Guard guard;
  private final Errand errand;
  private volatile Fetched late =
      new Fetched.Down("Too much is being fetched at once: ask again later.");
  private volatile @Nullable Exchange present;
  private volatile boolean closed;

  /**
   * @param errand with the owner's limits
   */
  Trip(Guard guard, Errand errand) {
    this.guard = guard;
    this.errand = errand;
  }

  /** What to tell if its time is over now. */
  Fetched late() {
    return late;
  }

  /** Goes there, and wherever it is sent on to. */
  Fetched go() throws InterruptedException {
    try {
      return follow();
    } catch (Unfetched told) {
      return told.outcome();
    }
  }

  private Fetched follow() throws Unfetched, InterruptedException {
    FetchUrl at = errand.url();
    Map<String, String> headers = errand.headers();
    HostRule rule = rule(at, "This platform does not fetch from " + at.origin() + ".");
    Fetched.Got got = hop(at, rule, headers);
    for (int left = redirects(); isRedirect(got); left--) {
      if (left == 0) {
        throw Unfetched.refused(
            at.host() + " redirects more often than this platform follows: give the last URL.");
      }
      FetchUrl next = next(at, got.headers().get(LOCATION));
      rule =
          rule(
              next,
              at.host()
                  + " redirects to a host from which this platform does not fetch: give a URL that"
                  + " holds the document itself.");
      headers = next.origin().equals(at.origin()) ? headers : withoutCredentials(headers);
      at = next;
      got = hop(at, rule, headers);
    }
    return got;
  }

  /** What is sent is for the one it is sent to. */
  private int redirects() {
    return errand.method() instanceof Errand.Method.Post ? 0 : guard.redirects();
  }

  private HostRule rule(FetchUrl url, String otherwise) throws Unfetched {
    return guard.hosts().allowing(url).orElseThrow(() -> Unfetched.refused(otherwise));
  }

  private static boolean isRedirect(Fetched.Got got) {
    return REDIRECTS.contains(got.status()) && got.headers().containsKey(LOCATION);
  }

  private static FetchUrl next(FetchUrl from, @Nullable String location) throws Unfetched {
    try {
      return from.resolve(Optional.ofNullable(location).orElse(""));
    } catch (BadInput _) {
      throw Unfetched.refused(
          from.host() + " redirects to what is no plain URL: give a URL that holds the document.");
    }
  }

  private static Map<String, String> withoutCredentials(Map<String, String> headers) {
    return headers.containsKey(Errand.ACCEPT)
        ? Map.of(Errand.ACCEPT, headers.get(Errand.ACCEPT))
        : Map.of();
  }

  /** One request, and its answer whatever it is. */
  private Fetched.Got hop(FetchUrl url, HostRule rule, Map<String, String> headers)
      throws Unfetched, InterruptedException {
    try (Turn _ = guard.turns().take(rule, errand.deadline());
        Exchange exchange = begin(url)) {
      connect(exchange, url);
      late = tooSlow(url);
      return answer(exchange.send(errand.method(), headers), url);
    } catch (SocketTimeoutException _) {
      throw Unfetched.of(tooSlow(url));
    } catch (MessageConstraintException _) {
      throw Unfetched.down(url.host() + " answers with headers beyond all measure.");
    } catch (IOException | HttpException _) {
      throw Unfetched.down(url.host() + " gave an answer that breaks off or is no HTTP.");
    }
  }

  private Exchange begin(FetchUrl url) throws IOException {
    late = Fetched.Down.unreachable(url);
    Exchange exchange = new Exchange(url);
    present = exchange;
    if (closed) {
      exchange.close();
    }
    return exchange;
  }

  private void connect(Exchange exchange, FetchUrl url) throws Unfetched, InterruptedException {
    try {
      List<IpAddress> addresses =
          url.address().isPresent()
              ? List.of(url.address().get())
              : guard.names().addresses(url.host());
      boolean all = !addresses.isEmpty() && addresses.stream().allMatch(guard.addresses()::allow);
      if (!all) {
        throw new UnknownHostException();
      }
      List<IpAddress> few = addresses.stream().limit(MOST_ADDRESSES).toList();
      exchange.connect(new CheckedAddresses(url.host(), few), guard.tls(), errand.deadline());
    } catch (IOException _) {
      throw Unfetched.of(Fetched.Down.unreachable(url));
    }
  }

  private static Fetched.Down tooSlow(FetchUrl url) {
    return new Fetched.Down(url.host() + " did not answer in time: ask again later.");
  }

  private Fetched.Got answer(ClassicHttpResponse response, FetchUrl url)
      throws IOException, Unfetched {
    Map<String, String> headers = Exchange.headers(response);
    if (response.getHeaders(LOCATION).length > 1) {
      throw Unfetched.refused(url.host() + " redirects to several places at once.");
    }
    if (response.getHeaders(CONTENT_LENGTH).length > 1) {
      throw Unfetched.down(url.host() + " gave an answer that tells of several lengths.");
    }
    Fetched.Got head = new Fetched.Got(response.getCode(), headers, Body.EMPTY, url);
    if (isRedirect(head)) {
      return head;
    }
    if (!head.header("content-encoding").orElse("identity").equalsIgnoreCase("identity")) {
      throw Unfetched.refused(
          url.host() + " compresses its answer though it was asked not to: give a URL without.");
    }
    int most = errand.mostBytes();
    Body body =
        Exchange.body(response, most)
            .orElseThrow(() ->
                Unfetched.refused(
                    url.host() + " sends more than " + most + " bytes, the most that is taken."));
    return new Fetched.Got(response.getCode(), headers, body, url);
  }

  @Override
  public void close() {
    closed = true;
    Exchange exchange = present;
    if (exchange != null) {
      exchange.close();
    }
  }
}
