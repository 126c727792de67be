// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/** The URLs by which browsers are tested (web-platform-tests), read in place. */
class UrlCorpusTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("whereto.shared", "../shared"), "corpus", "hostile", "url-wpt");

  private static final Budget ROOM = new Budget(16 << 20, 64, 1_000_000, 1 << 20, 1 << 16, 100);

  /** Half of a character, which no URL can hold: it becomes another letter that none can hold. */
  private static final Pattern SURROGATE = Pattern.compile("\\\\u[dD][89a-fA-F]..");

  /**
   * Nobody else who reads a URL may come to another host than we, or take for none what we take.
   */
  @Test
  void whatIsTakenIsTakenAsBrowsersDo() throws IOException, BadInput {
    Set<String> differences = new TreeSet<>();
    int taken = 0;
    int refused = 0;
    for (Mapping test : tests()) {
      Optional<FetchUrl> url = url(test);
      taken += url.isPresent() ? 1 : 0;
      refused += url.isPresent() ? 0 : 1;
      url.filter(ours -> !isTheSame(ours, test))
          .ifPresent(ours -> differences.add(text(test, "input") + " is taken as " + ours));
    }
    assertThat(differences).isEmpty();
    assertThat(taken).isGreaterThan(80);
    assertThat(refused).isGreaterThan(500);
  }

  /** Every text of every file, as a URL, as a host and as a redirect, all of which lead inside. */
  @Test
  void noTextLeadsInside() throws IOException, BadInput {
    Set<String> origins = new LinkedHashSet<>();
    int forms = 0;
    try (Doorbell bell = Doorbell.at("127.0.0.1", "127.0.0.2", "::1")) {
      for (String text : texts()) {
        for (Optional<FetchUrl> url : everyForm(text)) {
          forms++;
          url.map(it -> it.scheme() + "://" + inUrl(it) + ":" + bell.port())
              .ifPresent(origins::add);
        }
      }
      for (String origin : origins) {
        assertThat(all(origin, List.of()).fetch(Fetches.errand(origin)))
            .isNotInstanceOf(Fetched.Got.class);
        assertThat(bell.rung()).as(origin).isZero();
      }
      // And the bell does ring where the owner opens the address.
      List<IpRange> opened = List.of(IpRange.of("127.0.0.1/32").orElseThrow());
      String name = "http://example.com:" + bell.port();
      assertThat(origins).contains(name);
      assertThat(Fetches.text(all(name, opened).fetch(Fetches.errand(name)))).isNotEmpty();
      assertThat(bell.rung()).isEqualTo(1);
    }
    System.out.println(forms + " forms of URLs, " + origins.size() + " origins tried");
    assertThat(origins).hasSizeGreaterThan(300);
  }

  private static Fetch all(String origin, List<IpRange> opened) throws BadInput {
    FetchSettings usual = Fetches.settings("hosts: example.org");
    FetchSettings settings =
        new FetchSettings(
            List.of(HostRule.of(origin)),
            opened,
            usual.time(),
            usual.size(),
            usual.redirects(),
            usual.rate());
    return new GuardedFetch(settings, FakeNames.all("127.0.0.1"), GuardedFetch.TRUSTED);
  }

  private static List<Optional<FetchUrl>> everyForm(String text) {
    return List.of(
        parsed(text),
        parsed("http://" + text),
        parsed("http://" + text + "/x"),
        parsed("https://" + text + ":8080/"),
        parsed("http://" + text.strip()),
        resolved("http://example.org/a/b", text));
  }

  private static Optional<FetchUrl> parsed(String text) {
    try {
      return Optional.of(FetchUrl.of(text));
    } catch (BadInput _) {
      return Optional.empty();
    }
  }

  private static Optional<FetchUrl> resolved(String base, String text) {
    try {
      return Optional.of(FetchUrl.of(base).resolve(text));
    } catch (BadInput _) {
      return Optional.empty();
    }
  }

  /** As it would be read with its base, if it has one. */
  private static Optional<FetchUrl> url(Mapping test) {
    String base = text(test, "base");
    return base.isEmpty() || base.equals("about:blank")
        ? parsed(text(test, "input"))
        : resolved(base, text(test, "input"));
  }

  private static boolean isTheSame(FetchUrl ours, Mapping test) {
    String port = ours.origin().replaceFirst("^https?://(\\[.*]|[^:]*):?", "");
    return test.get("failure").isEmpty()
        && text(test, "protocol").equals(ours.scheme() + ":")
        && text(test, "hostname").equals(inUrl(ours))
        && text(test, "port").equals(port);
  }

  private static String inUrl(FetchUrl url) {
    return url.host().contains(":") ? "[" + url.host() + "]" : url.host();
  }

  private static String text(Mapping test, String name) {
    return test.get(name).orElse(null) instanceof Scalar scalar && !scalar.isNull()
        ? scalar.text()
        : "";
  }

  /** What browsers must make of a text, seen from a base. */
  private static List<Mapping> tests() throws IOException, BadInput {
    Stream<Tree> trees = Stream.of();
    for (String name : List.of("urltestdata", "ada_extra_urltestdata", "ada_long_urltestdata")) {
      trees = Stream.concat(trees, read(below().resolve(name + ".json")).nodes());
    }
    return trees
        .filter(Mapping.class::isInstance)
        .map(Mapping.class::cast)
        .filter(test -> test.get("input").isPresent())
        .toList();
  }

  private static Set<String> texts() throws IOException, BadInput {
    Set<String> texts = new LinkedHashSet<>();
    try (Stream<Path> files = Files.list(below())) {
      for (Path file : files.sorted().toList()) {
        read(file)
            .nodes()
            .filter(Scalar.class::isInstance)
            .forEach(scalar -> texts.add(((Scalar) scalar).text()));
      }
    }
    return texts;
  }

  private static Path below() {
    assumeTrue(Files.isDirectory(FOLDER), "The corpus is not here: " + FOLDER);
    return FOLDER.resolve("tests").resolve("wpt");
  }

  private static Tree read(Path file) throws IOException, BadInput {
    String text = SURROGATE.matcher(Files.readString(file)).replaceAll("\\\\u00fc");
    return Formats.JSON.read(text.getBytes(StandardCharsets.UTF_8), ROOM, Keep.ALL);
  }
}
