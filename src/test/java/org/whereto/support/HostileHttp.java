// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.util.List;
import java.util.stream.Stream;
import org.whereto.support.HostileInput.Shape;

/** Requests that two readers could read apart, that hide another one, or that never end. */
public final class HostileHttp {

  private static final String ASK = "GET /accepts?tasktype=x HTTP/1.1\r\nHost: a\r\n";
  private static final String POST =
      "POST /accepts HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";

  private static final String END = "\r\n";
  private static final String LAST = "0\r\n\r\n";

  /** Asks for a type that gets a YES: no reply may have one, for nobody sends this as a request. */
  private static final String HIDDEN =
      "GET /accepts?tasktype=uri://plain HTTP/1.1\r\nHost: a\r\n\r\n";

  private static final String SIZED = "Content-Length: " + HIDDEN.length() + "\r\n";
  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
  private static final String CHUNK =
      Integer.toHexString(HIDDEN.length()) + "\r\n" + HIDDEN + "\r\n0\r\n\r\n";

  /** One reader would take the end of these for another request. */
  private static List<String[]> hiding() {
    return List.of(
        row(
            "chunks behind a length",
            POST + "Content-Length: 5\r\n" + CHUNKED + END + LAST + HIDDEN),
        row("a length over chunks", POST + CHUNKED + SIZED + END + CHUNK),
        row("none and a length", POST + "Content-Length: 0\r\n" + SIZED + END + HIDDEN),
        row("a length and none", POST + SIZED + "Content-Length: 0\r\n" + END + HIDDEN),
        row(
            "a coding in a fold",
            POST + "Transfer-Encoding:\r\n chunked\r\n" + SIZED + END + CHUNK),
        row("a coding before a blank", POST + "Transfer-Encoding : chunked\r\n" + END + CHUNK),
        row(
            "a coding behind a tab",
            POST + "Transfer-Encoding:\tchunked, identity\r\n" + END + CHUNK),
        row("an old request in chunks", POST.replace("/1.1", "/1.0") + CHUNKED + END + CHUNK),
        row("an extension's bare end", POST + CHUNKED + END + "1;\nx\r\n" + LAST + HIDDEN),
        row("a body of a type not read", POST.replace("json", "png") + SIZED + END + HIDDEN),
        row("a body where nothing is", POST.replace("/accepts", "/nothing") + SIZED + END + HIDDEN),
        row("a body of a method not known", "PUT" + POST.substring(4) + SIZED + END + HIDDEN),
        row("a body of a GET", ASK + SIZED + END + HIDDEN),
        row("a body of a HEAD", "HEAD" + ASK.substring(3) + SIZED + END + HIDDEN),
        row("a body of OPTIONS", "OPTIONS" + ASK.substring(3) + SIZED + END + HIDDEN),
        row("a body far too large", POST + "Content-Length: 99999999\r\n" + END + HIDDEN),
        row("a body with an odd wish", POST + "Expect: x\r\n" + SIZED + END + HIDDEN),
        row("a body that is packed", POST + "Content-Encoding: gzip\r\n" + SIZED + END + HIDDEN));
  }

  /** Nothing more comes: the server has to end these by itself. */
  private static List<String[]> incomplete() {
    return List.of(
        row("nothing", ""),
        row("half a request line", "GET /acc"),
        row("half a head", ASK + "X: "),
        row("no body", POST + "Content-Length: 20\r\n\r\n"),
        row("half a body", POST + "Content-Length: 20\r\n\r\n{\"tasktype\""),
        row("half a chunk", POST + CHUNKED + END + "ff\r\n{}"),
        row("half a chunk's size", POST + CHUNKED + END + "2\r\n{}\r\nf"),
        row("trailers without end", POST + CHUNKED + END + "2\r\n{}\r\n0\r\nX: y\r\n"),
        row("half a second request", ASK + "\r\nGET /"));
  }

  private HostileHttp() {}

  private static String[] row(String name, String octets) {
    return HostileBombs.row(name, octets);
  }

  public static List<HostileInput> all() {
    return Stream.of(faulty(), hiding(), incomplete())
        .flatMap(List::stream)
        .map(row -> HostileInput.of(row[0], Shape.REQUEST, row[1]))
        .toList();
  }

  private static List<String[]> faulty() {
    return List.of(
        row(
            "both lengths",
            POST + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        row("two lengths", POST + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x"),
        row("a list of lengths", POST + "Content-Length: 2, 3\r\n\r\n{}x"),
        row("a signed length", POST + "Content-Length: +2\r\n\r\n{}"),
        row("a huge length", POST + "Content-Length: 99999999999999999999\r\n\r\n{}"),
        row("a length below zero", POST + "Content-Length: -1\r\n\r\n{}"),
        row("bare line feeds", "GET /accepts HTTP/1.1\nHost: a\n\n"),
        row("a bare line feed in the head", "GET /accepts HTTP/1.1\r\nHost: a\nX: b\r\n\r\n"),
        row("a bare carriage return", "GET /accepts HTTP/1.1\r\nHost: a\rX: b\r\n\r\n"),
        row("a folded header", ASK + "X: a\r\n b\r\n\r\n"),
        row("a blank before the colon", ASK + "Content-Length : 1\r\n\r\n"),
        row("a header without a name", ASK + ": a\r\n\r\n"),
        row("a zero byte in a header", ASK + "X: a\0b\r\n\r\n"),
        row("no Host", "GET /accepts HTTP/1.1\r\n\r\n"),
        row("two Hosts", ASK + "Host: b\r\n\r\n"),
        row("an unknown coding", POST + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
        row("chunked twice", POST + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"),
        row("a hidden coding", POST + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
        row("a chunk of no size", POST + "Transfer-Encoding: chunked\r\n\r\nx\r\n{}\r\n0\r\n\r\n"),
        row("a negative chunk", POST + "Transfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n"),
        row("a huge chunk", POST + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n{}"),
        row("a chunk too long", POST + "Transfer-Encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n"),
        row("a chunk's bare end", POST + "Transfer-Encoding: chunked\r\n\r\n2\n{}\n0\n\n"),
        row(
            "a hidden trailer",
            POST + "Transfer-Encoding: chunked\r\n\r\n0\r\nContent-Length: 3\r\n\r\n"),
        row("no HTTP", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003"),
        row("HTTP 0.9", "GET /accepts\r\n\r\n"),
        row("HTTP 2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        row("an old HTTP", "GET /accepts?tasktype=x HTTP/1.0\r\nHost: a\r\n\r\n"),
        row("HTTP 9.9", "GET / HTTP/9.9\r\nHost: a\r\n\r\n"),
        row("a long request line", "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"),
        row("many headers", ASK + "X: a\r\n".repeat(100) + "\r\n"),
        row("a long header", ASK + "X: " + "a".repeat(20_000) + "\r\n\r\n"),
        row("an upgrade", ASK + "Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n"),
        row("HTTP 2 in clear", ASK + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n\r\n"),
        row("a tunnel", "CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\n"),
        row("a proxy's request", "GET http://b/accepts?tasktype=x HTTP/1.1\r\nHost: a\r\n\r\n"),
        row("a path upwards", "GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n"),
        row("an unknown method", "BREW /accepts HTTP/1.1\r\nHost: a\r\n\r\n"),
        row("a tracer", "TRACE /accepts HTTP/1.1\r\nHost: a\r\n\r\n"),
        row("an odd expectation", POST + "Expect: 200-ok\r\nContent-Length: 2\r\n\r\n{}"),
        row("a packed body", POST + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"),
        row("many ranges", ASK + "Range: bytes=" + "0-1,".repeat(2000) + "0-1\r\n\r\n"),
        row("many wishes", ASK + "Accept: " + "a/b;q=.1,".repeat(1500) + "*/*\r\n\r\n"),
        row("sent ahead", (ASK + "\r\n").repeat(50)),
        row("a request in a body", POST + "Content-Length: 2\r\n\r\n{}" + ASK + "\r\n"),
        row(
            "a target beyond ASCII",
            "GET /accepts?tasktype=\u00e9\u0001 HTTP/1.1\r\nHost: a\r\n\r\n"),
        row("a header beyond ASCII", ASK + "X: \u00ff\u00e9\r\n\r\n"),
        row(
            "a raw brace",
            "GET /accepts?tasktype=x&taskinfo.languages={a,b} HTTP/1.1\r\nHost: a\r\n\r\n"),
        row("a body that a GET has", ASK + "Content-Length: 2\r\n\r\n{}" + ASK + "\r\n"));
  }
}
