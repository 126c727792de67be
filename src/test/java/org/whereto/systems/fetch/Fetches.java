// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.whereto.support.RawServer;
import org.whereto.support.RawServer.Behaviour;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Problems;
import org.whereto.tree.Settings;

/** Fetches as an owner's file sets them up. */
public final class Fetches {

  private Fetches() {}

  /** The settings of these lines of YAML. */
  public static FetchSettings settings(String yaml) throws BadInput {
    Problems problems = new Problems();
    FetchSettings settings =
        Settings.read(
            Formats.YAML.read(yaml.getBytes(UTF_8), Budget.OWNER, Keep.ALL),
            problems,
            FetchSettings::read);
    assertThat(problems.all()).isEmpty();
    return settings;
  }

  static Fetch of(String yaml, Names names) throws BadInput {
    return new GuardedFetch(settings(yaml), names, GuardedFetch.TRUSTED);
  }

  static Errand errand(String url) throws BadInput {
    return new Errand(
        FetchUrl.of(url), Map.of(), Integer.MAX_VALUE, Deadline.in(Duration.ofMinutes(1)));
  }

  /** The body of an answer, which must be one. */
  static String text(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Got.class);
    return new String(((Fetched.Got) fetched).body().bytes(), UTF_8);
  }

  /** What the asker is told instead. */
  static String why(Fetched fetched) {
    return switch (fetched) {
      case Fetched.Got got -> throw new AssertionError("It was fetched from " + got.from());
      case Fetched.Down down -> down.why();
      case Fetched.Refused refused -> refused.why();
    };
  }

  /** What comes of a server that always says this. */
  static Fetched said(String reply) throws IOException, BadInput {
    try (RawServer server = RawServer.saying(reply.getBytes(ISO_8859_1))) {
      return get(fetch(server, ""), server, "/");
    }
  }

  static Fetched get(Fetch fetch, RawServer server, String target) throws BadInput {
    return fetch.fetch(errand(host(server) + target));
  }

  static Fetch fetch(RawServer server, String more) throws BadInput {
    return fetch(List.of(server), more);
  }

  /** A fetch for which docs.example.org is this machine. */
  static Fetch fetch(List<RawServer> servers, String more) throws BadInput {
    String hosts =
        String.join(", ", servers.stream().map(server -> '"' + host(server) + '"').toList());
    return of("hosts: [" + hosts + "]\nprivate: 127.0.0.1/32\n" + more, FakeNames.all("127.0.0.1"));
  }

  /** The origin of a server under the name that leads to it. */
  static String host(RawServer server) {
    return "http://docs.example.org:" + port(server);
  }

  static String port(RawServer server) {
    return server.url().substring(server.url().lastIndexOf(':') + 1);
  }

  /** Says one thing, and then another for ever. */
  static Behaviour pouring(String begin, String more, int pause, CountDownLatch ended) {
    return (_, out) -> {
      try {
        out.write(begin.getBytes(ISO_8859_1));
        while (true) {
          out.write(more.getBytes(ISO_8859_1));
          out.flush();
          Thread.sleep(pause);
        }
      } finally {
        ended.countDown();
      }
    };
  }
}
