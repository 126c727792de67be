// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A small VOSpace service by the text of the standard (VOSpace 2.1, getNode). */
public final class PaperVospace implements AutoCloseable {

  public static final String AUTHORITY = "example.org!vospace";
  public static final String TOKEN = "a-token-of-vospace";

  private final Map<String, String> nodes = new ConcurrentHashMap<>();
  private final RawServer server;
  private volatile boolean open = true;

  private PaperVospace() throws IOException {
    this.server = RawServer.start((request, out) -> reply(request, out));
  }

  public static PaperVospace start() throws IOException {
    return new PaperVospace();
  }

  public String endpoint() {
    return server.url() + "/vospace";
  }

  /** From now on only those with the token see anything. */
  public PaperVospace closed() {
    open = false;
    return this;
  }

  /** Puts data of so many bytes; more attributes of the node may follow. */
  public PaperVospace data(String path, long bytes, String... attributes) {
    String more = attributes.length == 0 ? "" : " " + String.join(" ", attributes);
    return put(path, "DataNode", more, length(bytes) + "<vos:accepts/><vos:provides/>");
  }

  public PaperVospace container(String path) {
    return put(path, "ContainerNode", "", length(0) + "<vos:nodes/>");
  }

  public PaperVospace link(String path, String target) {
    return put(path, "LinkNode", "", "<vos:target>" + target + "</vos:target>");
  }

  /** Puts a node of this type with these attributes and elements. */
  public PaperVospace put(String path, String type, String attributes, String elements) {
    String begin =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <vos:node xmlns:vos="http://www.ivoa.net/xml/VOSpace/v2.0" version="2.1"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            uri="vos://%s%s" xsi:type="vos:%s"%s>
        """
            .formatted(AUTHORITY, path, type, attributes);
    return say(path, begin + elements + "\n</vos:node>\n");
  }

  /** Says this of a node. */
  public PaperVospace say(String path, String document) {
    nodes.put(path, document);
    return this;
  }

  /** The targets that were asked for, in order. */
  public List<String> asked() {
    return server.requests().stream().map(RawServer.Request::target).toList();
  }

  /** Properties that hold a length. */
  public static String length(long bytes) {
    return "<vos:properties><vos:property uri=\"ivo://ivoa.net/vospace/core#length\""
        + " readOnly=\"true\"> "
        + bytes
        + " </vos:property></vos:properties>";
  }

  private void reply(RawServer.Request request, OutputStream out) throws IOException {
    String path = request.target().split("\\?", 2)[0];
    boolean known = open || request.header("Authorization").equals("Bearer " + TOKEN);
    String begin = "/vospace/nodes";
    Optional<String> node =
        Optional.of(path)
            .filter(one -> known && one.startsWith(begin))
            .map(one ->
                nodes.get(one.length() == begin.length() ? "/" : one.substring(begin.length())));
    String said =
        known
            ? node.map(one -> RawServer.http("200 OK", "text/xml", one))
                .orElse(RawServer.http("404 Not Found", "text/plain", "NodeNotFound " + path))
            : RawServer.http("403 Forbidden", "text/plain", "PermissionDenied");
    out.write(said.getBytes(UTF_8));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
