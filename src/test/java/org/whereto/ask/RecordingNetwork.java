// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.whereto.support.Certificate;
import org.whereto.support.RawServer;
import org.whereto.support.RawServer.Behaviour;
import org.whereto.support.RawServer.Request;

/**
 * A small world in which every name leads to the same four servers, which have valid certificates
 * for all of them and write down what comes: two ports with TLS, two without. So a request that
 * goes astray arrives, and is seen.
 */
final class RecordingNetwork implements AutoCloseable {

  /** All names of the world but look-alikes that are no names at all. */
  private static final String NAMES =
      "DNS:a.example,DNS:b.example,DNS:a.example.b.example,DNS:ba.example,DNS:a.exampleb"
          + ",DNS:www.a.example,DNS:example,DNS:a-example,DNS:xn--a-vma.example,DNS:localhost"
          + ",IP:127.0.0.1,IP:127.0.0.2,IP:::1";

  /** One request as it arrived. */
  record Seen(String origin, String target, String authorization) {}

  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final List<RawServer> servers = new ArrayList<>();
  private final Web web;
  private volatile BiFunction<String, Request, String> replies = (_, _) -> "";

  private RecordingNetwork(SSLContext context) throws IOException {
    this.web = Web.open(new EverybodyIsHere(), new DefaultClientTlsStrategy(context));
    for (String scheme : List.of("https", "https", "http", "http")) {
      servers.add(
          scheme.equals("http")
              ? RawServer.start(recording("http"))
              : RawServer.on(
                  context
                      .getServerSocketFactory()
                      .createServerSocket(0, 100, InetAddress.getLoopbackAddress()),
                  recording("https")));
    }
  }

  static RecordingNetwork open(Path folder) throws Exception {
    return new RecordingNetwork(Certificate.context(Certificate.of(NAMES, folder)));
  }

  private static final class EverybodyIsHere implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})};
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  private Behaviour recording(String scheme) {
    return (request, out) -> {
      String origin = scheme + "://" + request.header("Host");
      seen.add(new Seen(origin, request.target(), request.header("Authorization")));
      out.write(replies.apply(origin, request).getBytes(UTF_8));
    };
  }

  /** From now on: by origin and request. Forgets what it has seen. */
  void reply(BiFunction<String, Request, String> with) {
    replies = with;
    seen.clear();
  }

  Web web() {
    return web;
  }

  List<Seen> seen() {
    return List.copyOf(seen);
  }

  /** With the ports for {@code {S}} and {@code {T}} (TLS), {@code {P}} and {@code {Q}} (plain). */
  String at(String url) {
    String text = url;
    for (int i = 0; i < servers.size(); i++) {
      text = text.replace("{" + "STPQ".charAt(i) + "}", String.valueOf(servers.get(i).port()));
    }
    return text;
  }

  @Override
  public void close() throws IOException {
    web.close();
    for (RawServer server : servers) {
      server.close();
    }
  }
}
