// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.whereto.http.guard.Connections;
import org.whereto.http.guard.Entrance;
import org.whereto.http.settings.ListenAt;
import org.whereto.http.settings.LogCallers;
import org.whereto.http.settings.LogTo;
import org.whereto.http.settings.ServerSettings;
import org.whereto.http.watch.DecisionLog;
import org.whereto.tree.BadInput;

/**
 * What our server would cost if it had nothing to find out: the same Vert.x, guard, limits and log,
 * and an answer that is known before the question. The benchmark measures the real one against it.
 */
final class FixedServer {

  private static final String NO_LOG = "none";

  private FixedServer() {}

  /**
   * Runs until it is killed, and prints an address for each reply.
   *
   * @param args the file of the log or {@code none}, then files of one HTTP response each
   */
  public static void main(String[] args) throws IOException, BadInput {
    LogTo to = args[0].equals(NO_LOG) ? new LogTo.Nowhere() : new LogTo.InFile(Path.of(args[0]));
    Optional<DecisionLog> log = DecisionLog.open(to, new LogCallers.Unnamed());
    log.ifPresent(DecisionLog::begin);
    ServerSettings settings = ServerSettings.DEFAULT;
    Connections connections = new Connections(settings.limits());
    Entrance entrance = new Entrance(settings.limits(), connections);
    Vertx vertx = Vertx.vertx(Server.options());
    int loops = Runtime.getRuntime().availableProcessors();
    for (int i = 1; i < args.length; i++) {
      FixedReply reply = FixedReply.of(Files.readString(Path.of(args[i])), log);
      Listening listening =
          Listening.open(vertx, new ListenAt("127.0.0.1", 0), new Door(entrance, reply, loops));
      System.out.println("http://" + listening.address() + "/");
    }
  }
}
