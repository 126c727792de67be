// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern over names that have segments between slashes. {@code *} stands for any characters of
 * one segment, none among them; {@code **}, alone between its slashes, for any number of segments:
 * at either end of the pattern at least one. Every other character stands for itself.
 *
 * <p>Matching never tries one star again after it has passed a later one, so that no pattern takes
 * long on any text.
 */
final class Glob {

  private static final String ANY_SEGMENTS = "**";

  /** The segments between one {@code **} and the next. */
  private final List<List<Segment>> blocks;

  private Glob(List<List<Segment>> blocks) {
    this.blocks = blocks;
  }

  /** The glob that a text writes; ask {@link #isSound} first. */
  static Glob of(String pattern) {
    List<List<Segment>> blocks = new ArrayList<>();
    List<Segment> block = new ArrayList<>();
    for (String segment : pattern.split("/", -1)) {
      if (segment.equals(ANY_SEGMENTS)) {
        blocks.add(List.copyOf(block));
        block = new ArrayList<>();
      } else {
        block.add(Segment.of(segment));
      }
    }
    blocks.add(List.copyOf(block));
    return new Glob(List.copyOf(blocks));
  }

  /** Whether each {@code **} stands alone between slashes, and none beside another. */
  static boolean isSound(String pattern) {
    for (String segment : pattern.split("/", -1)) {
      if (segment.contains(ANY_SEGMENTS) && !segment.equals(ANY_SEGMENTS)) {
        return false;
      }
    }
    return !pattern.contains(ANY_SEGMENTS + "/" + ANY_SEGMENTS);
  }

  /** Whether it is more than a literal text. */
  static boolean isGlob(String pattern) {
    return pattern.indexOf('*') >= 0;
  }

  /** The text before the first star. */
  static String literalStart(String pattern) {
    int star = pattern.indexOf('*');
    return star < 0 ? pattern : pattern.substring(0, star);
  }

  boolean matches(String text) {
    return matches(text.split("/", -1));
  }

  private boolean matches(String[] segments) {
    int last = blocks.size() - 1;
    if (last == 0) {
      return segments.length == blocks.getFirst().size() && fits(blocks.getFirst(), segments, 0);
    }
    int start = blocks.getFirst().size();
    int end = segments.length - blocks.get(last).size();
    // The outer ** of a pattern stand for one segment at least.
    int from = start + (start == 0 ? 1 : 0);
    int until = end - (blocks.get(last).isEmpty() ? 1 : 0);
    if (last == 1 && start == 0 && blocks.get(last).isEmpty()) {
      return true;
    }
    if (from > until
        || !fits(blocks.getFirst(), segments, 0)
        || !fits(blocks.get(last), segments, end)) {
      return false;
    }
    return middleFits(segments, from, until);
  }

  /** Whether this matches the whole text between these segments, or what some of the first say. */
  boolean matchesStart(List<String> names) {
    String[] segments = names.toArray(String[]::new);
    List<Segment> first = blocks.getFirst();
    if (first.size() > segments.length || !fits(first, segments, 0)) {
      return false;
    }
    int at = first.size();
    // Only beside a ** is a block empty. The outer ** of a pattern stand for one segment at least.
    boolean opens = first.isEmpty();
    boolean closes = blocks.getLast().isEmpty() && !(opens && blocks.size() == 2);
    at += opens ? 1 : 0;
    for (List<Segment> block : blocks.subList(1, blocks.size())) {
      while (at + block.size() <= segments.length && !fits(block, segments, at)) {
        at++;
      }
      at += block.size();
    }
    return at + (closes ? 1 : 0) <= segments.length;
  }

  /** Each block between two {@code **} takes the first place where it fits. */
  private boolean middleFits(String[] segments, int from, int until) {
    int at = from;
    for (List<Segment> block : blocks.subList(1, blocks.size() - 1)) {
      while (at + block.size() <= until && !fits(block, segments, at)) {
        at++;
      }
      at += block.size();
      if (at > until) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(List<Segment> block, String[] segments, int at) {
    for (int i = 0; i < block.size(); i++) {
      if (!block.get(i).matches(segments[at + i])) {
        return false;
      }
    }
    return true;
  }

  /** One segment: literal pieces with a star between each and the next. */
  private record Segment(List<String> pieces) {

    static Segment of(String pattern) {
      return new Segment(List.of(pattern.split("\\*", -1)));
    }

    boolean matches(String text) {
      String first = pieces.getFirst();
      String last = pieces.getLast();
      if (pieces.size() == 1) {
        return text.equals(first);
      }
      int until = text.length() - last.length();
      if (first.length() > until || !text.startsWith(first) || !text.endsWith(last)) {
        return false;
      }
      int at = first.length();
      for (String piece : pieces.subList(1, pieces.size() - 1)) {
        int found = text.indexOf(piece, at);
        at = found + piece.length();
        if (found < 0 || at > until) {
          return false;
        }
      }
      return true;
    }
  }
}
