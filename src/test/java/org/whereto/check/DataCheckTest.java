// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.answer.Finding.Outcome;
import org.whereto.answer.Reason;
import org.whereto.check.data.Credentials;
import org.whereto.check.data.DataDemand;
import org.whereto.check.data.Holding;
import org.whereto.check.data.Holdings;
import org.whereto.check.data.HttpHolding;
import org.whereto.check.data.NamedHolding;
import org.whereto.check.data.RucioHolding;
import org.whereto.check.data.RucioHolding.Reach;
import org.whereto.check.data.S3Holding;
import org.whereto.check.data.Standing;
import org.whereto.check.data.Terms;
import org.whereto.check.data.VospaceHolding;
import org.whereto.check.room.Room;
import org.whereto.task.DataItem;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;
import org.whereto.world.Known;
import org.whereto.world.Replica;
import org.whereto.world.Replicas;
import org.whereto.world.World;

class DataCheckTest {

  private static final String RUCIO = "https://rucio.example.org";
  private static final String DID = "{datatype: uri://rucio-did, datainfo: {scope: s, name: n}}";
  private static final Terms USUAL = Terms.USUAL;
  private static final Duration NOW = Duration.ZERO;

  private static final Holding RSES =
      new RucioHolding(RUCIO, List.of("HERE"), new Reach.Within(3), USUAL);
  private static final Holding SPACE =
      new VospaceHolding("example.org!vospace", List.of("/a/b", "/a/d/"), List.of("/a"), USUAL);
  private static final Holding BUCKETS =
      new S3Holding("https://s3.example.org", List.of("near"), List.of("f*r"), USUAL);
  private static final Holding PLACES =
      new HttpHolding(
          List.of("https://archive.example.org/data/"), List.of("https://far.example.org/"), USUAL);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // what lies under a prefix, and what only looks alike
        "http | https://archive.example.org/data/a | here",
        "http | https://ARCHIVE.example.org:443/data/a/b?x=y | here",
        "http | https://archive.example.org/d%61ta/a | here",
        "http | https://archive.example.org/database/a | data.not-reachable",
        "http | https://archive.example.org/data | data.not-reachable",
        "http | https://archive.example.org/Data/a | data.not-reachable",
        "http | https://archive.example.org/data%2Fa | data.not-reachable",
        "http | https://archive.example.org//data/a | data.not-reachable",
        "http | https://archive.example.org:8443/data/a | data.not-reachable",
        "http | http://archive.example.org/data/a | data.not-reachable",
        "http | https://archive.example.org.evil.example/data/a | data.not-reachable",
        "http | https://evil-archive.example.org/data/a | data.not-reachable",
        "http | https://evil.example/?https://archive.example.org/data/a | data.not-reachable",
        "http | https://far.example.org/ | reachable",
        "http | https://far.example.org/x?y | reachable",
        "http | https://far.example.org.evil.example/ | data.not-reachable",
        "vospace | vos://example.org!vospace/a/b | here",
        "vospace | vos://EXAMPLE.org~vospace/a/b/c/ | here",
        "vospace | vos://example.org!vospace/a/bc | reachable",
        "vospace | vos://example.org!vospace/a | reachable",
        "vospace | vos://example.org!vospace/a/d/e | here",
        "vospace | vos://example.org!vospace/a/d | reachable",
        "vospace | vos://example.org!vospace/a/d/ | reachable",
        "vospace | vos://example.org!vospace/ab | data.not-reachable",
        "vospace | vos://example.org!vospace/ | data.not-reachable",
        "vospace | vos://example.org!vospace!x/a/b | data.not-reachable",
        "vospace | vos://example.org/a/b | data.not-reachable",
        "s3 | near | here",
        "s3 | far | reachable",
        "s3 | fur.or.far | reachable",
        "s3 | nearer | data.not-reachable",
        "s3 | farm | data.not-reachable",
      })
  void namesLieUnderAHoldingOrDoNot(String type, String name, String expected) throws BadInput {
    String item =
        switch (type) {
          case "http" -> "{datatype: uri://http-resource, datainfo: {url: '" + name + "'}}";
          case "vospace" -> "{datatype: uri://vospace-node, datainfo: {uri: '" + name + "'}}";
          default -> "{datatype: uri://s3-object, datainfo: {object: o, bucket: '" + name + "'}}";
        };
    DataLook look =
        DataLook.of(
            DataDemand.REACHABLE, item, DataLook.saying(DataLook.there()), SPACE, BUCKETS, PLACES);
    boolean known = expected.startsWith("data.");
    assertThat(look.standings()).containsExactly(known ? "unknown" : expected);
    assertThat(look.codes()).isEqualTo(known ? List.of(expected) : List.of());
  }

  @Test
  void whatLiesUnderNoHoldingIsLookedUpNowhere() throws BadInput {
    Replicas never =
        items -> {
          throw new AssertionError(items);
        };
    DataLook look =
        DataLook.of(
            DataDemand.REACHABLE,
            "{datatype: uri://http-resource, datainfo: {url: 'https://evil.example/'}}",
            never,
            PLACES);
    assertThat(look.codes()).containsExactly("data.not-reachable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HERE=0 | here",
        "OTHER=1 HERE=0 | here",
        "OTHER=3 | reachable",
        "OTHER=4 | data.not-reachable",
        "OTHER | data.not-reachable",
        "'' | data.not-reachable",
        "here=9 | data.not-reachable",
      })
  void storageElementsAreHereOrWithinADistance(String holders, String expected) throws BadInput {
    DataLook look =
        DataLook.of(DataDemand.REACHABLE, DID, DataLook.saying(DataLook.at(holders)), RSES);
    boolean refused = expected.startsWith("data.");
    assertThat(look.standings()).containsExactly(refused ? "absent" : expected);
    assertThat(look.codes()).isEqualTo(refused ? List.of(expected) : List.of());
  }

  @Test
  void storageElementsMayBeNamedOrAllBeReached() throws BadInput {
    Holding named = new RucioHolding(RUCIO, List.of(), new Reach.Named(List.of("OTHER")), USUAL);
    Holding all = new RucioHolding(RUCIO, List.of(), new Reach.Everywhere(), USUAL);
    Holding none = new RucioHolding(RUCIO, List.of("HERE"), new Reach.Nowhere(), USUAL);
    Replicas said = DataLook.saying(DataLook.at("OTHER"));

    assertThat(DataLook.of(DataDemand.REACHABLE, DID, said, named).standings())
        .containsExactly("reachable");
    assertThat(DataLook.of(DataDemand.REACHABLE, DID, said, all).standings())
        .containsExactly("reachable");
    assertThat(DataLook.of(DataDemand.REACHABLE, DID, said, none).codes())
        .containsExactly("data.not-reachable");
  }

  @Test
  void anotherRucioIsNotThisOne() throws BadInput {
    String elsewhere =
        "{datatype: uri://rucio-did, datainfo:"
            + " {scope: s, name: n, endpoint: 'https://rucio.example.org:8443/'}}";
    DataLook look =
        DataLook.of(DataDemand.REACHABLE, elsewhere, DataLook.saying(DataLook.at("HERE=0")), RSES);
    assertThat(look.codes()).containsExactly("data.not-reachable");
  }

  /** The platform fills in its own, and asks each of several. */
  @Test
  void anItemWithoutAnEndpointIsOfThePlatformsOwn() throws BadInput {
    Holding second =
        new RucioHolding("https://second.example.org", List.of("HERE"), new Reach.Nowhere(), USUAL);
    Map<DataItem, Known<Optional<Replica>>> said = new HashMap<>();
    said.put(DataLook.did(RUCIO), DataLook.value(Optional.empty()));
    said.put(
        DataLook.did("https://second.example.org"),
        DataLook.value(Optional.of(DataLook.at("HERE"))));

    DataLook look = DataLook.of(DataDemand.HERE, DID, _ -> said, RSES, second);

    assertThat(look.standings()).containsExactly("here");
    assertThat(look.codes()).isEmpty();
  }

  /** It may be as near as is demanded at the one that does not answer. */
  @Test
  void whatIsNotKnownMayBeHere() throws BadInput {
    Holding second =
        new RucioHolding("https://second.example.org", List.of("HERE"), new Reach.Nowhere(), USUAL);
    Map<DataItem, Known<Optional<Replica>>> said = new HashMap<>();
    said.put(DataLook.did(RUCIO), DataLook.value(Optional.of(DataLook.at("OTHER=1"))));
    said.put(DataLook.did("https://second.example.org"), new Known.Down<>("It is down."));

    assertThat(DataLook.of(DataDemand.HERE, DID, _ -> said, RSES, second).codes())
        .containsExactly("data.not-checked");
    assertThat(DataLook.of(DataDemand.REACHABLE, DID, _ -> said, RSES, second).standings())
        .containsExactly("reachable");
  }

  @Test
  void whatIsOnlyReachableIsNotHere() throws BadInput {
    DataLook look =
        DataLook.of(DataDemand.HERE, DID, DataLook.saying(DataLook.at("OTHER=1")), RSES);
    assertThat(look.codes()).containsExactly("data.not-here");
    assertThat(look.outcomes()).containsExactly(Outcome.REFUSED);
    assertThat(look.standings()).containsExactly("reachable");
  }

  @Test
  void whatCouldNotBeLookedUpCannotBeTold() throws BadInput {
    for (Replicas trouble :
        List.<Replicas>of(
            items -> DataLook.all(items, new Known.Down<>("It is down.")),
            items -> DataLook.all(items, new Known.Refused<>("It refused.")),
            _ -> Map.of(),
            World.CLOSED.replicas())) {
      DataLook look = DataLook.of(DataDemand.REACHABLE, DID, trouble, RSES);
      assertThat(look.codes()).containsExactly("data.not-checked");
      assertThat(look.outcomes()).containsExactly(Outcome.CANNOT_TELL);
      assertThat(look.standings()).containsExactly("unknown");
    }
  }

  @Test
  void whatItsSystemDoesNotKnowIsAbsent() throws BadInput {
    DataLook look =
        DataLook.of(
            DataDemand.REACHABLE,
            DID,
            items -> DataLook.all(items, DataLook.value(Optional.empty())),
            RSES);
    assertThat(look.codes()).containsExactly("data.absent");
    assertThat(look.standings()).containsExactly("absent");
  }

  @Test
  void allRefusalsAreToldAtOnceInRequestOrderAndLookedUpTogether() throws BadInput {
    int[] asked = new int[1];
    Replicas counting =
        items -> {
          asked[0]++;
          return DataLook.all(items, DataLook.value(Optional.empty()));
        };
    DataLook look =
        DataLook.of(
            DataDemand.REACHABLE,
            "{datatype: uri://x}, "
                + DID
                + ", {datatype: uri://http-resource, datainfo: {url: 'https://evil.example/'}}, "
                + "{datatype: uri://vospace-node, datainfo: {uri: 'vos://example.org!vospace/a'}}",
            counting,
            RSES,
            SPACE,
            PLACES);

    assertThat(look.says())
        .extracting(Reason::path, Reason::code)
        .containsExactly(
            tuple("data[0]", "data.not-supported"),
            tuple("data[1]", "data.absent"),
            tuple("data[2]", "data.not-reachable"),
            tuple("data[3]", "data.absent"));
    assertThat(look.standings()).containsExactly("unknown", "absent", "unknown", "absent");
    assertThat(asked[0]).isEqualTo(1);
  }

  @Test
  void typesKnownByNameAreTakenAtTheirOwnersWord() throws BadInput {
    Holding near = new NamedHolding("uri://near", Standing.HERE);
    Holding far = new NamedHolding("uri://far", Standing.REACHABLE);
    DataLook look =
        DataLook.of(
            DataDemand.HERE,
            "{datatype: uri://near}, {datatype: uri://far}, {datatype: uri://Near}",
            World.CLOSED.replicas(),
            near,
            far);
    assertThat(look.standings()).containsExactly("here", "reachable", "unknown");
    assertThat(look.codes()).containsExactly("data.not-here", "data.not-supported");
  }

  @Test
  void sizesAreTold() throws BadInput {
    Replica sized = new Replica(List.of(), OptionalLong.of(1234));
    DataLook look =
        DataLook.of(
            DataDemand.REACHABLE,
            "{datatype: uri://http-resource, datainfo: {url: 'https://far.example.org/x'}}",
            DataLook.saying(sized),
            PLACES);
    assertThat(look.items().getFirst().get("size")).contains(Tree.literal("1234"));
  }

  @Test
  void whoeverReadsWithHisOwnTokenIsTold() throws BadInput {
    Holding own =
        new RucioHolding(
            RUCIO, List.of("HERE"), new Reach.Nowhere(), new Terms(Credentials.CALLER_TOKEN, true));
    DataLook look = DataLook.of(DataDemand.HERE, DID, DataLook.saying(DataLook.at("HERE")), own);
    assertThat(look.codes()).containsExactly("data.with-your-token");
    assertThat(look.outcomes()).containsExactly(Outcome.OK);
    assertThat(look.standings()).containsExactly("here");
  }

  @Test
  void whatIsLateIsToldWithItsAge() throws BadInput {
    Known<Optional<Replica>> old =
        new Known.Value<>(Optional.of(DataLook.at("HERE")), Duration.ofMinutes(7));
    DataLook look = DataLook.of(DataDemand.HERE, DID, items -> DataLook.all(items, old), RSES);
    assertThat(look.codes()).containsExactly("data.late");
    assertThat(look.says().getFirst().text()).contains("7m ago");
    assertThat(look.standings()).containsExactly("here");
  }

  @Test
  void aQuestionWithoutDataLeavesOpenWhatMustBeHere() throws BadInput {
    DataCheck here =
        new DataCheck(new Holdings(List.of(RSES), NOW), DataDemand.HERE, Room.UNDECLARED);
    DataCheck reachable =
        new DataCheck(new Holdings(List.of(RSES), NOW), DataDemand.REACHABLE, Room.UNDECLARED);
    Task general = Task.of("t");
    Task none = new Task("t", Tree.map(Map.of("data", Tree.list(List.of()))));

    assertThat(DataLook.of(here, general, World.CLOSED.replicas()).says())
        .extracting(Reason::code, Reason::isCondition)
        .containsExactly(tuple("data.not-given", true));
    assertThat(DataLook.of(here, none, World.CLOSED.replicas()).findings()).isEmpty();
    assertThat(DataLook.of(reachable, general, World.CLOSED.replicas()).findings()).isEmpty();
  }
}
