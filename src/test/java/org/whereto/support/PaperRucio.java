// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A small Rucio server by its public interface: names, replicas, distances, and logins by name and
 * password. Like the real one it lists, of a data set, only the files that have a replica, answers
 * for what it does not know with an empty list of replicas, and says of what a 404 is one in a
 * header.
 */
public final class PaperRucio implements AutoCloseable {

  public static final String TOKEN = "a-token-of-rucio";
  public static final String USER = "whereto";
  public static final String PASSWORD = "a password";

  private record File(String name, long bytes, Map<String, String> states) {}

  private final Map<String, String> types = new ConcurrentHashMap<>();
  private final Map<String, List<File>> files = new ConcurrentHashMap<>();
  private final Map<String, Integer> distances = new ConcurrentHashMap<>();
  private final RawServer server;
  private volatile String token = TOKEN;

  private PaperRucio() throws IOException {
    this.server = RawServer.start((request, out) -> reply(request, out));
  }

  public static PaperRucio start() throws IOException {
    return new PaperRucio();
  }

  public String endpoint() {
    return server.url();
  }

  /** Adds a file that is available at these storage elements. */
  public PaperRucio file(String did, long bytes, String... elements) {
    types.put(did, "FILE");
    return fileOf(did, did.substring(did.indexOf(':') + 1), bytes, elements);
  }

  /** Adds a file to a data set. */
  public PaperRucio fileOf(String did, String name, long bytes, String... elements) {
    Map<String, String> states = new LinkedHashMap<>();
    List.of(elements).forEach(element -> states.put(element, "AVAILABLE"));
    types.putIfAbsent(did, "DATASET");
    files.computeIfAbsent(did, _ -> new ArrayList<>()).add(new File(name, bytes, states));
    return this;
  }

  /** Says how the last file of a name fares at a storage element. */
  public PaperRucio state(String did, String element, String state) {
    files.get(did).getLast().states().put(element, state);
    return this;
  }

  public PaperRucio distance(String from, String to, int distance) {
    distances.put(from + " " + to, distance);
    return this;
  }

  /** From now on only this token is taken and given. */
  public void renew(String other) {
    token = other;
  }

  /** The targets that were asked for, in order. */
  public List<String> asked() {
    return server.requests().stream().map(RawServer.Request::target).toList();
  }

  private void reply(RawServer.Request request, OutputStream out) throws IOException {
    String path = request.target().split("\\?", 2)[0];
    if (path.equals("/auth/userpass")) {
      boolean known =
          request.header("X-Rucio-Username").equals(USER)
              && request.header("X-Rucio-Password").equals(PASSWORD);
      out.write(
          (known ? login() : fault("401 Unauthorized", "CannotAuthenticate")).getBytes(UTF_8));
    } else if (!request.header("X-Rucio-Auth-Token").equals(token)) {
      out.write(fault("401 Unauthorized", "CannotAuthenticate").getBytes(UTF_8));
    } else {
      out.write(said(path.split("/", -1)).getBytes(UTF_8));
    }
  }

  private String login() {
    return "HTTP/1.1 200 OK\r\nX-Rucio-Auth-Token: "
        + token
        + "\r\n"
        + "X-Rucio-Auth-Token-Expires: Fri, 01 Jan 2100 00:00:00 UTC\r\n"
        + "Content-Length: 0\r\n\r\n";
  }

  private String said(String[] parts) {
    if (parts.length != 4 && parts.length != 5) {
      return fault("404 Not Found", "NotFound");
    }
    String did = decoded(parts[2]) + ":" + decoded(parts[3]);
    return switch (parts[1]) {
      case "dids" -> description(did, decoded(parts[2]), decoded(parts[3]));
      case "replicas" -> RawServer.http("200 OK", "application/x-json-stream", replicas(did));
      case "rses" -> RawServer.http("200 OK", "application/json", links(parts[2], parts[4]));
      default -> fault("404 Not Found", "NotFound");
    };
  }

  private String description(String did, String scope, String name) {
    if (!types.containsKey(did)) {
      return fault("404 Not Found", "DataIdentifierNotFound");
    }
    List<File> all = files.get(did);
    long bytes = all.stream().mapToLong(File::bytes).sum();
    return RawServer.http(
        "200 OK",
        "application/json",
        "{\"scope\": \"%s\", \"name\": \"%s\", \"type\": \"%s\", \"length\": %d, \"bytes\": %d}"
            .formatted(scope, name, types.get(did), all.size(), bytes));
  }

  private String replicas(String did) {
    StringBuilder lines = new StringBuilder();
    boolean isFile = "FILE".equals(types.get(did));
    for (File file : files.getOrDefault(did, List.of())) {
      List<String> there =
          file.states().keySet().stream().map(one -> "\"" + one + "\": [\"root://x\"]").toList();
      List<String> states =
          file.states().entrySet().stream()
              .map(one -> "\"" + one.getKey() + "\": \"" + one.getValue() + "\"")
              .toList();
      if (isFile || !there.isEmpty()) {
        lines.append(
            "{\"scope\": \"s\", \"name\": \"%s\", \"bytes\": %d, \"md5\": null, \"pfns\": {}, \"rses\": {%s}, \"states\": {%s}}\n"
                .formatted(
                    file.name(),
                    file.bytes(),
                    String.join(", ", there),
                    String.join(", ", states)));
      }
    }
    return lines.toString();
  }

  private String links(String from, String to) {
    return Optional.ofNullable(distances.get(from + " " + to))
        .map(distance -> "[{\"distance\": %d, \"ranking\": %d}]".formatted(distance, distance))
        .orElse("[]");
  }

  private static String fault(String status, String name) {
    return "HTTP/1.1 %s\r\nExceptionClass: %s\r\nContent-Length: 0\r\n\r\n".formatted(status, name);
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part, UTF_8);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
