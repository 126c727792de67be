// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.task.DataItem.HttpResource;
import org.whereto.task.DataItem.Other;
import org.whereto.task.DataItem.RucioDid;
import org.whereto.task.DataItem.S3Object;
import org.whereto.task.DataItem.VospaceNode;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;

class DataNeedTest {

  private static final String VOSPACE = "uri://vospace-node";
  private static final String RUCIO = "uri://rucio-did";
  private static final String S3 = "uri://s3-object";
  private static final String HTTP = "uri://http-resource";

  @Test
  void theFourTypesAreReadToTheirNormalForm() throws BadInput {
    List<DataNeed> needs =
        read(
            """
            - datatype: uri://vospace-node
              datainfo: {uri: "VOS://Example.org~VOSpace/a%7eb/c%20d/"}
            - datatype: uri://rucio-did
              datainfo: {scope: user.a_b-c, name: /field/42.images, endpoint: "https://R.org:443/"}
            - datatype: uri://s3-object
              datainfo: {bucket: my.bucket-1, object: "/a//b c\\u00e9/"}
            - datatype: uri://http-resource
              datainfo: {url: "HTTP://Data.example.org:80/%41?x=%7e"}
            - datatype: uri://fits-cutout
            """);

    assertThat(needs)
        .extracting(DataNeed::item)
        .containsExactly(
            new VospaceNode("example.org!vospace", "/a~b/c%20d"),
            new RucioDid(Optional.of("https://r.org"), "user.a_b-c", "/field/42.images"),
            new S3Object(Optional.empty(), "my.bucket-1", "/a//b c\u00e9/", Optional.empty()),
            new HttpResource("http://data.example.org/A?x=~"),
            new Other("uri://fits-cutout", Optional.empty()));
    assertThat(needs).extracting(DataNeed::others).containsOnly(List.of());
    assertThat(needs).extracting(need -> need.path().text()).startsWith("data[0]", "data[1]");
  }

  @Test
  void numbersAreTexts() throws BadInput {
    assertThat(item(S3, "{bucket: 12345, object: 1.10, region: default}"))
        .isEqualTo(new S3Object(Optional.empty(), "12345", "1.10", Optional.of("default")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vos://example.org!vospace | example.org!vospace | /",
        "vos://example.org!vospace/ | example.org!vospace | /",
        "vos://example.org~a~b/x/y | example.org!a!b | /x/y",
        "vos://example.org/x | example.org | /x",
        "vos://cadc.nrc.ca!vault/a+b/c,d | cadc.nrc.ca!vault | /a+b/c,d",
      })
  void nodesAreNamedInOneWay(String uri, String authority, String path) throws BadInput {
    assertThat(item(VOSPACE, "{uri: '" + uri + "'}")).isEqualTo(new VospaceNode(authority, path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vos:user/a",
        "vos:///a",
        "ivo://example.org/vospace",
        "https://example.org/a",
        "example.org!vospace/a",
        "vos://example.org!!vospace/a",
        "vos://!vospace/a",
        "vos://example.org!/a",
        "vos://example.org!./a",
        "vos://user@example.org!vospace/a",
        "vos://example.org:80!vospace/a",
        "vos://example.org%21vospace/a",
        "vos://ex\u0430mple.org!vospace/a",
        "vos://example.org!vospace?a",
        "vos://example.org!vospace/a?view=data",
        "vos://example.org!vospace/a#b",
        "vos://example.org!vospace//a",
        "vos://example.org!vospace/a//b",
        "vos://example.org!vospace/a//",
        "vos://example.org!vospace/./a",
        "vos://example.org!vospace/a/..",
        "vos://example.org!vospace/a/%2e%2e/b",
        "vos://example.org!vospace/a%2fb",
        "vos://example.org!vospace/a%5cb",
        "vos://example.org!vospace/a b",
        "vos://example.org!vospace/%",
        "vos://example.org!vospace/%ff",
        "vos://example.org!vospace/a%00",
      })
  void whatIsNoUriOfANodeIsBadInput(String uri) {
    assertFault(VOSPACE, "{uri: '" + uri + "'}", "data.malformed", "data[0].datainfo.uri");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ab",
        "Bucket",
        "my_bucket",
        "-bucket",
        "bucket-",
        ".bucket",
        "bucket.",
        "my..bucket",
        "192.168.5.4",
        "999.1.1.1",
        "xn--bucket",
        "my bucket",
        "my/bucket",
        "b\u00fccket",
        "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff1234",
        "{a}",
        "*",
      })
  void whatIsNoBucketNameIsBadInput(String bucket) {
    BadInput fault =
        assertFault(
            S3,
            "{object: a, bucket: '" + bucket + "'}",
            "data.malformed",
            "data[0].datainfo.bucket");
    assertThat(fault.sentence()).contains("\"" + bucket + "\" is no name of a bucket: 3 to 63");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", "a/../b", "a/..", "./a", "a\\\\..\\\\b", "a\\u0000b", "a\\nb"})
  void whatIsNoKeyIsBadInput(String key) {
    assertFault(
        S3, "{bucket: abc, object: \"" + key + "\"}", "data.malformed", "data[0].datainfo.object");
  }

  @Test
  void aKeyHasAtMost1024Bytes() throws BadInput {
    String longest = "\u00e9".repeat(512);
    assertThat(item(S3, "{bucket: abc, object: " + longest + "}")).isNotNull();
    assertFault(
        S3, "{bucket: abc, object: " + longest + "a}", "data.malformed", "data[0].datainfo.object");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{scope: 'a/b', name: c} | scope",
        "{scope: 'a b', name: c} | scope",
        "{scope: '..', name: c} | scope",
        "{scope: aaaaaaaaaabbbbbbbbbbcccccccccc1, name: c} | scope",
        "{scope: a, name: 'user.b:c'} | name",
        "{scope: a, name: 'b*'} | name",
        "{scope: a, name: '../b'} | name",
        "{scope: a, name: 'b/../c'} | name",
        "{scope: a, name: '-b'} | name",
        "{scope: a, name: 'b%2e'} | name",
        "{scope: a, name: b, endpoint: rucio.example.org} | endpoint",
        "{scope: a, name: b, endpoint: 'https://u:p@rucio.example.org'} | endpoint",
        "{scope: a, name: b, endpoint: 'https://rucio.example.org/?a'} | endpoint",
        "{scope: a, name: b, endpoint: ''} | endpoint",
        "{scope: a, name: b, endpoint: null} | endpoint",
        "{scope: a, name: [b, c]} | name",
        "{scope: a, name: {b: c}} | name",
      })
  void whatRucioCannotHoldIsBadInput(String datainfo, String member) {
    assertFault(RUCIO, datainfo, "data.malformed", "data[0].datainfo." + member);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uri://vospace-node | {} | uri",
        "uri://rucio-did | {name: a} | scope",
        "uri://rucio-did | {scope: a} | name",
        "uri://s3-object | {object: a} | bucket",
        "uri://s3-object | {bucket: abc} | object",
        "uri://http-resource | {uri: 'https://e.org/'} | url",
      })
  void whatIsMissingIsNamed(String datatype, String datainfo, String member) {
    BadInput fault =
        assertFault(datatype, datainfo, "data.incomplete", "data[0].datainfo." + member);
    assertThat(fault.sentence()).contains("needs \"" + member + "\", like {");
  }

  @Test
  void aSlipOfThePenIsNamed() {
    BadInput fault =
        assertFault(S3, "{Bucket: abc, object: a}", "data.incomplete", "data[0].datainfo.bucket");
    assertThat(fault.sentence()).endsWith("What is \"Bucket\"?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "a text", "[]", "[{scope: a, name: b}]"})
  void datainfoHasMembers(String datainfo) {
    assertFault(RUCIO, datainfo, "data.incomplete", "data[0].datainfo");
  }

  @Test
  void whatNobodyReadsIsTold() throws BadInput {
    List<DataNeed> needs =
        read(
            """
            - datatype: uri://rucio-did
              datainfo: {scope: a, name: b, endpont: c}
              comment: d
            - datatype: uri://fits-cutout
              datainfo: {a: b}
            """);

    assertThat(needs.stream().flatMap(need -> need.others().stream()).map(Path::text))
        .containsExactly("data[0].datainfo.endpont", "data[0].comment", "data[1].datainfo");
  }

  @Test
  void theSameItemTwiceIsBadInput() {
    assertThatThrownBy(() ->
            read(
                """
                - {datatype: uri://http-resource, datainfo: {url: "https://e.org/%61"}}
                - {datatype: uri://fits-cutout}
                - {datatype: uri://http-resource, datainfo: {url: "https://E.org:443/a"}}
                """))
        .isInstanceOfSatisfying(
            BadInput.class,
            fault -> {
              assertThat(fault.code()).isEqualTo("data.twice");
              assertThat(fault.path().text()).isEqualTo("data[2]");
              assertThat(fault.sentence()).contains("the same as data[0]");
            });
  }

  @Test
  void anObjectIsTheSameInWhateverRegion() {
    assertThatThrownBy(() ->
            read(
                """
                - {datatype: uri://s3-object, datainfo: {bucket: abc, object: a, region: eu-west-1}}
                - {datatype: uri://s3-object, datainfo: {bucket: abc, object: a, region: us-east-1}}
                """))
        .isInstanceOfSatisfying(
            BadInput.class, fault -> assertThat(fault.code()).isEqualTo("data.twice"));
  }

  @Test
  void itemsAreBounded() throws BadInput {
    assertThat(read(cutouts(DataNeed.MOST))).hasSize(DataNeed.MOST);
    assertThatThrownBy(() -> read(cutouts(DataNeed.MOST + 1)))
        .isInstanceOf(BadInput.class)
        .hasMessage("A Task may name 100 data items, not 101.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "'{}'", "'{ }'"})
  void anEmptyListNeedsNothing(String data) throws BadInput {
    assertThat(read(data)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"everything", "'{a}'", "'{'", "null", "{}", "{datatype: uri://rucio-did}"})
  void whatIsNoListIsBadInput(String data) {
    assertThatThrownBy(() -> read(data))
        .isInstanceOfSatisfying(
            BadInput.class, fault -> assertThat(fault.code()).isEqualTo("data.not-a-list"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[uri://rucio-did]", "[{}]", "[{datatype: ''}]", "[{datatype: [a]}]", "[null]"})
  void eachItemNamesItsType(String data) {
    assertThatThrownBy(() -> read(data))
        .isInstanceOfSatisfying(
            BadInput.class, fault -> assertThat(fault.code()).isEqualTo("data.no-datatype"));
  }

  @Test
  void aWebAddressOfDataIsReadStrictly() {
    assertFault(
        HTTP,
        "{url: 'https://archive.example.org/data/%2e%2e/private'}",
        "data.malformed",
        "data[0].datainfo.url");
  }

  private static String cutouts(int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> "- {datatype: uri://fits-cutout, datainfo: {id: " + i + "}}\n")
        .collect(joining());
  }

  private static BadInput assertFault(String datatype, String datainfo, String code, String path) {
    BadInput[] found = new BadInput[1];
    assertThatThrownBy(() -> item(datatype, datainfo))
        .isInstanceOfSatisfying(BadInput.class, fault -> found[0] = fault);
    assertThat(found[0].code()).isEqualTo(code);
    assertThat(found[0].path().text()).isEqualTo(path);
    return found[0];
  }

  private static DataItem item(String datatype, String datainfo) throws BadInput {
    return read("[{datatype: '" + datatype + "', datainfo: " + datainfo + "}]").getFirst().item();
  }

  private static List<DataNeed> read(String yaml) throws BadInput {
    Tree tree = Formats.YAML.read(yaml.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
    return DataNeed.read(Optional.of(tree));
  }
}
