// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * Fetches what the owner of a platform allows: from listed hosts, at addresses that were checked,
 * within size, time and rate. Holds nothing that must be closed.
 */
public final class GuardedFetch implements Fetch {

  /** Put together where it is needed first: reading the trusted certificates takes a while. */
  static final TlsSocketStrategy TRUSTED =
      (socket, target, port, attachment, context) ->
          Tls.USUAL.upgrade(socket, target, port, attachment, context);

  private final FetchSettings settings;
  private final Guard guard;

  GuardedFetch(FetchSettings settings, Names names, TlsSocketStrategy tls) {
    this.settings = settings;
    this.guard =
        new Guard(
            new HostRules(settings.hosts()),
            new AddressRules(settings.opened()),
            names,
            new Turns(settings.rate(), System::nanoTime),
            settings.redirects(),
            tls);
  }

  /** The fetch of one platform; its budgets begin anew. */
  public static Fetch of(FetchSettings settings) {
    return new GuardedFetch(settings, SystemNames.HERE, TRUSTED);
  }

  /** How https is spoken where these certificates are trusted: the name must match too. */
  static TlsSocketStrategy tls(SSLContext trusted) {
    return new DefaultClientTlsStrategy(trusted, HostnameVerificationPolicy.BUILTIN, null);
  }

  /** The certificates that this Java trusts. */
  private static final class Tls {
    static final TlsSocketStrategy USUAL = tls(SSLContexts.createDefault());
  }

  /**
   * {@inheritDoc}
   *
   * <p>Socket time-outs know nothing of a server that sends a byte now and then, nor of a slow
   * look-up: a second thread does the work, and this one does not wait longer than the deadline.
   */
  @Override
  public Fetched fetch(Errand errand) {
    Errand limited = limited(errand);
    if (!limited.headers().values().stream().allMatch(GuardedFetch::isPlain)) {
      return new Fetched.Refused("A header of the request would hold what no header can hold.");
    }
    if (limited.deadline().isOver()) {
      return new Fetched.Down("There is no time left to fetch it: ask again later.");
    }
    Trip trip = new Trip(guard, limited);
    FutureTask<Fetched> work = new FutureTask<>(trip::go);
    Thread worker = Thread.ofVirtual().name("fetch").start(work);
    try {
      return work.get(limited.deadline().left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      return trip.late();
    } catch (ExecutionException _) {
      return new Fetched.Down(errand.url().host() + " gave an answer that cannot be read.");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Fetched.Down("Nobody waits for it any more.");
    } finally {
      if (!work.isDone()) {
        worker.interrupt();
        trip.close();
      }
    }
  }

  private Errand limited(Errand errand) {
    return new Errand(
        errand.method(),
        errand.url(),
        errand.headers(),
        Math.min(errand.mostBytes(), settings.size()),
        errand.deadline().orSooner(Deadline.in(settings.time())));
  }

  /** Whether this is one line that can stand in a header: a token may be the work of a stranger. */
  private static boolean isPlain(String value) {
    return value.chars().allMatch(c -> c >= ' ' && c <= '~');
  }
}
