// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.systems.data.Contact.Life;
import org.whereto.systems.fetch.Deadline;
import org.whereto.systems.fetch.Errand;
import org.whereto.systems.fetch.Errand.Method;
import org.whereto.systems.fetch.Fetch;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.systems.fetch.Fetched;
import org.whereto.systems.fetch.Unanswered;
import org.whereto.task.DataItem;
import org.whereto.task.DataItem.HttpResource;
import org.whereto.task.WebUrl;
import org.whereto.tree.BadInput;
import org.whereto.world.Replica;

/**
 * What web servers say of the resources that callers name, asked by HEAD alone: nothing is fetched.
 *
 * <p>Callers choose the URLs, so only those below a prefix that the owner declared are asked for,
 * and no redirect is followed. Nor do they have turns for longer than a question lasts: some that
 * are slow could keep those waiting who ask for others.
 */
final class HttpResources implements DataSystem {

  private static final int MOST_BYTES = 1024;

  private final List<WebUrl> prefixes;
  private final Duration time;
  private final Map<String, Contact> contacts = new HashMap<>();

  HttpResources(DataSettings settings, Fetch fetch, Ticker ticker) {
    this.prefixes = settings.http();
    this.time = settings.pace().time();
    prefixes.forEach(prefix ->
        contacts.computeIfAbsent(
            prefix.origin(),
            _ -> new Contact("The web server", fetch, ticker::read, Life.CONNECTS)));
  }

  @Override
  public Optional<Asking> about(DataItem item) throws BadInput {
    if (!(item instanceof HttpResource(String text))) {
      return Optional.empty();
    }
    WebUrl resource = WebUrl.of(text);
    Optional<Contact> contact = Optional.ofNullable(contacts.get(resource.origin()));
    if (contact.isEmpty() || prefixes.stream().noneMatch(prefix -> covers(prefix, resource))) {
      return Optional.empty();
    }
    FetchUrl url = FetchUrl.of(resource.toString());
    return Optional.of(deadline -> ask(contact.get(), url, deadline.orSooner(Deadline.in(time))));
  }

  /** What may be asked; nothing for a prefix whose host no URL that is fetched can have. */
  static Optional<FetchUrl> url(WebUrl prefix) {
    try {
      return Optional.of(FetchUrl.of(prefix.origin()));
    } catch (BadInput _) {
      return Optional.empty();
    }
  }

  /** {@code /data} covers itself and {@code /data/x}, and not {@code /database}. */
  private static boolean covers(WebUrl prefix, WebUrl url) {
    String below = prefix.path().endsWith("/") ? prefix.path() : prefix.path() + "/";
    return prefix.origin().equals(url.origin())
        && (url.path().equals(prefix.path()) || url.path().startsWith(below));
  }

  private static Replica ask(Contact contact, FetchUrl url, Deadline deadline) throws Unanswered {
    Fetched.Got got =
        contact.send(new Errand(Method.HEAD, url, Map.of("Accept", "*/*"), MOST_BYTES, deadline));
    return switch (got.status()) {
      case 200 -> new Replica(List.of(), Told.length(got, contact));
      case 404, 410 -> throw Unanswered.absent();
      case 401, 403 -> throw contact.refused(" does not show it to just anybody.");
      case 405, 501 ->
          throw contact.refused(" does not tell of it without sending it (it takes no HEAD).");
      default -> throw contact.strange(got.status());
    };
  }
}
