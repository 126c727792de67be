// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLException;

/**
 * A server that says whatever a test wants it to say, byte by byte, on a free port of 127.0.0.1.
 */
public final class RawServer implements AutoCloseable {

  /** What the server does with one request. */
  public interface Behaviour {
    /** Writes what it likes; the connection is closed afterwards. */
    void reply(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  /**
   * One request as it came.
   *
   * @param head the request line and headers
   */
  public record Request(String head, String body) {

    public String method() {
      return head.substring(0, head.indexOf(' '));
    }

    /** Path and query. */
    public String target() {
      return head.split(" ", 3)[1];
    }

    /** The value of a header; empty if there is none. */
    public String header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst()
          .orElse("");
    }
  }

  private final ServerSocket listening;
  private final Behaviour behaviour;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private RawServer(ServerSocket listening, Behaviour behaviour) {
    this.listening = listening;
    this.behaviour = behaviour;
  }

  public static RawServer start(Behaviour behaviour) throws IOException {
    return on(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), behaviour);
  }

  /** A server that listens there, and closes it in the end. */
  public static RawServer on(ServerSocket listening, Behaviour behaviour) {
    RawServer server = new RawServer(listening, behaviour);
    Thread.ofVirtual().start(server::accept);
    return server;
  }

  /** A server that always says the same. */
  public static RawServer saying(String reply) throws IOException {
    return saying(reply.getBytes(StandardCharsets.UTF_8));
  }

  public static RawServer saying(byte[] reply) throws IOException {
    return start((_, out) -> out.write(reply));
  }

  /** A whole reply with this status line's end, content type, and body. */
  public static String http(String status, String type, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return "HTTP/1.1 "
        + status
        + "\r\nContent-Type: "
        + type
        + "\r\nContent-Length: "
        + length
        + "\r\n\r\n"
        + body;
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  public int port() {
    return listening.getLocalPort();
  }

  /** What was asked so far. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Request request = read(socket.getInputStream());
      requests.add(request);
      behaviour.reply(request, socket.getOutputStream());
      socket.getOutputStream().flush();
    } catch (SocketException | SSLException _) {
      // The client hung up, or did not like what it saw: that is what some tests want to see.
    } catch (IOException | InterruptedException fault) {
      throw new IllegalStateException(fault);
    } finally {
      open.remove(socket);
    }
  }

  private static Request read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new SocketException("no whole request came");
      }
      head.write(next);
    }
    Request bare = new Request(head.toString(StandardCharsets.ISO_8859_1), "");
    String length = bare.header("Content-Length");
    byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
    return new Request(bare.head(), new String(body, StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
