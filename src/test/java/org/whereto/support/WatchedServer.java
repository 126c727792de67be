// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.whereto.http.settings.AdminAt;
import org.whereto.http.settings.Doors;
import org.whereto.http.settings.Limits;
import org.whereto.http.settings.LogCallers;
import org.whereto.http.settings.LogTo;
import org.whereto.http.settings.ServerSettings;
import org.whereto.platform.Mounts;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;

/** A server of ours with its log and its metrics, and an ear for what nobody caught. */
public final class WatchedServer {

  /** For a head, for a body to begin to come, and between two requests. */
  public static final Duration DEADLINE = Duration.ofSeconds(2);

  /** Only to find what is never given back. */
  private static final int PATIENCE_SECONDS = 30;

  private static final List<String> IDLE =
      List.of("whereto_questions_in_flight 0.0", "whereto_bodies_in_flight_bytes 0.0");

  private final Queue<String> uncaught = new ConcurrentLinkedQueue<>();
  private final Handler ear = new Ear(uncaught);
  private final Thread.UncaughtExceptionHandler before =
      Thread.getDefaultUncaughtExceptionHandler();
  private final RunningServer server;
  private final Path log;

  private WatchedServer(RunningServer server, Path log) {
    this.server = server;
    this.log = log;
  }

  /** Where Vert.x and Netty tell of what nobody caught. */
  private static final class Ear extends Handler {
    private final Queue<String> heard;

    Ear(Queue<String> heard) {
      this.heard = heard;
    }

    @Override
    public void publish(LogRecord line) {
      if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
        heard.add(line.getLoggerName() + ": " + line.getMessage() + " " + line.getThrown());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** With this platform file at its root, little patience, and all its room for one client. */
  public static WatchedServer of(String platform, Path log) throws BadInput {
    Map<String, ?> changed =
        Map.of("headTime", DEADLINE, "idleTime", DEADLINE, "bodyGrace", DEADLINE, "share", 100);
    return of(platform, ChangedLimits.of(changed), log);
  }

  /** With this platform file at its root, and these limits. */
  public static WatchedServer of(String platform, Limits limits, Path log) throws BadInput {
    ServerSettings settings =
        new ServerSettings(
            limits,
            RunningServer.SETTINGS.origins(),
            RunningServer.SETTINGS.drain(),
            RunningServer.SETTINGS.patience(),
            RunningServer.SETTINGS.reloadPause(),
            new AdminAt(true, "127.0.0.1", OptionalInt.empty()),
            new LogTo.InFile(log),
            Doors.PLAIN,
            new LogCallers.Unnamed());
    Mounts mounts = RunningServer.mounts(Map.of(Mounts.ROOT, RunningServer.platform(platform)));
    WatchedServer watched = new WatchedServer(RunningServer.of(mounts, settings), log);
    watched.begin();
    return watched;
  }

  private void begin() {
    Logger.getLogger("").addHandler(ear);
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown.toString()));
    server.beginLog();
  }

  public int port() {
    return server.port();
  }

  /** What it holds at the moment. */
  public Gauges gauges() {
    return new Gauges(server.admin().orElseThrow().port());
  }

  /**
   * Stops it. It has to hold nothing any more, to have told of every reply, and to have caught all
   * that broke.
   *
   * @param replies as many as were counted, or fewer
   */
  public void endWell(int replies) throws Exception {
    long lost;
    try {
      String metrics = whenIdle();
      assertThat(metrics).contains(IDLE);
      lost = lost(metrics);
    } finally {
      server.close();
      Thread.setDefaultUncaughtExceptionHandler(before);
      Logger.getLogger("").removeHandler(ear);
    }
    assertThat(uncaught).isEmpty();
    List<String> lines = Files.readAllLines(log, UTF_8);
    for (String line : lines) {
      Formats.JSON.read(line.getBytes(UTF_8), Budget.LARGE, Keep.ALL);
    }
    assertThat(lines.size() + lost).as("lines of the log").isGreaterThanOrEqualTo(replies);
  }

  /** What was broken off is noticed when its connection is, a little later. */
  private String whenIdle() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    String metrics = metrics();
    while (!IDLE.stream().allMatch(metrics::contains) && System.nanoTime() < end) {
      Thread.sleep(20);
      metrics = metrics();
    }
    return metrics;
  }

  private String metrics() throws IOException {
    int port = server.admin().orElseThrow().port();
    return RawConnection.ask(port, "GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").text();
  }

  /** Lines of the log that came too fast to be written. */
  private static long lost(String metrics) {
    return metrics
        .lines()
        .filter(line -> line.startsWith("whereto_log_lines_lost_total "))
        .mapToLong(line -> (long) Double.parseDouble(line.split(" ", 2)[1]))
        .sum();
  }
}
