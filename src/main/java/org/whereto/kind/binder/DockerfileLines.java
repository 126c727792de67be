// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.binder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a Dockerfile, taken apart as builders do (Dockerfile reference, "Format"): comments
 * and empty lines go, lines that are continued become one.
 */
final class DockerfileLines {

  private static final String COMMENT = "#";
  private static final char ESCAPE = '\\';

  /** What builders that do not know of texts behind instructions would take for instructions. */
  private static final List<String> INSTRUCTIONS = List.of("FROM", "COPY", "ADD", "ONBUILD");

  private final List<String> lines;
  private int at;

  private DockerfileLines(List<String> lines) {
    this.lines = lines;
  }

  static DockerfileLines of(String text) {
    String marked = text.startsWith("\ufeff") ? text.substring(1) : text;
    List<String> lines = new ArrayList<>();
    for (String line : marked.split("\n", -1)) {
      lines.add(withoutReturns(line));
    }
    return new DockerfileLines(lines);
  }

  private static String withoutReturns(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == '\r') {
      end--;
    }
    return line.substring(0, end);
  }

  /**
   * The values of a directive, of which there should be one. It stands before all else; every
   * comment up there that could be taken for one is.
   */
  List<String> directive(String wanted) {
    List<String> values = new ArrayList<>();
    for (String line : lines) {
      String stripped = stripStart(line);
      boolean slashes = stripped.startsWith("//");
      if (!slashes && !stripped.startsWith(COMMENT)) {
        break;
      }
      String text = stripStart(stripped.substring(slashes ? 2 : 1));
      String rest = stripStart(text.substring(Math.min(text.length(), wanted.length())));
      if (text.regionMatches(true, 0, wanted, 0, wanted.length()) && rest.startsWith("=")) {
        values.add(strip(rest.substring(1)));
      }
    }
    return values;
  }

  /** The next instruction, in one line; empty at the end of the file. */
  Optional<String> next() {
    while (at < lines.size()) {
      String line = stripStart(lines.get(at++));
      if (!line.isEmpty() && !line.startsWith(COMMENT)) {
        return Optional.of(whole(line));
      }
    }
    return Optional.empty();
  }

  private String whole(String first) {
    StringBuilder whole = new StringBuilder();
    boolean goesOn = append(first, whole);
    while (goesOn && at < lines.size()) {
      String line = lines.get(at++);
      String stripped = stripStart(line);
      if (!stripped.isEmpty() && !stripped.startsWith(COMMENT)) {
        goesOn = append(line, whole);
      }
    }
    return strip(whole.toString());
  }

  /** Whether the next line goes on with this one: it ends in one escape, and blanks. */
  private boolean append(String line, StringBuilder whole) {
    int end = line.length();
    while (end > 0 && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\t')) {
      end--;
    }
    boolean goesOn =
        end > 0 && line.charAt(end - 1) == ESCAPE && (end == 1 || line.charAt(end - 2) != ESCAPE);
    whole.append(line, 0, goesOn ? end - 1 : line.length());
    return goesOn;
  }

  /**
   * Passes over the text that ends with a line of this word.
   *
   * @param tabs whether tabs may stand before the word
   * @return whether there is such a line, and nothing before it that could be taken for more than
   *     text
   */
  boolean passText(String word, boolean tabs) {
    while (at < lines.size()) {
      String line = lines.get(at++);
      if ((tabs ? line.replaceFirst("^\\t++", "") : line).equals(word)) {
        return true;
      }
      String stripped = stripStart(line);
      if (INSTRUCTIONS.stream().anyMatch(w -> stripped.regionMatches(true, 0, w, 0, w.length()))) {
        return false;
      }
    }
    return false;
  }

  private static String strip(String text) {
    int end = text.length();
    while (end > 0 && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return stripStart(text.substring(0, end));
  }

  private static String stripStart(String text) {
    int start = 0;
    while (start < text.length() && isBlank(text.charAt(start))) {
      start++;
    }
    return text.substring(start);
  }

  /** What builders take for a blank: all that Unicode does, and no other control character. */
  private static boolean isBlank(char c) {
    return (c >= '\t' && c <= '\r') || c == '\u0085' || Character.isSpaceChar(c);
  }
}
