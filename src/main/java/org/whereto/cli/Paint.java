// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

/**
 * Colours for people who want them.
 *
 * @param on whether the escape sequences are written at all
 */
record Paint(boolean on) {

  static final Paint NONE = new Paint(false);

  String good(String text) {
    return in("1;32", text);
  }

  String half(String text) {
    return in("1;33", text);
  }

  String bad(String text) {
    return in("1;31", text);
  }

  String faint(String text) {
    return in("2", text);
  }

  String strong(String text) {
    return in("1", text);
  }

  private String in(String code, String text) {
    return on && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
