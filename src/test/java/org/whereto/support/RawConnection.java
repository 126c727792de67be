// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/** A connection to a server on this machine: sends bytes, reads whole replies (RFC 9112). */
public final class RawConnection implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 30_000;
  private static final int LONGEST_HEAD = 64 * 1024;

  private final Socket socket;
  private final InputStream in;

  private RawConnection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
  }

  public static RawConnection to(int port) throws IOException {
    return new RawConnection(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  /** One reply to one request on a connection of its own. */
  public static RawReply ask(int port, byte[] request) throws IOException {
    try (RawConnection connection = to(port)) {
      return connection.ask(request);
    }
  }

  public static RawReply ask(int port, String request) throws IOException {
    return ask(port, request.getBytes(ISO_8859_1));
  }

  /** Sends a request and reads the reply to it. */
  public RawReply ask(byte[] request) throws IOException {
    send(request);
    return reply(new String(request, 0, Math.min(5, request.length), ISO_8859_1).equals("HEAD "));
  }

  public RawReply ask(String request) throws IOException {
    return ask(request.getBytes(ISO_8859_1));
  }

  public void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /**
   * The next reply.
   *
   * @param bare whether the request was one whose reply has no body (HEAD)
   * @throws EOFException if the connection ends before the reply does
   */
  public RawReply reply(boolean bare) throws IOException {
    StringBuilder interim = new StringBuilder();
    String head = head();
    while (head.startsWith("HTTP/1.1 1")) {
      interim.append(head).append("\r\n");
      head = head();
    }
    RawReply reply = new RawReply(head, "");
    boolean none = bare || reply.status() == 204 || reply.status() == 304;
    return new RawReply(interim + head, none ? "" : new String(body(reply), ISO_8859_1));
  }

  /** Waits for a reply to begin; whether it did before the connection ended. */
  public boolean begins() throws IOException {
    in.mark(1);
    boolean begun = in.read() >= 0;
    if (begun) {
      in.reset();
    }
    return begun;
  }

  /** Whether the server ends the connection now, with no further byte. */
  public boolean isEnded() throws IOException {
    return in.read() < 0;
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (!isWhole(head)) {
      int next = in.read();
      if (next < 0 || head.length() > LONGEST_HEAD) {
        throw new EOFException("No whole reply came, but: " + head);
      }
      head.append((char) next);
    }
    return head.substring(0, head.length() - 2);
  }

  private static boolean isWhole(StringBuilder head) {
    int length = head.length();
    return length > 3 && head.substring(length - 4).equals("\r\n\r\n");
  }

  private byte[] body(RawReply reply) throws IOException {
    if (reply.header("Transfer-Encoding").equalsIgnoreCase("chunked")) {
      return chunks();
    }
    String length = reply.header("Content-Length");
    if (length.isEmpty()) {
      return in.readAllBytes();
    }
    return exactly(Integer.parseInt(length));
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("The body ends after " + bytes.length + " of " + length + " bytes.");
    }
    return bytes;
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int length = Integer.parseInt(line(), 16);
    while (length > 0) {
      body.write(exactly(length));
      exactly(2);
      length = Integer.parseInt(line(), 16);
    }
    exactly(2);
    return body.toByteArray();
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    int next = in.read();
    while (next >= 0 && next != '\n') {
      line.append((char) next);
      next = in.read();
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
