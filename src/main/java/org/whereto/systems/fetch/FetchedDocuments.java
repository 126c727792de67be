// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.whereto.tree.BadInput;
import org.whereto.world.Documents;
import org.whereto.world.Known;

/**
 * Documents by their URLs, fetched. Those who ask for one while it is on its way share it; nothing
 * is remembered beyond that, since a document may change at any time, and an answer about what it
 * was before is a wrong one.
 */
public final class FetchedDocuments implements Documents {

  /** The limit of the fetch comes earlier. */
  private static final Duration LONG = Duration.ofHours(1);

  /** More than there may be questions. */
  private static final int MOST = 100_000;

  private static final Known<String> FAILED = new Known.Down<>("Fetching it failed.");

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Fetch fetch;
  private final Flights<FetchUrl, Known<String>> flights = new Flights<>(MOST);

  /**
   * @param fetch which sets the limits of time and size
   */
  public FetchedDocuments(Fetch fetch) {
    this.fetch = fetch;
  }

  /** All at once: together they take as long as the slowest of them. */
  @Override
  public Map<URI, Known<String>> fetch(Set<URI> urls) {
    Map<URI, CompletableFuture<Known<String>>> asked = new HashMap<>();
    urls.forEach(url -> asked.put(url, begin(url)));
    Map<URI, Known<String>> known = new HashMap<>();
    asked.forEach((url, document) -> known.put(url, await(document)));
    return known;
  }

  private CompletableFuture<Known<String>> begin(URI url) {
    try {
      FetchUrl plain = FetchUrl.of(url.toString());
      return flights.begin(plain, () -> get(plain));
    } catch (BadInput fault) {
      return CompletableFuture.completedFuture(new Known.Refused<>(fault.sentence()));
    }
  }

  private Known<String> get(FetchUrl url) {
    Deadline deadline = Deadline.in(LONG);
    return known(fetch.fetch(new Errand(url, Map.of(), Integer.MAX_VALUE, deadline)));
  }

  private static Known<String> await(CompletableFuture<Known<String>> document) {
    try {
      return document.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Known.Down<>("Nobody waits for it any more.");
    } catch (ExecutionException _) {
      return FAILED;
    }
  }

  private static Known<String> known(Fetched fetched) {
    return switch (fetched) {
      case Fetched.Got got when got.status() == 200 -> text(got);
      case Fetched.Got got -> status(got);
      case Fetched.Down down -> new Known.Down<>(down.why());
      case Fetched.Refused refused -> new Known.Refused<>(refused.why());
    };
  }

  private static Known<String> text(Fetched.Got got) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(got.body().bytes());
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
      return new Known.Value<>(marked ? text.substring(1) : text, Duration.ZERO);
    } catch (CharacterCodingException _) {
      return new Known.Refused<>("What " + got.from().host() + " sends is no text in UTF-8.");
    }
  }

  private static Known<String> status(Fetched.Got got) {
    String said = " (HTTP status " + got.status() + ")";
    String host = got.from().host();
    return switch (got.status()) {
      case 401, 403 -> new Known.Refused<>(host + " does not give it to everybody" + said + ".");
      case 404, 410 -> new Known.Refused<>(host + " has nothing at this URL" + said + ".");
      case 408, 425, 429, 500, 502, 503, 504 ->
          new Known.Down<>(host + " cannot give it now" + said + ": ask again later.");
      default -> new Known.Refused<>(host + " gives no document for this URL" + said + ".");
    };
  }
}
