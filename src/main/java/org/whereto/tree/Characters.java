// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.io.CharArrayReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Optional;

/**
 * The characters of a document as far as they can be read. What stands before a fault must not
 * depend on it: the order of processing is part of the contract (note, section 3.5).
 */
final class Characters {

  private final char[] text;
  private final Optional<BadInput> fault;

  /**
   * @param fault what is wrong with the character behind the last of these
   */
  Characters(char[] text, Optional<BadInput> fault) {
    this.text = text;
    this.fault = fault;
  }

  /** All of them; not to be changed. */
  char[] text() {
    return text;
  }

  Optional<BadInput> fault() {
    return fault;
  }

  /** Those before a fault that is found among them. */
  Characters before(int end, BadInput found) {
    return new Characters(Arrays.copyOf(text, end), Optional.of(found));
  }

  /** These, if they are all that is wanted or nothing is wrong with them. */
  Characters orFault(Wanted wanted) throws BadInput {
    if (fault.isPresent() && !wanted.isGlimpse()) {
      throw fault.get();
    }
    return this;
  }

  /**
   * For a parser. Where there is a fault the end is an {@link EOFException}, so that a text which
   * is cut off by it never passes for a whole one.
   *
   * @param ahead letters that stand for the fault and what follows it: as many as the parser looks
   *     ahead of what it hands out
   */
  Reader reader(int ahead) {
    return fault.isEmpty() ? new CharArrayReader(text) : new CutOff(text, ahead);
  }

  private static final class CutOff extends Reader {
    private final Reader sound;
    private final Reader ahead;

    CutOff(char[] text, int ahead) {
      this.sound = new CharArrayReader(text);
      this.ahead = new StringReader("z".repeat(ahead));
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int read = sound.read(buffer, offset, length);
      if (read < 0) {
        read = ahead.read(buffer, offset, length);
      }
      if (read < 0) {
        throw new EOFException();
      }
      return read;
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
