// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.support.PaperVospace;
import org.whereto.task.DataItem.VospaceNode;
import org.whereto.world.Known;
import org.whereto.world.Replica;

/** What a VOSpace service says, and what is made of it. */
@Timeout(60)
class VospaceNodesTest {

  private static final String UNREADABLE =
      "The VOSpace service gave an answer that cannot be read.";

  @TempDir private Path folder;
  private PaperVospace space;

  @BeforeEach
  void open() throws IOException {
    space = PaperVospace.start();
  }

  @AfterEach
  void close() throws IOException {
    space.close();
  }

  private Known<Optional<Replica>> known(String path, String more) {
    return declared(path, "here: /, " + more);
  }

  private Known<Optional<Replica>> declared(String path, String more) {
    DataReplicas replicas =
        DataFile.replicas(
            "vospace: [{authority: \"%s\", endpoint: \"%s\", %s}]"
                .formatted(PaperVospace.AUTHORITY, space.endpoint(), more));
    return DataFile.of(replicas, new VospaceNode(PaperVospace.AUTHORITY, path));
  }

  private Known<Optional<Replica>> known(String path) {
    return known(path, "credentials: platform");
  }

  private static Replica of(OptionalLong bytes) {
    return new Replica(List.of(), bytes);
  }

  @Test
  void dataIsThereWithItsLength() {
    space.data("/a/b%20c", 9_876);

    assertThat(DataFile.there(known("/a/b%20c"))).isEqualTo(of(OptionalLong.of(9_876)));
    assertThat(space.asked()).containsExactly("/vospace/nodes/a/b%20c?detail=max&limit=1");
  }

  @Test
  void aContainerIsThereWithoutALengthThoughItTellsOne() {
    space.container("/").container("/a");

    assertThat(DataFile.there(known("/"))).isEqualTo(of(OptionalLong.empty()));
    assertThat(DataFile.there(known("/a"))).isEqualTo(of(OptionalLong.empty()));
  }

  @Test
  void whatIsNotThereIsAbsent() {
    assertThat(DataFile.isAbsent(known("/nothing"))).isTrue();
  }

  @Test
  void dataThatIsBeingChangedCannotBeHadNow() {
    space.data("/a", 1, "busy=\"true\"").data("/b", 1, "busy=\"false\"");

    assertThat(known("/a"))
        .isEqualTo(
            new Known.Down<>(
                "The VOSpace service is changing the content of this node at the moment."));
    assertThat(known("/b")).isInstanceOf(Known.Value.class);
  }

  @Test
  void aTokenOpensWhatIsNotForEverybody() throws IOException {
    space.data("/a", 1).closed();
    Path token = Files.writeString(folder.resolve("token"), PaperVospace.TOKEN);
    Path wrong = Files.writeString(folder.resolve("wrong"), "another");

    assertThat(known("/a", "token-file: \"" + token + "\"")).isInstanceOf(Known.Value.class);
    assertThat(known("/a", "token-file: \"" + wrong + "\""))
        .isEqualTo(
            new Known.Refused<>("The VOSpace service does not show this node to this platform."));
    assertThat(known("/a"))
        .isEqualTo(
            new Known.Refused<>("The VOSpace service does not show this node to just anybody."));
  }

  /** What such a link leads to lies beside what the owner declared, or is declared otherwise. */
  @Test
  void aLinkThatStandsWhereADeclaredPathEndsDoesNotLeadOutOfIt() {
    space
        .data("/surveys/tape/g.fits", 5)
        .data("/surveys/gaia/here.fits", 5)
        .data("/far", 5)
        .link("/surveys/gaia", "vos://example.org!vospace/surveys/tape/g.fits")
        .link("/surveys", "vos://example.org!vospace/far")
        .link("/surveys/gaia/1", "vos://example.org!vospace/surveys/gaia/here.fits")
        .link("/surveys/2", "vos://example.org!vospace/surveys/gaia/here.fits");
    String both = "here: [/surveys/gaia], reachable: [/surveys/tape, /surveys/2]";

    assertThat(DataFile.why(declared("/surveys/gaia", both))).contains("leads elsewhere");
    assertThat(DataFile.why(declared("/surveys/2", both))).contains("leads elsewhere");
    assertThat(DataFile.there(declared("/surveys/gaia/1", both)).bytes()).hasValue(5);
    for (String here : List.of("here: /surveys", "here: /surveys, reachable: /")) {
      assertThat(DataFile.why(declared("/surveys", here))).contains("leads elsewhere");
    }
    assertThat(DataFile.there(declared("/surveys/2", "here: /surveys/")).bytes()).hasValue(5);
    assertThat(DataFile.there(declared("/surveys", "here: /")).bytes()).hasValue(5);
  }

  @ParameterizedTest
  @CsvSource({
    "publicread, true, true",
    "publicread, 1, true",
    "publicread, TRUE, true",
    "publicread, false, false",
    "publicread, 0, false",
    "publicread, FALSE, false",
    "publicread, no, false",
    "publicread, '', false",
    "ispublic, 1, true",
    "ispublic, 0, false"
  })
  void onlyWhatMeansYesMakesANodePublic(String property, String said, boolean isPublic) {
    space.put(
        "/a",
        "DataNode",
        "",
        "<vos:properties><vos:property uri=\"ivo://ivoa.net/vospace/core#%s\">%s</vos:property></vos:properties>"
            .formatted(property, said));

    assertThat(known("/a", "credentials: anonymous") instanceof Known.Value).isEqualTo(isPublic);
  }

  @Test
  void aNodeOfWhichItIsNotClearWhetherItIsBusyIsNoAnswer() {
    space.data("/a", 1, "busy=\"1\"").data("/b", 1, "busy=\"0\"").data("/c", 1, "busy=\"?\"");

    assertThat(known("/a")).isInstanceOf(Known.Down.class);
    assertThat(known("/b")).isInstanceOf(Known.Value.class);
    assertThat(DataFile.why(known("/c"))).isEqualTo(UNREADABLE);
  }

  @Test
  void whatThePlatformSeesWithItsTokenMayNotBeForTasksThatComeAsAnybody() {
    space.put(
        "/a",
        "DataNode",
        "",
        "<vos:properties><vos:property uri=\"ivo://ivoa.net/vospace/core#publicread\">false"
            + "</vos:property></vos:properties>");

    assertThat(known("/a", "credentials: anonymous")).isInstanceOf(Known.Refused.class);
    assertThat(known("/a", "credentials: platform")).isInstanceOf(Known.Value.class);
  }

  @Test
  void aLinkIsFollowedWithinItsContainerOnly() {
    space
        .data("/a/b", 5)
        .data("/x", 5)
        .link("/a/1", "vos://example.org~vospace/a/b")
        .link("/a/2", "vos://example.org!vospace/a/1")
        .link("/a/out", "vos://example.org!vospace/x")
        .link("/a/other", "vos://example.net!vospace/a/b")
        .link("/a/web", "http://127.0.0.1:1/")
        .link("/a/climbs", "vos://example.org!vospace/a/../x")
        .link("/a/itself", "vos://example.org!vospace/a/itself");

    assertThat(DataFile.there(known("/a/2")).bytes()).hasValue(5);
    for (String elsewhere : List.of("out", "other", "web", "climbs")) {
      assertThat(DataFile.why(known("/a/" + elsewhere))).contains("leads elsewhere");
    }
    assertThat(DataFile.why(known("/a/itself"))).contains("more links");
  }

  @Test
  void anotherNodeThanTheOneThatWasAskedForIsNoAnswer() {
    space.put("/b", "DataNode", "", "");
    space.say(
        "/a",
        "<node xmlns=\"http://www.ivoa.net/xml/VOSpace/v2.0\""
            + " uri=\"vos://example.org!vospace/b\"/>");

    assertThat(DataFile.why(known("/a"))).isEqualTo(UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "1e9",
        "0x10",
        "9999999999999999999",
        "99999999999999999999999999",
        "lots",
        "1 2",
        "\u0661\u0662"
      })
  void aLengthThatIsNoneIsNotBelieved(String length) {
    space.put("/a", "DataNode", "", PaperVospace.length(0).replace(" 0 ", length));
    assertThat(DataFile.why(known("/a"))).isEqualTo(UNREADABLE);
  }

  @Test
  void twoLengthsThatDifferAreNone() {
    String both = PaperVospace.length(1) + PaperVospace.length(2);
    space.put("/a", "DataNode", "", both);
    assertThat(DataFile.why(known("/a"))).isEqualTo(UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "<a/>",
        "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
        "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
        "<node xmlns=\"http://www.ivoa.net/xml/VOSpace/v2.0\""
            + " uri=\"vos://example.org!vospace/a\"/>",
        "<node xmlns=\"http://www.ivoa.net/xml/VOSpace/v2.0\" uri=\"vos://example.org!vospace/a\"",
        "<?xml version=\"1.1\"?><a/>",
        "<a>&undeclared;</a>",
        "{\"uri\": 1}"
      })
  void whatIsNoNodeIsNoAnswer(String document) {
    space.say("/a", document);
    assertThat(DataFile.why(known("/a"))).isEqualTo(UNREADABLE);
  }

  @Test
  void depthAndNumberOfElementsAreLimited() {
    space.say("/a", "<a>".repeat(10_000) + "</a>".repeat(10_000));
    assertThat(DataFile.why(known("/a"))).isEqualTo(UNREADABLE);
    space.say("/b", "<a>" + "<b/>".repeat(100_000) + "</a>");
    assertThat(DataFile.why(known("/b"))).isEqualTo(UNREADABLE);
  }
}
