// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** A few clients that ask one question after the other, not faster than a given pace. */
public final class SteadyLoad {

  private static final int CLIENTS = 4;
  private static final long PAUSE_NANOS = 20_000_000;

  private final int port;
  private final List<String> questions;
  private final List<Long> nanos = new ArrayList<>();
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

  /**
   * @param questions whole requests that are answered 200, asked in turn
   */
  public SteadyLoad(int port, List<String> questions) {
    this.port = port;
    this.questions = List.copyOf(questions);
  }

  /** Asks for so long; may be called again. */
  public void ask(int seconds) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      long offset = PAUSE_NANOS * i / CLIENTS;
      threads.add(Thread.ofPlatform().start(() -> client(offset, seconds * 1_000_000_000L)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void client(long offset, long time) {
    List<Long> mine = new ArrayList<>();
    try (RawConnection connection = RawConnection.to(port)) {
      long begin = System.nanoTime() + offset;
      for (int i = 0; i * PAUSE_NANOS < time; i++) {
        LockSupport.parkNanos(begin + i * PAUSE_NANOS - System.nanoTime());
        long sent = System.nanoTime();
        RawReply reply = connection.ask(questions.get(i % questions.size()));
        mine.add(System.nanoTime() - sent);
        if (reply.status() != 200 || reply.isLast()) {
          complaints.add("The normal load was told: " + reply);
        }
      }
    } catch (IOException | RuntimeException fault) {
      complaints.add("The normal load: " + fault);
    }
    synchronized (nanos) {
      nanos.addAll(mine);
    }
  }

  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /**
   * What came of it, with milliseconds.
   *
   * @param max the longest
   */
  public record Times(int count, double p50, double p99, double max) {}

  public Times times() {
    long[] sorted;
    synchronized (nanos) {
      sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    }
    Arrays.sort(sorted);
    return new Times(sorted.length, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
  }

  private static double at(long[] sorted, double part) {
    int index = (int) Math.ceil(part * sorted.length) - 1;
    return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, index)] / 1e6;
  }
}
