// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The one HTTP client, shared by all services that are asked. It does what it is told and nothing
 * of its own: no redirects, cookies, credentials, proxies, retries or decompression. Every exchange
 * has a connection and a deadline of its own.
 */
public final class Web implements AutoCloseable {

  /** More than any answer needs. */
  static final int MOST_BYTES = 1 << 20;

  private static final int MOST_HEADERS = 64;
  private static final int LONGEST_LINE = 16 * 1024;
  private static final int MOST_CONNECTIONS = 1024;

  /** For each address of a host; the deadline of the exchange may come earlier. */
  private static final Timeout CONNECT = Timeout.ofSeconds(5);

  /** For "go on" before a large Task is sent; who does not know that word gets it then. */
  private static final Timeout CONTINUE = Timeout.ofSeconds(1);

  private final CloseableHttpClient client;

  private Web(CloseableHttpClient client) {
    this.client = client;
  }

  /** A client that is ready; close it when all asking is done. */
  public static Web open() {
    return open(new Lookup(), DefaultClientTlsStrategy.createDefault());
  }

  /** The same, in a network with names and certificates of its own. */
  static Web open(DnsResolver lookup, TlsSocketStrategy certificates) {
    Http1Config limits =
        Http1Config.custom()
            .setMaxHeaderCount(MOST_HEADERS)
            .setMaxLineLength(LONGEST_LINE)
            .setWaitForContinueTimeout(CONTINUE)
            .build();
    return new Web(
        HttpClients.createMinimal(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder().http1Config(limits).build())
                .setDnsResolver(lookup)
                .setTlsSocketStrategy(certificates)
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom().setConnectTimeout(CONNECT).build())
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .build()));
  }

  /**
   * Sends one request and waits for the whole reply. Socket time-outs know nothing of a server that
   * sends a byte now and then, nor of a slow look-up: here a second thread works, and this one does
   * not wait longer than the deadline.
   *
   * @throws NoReply if no whole reply came
   */
  Reply send(Request request, Deadline deadline) throws NoReply {
    HttpUriRequestBase message = request.message(deadline);
    Optional<Token> token = request.token();
    FutureTask<Reply> work = new FutureTask<>(() -> exchange(message, token));
    Thread worker = Thread.ofVirtual().name("exchange").start(work);
    try {
      return work.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException fault) {
      throw told(fault.getCause(), request.uri());
    } catch (TimeoutException _) {
      throw new NoReply(
          Why.TOO_SLOW, AskAll.tooSlow(deadline, Duration.ZERO).sentence(), AskAll.LATER, 0);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new NoReply(Why.INTERRUPTED, AskAll.GIVEN_UP, "", 0);
    } finally {
      if (!work.isDone()) {
        worker.interrupt();
        message.abort();
      }
    }
  }

  private static NoReply told(@Nullable Throwable fault, URI asked) {
    return switch (fault) {
      case NoReply already -> already;
      case IOException broken -> Faults.told(broken, asked);
      case HttpException _ -> Faults.told(new IOException(), asked);
      case null, default ->
          new NoReply(Why.FAILED, "Whereto failed while it asked here.", AskAll.REPORT, 0);
    };
  }

  private Reply exchange(HttpUriRequestBase message, Optional<Token> token)
      throws IOException, HttpException, NoReply {
    // Aborted before it is closed: closing alone would read an endless body to its end.
    try (ClassicHttpResponse response =
        client.executeOpen(
            RoutingSupport.determineHost(message), message, HttpClientContext.create())) {
      try {
        return reply(response, token);
      } finally {
        message.abort();
      }
    }
  }

  private static Reply reply(ClassicHttpResponse response, Optional<Token> token)
      throws IOException, NoReply {
    UnaryOperator<String> header =
        name -> {
          String value = header(response, name);
          return token.map(sent -> sent.hiddenIn(value)).orElse(value);
        };
    Body body = body(response);
    return new Reply(
        response.getCode(),
        header.apply("Content-Type"),
        header.apply("Content-Encoding"),
        header.apply("Location"),
        header.apply("Retry-After"),
        header.apply("X-VO-Authenticated"),
        challenges(response),
        token.map(sent -> new Body(sent.hiddenIn(body.bytes()))).orElse(body));
  }

  private static Challenges challenges(ClassicHttpResponse response) {
    return new Challenges(
        Arrays.stream(response.getHeaders("WWW-Authenticate"))
            .map(Header::getValue)
            .map(value -> Objects.requireNonNullElse(value, ""))
            .toList());
  }

  // The stream is not closed: that would read on to its end.
  @SuppressWarnings("resource")
  private static Body body(ClassicHttpResponse response) throws IOException, NoReply {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return Body.EMPTY;
    }
    InputStream content = entity.getContent();
    byte[] body = content.readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new NoReply(
          Why.TOO_LARGE,
          "Its answer is longer than 1 MiB and was cut off.",
          "Check the address: is this an Execution Planner?",
          response.getCode());
    }
    return new Body(body);
  }

  private static String header(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null || header.getValue() == null ? "" : header.getValue();
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }
}
