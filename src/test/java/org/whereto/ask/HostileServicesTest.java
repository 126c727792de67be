// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.whereto.support.RawServer;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;

@Timeout(120)
final class HostileServicesTest {

  private static final Task TASK = Task.of("uri://jupyter-notebook");

  private final Web web = Web.open();
  private final List<AutoCloseable> open = new ArrayList<>(List.of(web));

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  @Test
  void eachCostsOneLineAndTheGoodOnesAnswerAllTheSame() throws IOException, BadInput {
    Map<String, HostileServices.Kind> kinds = new LinkedHashMap<>(HostileServices.quick());
    kinds.putAll(HostileServices.endless());
    Map<String, String> expected = new LinkedHashMap<>();
    List<Where> wheres = new ArrayList<>();
    for (Map.Entry<String, HostileServices.Kind> kind : kinds.entrySet()) {
      wheres.add(named(kind.getKey(), start(kind.getValue().behaviour()).url()));
      expected.put(kind.getKey(), kind.getValue().expected());
      wheres.add(named("good beside " + kind.getKey(), good().url()));
      expected.put("good beside " + kind.getKey(), "yes");
    }
    wheres.add(named("down", downUrl()));
    expected.put("down", "unreachable");
    wheres.add(named("no TLS", plainAtOnce().replace("http:", "https:")));
    expected.put("no TLS", "not-secure");

    List<Result> results = AskAll.ask(wheres, TASK, Deadline.in(Duration.ofSeconds(6)), _ -> {});

    Map<String, String> heard = new LinkedHashMap<>();
    results.forEach(result -> heard.put(result.name(), word(result)));
    assertThat(heard).isEqualTo(expected);
    assertThat(Verdict.of(results)).isEqualTo(Verdict.YES);
  }

  @Test
  void whatIsSaidOfThemIsOneSentence() throws IOException, BadInput {
    for (HostileServices.Kind kind : HostileServices.quick().values()) {
      Told told = ask(start(kind.behaviour()).url());
      if (told instanceof Told.Silent silent) {
        assertThat(silent.sentence() + silent.remedy())
            .doesNotContain("Exception")
            .doesNotContain("null")
            .doesNotContain("\n");
        assertThat(silent.sentence()).endsWith(silent.sentence().endsWith(")") ? ")" : ".");
      }
    }
  }

  @Test
  void anExchangeWithADripperEndsWithoutAnyHelpFromAskAll() throws IOException, BadInput {
    for (HostileServices.Kind kind : HostileServices.endless().values()) {
      ServiceAt service = ServiceAt.of(start(kind.behaviour()).url(), web);
      Told told = service.ask(TASK, Deadline.in(Duration.ofMillis(1500)));
      assertThat(((Told.Silent) told).why().word()).isEqualTo(kind.expected());
    }
  }

  /** The deadline comes before the time that a connection may take. */
  @Test
  void aHostThatNeverConnectsIsTooSlow() throws IOException, BadInput {
    ServiceAt service = ServiceAt.of(neverConnects(), web);
    Told told = service.ask(TASK, Deadline.in(Duration.ofSeconds(1)));
    assertThat(((Told.Silent) told).why()).isEqualTo(Why.TOO_SLOW);
  }

  /** How soon a look-up fails is the business of the machine's resolver. */
  @Test
  void aHostThatIsNotThereIsTold() throws BadInput {
    ServiceAt service = ServiceAt.of("http://no-such-host.invalid/", web);
    Told told = service.ask(TASK, Deadline.in(Duration.ofSeconds(10)));
    assertThat(((Told.Silent) told).why()).isIn(Why.UNREACHABLE, Why.TOO_SLOW);
  }

  @Test
  void anInterruptEndsAnExchange() throws IOException, BadInput {
    ServiceAt service = ServiceAt.of(start((_, _) -> Thread.sleep(600_000)).url(), web);
    Thread.currentThread().interrupt();
    Told told = service.ask(TASK, Deadline.in(Duration.ofMinutes(5)));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(((Told.Silent) told).why()).isEqualTo(Why.INTERRUPTED);
  }

  private Told ask(String url) throws BadInput {
    return ServiceAt.of(url, web).ask(TASK, Deadline.in(Duration.ofMinutes(1)));
  }

  private RawServer good() throws IOException {
    return start((_, out) ->
        out.write(
            RawServer.http("200 OK", HostileServices.JSON, HostileServices.YES)
                .getBytes(StandardCharsets.UTF_8)));
  }

  private RawServer start(RawServer.Behaviour behaviour) throws IOException {
    RawServer server = RawServer.start(behaviour);
    open.add(server);
    return server;
  }

  private static String downUrl() throws IOException {
    try (RawServer server = RawServer.saying("")) {
      return server.url();
    }
  }

  /** Says that it speaks plain HTTP before it is asked. */
  private String plainAtOnce() throws IOException {
    ServerSocket plain = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    open.add(plain);
    Thread.ofVirtual()
        .start(() -> {
          try (Socket socket = plain.accept()) {
            byte[] reply = "HTTP/1.1 400 Plain\r\n\r\n".getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream().write(reply);
            socket.getInputStream().readNBytes(5);
          } catch (IOException _) {
            // The client hung up, or the test is over.
          }
        });
    return "http://127.0.0.1:" + plain.getLocalPort();
  }

  /** Nobody accepts, and the queue of those who wait is full. */
  private String neverConnects() throws IOException {
    ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    open.add(busy);
    for (int i = 0; i < 10; i++) {
      SocketChannel waiting = SocketChannel.open();
      waiting.configureBlocking(false);
      waiting.setOption(StandardSocketOptions.TCP_NODELAY, true);
      waiting.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), busy.getLocalPort()));
      open.add(waiting);
    }
    return "http://127.0.0.1:" + busy.getLocalPort();
  }

  private static String word(Result result) {
    return switch (result.told()) {
      case Told.Silent silent -> silent.why().word();
      case Told.Answered _ -> result.outcome().word();
    };
  }

  private Where named(String name, String url) throws BadInput {
    ServiceAt service = ServiceAt.of(url, web);
    return new Where() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String location() {
        return service.location();
      }

      @Override
      public Told ask(Task task, Deadline deadline) {
        return service.ask(task, deadline);
      }
    };
  }
}
