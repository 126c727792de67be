// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.util.ArrayDeque;
import java.util.Deque;

/** Relative references of redirects, once their host is settled (RFC 3986, section 5.2). */
final class Relative {

  private Relative() {}

  /**
   * Path and query of {@code reference} as seen from {@code base}.
   *
   * @param base path and query; begins with a slash
   * @param reference without scheme and authority; may be empty
   */
  static String to(String base, String reference) {
    String path = upTo('?', base);
    String to = upTo('#', reference);
    if (to.isEmpty()) {
      return base;
    }
    if (to.startsWith("?")) {
      return path + to;
    }
    String joined = to.startsWith("/") ? to : path.substring(0, path.lastIndexOf('/') + 1) + to;
    String joinedPath = upTo('?', joined);
    return withoutDots(joinedPath) + joined.substring(joinedPath.length());
  }

  private static String withoutDots(String path) {
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      boolean up = segments[i].equals("..");
      if (up) {
        kept.pollLast();
      }
      if (!up && !segments[i].equals(".")) {
        kept.addLast(segments[i]);
      } else if (last) {
        kept.addLast("");
      }
    }
    return "/" + String.join("/", kept);
  }

  private static String upTo(char mark, String text) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }
}
