// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class GlobIndexTest {

  @Property
  void itFindsWhatTryingEveryGlobFinds(
      @ForAll @Size(max = 4)
          List<@StringLength(max = 6) @Chars({'a', 'b', '*', '/'}) String> patterns,
      @ForAll @StringLength(max = 6) @Chars({'a', 'b', '/'}) String text) {
    Map<String, String> globs = new TreeMap<>();
    patterns.stream().filter(Glob::isSound).forEach(glob -> globs.put(glob, glob));

    Optional<String> found = new GlobIndex<>(globs).first(text, Optional::of);

    assertThat(found.isPresent())
        .isEqualTo(globs.keySet().stream().anyMatch(glob -> Glob.of(glob).matches(text)));
    found.ifPresent(glob -> assertThat(Glob.of(glob).matches(text)).isTrue());
  }

  @Test
  void aTextThatBeginsWithASlashIsLookedForBehindItToo() {
    GlobIndex<String> index = new GlobIndex<>(Map.of("/data/x*", "x", "/b*", "b"));

    assertThat(index.first("/data/xy", Optional::of)).contains("x");
    assertThat(index.first("/bc", Optional::of)).contains("b");
    assertThat(index.first("/data/y", Optional::of)).isEmpty();
  }

  @Test
  void twoStarsStandForNoFolderInTheMiddleAndForOneAtAnEnd() {
    GlobIndex<String> index = new GlobIndex<>(Map.of("a/**/b", "middle", "c/**", "end"));

    assertThat(index.first("a/b", Optional::of)).contains("middle");
    assertThat(index.first("a/x/y/b", Optional::of)).contains("middle");
    assertThat(index.first("a/x/y", Optional::of)).isEmpty();
    assertThat(index.first("c/x/y", Optional::of)).contains("end");
    assertThat(index.first("c", Optional::of)).isEmpty();
  }

  @Test
  void aGlobWhoseValueIsNotWantedLeavesTheNextToAnswer() {
    GlobIndex<String> index =
        new GlobIndex<>(new TreeMap<>(Map.of("a*", "1", "ab*", "2", "*", "3")));

    assertThat(index.first("abc", Optional::of)).isPresent();
    for (String wanted : List.of("1", "2", "3")) {
      assertThat(index.first("abc", value -> Optional.of(value).filter(wanted::equals)))
          .contains(wanted);
    }
    assertThat(index.first("abc", value -> Optional.empty())).isEmpty();
  }
}
