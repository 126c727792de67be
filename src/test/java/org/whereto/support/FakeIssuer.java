// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.whereto.support.RawServer.Request;

/** An issuer of tokens that says what a test wants: discovery, device login, tokens, revocation. */
public final class FakeIssuer implements AutoCloseable {

  /** A request with its form. */
  public record Asked(String path, Map<String, String> form) {}

  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Deque<String> tokens = new ArrayDeque<>();
  private final RawServer server;
  private volatile UnaryOperator<String> discovery = UnaryOperator.identity();
  private volatile UnaryOperator<String> device = UnaryOperator.identity();

  private FakeIssuer(RawServer server) {
    this.server = server;
  }

  public static FakeIssuer start() throws IOException {
    FakeIssuer[] made = new FakeIssuer[1];
    RawServer server =
        RawServer.start((request, out) -> out.write(made[0].reply(request).getBytes(UTF_8)));
    made[0] = new FakeIssuer(server);
    return made[0];
  }

  public String url() {
    return server.url();
  }

  /** All that came, but the discovery document. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** Changes the whole reply that describes it. */
  public void describes(UnaryOperator<String> change) {
    discovery = change;
  }

  /** Changes the whole reply that begins a login. */
  public void invites(UnaryOperator<String> change) {
    device = change;
  }

  /** What comes of the next requests for a token, in this order; the last one again and again. */
  public synchronized void gives(String... replies) {
    tokens.clear();
    tokens.addAll(Arrays.asList(replies));
  }

  /** A token and more members. */
  public static String granted(String token, String more) {
    return json(
        "200 OK", "{\"access_token\": \"" + token + "\", \"token_type\": \"Bearer\"" + more + "}");
  }

  public static String error(String error) {
    return json("400 Bad Request", "{\"error\": \"" + error + "\"}");
  }

  private static String json(String status, String json) {
    return RawServer.http(status, "application/json", json);
  }

  private String reply(Request request) {
    String path = request.target();
    if (path.endsWith("/.well-known/openid-configuration")) {
      String json =
          """
          {"issuer": "URL", "device_authorization_endpoint": "URL/device",
           "token_endpoint": "URL/token", "revocation_endpoint": "URL/revoke",
           "scopes_supported": ["openid", "offline_access"]}
          """;
      return discovery.apply(json("200 OK", json.replace("URL", url())));
    }
    asked.add(new Asked(path, form(request.body())));
    return switch (path) {
      case "/device" -> {
        String json =
            """
            {"device_code": "device-SECRET", "user_code": "WDJB-MJHT", "interval": 1,
             "verification_uri": "https://iam.example.org/device", "expires_in": 300}
            """;
        yield device.apply(json("200 OK", json));
      }
      case "/token" -> next();
      case "/revoke" -> RawServer.http("200 OK", "text/plain", "");
      default -> RawServer.http("404 Not Found", "text/plain", "");
    };
  }

  private synchronized String next() {
    return tokens.size() > 1 ? tokens.remove() : String.valueOf(tokens.peek());
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new TreeMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
      }
    }
    return form;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
