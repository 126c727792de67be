// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

/** A URL in a compose file without what may be secret in it: a user, a password, a query. */
final class PlainUrl {

  private static final String SCHEME_END = "://";

  /** Before an image, whose {@code @} stands before its digest. */
  private static final String IMAGE = "docker-image";

  /** Stands for a text that is {@link #isDoubtful}, and is so itself. */
  private static final String DOUBTFUL = "..\\";

  private PlainUrl() {}

  /**
   * Whether programs differ in where this leads: what goes up behind a backslash or a scheme goes
   * up from a folder to some, and to others from none.
   */
  static boolean isDoubtful(String text) {
    return text.contains("..") && (text.indexOf('\\') >= 0 || text.contains(SCHEME_END));
  }

  /** The text itself where it is no URL, or one with variables in it. */
  static String of(String text) {
    if (isDoubtful(text)) {
      return DOUBTFUL;
    }
    int scheme = text.indexOf(SCHEME_END);
    if (scheme < 0 || text.indexOf('$') >= 0 || text.startsWith(IMAGE, scheme - IMAGE.length())) {
      return text;
    }
    int start = scheme + SCHEME_END.length();
    int query = text.indexOf('?', start);
    int fragment = text.indexOf('#', start);
    int end = fragment < 0 ? text.length() : fragment;
    int pathEnd = query < 0 || query > end ? end : query;
    // A password may hold a slash: all that stands before the last @ goes.
    int user = text.lastIndexOf('@', pathEnd - 1);
    return text.substring(0, start)
        + text.substring(Math.max(start, user + 1), pathEnd)
        + text.substring(end);
  }
}
