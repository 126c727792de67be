// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.time.Duration;
import org.whereto.http.settings.Limits;

/** A way to keep a server waiting, and what a server has to say to it before it closes. */
public enum SlowKind {
  /** Never says anything. */
  SILENT("", "", ""),
  REQUEST_LINE("GET /acc", "e", "http.too-slow"),
  HEADERS("GET /accepts HTTP/1.1\r\nHost: a\r\nX: ", "y", "http.too-slow"),
  BODY("POST /accepts HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\n", "#", "body.too-slow"),
  /** Asks for more than the system's buffers hold, and reads hardly anything of it. */
  READING("GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n".repeat(90), "G", "");

  private final String start;
  private final String drip;
  private final String told;

  SlowKind(String start, String drip, String told) {
    this.start = start;
    this.drip = drip;
    this.told = told;
  }

  /** What is sent at first. */
  String start() {
    return start;
  }

  /** What is sent from time to time. */
  String drip() {
    return drip;
  }

  /** The time after which a server has to close. */
  public Duration limit(Limits limits) {
    return switch (this) {
      case SILENT, REQUEST_LINE, HEADERS -> limits.headTime();
      case BODY -> limits.bodyGrace();
      case READING -> limits.sendTime();
    };
  }

  /** Whether this is what such a client may get to read until the end. */
  boolean isRight(String read) {
    return switch (this) {
      case SILENT -> read.isEmpty();
      case REQUEST_LINE, HEADERS, BODY ->
          read.startsWith("HTTP/1.1 408 ") && read.contains("\"code\": \"" + told + "\"");
      case READING -> "HTTP/1.1 200 OK".startsWith(read.substring(0, Math.min(15, read.length())));
    };
  }
}
