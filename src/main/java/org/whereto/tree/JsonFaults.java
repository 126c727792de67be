// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Says in plain words what the parser found. */
final class JsonFaults {

  private static final String HALF =
      "An escape here is half a surrogate pair and no character; write both halves.";

  private JsonFaults() {}

  static BadInput syntax(JacksonException fault, char[] text, Cursor cursor, Meter meter) {
    long offset = fault.getLocation() == null ? -1 : fault.getLocation().getCharOffset();
    boolean end = fault instanceof UnexpectedEndOfInputException || offset >= text.length;
    if (end || offset < 0) {
      return meter.broken(
          "syntax",
          cursor.place(text.length),
          "The JSON ends too early; a quote, a bracket or a brace is not closed.");
    }
    if (String.valueOf(fault.getOriginalMessage()).contains("surrogate")) {
      return meter.broken("lone-surrogate", cursor.place(offset), HALF);
    }
    int word = notANumber(text, (int) offset);
    if (word > 0) {
      return meter.broken(
          "syntax",
          cursor.place(offset - word),
          "JSON knows neither NaN nor Infinity; send null or a text.");
    }
    return meter.broken(
        "syntax",
        cursor.place(offset),
        "This is no JSON from "
            + shown(text, (int) offset)
            + " on; look for a missing or surplus quote, comma, colon or bracket.");
  }

  /** How long the word is that stands just before, if Python takes it for JSON and nobody else. */
  private static int notANumber(char[] text, int offset) {
    int start = Math.max(0, offset - "Infinity".length());
    String before = new String(text, start, offset - start);
    return before.endsWith("NaN") ? 3 : before.endsWith("Infinity") ? 8 : 0;
  }

  /** The character at an offset, so that the reader finds it in a long line. */
  private static String shown(char[] text, int offset) {
    int c = Character.codePointAt(text, offset, text.length);
    if (c == '"') {
      return "a double quote";
    }
    boolean visible = c > 0x20 && Character.isDefined(c) && !Character.isISOControl(c);
    return visible ? "\"" + Character.toString(c) + "\"" : String.format("U+%04X", c);
  }

  static BadInput surrogate(Meter meter, Place place) {
    return meter.fault("lone-surrogate", place, HALF);
  }
}
