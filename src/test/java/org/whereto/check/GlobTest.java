// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "a/b, a/b, true",
    "a/b, a/c, false",
    "a/*, a/b, true",
    "a/*, a/, true",
    "a/*, a/b/c, false",
    "a/*, a, false",
    "*, anything, true",
    "*, a/b, false",
    "a*c, abc, true",
    "a*c, ac, true",
    "a*c, a/c, false",
    "a*a, a, false",
    "a*b*c, a1b2c, true",
    "a*b*c, acb, false",
    "*aa*aa*, aaa, false",
    "*aa*aa*, aaaa, true",
    "a/**, a/b, true",
    "a/**, a/b/c, true",
    "a/**, a, false",
    "**/a, a, false",
    "**/a, b/a, true",
    "**/a, c/b/a, true",
    "a/**/b, a/b, true",
    "a/**/b, a/x/b, true",
    "a/**/b, a/x/y/b, true",
    "a/**/b, a/x, false",
    "a/**/b/**/c, a/b/c, true",
    "a/**/b/**/c, a/c/b, false",
    "a/**/b/**/c, a/c/b/x/c, true",
    "**, a, true",
    "**, a/b/c, true",
    "**/a/**, x/a/y, true",
    "**/a/**, a/y, false",
    "**/a/**, x/a, false",
    "/data/**, /data/x, true",
    "/data/**, /data, false",
    "/data/**, /database/x, false",
    "/data/*/out, /data/me/out, true",
    "a.c, abc, false",
  })
  void starsStandForWhatTheySay(String pattern, String text, boolean matches) {
    assertThat(Glob.of(pattern).matches(text)).isEqualTo(matches);
  }

  @Test
  void twoStarsStandAlone() {
    assertThat(Glob.isSound("a/**/b")).isTrue();
    assertThat(Glob.isSound("a/b**")).isFalse();
    assertThat(Glob.isSound("***")).isFalse();
    assertThat(Glob.isSound("a/**/**")).isFalse();
  }

  @Property(tries = 3000)
  void itAgreesWithARegularExpression(
      @ForAll @StringLength(min = 1, max = 9) @Chars({'a', 'b', '*', '/'}) String pattern,
      @ForAll @StringLength(max = 9) @Chars({'a', 'b', '/'}) String text) {
    if (Glob.isSound(pattern)) {
      assertThat(Glob.of(pattern).matches(text)).isEqualTo(regex(pattern).matcher(text).matches());
    }
  }

  /** What is allowed of a folder is allowed of all below it, and of nothing above it. */
  @Property(tries = 3000)
  void aPathIsMatchedAtItsStartWhereOneOfTheFoldersAboveItMatches(
      @ForAll @StringLength(min = 1, max = 9) @Chars({'a', 'b', '*', '/'}) String pattern,
      @ForAll @StringLength(max = 9) @Chars({'a', 'b', '/'}) String path) {
    if (Glob.isSound(pattern)) {
      List<String> names = List.of(path.split("/", -1));
      boolean above =
          IntStream.rangeClosed(1, names.size())
              .mapToObj(count -> String.join("/", names.subList(0, count)))
              .anyMatch(folder -> regex(pattern).matcher(folder).matches());
      assertThat(Glob.of(pattern).matchesStart(names)).isEqualTo(above);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/data, /data, true",
    "/data, /data/x, true",
    "/data, /, false",
    "/data/**, /data, false",
    "/data/**, /data/x, true",
    "/**/b, /b, true",
    "/**/b, /a, false",
    "**, a, true",
    "**/a, a, false",
    "**/a, b/a/c, true",
    "**/a/**, b/a, false",
    "**/a/**, b/a/c, true",
  })
  void theStartOfAPathMayMatch(String pattern, String path, boolean matches) {
    assertThat(Glob.of(pattern).matchesStart(List.of(path.split("/", -1)))).isEqualTo(matches);
  }

  /** Says the same as a glob, in words that may take long. */
  private static Pattern regex(String pattern) {
    if (pattern.equals("**")) {
      return Pattern.compile("[^/]*(/[^/]*)*");
    }
    String marked =
        pattern
            .replaceAll("^\\*\\*/", "1/")
            .replaceAll("/\\*\\*$", "/2")
            .replace("/**/", "3")
            .replace("*", "[^/]*");
    return Pattern.compile(
        marked.replace("1/", "([^/]*/)+").replace("/2", "(/[^/]*)+").replace("3", "/([^/]*/)*"));
  }

  @Test
  void manyStarsTakeNoLongTime() {
    String stars = "a*".repeat(200) + "b";
    assertThat(Glob.of(stars).matches("a".repeat(5000))).isFalse();
    String folders = "**/a/".repeat(200) + "b";
    assertThat(Glob.of(folders).matches("a/".repeat(5000) + "a")).isFalse();
  }
}
