// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.whereto.task.ImageReference;
import org.whereto.tree.BadInput;

class ImagePatternsTest {

  private static final String A = "@sha256:" + "a".repeat(64);
  private static final String B = "@sha256:" + "b".repeat(64);

  private static ImageReference reference(String text) {
    try {
      return ImageReference.parse(text);
    } catch (BadInput fault) {
      throw new AssertionError(text, fault);
    }
  }

  private static ImagePatterns patterns(List<String> texts) {
    List<ImagePattern> patterns = new ArrayList<>();
    for (String text : texts) {
      try {
        patterns.add(ImagePattern.parse(text));
      } catch (BadInput fault) {
        throw new AssertionError(text, fault);
      }
    }
    return new ImagePatterns(patterns);
  }

  @Provide
  Arbitrary<String> images() {
    return Combinators.combine(
            Arbitraries.of("", "docker.io/", "DOCKER.IO:443/", "r.x/", "R.x:443/", "q.r.x:5000/"),
            Arbitraries.of("a", "b", "ab"),
            Arbitraries.of("", "/a", "/b/a", "/ab"),
            Arbitraries.of("", ":1", ":1.2", ":latest"),
            Arbitraries.of("", A, B))
        .as((registry, first, rest, tag, digest) -> registry + first + rest + tag + digest);
  }

  @Provide
  Arbitrary<List<String>> lists() {
    Arbitrary<String> pattern =
        Combinators.combine(
                Arbitraries.of("a/", "docker.io/", "r.x/", "*.x/", "*.r.x:*/", "**/", "a*/"),
                Arbitraries.of("", "a/", "**/", "b*/"),
                Arbitraries.of("a", "b", "**", "a*", "*b"),
                Arbitraries.of("", ":1", ":1.*", ":*", ":latest"),
                Arbitraries.of("", "", A, "@*"))
            .as((registry, first, rest, tag, digest) -> registry + first + rest + tag + digest);
    return pattern.filter(text -> !text.contains("**/**")).list().ofMaxSize(6);
  }

  @Property(tries = 3000)
  void aListFindsWhatASlowSearchFinds(
      @ForAll("lists") List<String> list, @ForAll("images") String image) {
    Optional<String> slow = list.stream().filter(one -> slow(one, reference(image))).findFirst();
    Optional<String> found = patterns(list).match(reference(image));
    assertThat(found.isPresent()).isEqualTo(slow.isPresent());
    found.ifPresent(hit -> assertThat(slow(hit, reference(image))).isTrue());
  }

  @Property
  void whatIsDeniedWithOneMoreEntryIsNeverFreed(
      @ForAll("lists") List<String> list,
      @ForAll("lists") List<String> more,
      @ForAll("images") String image) {
    List<String> all = new ArrayList<>(list);
    all.addAll(more);
    boolean before = held(patterns(list), reference(image));
    assertThat(!before || held(patterns(all), reference(image))).isTrue();
  }

  private static boolean held(ImagePatterns deny, ImageReference image) {
    return deny.match(image).isPresent() || deny.doubt(image).isPresent();
  }

  /** What a pattern means, said by a regular expression for each of its parts. */
  private static boolean slow(String pattern, ImageReference image) {
    int at = pattern.indexOf('@');
    String digest = at < 0 ? "" : pattern.substring(at + 1);
    String named = at < 0 ? pattern : pattern.substring(0, at);
    int colon = named.lastIndexOf(':') > named.lastIndexOf('/') ? named.lastIndexOf(':') : -1;
    String tag = colon < 0 ? "*" : named.substring(colon + 1);
    boolean decided =
        digest.isEmpty()
            ? tag.equals("*") || (image.digest().isEmpty() && image.tag().matches(regex(tag)))
            : !image.digest().isEmpty() && (digest.equals("*") || digest.equals(image.digest()));
    return decided && slowName(colon < 0 ? named : named.substring(0, colon), image.name());
  }

  private static boolean slowName(String pattern, String name) {
    String first = pattern.substring(0, pattern.indexOf('/'));
    String rest = pattern.substring(pattern.indexOf('/') + 1);
    String path = name.substring(name.indexOf('/') + 1);
    String registry = name.substring(0, name.indexOf('/'));
    if (first.equals("**")) {
      return name.matches("[^/]+/" + (rest.equals("**") ? "" : "(.+/)?") + folders(rest));
    }
    if (!first.contains(".")) {
      return registry.equals("docker.io") && path.matches(folders(pattern));
    }
    boolean single = !rest.contains("/") && !rest.equals("**");
    String wanted = single && registry.equals("docker.io") ? "library/" + rest : rest;
    String port = first.endsWith(":*") ? "(:[^/]*)?" : "";
    String host = first.endsWith(":*") ? first.substring(0, first.length() - 2) : first;
    return registry.matches(regex(host) + port) && path.matches(folders(wanted));
  }

  private static String folders(String pattern) {
    if (pattern.equals("**")) {
      return ".+";
    }
    String marked = pattern.replaceFirst("^[*][*]/", "1").replaceFirst("/[*][*]$", "2");
    String middle = marked.replace("/**/", "3");
    return regex(middle).replace("1", "(.+/)?").replace("2", "/.+").replace("3", "/(.+/)?");
  }

  private static String regex(String glob) {
    return glob.replace(".", "[.]").replace("*", "[^/]*");
  }

  @Test
  void aLongListIsSearchedByTheBeginningsOfTheName() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      many.add("r.example/team" + i + "/**");
      many.add("r.example/one/image" + i + "*");
      many.add("r.example/exact/image" + i + ":1");
      many.add("r.example/tags:v" + i + "-*");
    }
    ImagePatterns patterns = patterns(many);
    assertThat(patterns.match(reference("r.example/team777/x/y"))).contains("r.example/team777/**");
    assertThat(patterns.match(reference("r.example/one/image19999x"))).isPresent();
    assertThat(patterns.match(reference("r.example/exact/image5:1"))).isPresent();
    assertThat(patterns.match(reference("r.example/exact/image5:2"))).isEmpty();
    assertThat(patterns.match(reference("r.example/tags:v12345-x"))).isPresent();
    assertThat(patterns.match(reference("r.example/tags:w1"))).isEmpty();
    assertThat(patterns.match(reference("r.example/team20000/x"))).isEmpty();
  }
}
