// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** An issuer over real sockets that does what a test wants, and remembers who came. */
final class PaperIssuer implements AutoCloseable {

  static final String AUDIENCE = "https://ep.example.org";

  /** Whatever token it is asked about. */
  static final String ANY = "*";

  static final MadeKey FIRST = MadeKey.rsa("first");
  static final MadeKey SECOND = MadeKey.ec("second");

  /** The same as it is used by whoever has no name for it. */
  static final MadeKey STRANGE = MadeKey.rsa("first");

  /**
   * One request.
   *
   * @param shown its header {@code Authorization}; empty if there was none
   */
  record Visit(String target, String shown, String body) {}

  private final HttpServer server;
  private final List<Visit> visits = new CopyOnWriteArrayList<>();
  private final Map<String, String> words = new ConcurrentHashMap<>();

  /** Its keys as it publishes them, separated by commas. */
  volatile String keys = FIRST.published();

  /** What its metadata says beside its name and where things are. */
  volatile String named = "";

  /** The status of all it says; 0 for what is nothing at all. */
  volatile int status = 200;

  /** What it says is on its way until this is open. */
  volatile CountDownLatch gate = new CountDownLatch(0);

  /** Where OpenID Connect has its metadata there is nothing. */
  volatile boolean isPlainOauth;

  private PaperIssuer(String address) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(address), 0), 100);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  static PaperIssuer open() throws IOException {
    return new PaperIssuer("127.0.0.1");
  }

  static PaperIssuer open(String address) throws IOException {
    return new PaperIssuer(address);
  }

  String origin() {
    return "http://"
        + server.getAddress().getAddress().getHostAddress()
        + ":"
        + server.getAddress().getPort();
  }

  /** As its tokens call it. */
  String url() {
    return origin() + "/realms/esap";
  }

  /** The lines of an owner's file for it; more of them may follow. */
  String settings() {
    return "issuer: " + url() + "\naudience: [other, \"" + AUDIENCE + "\"]\n";
  }

  /** What it says of tokens, by the token; of others that they do not count. */
  void says(String token, String word) {
    words.put(token, word);
  }

  /** The claims of somebody, which count at that moment for five minutes. */
  String claims(Instant now, String more) {
    return "{\"iss\": \""
        + url()
        + "\", \"aud\": \""
        + AUDIENCE
        + "\", \"sub\": \"alice\", \"iat\": "
        + now.getEpochSecond()
        + ", \"exp\": "
        + now.plusSeconds(300).getEpochSecond()
        + (more.isEmpty() ? "" : ", " + more)
        + "}";
  }

  List<Visit> visits() {
    return List.copyOf(visits);
  }

  /** Forgets who came. */
  void forget() {
    visits.clear();
  }

  /** How often its keys were read. */
  long timesAskedForKeys() {
    return visits.stream().filter(visit -> visit.target().endsWith("/jwks")).count();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String shown = exchange.getRequestHeaders().getFirst("Authorization");
    String target = exchange.getRequestURI().toString();
    visits.add(new Visit(target, shown == null ? "" : shown, body));
    if (status == 0) {
      exchange.close();
      return;
    }
    String said = said(target, body);
    pass(gate);
    byte[] bytes = said.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Location", "/elsewhere");
    exchange.sendResponseHeaders(
        said.isEmpty() ? 404 : status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void pass(CountDownLatch gate) throws IOException {
    try {
      gate.await();
    } catch (InterruptedException stopped) {
      throw new InterruptedIOException(stopped.getMessage());
    }
  }

  private String said(String target, String body) {
    return switch (target) {
      case "/realms/esap/.well-known/openid-configuration" -> isPlainOauth ? "" : metadata();
      case "/.well-known/oauth-authorization-server/realms/esap" -> isPlainOauth ? metadata() : "";
      case "/jwks" -> "{\"keys\": [" + keys + "]}";
      case "/introspect" ->
          words.getOrDefault(
              form(body).getOrDefault("token", ""), words.getOrDefault(ANY, "{\"active\": false}"));
      case "/groups" -> words.getOrDefault("groups", "");
      default -> "";
    };
  }

  private String metadata() {
    return "{\"issuer\": \""
        + (named.isEmpty() ? url() : named)
        + "\", \"jwks_uri\": \""
        + origin()
        + "/jwks\", \"introspection_endpoint\": \""
        + origin()
        + "/introspect\"}";
  }

  private static Map<String, String> form(String body) {
    return List.of(body.split("&")).stream()
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
