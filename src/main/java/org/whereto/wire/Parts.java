// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.whereto.tree.BadInput;

/**
 * A multipart body taken apart at its boundary lines (RFC 2046, section 5.1.1). What stands before
 * the first and after the last is passed over. A line that some readers would take for a boundary
 * and others would not is a fault, and part of what it stands in.
 *
 * @param parts those that stand between two boundary lines, headers and content
 * @param fault the first one, if there is any; it hides no part
 */
record Parts(List<Span> parts, Optional<BadInput> fault) {

  /** Offsets into the body. */
  record Span(int begin, int end) {}

  /**
   * Takes a body apart.
   *
   * @param most parts that it may have
   */
  static Parts of(byte[] body, String boundary, int most) {
    return new Splitter(body, ("--" + boundary).getBytes(StandardCharsets.US_ASCII), most).split();
  }

  private static final class Splitter {
    private final byte[] body;
    private final byte[] delimiter;
    private final int most;
    private final List<Span> parts = new ArrayList<>();
    private Optional<BadInput> fault = Optional.empty();

    /** Where the part begins that is being read; -1 before the first boundary line. */
    private int begin = -1;

    private boolean ended;

    private Splitter(byte[] body, byte[] delimiter, int most) {
      this.body = body;
      this.delimiter = delimiter;
      this.most = most;
    }

    private Parts split() {
      for (int line = 0; line < body.length; line = nextLine(line)) {
        if (isBoundary(line)) {
          boundary(line);
        }
      }
      if (begin < 0) {
        wrong(
            "multipart.no-boundary",
            "The body holds no line with the boundary that its Content-Type names; each such line"
                + " must end in CR LF.");
      } else if (!ended) {
        wrong("multipart.no-end", "The body ends before its last boundary; send all of it.");
      }
      return new Parts(List.copyOf(parts), fault);
    }

    private int nextLine(int from) {
      int at = from;
      while (at < body.length && body[at] != '\n') {
        at++;
      }
      return at + 1;
    }

    private boolean isBoundary(int line) {
      return body.length - line >= delimiter.length
          && Arrays.equals(body, line, line + delimiter.length, delimiter, 0, delimiter.length);
    }

    private void boundary(int line) {
      int after = line + delimiter.length;
      boolean last = is(after, '-') && is(after + 1, '-');
      int end = last ? after + 2 : after;
      while (is(end, ' ') || is(end, '\t')) {
        end++;
      }
      boolean begins = line == 0 || (line >= 2 && body[line - 2] == '\r');
      boolean ends = (is(end, '\r') && is(end + 1, '\n')) || (last && end == body.length);
      if (!begins || !ends || ended) {
        wrong(
            "multipart.boundary-line",
            "A line begins like the boundary but is none that belongs here: each stands on a line"
                + " of its own, ends in CR LF, and the last one in --.");
        return;
      }
      if (begin >= 0) {
        add(line);
      }
      begin = end + 2;
      ended = last;
    }

    /** The line break before a boundary belongs to the boundary. */
    private void add(int line) {
      if (parts.size() == most) {
        wrong("multipart.part-budget", "The body has more than " + most + " parts; send fewer.");
        return;
      }
      parts.add(new Span(begin, Math.max(begin, line - 2)));
    }

    private boolean is(int at, char c) {
      return at < body.length && body[at] == c;
    }

    private void wrong(String code, String sentence) {
      if (fault.isEmpty()) {
        fault = Optional.of(new BadInput(code, sentence));
      }
    }
  }
}
