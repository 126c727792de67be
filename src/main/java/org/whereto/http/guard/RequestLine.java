// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import org.whereto.http.message.Refusal;

/**
 * The first line of a request (RFC 9112, section 3).
 *
 * @param target as sent: of printable ASCII, but not otherwise looked at where it begins soundly
 */
record RequestLine(HttpMethod method, String target, HttpVersion version) {

  static RequestLine of(String line) throws Refusal {
    int first = line.indexOf(' ');
    int last = line.lastIndexOf(' ');
    if (first <= 0 || first == last) {
      throw Malformed.head("The request line is no method, target and HTTP version.");
    }
    String method = line.substring(0, first);
    if (!FieldLine.isToken(method)) {
      throw Malformed.head("The method in the request line is no word.");
    }
    HttpVersion version = version(line.substring(last + 1));
    String target = line.substring(first + 1, last);
    if (target.indexOf(' ') >= 0 || target.indexOf('\t') >= 0) {
      throw Malformed.head("A blank stands in the request's target: write %20 for it.");
    }
    if (!beginsSoundly(target, method)) {
      throw Malformed.head("The request's target begins with neither / nor http://.");
    }
    return new RequestLine(HttpMethod.valueOf(method), target, version);
  }

  private static HttpVersion version(String text) throws Refusal {
    return switch (text) {
      case "HTTP/1.1" -> HttpVersion.HTTP_1_1;
      case "HTTP/1.0" -> HttpVersion.HTTP_1_0;
      default ->
          throw Malformed.version(
              "This service speaks HTTP/1.1 and HTTP/1.0: the request line has to end in one of"
                  + " them.");
    };
  }

  /** The four forms of RFC 9112, section 3.2. */
  private static boolean beginsSoundly(String target, String method) {
    return switch (method) {
      case "CONNECT" -> HostField.isSound(target);
      case "OPTIONS" -> target.equals("*") || isPathOrUrl(target);
      default -> isPathOrUrl(target);
    };
  }

  private static boolean isPathOrUrl(String target) {
    return target.startsWith("/")
        || target.regionMatches(true, 0, "http://", 0, 7)
        || target.regionMatches(true, 0, "https://", 0, 8);
  }
}
