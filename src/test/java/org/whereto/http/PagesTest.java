// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.decide.Description;
import org.whereto.decide.Description.Accepted;
import org.whereto.decide.Description.Condition;
import org.whereto.decide.Description.On;
import org.whereto.decide.Description.TaskType;
import org.whereto.decide.Planner;
import org.whereto.http.page.FrontPage;
import org.whereto.http.page.Html;
import org.whereto.http.page.PlatformPage;
import org.whereto.platform.Disclosure;
import org.whereto.platform.Mounts;
import org.whereto.platform.Platform;
import org.whereto.platform.Serving;
import org.whereto.task.Caller;
import org.whereto.tree.BadInput;
import org.whereto.tree.Trees;
import org.whereto.wire.Query;
import org.whereto.world.World;

/** The pages for people: what they say, that their links lead somewhere, that they are harmless. */
class PagesTest {

  private static final Path EXAMPLES = Path.of("examples/platforms");

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.sorted().toList().stream();
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Trees.texts();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyLinkOfAPlatformLeadsSomewhere(Path example) throws Exception {
    Serving serving = serving(example);
    Mounts alone = new Mounts(Map.of(Mounts.ROOT, serving), Map.of());
    Mounts named = new Mounts(Map.of("a-b", serving), Map.of());
    String atRoot = PlatformPage.of(described(serving), Mounts.ROOT, "http://h");
    String below = PlatformPage.of(described(serving), "a-b", "http://h");
    assertLinksLeadSomewhere(atRoot, "/", alone);
    assertLinksLeadSomewhere(below, "/a-b/", named);
  }

  @Test
  void everyLinkOfTheListLeadsSomewhere() throws Exception {
    Mounts mounts = examplesByName();
    assertThat(links(FrontPage.of(mounts))).contains("./zeppelin/", "./esap/");
    assertLinksLeadSomewhere(FrontPage.of(mounts), "/", mounts);
  }

  private static void assertLinksLeadSomewhere(String page, String at, Mounts mounts)
      throws Exception {
    assertThat(links(page)).hasSizeGreaterThan(8);
    for (String link : links(page)) {
      URI to = URI.create("http://h" + at).resolve(link);
      assertThat(to.getHost()).isEqualTo("h");
      assertThat(Routes.find(to.getRawPath(), mounts)).as(link).isPresent();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theExampleThatCanBeCopiedIsAQuestionThatIsUnderstood(Path example) throws Exception {
    Serving serving = serving(example);
    String command =
        element(PlatformPage.of(described(serving), "x", "https://h"), "pre").getTextContent();
    assertThat(command).startsWith("curl -g 'https://h/x/accepts?").endsWith("'");
    String query = command.substring(command.indexOf('?') + 1, command.length() - 1);
    assertThat(command.substring(9, command.length() - 1)).doesNotContain("'");
    assertThat(
            Planner.decide(Query.of(query), Caller.ANONYMOUS, serving.platform(), World.CLOSED)
                .understood())
        .isTrue();
  }

  @Test
  void thePageTellsTheConditionsAsFarAsTheyAreTold() throws Exception {
    List<On> on = List.of(new On("uri://s", List.of(new Condition("image", List.of("images: a")))));
    List<Condition> one = List.of(new Condition("field", List.of("x: 1")));
    List<Condition> named = List.of(new Condition("field", List.of()));
    List<On> bare = List.of(new On("uri://t", List.of()), new On("uri://u", List.of()));
    assertThat(told(new Accepted(on, Disclosure.FULL, true, one)))
        .containsSubsequence(
            "uri://s", " if", "x: 1", "on uri://s: images: a", "the question must");
    assertThat(told(new Accepted(bare, Disclosure.FULL, true, List.of())))
        .contains("runs on uri://t, uri://u")
        .doesNotContain(" if", "question must");
    assertThat(told(new Accepted(bare, Disclosure.CODES, false, named)))
        .contains("the check field holds");
    assertThat(told(new Accepted(bare, Disclosure.NONE, false, List.of())))
        .contains("the conditions are not told");
  }

  private static String told(Accepted accepted) throws Exception {
    return element(
            PlatformPage.of(description("T", "uri://t", accepted), "", "http://h"), "section")
        .getTextContent();
  }

  @Property(tries = 300)
  void whateverAnOwnerWritesIsShownAndNeverMarkup(
      @ForAll("texts") String title, @ForAll("texts") String type, @ForAll("texts") String demand)
      throws Exception {
    Accepted accepted =
        new Accepted(
            List.of(new On(type, List.of())),
            Disclosure.FULL,
            false,
            List.of(new Condition(demand, List.of(demand))));
    Description hostile = description("x" + title, "y" + type, accepted);
    String page = PlatformPage.of(hostile, "a", "http://h");
    assertThat(structure(page))
        .isEqualTo(
            structure(PlatformPage.of(description("x", "y", accepted("u", "d")), "a", "http://h")));
    assertThat(element(page, "h1").getTextContent()).isEqualTo(shown("x" + title));
    assertThat(element(page, "h3").getTextContent()).isEqualTo(shown("y" + type));
    assertThat(element(page, "li").getTextContent()).isEqualTo(shown(demand));
  }

  @Property(tries = 300)
  void anAddressIsSafeInQuotesAndReadBackAsItself(@ForAll("texts") String text) throws BadInput {
    String address = Html.address("x" + text);
    assertThat(address).matches("[A-Za-z0-9._~:/%-]+");
    assertThat(Query.of("tasktype=" + address).tasktype()).isEqualTo("x" + text);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "example.org       | ''    | http://example.org",
        "127.0.0.1:8080    | http  | http://127.0.0.1:8080",
        "[::1]:8080        | ''    | http://[::1]:8080",
        "example.org       | https | https://example.org",
        "example.org       | ftp   | http://example.org",
        "a'; rm -rf        | ''    | http://HOST",
        "<b>               | ''    | http://HOST",
        "''                | ''    | http://HOST"
      },
      delimiter = '|')
  void onlyAHostIsRepeatedFromTheRequest(String host, String scheme, String server) {
    assertThat(PlatformPage.server(host, scheme)).isEqualTo(server);
  }

  /** The policy names the style by its hash: a style that has changed would not be shown. */
  @Test
  void thePolicyLetsTheStyleThrough() throws Exception {
    String page = FrontPage.of(new Mounts(Map.of(), Map.of()));
    String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8));
    assertThat(FrontPage.POLICY).contains(Base64.getEncoder().encodeToString(digest));
    assertThat(page).doesNotContain("<script", " style=", " on", "http:", "https:");
  }

  private static Accepted accepted(String servicetype, String demand) {
    return new Accepted(
        List.of(new On(servicetype, List.of())),
        Disclosure.FULL,
        false,
        List.of(new Condition("c", List.of(demand))));
  }

  private static Description description(String title, String type, Accepted accepted) {
    return new Description(
        title,
        List.of(new TaskType(type, List.of(), "", List.of(), Optional.empty(), List.of(accepted))));
  }

  /** The text as XML reads it back. */
  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .map(c ->
            c == '\t' || c == '\n' || (c >= ' ' && c < 0x7F) || (c > 0x9F && isCharacter(c))
                ? c
                : 0xFFFD)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  private static boolean isCharacter(int c) {
    return (c & 0xFFFE) != 0xFFFE && (c < 0xFDD0 || c > 0xFDEF);
  }

  private static List<String> structure(String page) throws Exception {
    List<String> names = new ArrayList<>();
    NodeList all = parsed(page).getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      names.add(element.getTagName() + element.getAttributes().getLength());
    }
    return names;
  }

  private static List<String> links(String page) throws Exception {
    List<String> links = new ArrayList<>();
    NodeList all = parsed(page).getElementsByTagName("a");
    for (int i = 0; i < all.getLength(); i++) {
      links.add(((Element) all.item(i)).getAttribute("href"));
    }
    return links;
  }

  private static Element element(String page, String name) throws Exception {
    return (Element) parsed(page).getElementsByTagName(name).item(0);
  }

  private static Document parsed(String page) throws Exception {
    assertThat(page).startsWith("<!DOCTYPE html>\n<html lang=\"en\">");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(page.getBytes(UTF_8)));
  }

  private static Mounts examplesByName() throws IOException {
    Map<String, Serving> byName = new TreeMap<>();
    for (Path example : examples().toList()) {
      String file = example.getFileName().toString();
      byName.put(file.substring(0, file.indexOf('.')), serving(example));
    }
    return new Mounts(byName, Map.of());
  }

  private static Serving serving(Path example) throws IOException {
    Checked read = PlatformFile.read("test", Files.readAllBytes(example));
    assertThat(read).isInstanceOf(Checked.Good.class);
    Platform platform = ((Checked.Good) read).platform();
    return new Serving(platform, World.CLOSED, Instant.EPOCH, Optional.empty());
  }

  private static Description described(Serving serving) {
    return Planner.describe(Caller.ANONYMOUS, serving.platform());
  }
}
