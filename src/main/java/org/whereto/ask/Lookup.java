// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks names up on a thread of its own. The system's look-up cannot be interrupted and holds on to
 * its carrier: a few dead names would stop all virtual threads.
 */
final class Lookup implements DnsResolver {

  private static final DnsResolver SYSTEM = SystemDefaultDnsResolver.INSTANCE;

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    FutureTask<InetAddress[]> task = new FutureTask<>(() -> SYSTEM.resolve(host));
    Thread.ofPlatform().daemon().name("look-up").start(task);
    try {
      return task.get();
    } catch (ExecutionException _) {
      throw new UnknownHostException(host);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException(host);
    }
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
