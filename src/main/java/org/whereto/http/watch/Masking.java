// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.whereto.http.watch.Words.Found;

/**
 * What may be shown of a caller's words. What is or may be a secret, and all that stands behind it,
 * becomes {@link #MASK}. When in doubt it is masked: a log is read by more people than a Task.
 */
final class Masking {

  static final String MASK = "***";

  /** A text longer than this is no name of anything. */
  static final int LONGEST = 2000;

  /** Words that only stand beside secrets, wherever in a word they stand. */
  private static final List<String> ANYWHERE =
      List.of(
          "token",
          "password",
          "passwd",
          "passwort",
          "passphrase",
          "passcode",
          "pwd",
          "secret",
          "credential",
          "creds",
          "pswd",
          "authoris",
          "authoriz",
          "bearer",
          "jwt",
          "sessionid",
          "session_id");

  /** What kinds of keys are secrets, wherever they stand. */
  private static final List<String> KEYS =
      List.of("api", "access", "private", "account", "auth", "ssh", "signing", "encryption");

  /** How tokens of well-known kinds begin, as they are spelt. */
  private static final List<String> BEGINNINGS =
      List.of("eyJ", "AKIA", "ghp_", "gho_", "ghs_", "ghu_", "glpat-");

  /** Words that stand beside secrets where something is set to a value, or as the end of a name. */
  private static final List<String> BEFORE_VALUES =
      List.of(
          "key",
          "auth",
          "pass",
          "pw",
          "sig",
          "signature",
          "cookie",
          "session",
          "sid",
          "env",
          "environment");

  private static final List<String> ALL = all();

  private static final Words WORDS = new Words(ALL);
  private static final int FIRST_BEGINNING = ALL.indexOf(BEGINNINGS.getFirst());
  private static final int FIRST_BEFORE_VALUE = ALL.indexOf(BEFORE_VALUES.getFirst());

  /** An image named by its digest: the one {@code @} that no user stands before. */
  private static final Pattern DIGEST = Pattern.compile("@sha(?:256|512):[0-9a-fA-F]+");

  private Masking() {}

  private static List<String> all() {
    List<String> all = new ArrayList<>(ANYWHERE);
    KEYS.forEach(kind -> all.addAll(List.of(kind + "key", kind + "_key")));
    all.addAll(BEGINNINGS);
    all.addAll(BEFORE_VALUES);
    return List.copyOf(all);
  }

  /** What may be shown of a text: the text itself where nothing in it is masked. */
  static String text(String raw) {
    if (raw.length() > LONGEST) {
      return MASK;
    }
    return Unescaped.of(raw)
        .map(text -> {
          String shown = masked(text);
          return shown.equals(text) ? raw : shown;
        })
        .orElse(MASK);
  }

  /**
   * Whoever stands before an {@code @} is masked, and all from the first other sign of a secret.
   */
  private static String masked(String text) {
    int at = behindUser(text);
    int scheme = text.indexOf("//");
    int user = scheme >= 0 && scheme < at ? scheme + 2 : 0;
    int cut = Math.min(secretWord(text), cutPassword(text, Math.max(at, 0)));
    if (cut < at) {
      return text.substring(0, Math.min(user, cut)) + MASK;
    }
    String shown =
        at < 0 ? text.substring(0, cut) : text.substring(0, user) + MASK + text.substring(at, cut);
    return cut < text.length() ? shown + MASK : shown;
  }

  /**
   * Where the first word begins behind which secrets stand; the length of the text if none does.
   */
  private static int secretWord(String text) {
    Found secret =
        WORDS.first(
            text,
            (word, start, end) ->
                word < FIRST_BEGINNING
                    || (word < FIRST_BEFORE_VALUE
                        ? isSpelt(text, start, word)
                        : isAssigned(text, end)));
    return secret.isThere() ? secret.start() : text.length();
  }

  private static boolean isSpelt(String text, int start, int word) {
    return text.startsWith(ALL.get(word), start);
  }

  /** Whether a colon or an equals sign follows, perhaps behind quotes, brackets and blanks. */
  private static boolean isAssigned(String text, int end) {
    int at = end;
    while (at < text.length() && "\"'] ".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() && (text.charAt(at) == '=' || text.charAt(at) == ':');
  }

  /**
   * The last {@code @}: whatever stands before it may be a user and a password, slashes and all. -1
   * if there is none but that of an image's digest.
   */
  private static int behindUser(String text) {
    int at = text.lastIndexOf('@');
    boolean digest =
        at >= 0 && !text.contains("//") && DIGEST.matcher(text.substring(at)).matches();
    return digest ? text.lastIndexOf('@', at - 1) : at;
  }

  /**
   * Where a URL's authority begins that has a colon which no port follows: the password behind it
   * holds a slash or another character that ends an authority. The length of the text if there is
   * none.
   */
  private static int cutPassword(String text, int begin) {
    int from = text.indexOf("//", begin);
    while (from >= 0) {
      int end = from + 2;
      int colon = -1;
      while (end < text.length() && "/?#,} ".indexOf(text.charAt(end)) < 0) {
        colon = text.charAt(end) == ':' && colon < 0 ? end : colon;
        end++;
      }
      if (colon >= 0 && !isPort(text, colon + 1, end)) {
        return from + 2;
      }
      from = text.indexOf("//", end);
    }
    return text.length();
  }

  private static boolean isPort(String text, int from, int end) {
    return end > from
        && end - from <= 5
        && text.substring(from, end).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The word in the name of a field that makes its value a secret, if there is one. */
  static Found secretName(String name) {
    return WORDS.first(
        name,
        (word, start, end) ->
            word < FIRST_BEGINNING || (word >= FIRST_BEFORE_VALUE && isWord(name, start, end)));
  }

  /** The environment files of a repository are no environment. */
  private static boolean isWord(String name, int start, int end) {
    boolean ends = end == name.length() || !Character.isLetter(name.charAt(end));
    boolean environment = name.regionMatches(true, start, "env", 0, 3);
    boolean begins = start == 0 || !Character.isLetter(name.charAt(start - 1));
    return ends && (!environment || (begins && !name.substring(end).matches("\\.ya?ml]?")));
  }
}
