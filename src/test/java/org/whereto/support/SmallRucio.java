// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A server that says of data sets and storage elements what Rucio would say, as its public
 * interface has it: what a name stands for, a line of JSON for each of its files, and distances.
 */
public final class SmallRucio implements AutoCloseable {

  /** A file of a data set: its size, and the storage elements that hold it. */
  public record Stored(long bytes, List<String> elements) {}

  private final Map<String, List<Stored>> sets = new HashMap<>();
  private final Map<String, Integer> distances = new HashMap<>();
  private final RawServer server;

  private SmallRucio() throws IOException {
    server = RawServer.start((request, out) -> reply(request.target(), out));
  }

  /** One that knows nothing yet. */
  public static SmallRucio start() throws IOException {
    return new SmallRucio();
  }

  /** Where it listens. */
  public String url() {
    String url = server.url();
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /**
   * Tells it of a data set.
   *
   * @param did as in {@code scope:name}
   */
  public SmallRucio holding(String did, Stored... files) {
    sets.put(did, List.of(files));
    return this;
  }

  /** Tells it how far one storage element is from another. */
  public SmallRucio linking(String from, String to, int distance) {
    distances.put(from + " " + to, distance);
    return this;
  }

  private void reply(String target, OutputStream out) throws IOException {
    String path = target.split("\\?", 2)[0];
    String[] parts = path.split("/", -1);
    String body =
        switch (parts.length < 4 ? "" : parts[1]) {
          case "dids" -> described(decoded(parts[2]), decoded(parts[3]));
          case "replicas" -> replicas(decoded(parts[2]), decoded(parts[3]));
          case "rses" -> distance(decoded(parts[2]), decoded(parts[parts.length - 1]));
          default -> "";
        };
    String head =
        body.isEmpty()
            ? "HTTP/1.1 404 Not Found\r\nExceptionClass: DataIdentifierNotFound\r\n"
            : "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    byte[] bytes = body.getBytes(UTF_8);
    out.write(
        (head + "Content-Length: " + bytes.length + "\r\nConnection: close\r\n\r\n")
            .getBytes(UTF_8));
    out.write(bytes);
  }

  private static String decoded(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
  }

  private String described(String scope, String name) {
    List<Stored> files = sets.getOrDefault(scope + ":" + name, List.of());
    return files.isEmpty()
        ? ""
        : "{\"scope\": \"%s\", \"name\": \"%s\", \"type\": \"DATASET\", \"length\": %d, \"bytes\": %d}"
            .formatted(scope, name, files.size(), files.stream().mapToLong(Stored::bytes).sum());
  }

  private String replicas(String scope, String name) {
    StringBuilder lines = new StringBuilder();
    int number = 0;
    for (Stored file : sets.getOrDefault(scope + ":" + name, List.of())) {
      Map<String, String> rses = new LinkedHashMap<>();
      Map<String, String> states = new LinkedHashMap<>();
      for (String element : new TreeSet<>(file.elements())) {
        rses.put(element, "[\"root://" + element + "/f\"]");
        states.put(element, "\"AVAILABLE\"");
      }
      lines.append(
          "{\"scope\": \"%s\", \"name\": \"%s.%d\", \"bytes\": %d, \"rses\": %s, \"states\": %s}\n"
              .formatted(scope, name, number++, file.bytes(), object(rses), object(states)));
    }
    return lines.toString();
  }

  private static String object(Map<String, String> members) {
    StringBuilder json = new StringBuilder("{");
    members.forEach((name, value) ->
        json.append(json.length() == 1 ? "" : ", ").append("\"" + name + "\": " + value));
    return json.append("}").toString();
  }

  private String distance(String from, String to) {
    Integer distance = distances.get(from + " " + to);
    return distance == null ? "[]" : "[{\"distance\": " + distance + "}]";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
