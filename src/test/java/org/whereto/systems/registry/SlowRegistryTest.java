// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whereto.support.RawServer;
import org.whereto.systems.fetch.FetchSettings;
import org.whereto.systems.fetch.Fetches;
import org.whereto.systems.fetch.GuardedFetch;
import org.whereto.systems.fetch.HostRules;
import org.whereto.tree.BadInput;
import org.whereto.world.Image;
import org.whereto.world.ImageWanted;
import org.whereto.world.Known;

/** Registries that take for ever, over real sockets: whoever asks is told in time. */
@Timeout(30)
class SlowRegistryTest {

  /** How a registry never comes to an end. */
  enum Slowness {
    SILENT,
    DRIPPING_HEADERS,
    DRIPPING_BODY,
    ENDLESS_BODY;

    void reply(OutputStream out) throws IOException, InterruptedException {
      String head = "HTTP/1.1 200 OK\r\nContent-Type: " + PaperImage.OCI_MANIFEST + "\r\n";
      out.write((this == SILENT ? "" : head).getBytes(UTF_8));
      out.write((name().endsWith("BODY") ? "\r\n" : "").getBytes(UTF_8));
      while (true) {
        out.write(
            switch (this) {
              case SILENT -> new byte[0];
              case DRIPPING_HEADERS -> "X: y\r\n".getBytes(UTF_8);
              case DRIPPING_BODY -> " ".getBytes(UTF_8);
              case ENDLESS_BODY -> " ".repeat(10_000).getBytes(UTF_8);
            });
        out.flush();
        Thread.sleep(this == ENDLESS_BODY ? 0 : 20);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void itIsDownOrRefusedInTime(Slowness slowness) throws Exception {
    try (RawServer server = RawServer.start((_, out) -> slowness.reply(out))) {
      assertThat(look(images(server, "0.3s"), server)).isNotInstanceOf(Known.Value.class);
    }
  }

  @Test
  void whatIsNoHttpIsNotAnImage() throws Exception {
    try (RawServer server = RawServer.saying("SSH-2.0-OpenSSH\r\n")) {
      assertThat(look(images(server, "1s"), server)).isNotInstanceOf(Known.Value.class);
    }
  }

  private static RegistryImages images(RawServer server, String time) throws BadInput {
    FetchSettings fetch =
        Fetches.settings(
            "{hosts: [\"" + server.url() + "\"], private: [127.0.0.1/32], time: " + time + "}");
    HostRules rules = new HostRules(fetch.hosts());
    return new RegistryImages(
        new RegistrySettings(Duration.ofMinutes(5), Optional.empty(), Duration.ofMillis(300)),
        GuardedFetch.of(fetch),
        url -> rules.allowing(url).isPresent(),
        System::nanoTime);
  }

  private static Known<Optional<Image>> look(RegistryImages images, RawServer server) {
    ImageWanted wanted =
        PaperLookup.wanted(server.url().substring("http://".length()) + "/app:1.0");
    return images.look(Set.of(wanted)).get(wanted);
  }
}
