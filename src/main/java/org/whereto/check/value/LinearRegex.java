// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.value;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.whereto.tree.BadInput;

/**
 * An owner's regular expression. The time it takes grows with the text and not faster, so that no
 * caller can make it run long; it may match anywhere in the text unless it says {@code ^} and
 * {@code $}.
 */
public final class LinearRegex {

  /** Characters of an expression. */
  private static final int LONGEST = 1000;

  /** Each character of a text may cost as many steps. */
  private static final int LARGEST = 2000;

  private static final int CHARACTERS_PER_STEP = 16;

  private final Pattern pattern;
  private final int size;

  private LinearRegex(Pattern pattern, int size) {
    this.pattern = pattern;
    this.size = size;
  }

  /**
   * Reads one.
   *
   * @throws BadInput with one sentence for what is no regular expression, or none of this kind
   */
  public static LinearRegex of(String text) throws BadInput {
    if (text.length() > LONGEST) {
      throw fault("A regular expression has at most " + LONGEST + " characters.");
    }
    int size = new RegexSize(text).upTo(LARGEST);
    if (size > LARGEST) {
      throw fault(
          "The regular expression \""
              + text
              + "\" repeats too much: write it with smaller numbers in {}.");
    }
    try {
      return new LinearRegex(Pattern.compile(text), size);
    } catch (PatternSyntaxException wrong) {
      throw fault(
          "\""
              + text
              + "\" is no regular expression that takes linear time ("
              + wrong.getDescription()
              + "); there is no looking around and no back-reference.");
    }
  }

  public boolean findsIn(String text, Steps steps) {
    steps.take(cost(text.length()));
    return pattern.matcher(text).find();
  }

  /** What to take of {@link Steps} for a text of this length. */
  public long cost(int length) {
    return 1 + (long) size * length / CHARACTERS_PER_STEP;
  }

  private static BadInput fault(String sentence) {
    return new BadInput("regex.malformed", sentence);
  }
}
