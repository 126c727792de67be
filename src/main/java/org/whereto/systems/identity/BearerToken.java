// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import java.util.List;
import java.util.Optional;
import org.whereto.world.Credential;
import org.whereto.world.CredentialFault;

/** The token of an {@code Authorization: Bearer} (RFC 6750, section 2.1). */
final class BearerToken {

  private static final String SCHEME = "Bearer";
  private static final int ASCII = 128;

  /** What a scheme can hold (RFC 9110, section 5.6.2), and a token. */
  private static final boolean[] IN_SCHEME = lettersDigitsAnd("!#$%&'*+-.^_`|~");

  private static final boolean[] IN_TOKEN = lettersDigitsAnd("-._~+/");

  private BearerToken() {}

  /** The token; nothing if none was shown: other schemes count as nothing. */
  static Optional<String> of(Credential shown) throws Untrusted {
    List<String> all = shown.authorizations();
    if (all.size() > 1) {
      throw new Untrusted(CredentialFault.SEVERAL);
    }
    return all.isEmpty() || !isBearer(all.getFirst())
        ? Optional.empty()
        : Optional.of(token(all.getFirst()));
  }

  private static boolean isBearer(String value) {
    return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && (value.length() == SCHEME.length() || !isIn(IN_SCHEME, value.charAt(SCHEME.length())));
  }

  private static String token(String value) throws Untrusted {
    int begin = SCHEME.length();
    while (begin < value.length() && value.charAt(begin) == ' ') {
      begin++;
    }
    if (value.length() - begin > SignedToken.LONGEST) {
      throw new Untrusted(CredentialFault.TOO_LONG);
    }
    int end = value.length();
    while (end > begin && value.charAt(end - 1) == '=') {
      end--;
    }
    boolean isToken = begin > SCHEME.length() && begin < end;
    for (int i = begin; i < end && isToken; i++) {
      isToken = isIn(IN_TOKEN, value.charAt(i));
    }
    if (!isToken) {
      throw new Untrusted(CredentialFault.MALFORMED);
    }
    return value.substring(begin);
  }

  private static boolean[] lettersDigitsAnd(String marks) {
    boolean[] characters = new boolean[ASCII];
    for (char c = 0; c < ASCII; c++) {
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      characters[c] = isLetter || (c >= '0' && c <= '9') || marks.indexOf(c) >= 0;
    }
    return characters;
  }

  private static boolean isIn(boolean[] characters, char c) {
    return c < ASCII && characters[c];
  }
}
