// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a server holds at the moment, as its admin pages tell it.
 *
 * @param adminPort where they are
 */
public record Gauges(int adminPort) {

  /** Only to find what is never given back. */
  private static final int PATIENCE_SECONDS = 30;

  private static final String GET = "GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

  public static final String QUESTIONS = "whereto_questions_in_flight";
  public static final String BODIES = "whereto_bodies_in_flight_bytes";
  public static final String CONNECTIONS = "whereto_connections";

  /** The present value of one. */
  public double value(String name) throws IOException {
    return RawConnection.ask(adminPort, GET)
        .text()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  /** Waits until one has this value, or a bound is passed; whether it has it. */
  public boolean waitFor(String name, double value) throws IOException, InterruptedException {
    return waitFor(name, value, value);
  }

  /** The same for a value in a range, ends included. */
  public boolean waitFor(String name, double least, double most)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    double value = value(name);
    while ((value < least || value > most) && System.nanoTime() < end) {
      Thread.sleep(20);
      value = value(name);
    }
    return value >= least && value <= most;
  }

  /** What is not given back in time; empty where all is. */
  public Map<String, Double> held() throws IOException, InterruptedException {
    Map<String, Double> held = new LinkedHashMap<>();
    for (String name : new String[] {CONNECTIONS, QUESTIONS, BODIES}) {
      if (!waitFor(name, 0)) {
        held.put(name, value(name));
      }
    }
    return held;
  }
}
