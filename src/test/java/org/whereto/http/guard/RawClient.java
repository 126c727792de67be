// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A client that sends whatever bytes a test wants. It waits for nothing longer than a bound. */
public final class RawClient implements AutoCloseable {

  /** Far more than anything here takes. */
  private static final int BOUND_MS = 10_000;

  private static final String GET = "GET %s HTTP/1.1\r\nHost: a\r\n%s\r\n";

  private final Socket socket;
  private String head = "";

  private RawClient(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(BOUND_MS);
  }

  public static RawClient to(int port) throws IOException {
    return new RawClient(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  /** On a connection that is there, like one of TLS. */
  public static RawClient on(Socket socket) throws IOException {
    return new RawClient(socket);
  }

  /** From another address of this machine. */
  public static RawClient to(int port, String from) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    return new RawClient(new Socket(here, port, InetAddress.getByName(from), 0));
  }

  /** One whole request. */
  public static String get(String target) {
    return GET.formatted(target, "");
  }

  /** One whole request, and the last one of its connection. */
  public static String lastGet(String target) {
    return GET.formatted(target, "Connection: close\r\n");
  }

  public static String post(String target, String body) {
    return "POST %s HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(target, body.length(), body);
  }

  public RawClient send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public RawClient send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** One byte at a time, as far as the system lets it. */
  public RawClient sendSingly(String text) throws IOException {
    for (byte b : text.getBytes(StandardCharsets.ISO_8859_1)) {
      send(new byte[] {b});
    }
    return this;
  }

  /** The status and body of the next answer; empty where the server closed instead. */
  public String answer() throws IOException {
    InputStream in = socket.getInputStream();
    head = head(in);
    if (head.isEmpty()) {
      return "";
    }
    byte[] body = in.readNBytes(length(head));
    return head.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3)
        + (head.toLowerCase(Locale.ROOT).contains("\r\nconnection: close\r\n") ? " last " : " ")
        + new String(body, StandardCharsets.ISO_8859_1);
  }

  /** Status line and headers of the latest answer. */
  public String head() {
    return head;
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    try {
      for (int b = in.read(); b >= 0; b = in.read()) {
        head.write(b);
        if (b == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
          return head.toString(StandardCharsets.ISO_8859_1);
        }
      }
    } catch (SocketException reset) {
      return "";
    }
    return "";
  }

  private static int length(String head) {
    return head.lines()
        .map(line -> line.toLowerCase(Locale.ROOT))
        .filter(line -> line.startsWith("content-length:"))
        .map(line -> Integer.parseInt(line.substring("content-length:".length()).strip()))
        .findFirst()
        .orElse(0);
  }

  /** All answers until the server closes. */
  public List<String> answers() throws IOException {
    List<String> answers = new ArrayList<>();
    for (String next = answer(); !next.isEmpty(); next = answer()) {
      answers.add(next);
    }
    return answers;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
