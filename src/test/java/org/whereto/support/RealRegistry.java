// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Debian's {@code docker-registry} on a free port of 127.0.0.1, with nothing in it but what tests
 * push. Its log tells what was asked of it.
 */
public final class RealRegistry implements AutoCloseable {

  private static final Pattern LISTENING = Pattern.compile("listening on (127\\.0\\.0\\.1:\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SETTINGS =
      """
      version: 0.1
      log: {level: info}
      storage: {inmemory: {}, delete: {enabled: true}}
      http: {addr: "127.0.0.1:0"}
      """;

  private final Process process;
  private final Path log;
  private final String address;

  private RealRegistry(Process process, Path log) throws IOException, InterruptedException {
    this.process = process;
    this.log = log;
    this.address = address();
  }

  /** In an empty folder; answers when this returns. */
  public static RealRegistry start(Path folder) throws IOException, InterruptedException {
    Path settings = folder.resolve("registry.yml");
    Path log = folder.resolve("registry.log");
    Files.writeString(settings, SETTINGS);
    ProcessBuilder builder =
        new ProcessBuilder("docker-registry", "serve", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(Map.of("OTEL_TRACES_EXPORTER", "none"));
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    try {
      RealRegistry registry = new RealRegistry(process, log);
      registry.awaitAnswer();
      return registry;
    } catch (IOException | InterruptedException | RuntimeException failed) {
      process.destroyForcibly();
      throw failed;
    }
  }

  /** Host and port. */
  public String host() {
    return address;
  }

  /** The name of an image in this registry. */
  public String image(String name) {
    return address + "/" + name;
  }

  /** How often something was asked for, by the end of its path: {@code /manifests/1.0}. */
  public long asked(String ending) throws IOException {
    try (var lines = Files.lines(log, UTF_8)) {
      return lines
          .filter(line -> line.contains("\"GET ") && line.contains(ending + " HTTP"))
          .count();
    }
  }

  /** What the digest of an image's manifest is. */
  public String digest(String repository, String tag) throws IOException, InterruptedException {
    HttpResponse<String> reply =
        send(
            request("/v2/" + repository + "/manifests/" + tag)
                .header(
                    "Accept",
                    "application/vnd.oci.image.manifest.v1+json,"
                        + " application/vnd.docker.distribution.manifest.v2+json,"
                        + " application/vnd.oci.image.index.v1+json"));
    return reply.headers().firstValue("docker-content-digest").orElseThrow();
  }

  /** Puts a manifest as it is. */
  public void put(String repository, String tag, String type, String manifest)
      throws IOException, InterruptedException {
    HttpResponse<String> reply =
        send(
            request("/v2/" + repository + "/manifests/" + tag)
                .header("Content-Type", type)
                .PUT(BodyPublishers.ofString(manifest)));
    if (reply.statusCode() != 201) {
      throw new IOException(reply.statusCode() + " " + reply.body());
    }
  }

  /** What a manifest says, as it is. */
  public String manifest(String repository, String reference)
      throws IOException, InterruptedException {
    return send(request("/v2/" + repository + "/manifests/" + reference)
            .header("Accept", "application/vnd.oci.image.manifest.v1+json"))
        .body();
  }

  private String address() throws IOException, InterruptedException {
    for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() - end < 0; ) {
      Matcher matcher = LISTENING.matcher(Files.readString(log));
      if (matcher.find()) {
        return matcher.group(1);
      }
      if (!process.isAlive()) {
        break;
      }
      Thread.sleep(10);
    }
    throw new IOException("The registry does not listen: " + Files.readString(log));
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    Optional<Integer> status = Optional.empty();
    for (int i = 0; i < 100 && !status.equals(Optional.of(200)); i++) {
      status = Optional.of(send(request("/v2/")).statusCode());
    }
    if (!status.equals(Optional.of(200))) {
      throw new IOException("The registry answers with " + status + ".");
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://" + address + path)).timeout(PATIENCE);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  /** Ends it as one that is switched off. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
