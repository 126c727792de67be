// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Says in plain words what the parser found. */
final class YamlFaults {

  /** How the parser's own words begin, and ours for them. */
  private static final Map<String, String> SENTENCES = new LinkedHashMap<>();

  static {
    say(
        "mapping values are not",
        "A \"name: value\" cannot stand here; quote the text or indent it.");
    say("sequence entries are not", "A \"- \" cannot stand here; check the indentation.");
    say("mapping keys are not", "A \"? \" cannot stand here; check the indentation.");
    say("found character '\\t", "A tab cannot indent YAML; use blanks.");
    say("found character", "A text cannot begin with this character; quote it.");
    say(
        "could not find expected ':'",
        "A name here has no colon and value; check the indentation.");
    say("found unexpected end of stream", "A quote is not closed.");
    say("found unexpected document separator", "A quote is not closed before this line.");
    say("found unknown escape", "No such escape in double quotes; double the backslash.");
    say("expected escape sequence", "An escape here has too few hexadecimal digits.");
    say("expected <block end>, but found ':'", "A name is missing before this colon.");
    say("expected <block end>", "The indentation does not fit what stands above; align it.");
    say("expected ',' or ']'", "A comma or a \"]\" is missing.");
    say("expected ',' or '}'", "A comma or a \"}\" is missing.");
    say("expected '<document start>'", "This fits no line above; check indentation and quotes.");
    say("found undefined tag handle", "No %TAG line names this tag's handle; take the tag out.");
  }

  private YamlFaults() {}

  private static void say(String theirs, String ours) {
    SENTENCES.put(theirs, ours);
  }

  static BadInput syntax(YamlEngineException fault, char[] text, Meter meter) {
    if (fault instanceof ReaderException) {
      return unprintable(text, meter);
    }
    if (fault instanceof MarkedYamlEngineException marked) {
      Place place =
          marked
              .getProblemMark()
              .map(mark -> new Place(mark.getLine() + 1, mark.getColumn() + 1))
              .orElse(Place.NONE);
      return meter.broken("syntax", place, sentence(marked.getProblem()));
    }
    return unreadable(Place.NONE, meter);
  }

  private static String sentence(String problem) {
    return SENTENCES.entrySet().stream()
        .filter(known -> problem.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("This is no YAML from here on; check indentation, quotes and colons.");
  }

  /** Where the first character stands that YAML does not allow. */
  static int printable(char[] text) {
    int at = 0;
    while (at < text.length && StreamReader.isPrintable(Character.codePointAt(text, at))) {
      at += Character.charCount(Character.codePointAt(text, at));
    }
    return at;
  }

  /**
   * Where the first character stands that ends a line for some readers and not for others: those of
   * YAML 1.1 and 1.2 differ on U+0085, U+2028 and U+2029, and on a byte order mark that begins a
   * line. One of them would see keys where another sees the rest of a comment.
   */
  static int clear(char[] text) {
    for (int at = 0; at < text.length; at++) {
      char c = text[at];
      if (c > '~' && (c == '\u0085' || c == '\u2028' || c == '\u2029' || c == '\ufeff')) {
        return at;
      }
    }
    return text.length;
  }

  static BadInput unclear(char[] text, Meter meter) {
    int at = clear(text);
    String name = String.format(Locale.ROOT, "%04X", (int) text[at]);
    return meter.broken(
        "line-break",
        new Cursor(text).place(at),
        "Readers of YAML differ on whether the character U+"
            + name
            + " ends a line; take it out, or write \\u"
            + name
            + " in double quotes.");
  }

  static BadInput unprintable(char[] text, Meter meter) {
    return meter.broken(
        "character",
        new Cursor(text).place(printable(text)),
        "YAML does not allow this control character; take it out or escape it in double quotes.");
  }

  static BadInput unreadable(Place place, Meter meter) {
    return meter.broken("syntax", place, "This YAML cannot be read from here on.");
  }

  static BadInput surrogate(Place place, Meter meter) {
    return meter.fault(
        "lone-surrogate",
        place,
        "An escape here is half a surrogate pair and no character; write both halves.");
  }
}
