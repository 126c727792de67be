// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Names as this machine knows them. They are looked up on threads of their own: the system's
 * look-up cannot be interrupted and holds on to its carrier, so that a few dead names would stop
 * all virtual threads. These threads are few too, since somebody's name server may be slow on
 * purpose.
 */
final class SystemNames implements Names {

  static final Names HERE = new SystemNames();

  private static final int MOST_THREADS = 64;

  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0,
          MOST_THREADS,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon().name("name-", 0).factory());

  private SystemNames() {}

  @Override
  public List<IpAddress> addresses(String name) throws UnknownHostException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("before a look-up");
    }
    try {
      Future<InetAddress[]> found = threads.submit(() -> InetAddress.getAllByName(name));
      return Arrays.stream(found.get()).map(IpAddress::of).toList();
    } catch (ExecutionException | RejectedExecutionException _) {
      throw new UnknownHostException(name);
    }
  }
}
