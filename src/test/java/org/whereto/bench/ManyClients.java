// SPDX-License-Identifier: Apache-2.0
package org.whereto.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Clients that post one document again and again, each from an address of its own (127.0.0.2 and
 * on), and wait as long as a 503 tells them.
 */
final class ManyClients {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpRequest request;
  private final long end;

  /** How often what came back, in words. */
  private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();

  private ManyClients(HttpRequest request, Duration time) {
    this.request = request;
    this.end = System.nanoTime() + time.toNanos();
  }

  /**
   * Prints what came back how often, a line each.
   *
   * @param args URL, a file of JSON, how many clients, for how many seconds
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    byte[] document = Files.readAllBytes(Path.of(args[1]));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(args[0]))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(document))
            .build();
    ManyClients clients = new ManyClients(request, Duration.ofSeconds(Integer.parseInt(args[3])));
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[2]); i++) {
      InetAddress address = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (i + 2)});
      threads.add(Thread.ofPlatform().start(() -> clients.post(address)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    new TreeMap<>(clients.outcomes)
        .forEach((what, count) -> System.out.println(what + "=" + count));
  }

  private void post(InetAddress from) {
    try (HttpClient client = HttpClient.newBuilder().localAddress(from).build()) {
      while (System.nanoTime() < end) {
        long wait = once(client);
        if (wait > 0) {
          Thread.sleep(Duration.ofSeconds(wait));
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Seconds to wait before the next one. */
  private long once(HttpClient client) throws InterruptedException {
    HttpResponse<byte[]> response;
    try {
      response = client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException lost) {
      count("broken: " + lost.getMessage());
      return 0;
    }
    long wait = response.headers().firstValueAsLong("Retry-After").orElse(0);
    count(response.statusCode() + (wait > 0 ? " with Retry-After" : ""));
    return wait;
  }

  private void count(String outcome) {
    outcomes.computeIfAbsent(outcome, first -> new LongAdder()).increment();
  }
}
