// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.whereto.tree.OneLine;

/**
 * Where words come from and go to.
 *
 * @param in what {@code -} reads
 * @param out the answer, and nothing else
 * @param err faults, and progress while a person is looking
 * @param columns the width of the terminal; empty where {@code out} is none
 * @param watched whether a person sees what goes to {@code err}
 * @param env environment variables
 */
record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    OptionalInt columns,
    boolean watched,
    Map<String, String> env) {

  private static final int WIDTH_OF_FILES = 100;
  private static final int NARROWEST = 40;

  /** Beyond this the eye does not find the next line. */
  private static final int WIDEST = 160;

  /** The longest line that is printed of anybody's words: all reasons of ours are shorter. */
  private static final int LONGEST = 20_000;

  Terminal {
    env = Map.copyOf(env);
  }

  /** Whether a person is looking at the answer. */
  boolean isInteractive() {
    return columns.isPresent();
  }

  int width() {
    return Math.clamp(columns.orElse(WIDTH_OF_FILES), NARROWEST, WIDEST);
  }

  /** Prints one line, cleaned of what would act on the terminal. */
  void say(String line) {
    out.println(clean(line));
  }

  /** Prints sentences for a person, broken to the width. */
  void tell(List<String> sentences) {
    for (String sentence : sentences) {
      Lines.of(clean(sentence), width()).forEach(out::println);
    }
  }

  /** Prints a document as it is: it is for a program. */
  void document(byte[] bytes) {
    out.write(bytes, 0, bytes.length);
  }

  /** Prints text of ours, colours and line breaks and all. */
  void show(String text) {
    out.print(text);
  }

  void complain(String sentence) {
    err.println("whereto: " + clean(sentence));
  }

  /** Words of strangers on one line, without anything that would act on the terminal. */
  static String clean(String words) {
    return OneLine.of(words, LONGEST);
  }

  /** Whether everything that was printed has arrived. */
  boolean flush() {
    boolean failed = out.checkError();
    err.flush();
    return !failed;
  }
}
