// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.OptionalInt;

/**
 * Where each start tag begins, one after the other: the parser only knows where it ends. Looks at
 * the text itself, so it also finds a DOCTYPE before any parser does.
 */
final class XmlPlaces {

  private final String text;
  private final Cursor cursor;
  private int at;

  XmlPlaces(char[] text) {
    this.text = new String(text);
    this.cursor = new Cursor(text);
  }

  /**
   * The next start tag.
   *
   * @throws BadInput for a DOCTYPE on the way
   */
  Place next(Meter meter) throws BadInput {
    OptionalInt tag = OptionalInt.empty();
    while (tag.isEmpty()) {
      int open = text.indexOf('<', at);
      if (open < 0) {
        return cursor.place(text.length());
      }
      tag = pass(open, meter);
    }
    return cursor.place(tag.getAsInt());
  }

  /** Steps over one piece of markup; says where it is if it is a start tag. */
  private OptionalInt pass(int open, Meter meter) throws BadInput {
    if (text.startsWith("<!--", open)) {
      after("-->", open + 4);
    } else if (text.startsWith("<![CDATA[", open)) {
      after("]]>", open);
    } else if (text.startsWith("<?", open)) {
      after("?>", open);
    } else if (text.startsWith("<!", open)) {
      throw doctype(cursor.place(open), meter);
    } else {
      at = open + 1;
      boolean start = !text.startsWith("/", at);
      return start ? OptionalInt.of(open) : OptionalInt.empty();
    }
    return OptionalInt.empty();
  }

  private void after(String end, int from) {
    int found = text.indexOf(end, from);
    at = found < 0 ? text.length() : found + end.length();
  }

  static BadInput doctype(Place place, Meter meter) {
    return meter.broken("doctype", place, "A DOCTYPE is never read; take it out.");
  }
}
