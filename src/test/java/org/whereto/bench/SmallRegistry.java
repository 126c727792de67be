// SPDX-License-Identifier: Apache-2.0
package org.whereto.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A registry on this machine whose images have a base in common. */
final class SmallRegistry implements AutoCloseable {

  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

  private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
  private final HttpServer server;

  private SmallRegistry(HttpServer server) {
    this.server = server;
  }

  /**
   * Holds {@code astro/base:1.0}, and {@code astro/image-0:1.0} and so on, which are made of it.
   */
  static SmallRegistry start(int images) throws IOException {
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    SmallRegistry registry = new SmallRegistry(HttpServer.create(free, 0));
    registry.keep("astro/base", List.of("base"));
    for (int i = 0; i < images; i++) {
      registry.keep("astro/image-" + i, List.of("base", "image " + i));
    }
    registry.server.createContext("/", registry::answer);
    registry.server.start();
    return registry;
  }

  /** Host and port. */
  String name() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private void keep(String repository, List<String> layers) {
    String digests =
        String.join(", ", layers.stream().map(layer -> "\"" + digest(layer) + "\"").toList());
    String configuration =
        """
        {"os": "linux", "architecture": "amd64", "config": {"User": "1000"},
         "rootfs": {"type": "layers", "diff_ids": [%s]}}
        """
            .formatted(digests);
    List<String> descriptors = new ArrayList<>();
    for (String layer : layers) {
      descriptors.add(descriptor("application/vnd.oci.image.layer.v1.tar+gzip", layer));
    }
    String manifest =
        """
        {"schemaVersion": 2, "config": %s, "layers": [%s]}
        """
            .formatted(
                descriptor("application/vnd.oci.image.config.v1+json", configuration),
                String.join(", ", descriptors));
    String at = "/v2/" + repository;
    kept.put(at + "/manifests/1.0", manifest.getBytes(UTF_8));
    kept.put(at + "/blobs/" + digest(configuration), configuration.getBytes(UTF_8));
  }

  private static String descriptor(String type, String content) {
    return "{\"mediaType\": \"%s\", \"digest\": \"%s\", \"size\": %d}"
        .formatted(type, digest(content), content.getBytes(UTF_8).length);
  }

  private static String digest(String content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = kept.getOrDefault(path, new byte[0]);
    boolean manifest = path.contains("/manifests/");
    exchange
        .getResponseHeaders()
        .set("Content-Type", manifest ? MANIFEST : "application/octet-stream");
    exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
