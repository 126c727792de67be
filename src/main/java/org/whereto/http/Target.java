// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

/**
 * What a request is about (RFC 9112, section 3.2).
 *
 * @param path undecoded
 * @param query undecoded, without the {@code ?}
 */
record Target(String path, String query) {

  /** Takes the target apart; one that names scheme and host, as to a proxy, counts by its path. */
  static Target of(String raw) {
    int from = raw.startsWith("/") ? 0 : afterAuthority(raw);
    int mark = raw.indexOf('?', from);
    String path = mark < 0 ? raw.substring(from) : raw.substring(from, mark);
    // A URL that ends behind its host means what stands at its root.
    return new Target(path.isEmpty() ? "/" : path, mark < 0 ? "" : raw.substring(mark + 1));
  }

  private static int afterAuthority(String raw) {
    int authority = raw.indexOf("://");
    if (authority < 0) {
      return 0;
    }
    int at = authority + 3;
    while (at < raw.length() && raw.charAt(at) != '/' && raw.charAt(at) != '?') {
      at++;
    }
    return at;
  }
}
