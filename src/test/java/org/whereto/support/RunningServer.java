// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.http.Server;
import org.whereto.http.settings.Limits;
import org.whereto.http.settings.ListenAt;
import org.whereto.http.settings.ServerSettings;
import org.whereto.platform.Mounts;
import org.whereto.platform.Platform;
import org.whereto.platform.Serving;
import org.whereto.tree.BadInput;
import org.whereto.world.World;

/** A real server of ours on a free port of 127.0.0.1, whose platforms a test can exchange. */
public final class RunningServer implements AutoCloseable {

  /** As by default, but in no hurry to let anybody notice that it stops. */
  public static final ServerSettings SETTINGS =
      new ServerSettings(Limits.DEFAULT, Set.of(), Duration.ZERO, Duration.ofSeconds(10));

  private final AtomicReference<Mounts> mounts;
  private final Server server;

  private RunningServer(Mounts first, ServerSettings settings) throws BadInput {
    mounts = new AtomicReference<>(first);
    server = Server.open(mounts::get, new ListenAt("127.0.0.1", 0), settings);
  }

  /** With this platform file at its root. */
  public static RunningServer of(String platform) throws BadInput {
    return of(mounts(Map.of(Mounts.ROOT, platform(platform))), SETTINGS);
  }

  /** With one of the example platforms at its root. */
  public static RunningServer ofExample(String name) throws Exception {
    return of(Files.readString(Path.of("examples/platforms", name)));
  }

  public static RunningServer of(Mounts mounts, ServerSettings settings) throws BadInput {
    return new RunningServer(mounts, settings);
  }

  /** From now on it serves these. */
  public void serve(Mounts others) {
    mounts.set(others);
  }

  /** Platforms by their names, in a world that is never asked. */
  public static Mounts mounts(Map<String, Platform> platforms) {
    Map<String, Serving> servings = new HashMap<>();
    platforms.forEach((name, platform) -> servings.put(name, serving(platform, World.CLOSED)));
    return new Mounts(servings, Map.of());
  }

  public static Serving serving(Platform platform, World world) {
    return new Serving(platform, world, Instant.EPOCH, Optional.empty());
  }

  /** The platform of a file that has to be good. */
  public static Platform platform(String file) {
    return switch (PlatformFile.read("platform", file.getBytes(StandardCharsets.UTF_8))) {
      case Checked.Good good -> good.platform();
      case Checked.Faulty(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  public int port() {
    return server.port();
  }

  /** Where its admin pages are, if it has any. */
  public Optional<ListenAt> admin() {
    return server.admin();
  }

  /** From now on its log is written. */
  public void beginLog() {
    server.beginLog();
  }

  /** What stands below its root, like {@code accepts?tasktype=...}. */
  public URI at(String below) {
    return URI.create("http://127.0.0.1:" + port() + "/" + below);
  }

  @Override
  public void close() {
    server.close();
  }
}
