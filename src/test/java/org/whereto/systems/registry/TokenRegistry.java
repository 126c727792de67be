// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A registry over real sockets that shows nothing without a token, a server that gives tokens to
 * anybody, and a storage to which the registry redirects for blobs; each at an address of its own.
 */
final class TokenRegistry implements AutoCloseable {

  private final HttpServer registry;
  private final HttpServer tokens;
  private final HttpServer storage;
  private final Map<String, String> contents = new ConcurrentHashMap<>();
  private final List<String> log = new CopyOnWriteArrayList<>();

  /** Where it sends for a token; a test may bend it. */
  volatile String realm;

  /** Where it sends for blobs. */
  volatile String blobs;

  /** The token of now; who shows another has to get it. */
  volatile String token = "first";

  private TokenRegistry() throws IOException {
    registry = open("127.0.0.1", this::registry);
    tokens = open("127.0.0.2", this::token);
    storage = open("127.0.0.3", this::blob);
    realm = url(tokens) + "/token";
    blobs = url(storage);
  }

  static TokenRegistry open() throws IOException {
    return new TokenRegistry();
  }

  /** Keeps an image as {@code astro/app} with a tag. */
  void push(String tag, PaperImage image) {
    contents.put("/v2/astro/app/manifests/" + tag, image.manifest());
    contents.put("/v2/astro/app/blobs/" + PaperImage.digest(image.config()), image.config());
  }

  String image(String tag) {
    return host(registry) + "/astro/app:" + tag;
  }

  String tokenHost() {
    return url(tokens);
  }

  /** All three, as they stand in an owner's list. */
  List<String> hosts() {
    return List.of(url(registry), url(tokens), url(storage));
  }

  /** What came, in order: who was asked, for what, and what {@code Authorization} said. */
  List<String> log() {
    return List.copyOf(log);
  }

  private void registry(HttpExchange exchange) throws IOException {
    String shown = note("registry", exchange);
    String path = exchange.getRequestURI().getPath();
    String content = contents.get(path);
    if (!shown.equals("Bearer " + token)) {
      exchange
          .getResponseHeaders()
          .add(
              "WWW-Authenticate",
              "Bearer realm=\""
                  + realm
                  + "\",service=\"test\",scope=\"repository:astro/app:pull\"");
      reply(exchange, 401, "{\"errors\": [{\"code\": \"UNAUTHORIZED\"}]}");
    } else if (content == null) {
      reply(exchange, 404, "{\"errors\": [{\"code\": \"MANIFEST_UNKNOWN\"}]}");
    } else if (path.contains("/blobs/")) {
      exchange.getResponseHeaders().add("Location", blobs + path);
      reply(exchange, 307, "");
    } else {
      exchange.getResponseHeaders().add("Content-Type", PaperImage.OCI_MANIFEST);
      reply(exchange, 200, content);
    }
  }

  private void token(HttpExchange exchange) throws IOException {
    note("tokens", exchange);
    reply(exchange, 200, "{\"token\": \"" + token + "\", \"expires_in\": 60}");
  }

  private void blob(HttpExchange exchange) throws IOException {
    note("storage", exchange);
    reply(exchange, 200, contents.getOrDefault(exchange.getRequestURI().getPath(), ""));
  }

  private String note(String who, HttpExchange exchange) {
    String shown = exchange.getRequestHeaders().getFirst("Authorization");
    String path = exchange.getRequestURI().toString().replaceFirst("sha256:.*", "DIGEST");
    log.add(who + " " + path + " " + (shown == null ? "-" : shown));
    return shown == null ? "" : shown;
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static HttpServer open(String address, HttpHandler handler) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(address), 0), 100);
    server.createContext("/", handler);
    server.start();
    return server;
  }

  private static String url(HttpServer server) {
    return "http://" + host(server);
  }

  private static String host(HttpServer server) {
    return server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    List<HttpServer> all = new ArrayList<>(List.of(registry, tokens, storage));
    all.forEach(server -> server.stop(0));
  }
}
