// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.value;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * About how large a regular expression gets when its counted repetitions are written out, which is
 * what its compiler does: {@code ((a{1000}){1000}){1000}} would fill any memory.
 */
final class RegexSize {

  private final String text;
  private final Deque<Long> outer = new ArrayDeque<>();
  private int at;

  /** Of the group at hand, and of what stands last in it. */
  private long size;

  private long last;

  RegexSize(String text) {
    this.text = text;
  }

  /** The size, or something above {@code most} if that is passed. */
  int upTo(int most) {
    while (at < text.length() && size <= most) {
      switch (text.charAt(at++)) {
        case '\\' -> escape();
        case '[' -> set();
        case '(' -> open();
        case ')' -> close();
        case '{' -> repeat();
        default -> add(1);
      }
    }
    long whole = size;
    for (long group : outer) {
      whole += group;
    }
    return (int) Math.min(whole, Integer.MAX_VALUE);
  }

  private void add(long item) {
    last = item;
    size += item;
  }

  private void escape() {
    at++;
    if (at < text.length() && text.charAt(at) == '{') {
      int end = text.indexOf('}', at);
      at = end < 0 ? text.length() : end + 1;
    }
    add(1);
  }

  private void set() {
    if (at < text.length() && text.charAt(at) == '^') {
      at++;
    }
    int first = at;
    while (at < text.length() && (text.charAt(at) != ']' || at == first)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
    add(1);
  }

  private void open() {
    outer.push(size);
    size = 0;
    last = 0;
  }

  private void close() {
    long group = size + 2;
    size = outer.isEmpty() ? 0 : outer.pop();
    add(group);
  }

  /** {@code {5}}, {@code {5,}} and {@code {5,9}}; other braces are plain characters. */
  private void repeat() {
    int end = text.indexOf('}', at);
    String counts = end < 0 ? "" : text.substring(at, end);
    if (!counts.matches("\\d{1,4}+(?:,\\d{0,4}+)?")) {
      add(1);
      return;
    }
    at = end + 1;
    long most = 1;
    for (String count : counts.split(",", 2)) {
      most = Math.max(most, count.isEmpty() ? 1 : Long.parseLong(count));
    }
    size += last * (most - 1);
    last *= most;
  }
}
