// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.whereto.tree.BadInput;

/**
 * A bearer token (RFC 6750): whoever has it is taken for the one it was given to. So it shows
 * itself to nobody, in no text, and only {@link Request} writes it into a message.
 */
public final class Token {

  /** More than any issuer makes; services take no more either. */
  public static final int LONGEST = 8192;

  /** Shorter ones hide nothing, but would be found everywhere. */
  private static final int SHORTEST_HIDDEN = 8;

  private static final String HIDDEN = "***";

  private final String value;

  private Token(String value) {
    this.value = value;
  }

  /**
   * The one token that a text holds, with or without blanks and line ends around it.
   *
   * @param source where the text is from, for the sentence
   * @throws BadInput {@code token.malformed}, with the remedy; the text itself is not repeated
   */
  public static Token of(String text, String source) throws BadInput {
    String value = text.strip();
    if (value.isEmpty()) {
      throw fault(source + " is empty: a token is wanted there.");
    }
    if (value.length() > LONGEST) {
      throw fault(source + " holds more than a token has: at most " + LONGEST + " characters.");
    }
    if (value.regionMatches(true, 0, "bearer ", 0, 7)) {
      throw fault(source + " begins with the word Bearer: leave only the token itself.");
    }
    if (!isToken(value)) {
      throw fault(
          source
              + " holds something else than one token: letters, digits and - . _ ~ + / = alone.");
    }
    return new Token(value);
  }

  private static boolean isToken(String value) {
    int end = value.length();
    while (end > 0 && value.charAt(end - 1) == '=') {
      end--;
    }
    return end > 0 && value.substring(0, end).chars().allMatch(Token::mayStandInToken);
  }

  private static boolean mayStandInToken(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~+/".indexOf(c) >= 0;
  }

  private static BadInput fault(String sentence) {
    return new BadInput("token.malformed", sentence);
  }

  /** The value of the header Authorization. */
  String authorization() {
    return "Bearer " + value;
  }

  /** The token itself, for the one file in which it is kept. */
  public String secret() {
    return value;
  }

  /** What somebody who got the token says, without it: some repeat it in their answers. */
  byte[] hiddenIn(byte[] said) {
    String text = new String(said, ISO_8859_1);
    return isHidden(text) ? hide(text).getBytes(ISO_8859_1) : said;
  }

  /** The same for a header. */
  String hiddenIn(String said) {
    return isHidden(said) ? hide(said) : said;
  }

  private boolean isHidden(String text) {
    return value.length() >= SHORTEST_HIDDEN && text.contains(value);
  }

  private String hide(String text) {
    return text.replace(value, HIDDEN);
  }

  @Override
  public String toString() {
    return "a token";
  }
}
