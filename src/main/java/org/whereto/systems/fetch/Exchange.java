// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.whereto.systems.fetch.Errand.Method;

/**
 * One request and its answer, over a connection of its own. It does what it is told and nothing
 * more: no redirects, cookies, proxies, retries or decompression. Whoever closes it, from whatever
 * thread, ends it at once.
 */
final class Exchange implements AutoCloseable {

  private static final int MOST_HEADERS = 64;
  private static final int LONGEST_LINE = 16 * 1024;
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final Http1Config LIMITS =
      Http1Config.custom().setMaxHeaderCount(MOST_HEADERS).setMaxLineLength(LONGEST_LINE).build();

  private static final ManagedHttpClientConnectionFactory CONNECTIONS =
      ManagedHttpClientConnectionFactory.builder().http1Config(LIMITS).build();

  private static final String USER_AGENT =
      "Whereto/"
          + Optional.ofNullable(Exchange.class.getPackage().getImplementationVersion()).orElse("0");

  private final FetchUrl url;
  private final ManagedHttpClientConnection connection;
  private volatile @Nullable Socket socket;
  private volatile boolean closed;

  Exchange(FetchUrl url) throws IOException {
    this.url = url;
    this.connection = CONNECTIONS.createConnection(null);
  }

  /** Connects to the first of the addresses that lets it, each in its share of the time. */
  void connect(CheckedAddresses addresses, TlsSocketStrategy tls, Deadline deadline)
      throws IOException {
    long share = Math.max(1, deadline.left().toMillis() / addresses.addresses().size());
    // Not the deadline, which others keep, but no socket may outlive it for long either.
    Timeout silence = Timeout.of(deadline.left().plusSeconds(1));
    new DefaultHttpClientConnectionOperator(
            _ -> open(),
            null,
            addresses,
            RegistryBuilder.<TlsSocketStrategy>create().register("https", tls).build())
        .connect(
            connection,
            new HttpHost(url.scheme(), url.host(), url.port()),
            null,
            null,
            Timeout.ofMilliseconds(share),
            SocketConfig.custom().setSoTimeout(silence).build(),
            null,
            HttpCoreContext.create());
  }

  /** Sends the request and waits for the head of the answer. */
  ClassicHttpResponse send(Method method, Map<String, String> headers)
      throws IOException, HttpException {
    BasicClassicHttpRequest request =
        new BasicClassicHttpRequest(
            method.name(), url.scheme(), new URIAuthority(url.host(), url.port()), url.target());
    request.setHeader("Host", url.authority());
    request.setHeader("User-Agent", USER_AGENT);
    request.setHeader("Accept-Encoding", "identity");
    request.setHeader("Connection", "close");
    headers.forEach(request::setHeader);
    if (method instanceof Method.Post post) {
      byte[] form = post.form().bytes();
      request.setHeader("Content-Type", FORM);
      request.setHeader("Content-Length", form.length);
      request.setEntity(new ByteArrayEntity(form, ContentType.create(FORM)));
    }
    return new HttpRequestExecutor().execute(request, connection, HttpCoreContext.create());
  }

  /** The headers of an answer by their names in lower case, the first of each name. */
  static Map<String, String> headers(ClassicHttpResponse response) {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : response.getHeaders()) {
      String value = Optional.ofNullable(header.getValue()).orElse("");
      headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), value);
    }
    return headers;
  }

  /** The body of an answer; empty if it is longer than {@code most} bytes. */
  // The stream is not closed: that would read on to its end.
  @SuppressWarnings("resource")
  static Optional<Body> body(ClassicHttpResponse response, int most) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return Optional.of(Body.EMPTY);
    }
    if (entity.getContentLength() > most) {
      return Optional.empty();
    }
    InputStream content = entity.getContent();
    byte[] bytes = content.readNBytes(most);
    return content.read() < 0 ? Optional.of(new Body(bytes)) : Optional.empty();
  }

  /** A socket that goes through no proxy, whatever the settings of Java say. */
  private Socket open() throws IOException {
    Socket opened = new Socket(Proxy.NO_PROXY);
    socket = opened;
    if (closed) {
      opened.close();
      throw new SocketException("too late");
    }
    return opened;
  }

  @Override
  public void close() {
    closed = true;
    Socket opened = socket;
    if (opened != null) {
      try {
        opened.close();
      } catch (IOException _) {
        // It is gone in any case.
      }
    }
  }
}
