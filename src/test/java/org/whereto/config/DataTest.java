// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.check.DataCheck;
import org.whereto.check.data.Credentials;
import org.whereto.check.data.DataDemand;
import org.whereto.check.data.HttpHolding;
import org.whereto.check.data.NamedHolding;
import org.whereto.check.data.RucioHolding;
import org.whereto.check.data.RucioHolding.Reach;
import org.whereto.check.data.S3Holding;
import org.whereto.check.data.Standing;
import org.whereto.check.data.Terms;
import org.whereto.check.data.VospaceHolding;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.platform.Acceptance;
import org.whereto.platform.Supply;

class DataTest {

  private static final String HEAD =
      """
      whereto: 1
      interfaces:
        hub: {servicetype: uri://jupyter-hub}
        batch: {servicetype: uri://batch}
      """;
  private static final String ACCEPTS = "accepts: [{tasktype: uri://a, on: [hub, batch]}]\n";

  @Test
  void holdingsAreReadToTheirNormalForms() {
    DataCheck check =
        checks(
                """
                data:
                  rucio:
                    - endpoint: HTTPS://Rucio.example.org:443/
                      here: [A_DISK, B]
                      reachable: {distance: 3}
                      credentials: caller-token
                    - {endpoint: https://two.example.org, here: A, reachable: [C, D]}
                    - {endpoint: https://three.example.org, reachable: any, copied: false}
                  vospace:
                    - authority: Example.org~vospace
                      endpoint: https://ws.example.org/vospace
                      here: [/a/, /%7Eb]
                      reachable: /
                      credentials: platform
                  s3:
                    - {endpoint: https://s3.example.org, here: near-*, reachable: "*"}
                  http:
                    - here: https://Archive.example.org/data
                  named:
                    uri://cutout: here
                    uri://catalogue: reachable
                """
                    + ACCEPTS)
            .getFirst();

    assertThat(check.demand()).isEqualTo(DataDemand.REACHABLE);
    assertThat(check.holdings().all())
        .containsExactly(
            new RucioHolding(
                "https://rucio.example.org",
                List.of("A_DISK", "B"),
                new Reach.Within(3),
                new Terms(Credentials.CALLER_TOKEN, true)),
            new RucioHolding(
                "https://two.example.org",
                List.of("A"),
                new Reach.Named(List.of("C", "D")),
                Terms.USUAL),
            new RucioHolding(
                "https://three.example.org",
                List.of(),
                new Reach.Everywhere(),
                new Terms(Credentials.ANONYMOUS, false)),
            new VospaceHolding(
                "example.org!vospace",
                List.of("/a/", "/~b"),
                List.of("/"),
                new Terms(Credentials.PLATFORM, true)),
            new S3Holding("https://s3.example.org", List.of("near-*"), List.of("*"), Terms.USUAL),
            new HttpHolding(List.of("https://archive.example.org/data"), List.of(), Terms.USUAL),
            new NamedHolding("uri://cutout", Standing.HERE),
            new NamedHolding("uri://catalogue", Standing.REACHABLE));
  }

  @Test
  void theStrictestDemandOfThreeLevelsCounts() {
    String data = "data: {named: {uri://x: here}}\n";

    assertThat(checks(data + ACCEPTS))
        .extracting(DataCheck::demand)
        .containsExactly(DataDemand.REACHABLE, DataDemand.REACHABLE);
    assertThat(checks(data + "if: {data: here}\n" + ACCEPTS))
        .extracting(DataCheck::demand)
        .containsExactly(DataDemand.HERE, DataDemand.HERE);
    assertThat(
            checks(
                data
                    + "if: {data: reachable}\n"
                    + "accepts: [{tasktype: uri://a, on: [hub, batch], if: {data: here}}]\n"))
        .extracting(DataCheck::demand)
        .containsExactly(DataDemand.HERE, DataDemand.HERE);
    String batch = HEAD.replace("uri://batch}", "uri://batch, if: {data: here}}");
    assertThat(checksOf(batch + data + ACCEPTS))
        .extracting(DataCheck::demand)
        .containsExactly(DataDemand.REACHABLE, DataDemand.HERE);
  }

  @Test
  void wheretoNothingIsSaidNothingIsDeclared() {
    assertThat(checks(ACCEPTS)).containsOnly(DataCheck.UNDECLARED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rucio: [{here: A}] | \"endpoint\" is missing",
        "rucio: [{endpoint: rucio.example.org, here: A}] | must begin with http",
        "rucio: [{endpoint: 'https://u:p@r.org', here: A}] | carries a user name",
        "rucio: [{endpoint: https://r.org}] | This names no data",
        "rucio: [{endpoint: https://r.org, here: 'A B'}] | no name of a storage element",
        "rucio: [{endpoint: https://r.org, reachable: {distance: 3}}] | name that under \"here\"",
        "rucio: [{endpoint: https://r.org, here: A, reachable: {distance: -1}}] | not negative",
        "rucio: [{endpoint: https://r.org, here: A, reachable: {distanc: 1}}] | mean \"distance\"",
        "rucio: [{endpoint: https://r.org, here: A, reachable: A}] | under \"here\" and under",
        "rucio: [{endpoint: https://r.org, here: [A, A]}] | stands here twice",
        "rucio: [{endpoint: https://r.org, here: A}, {endpoint: 'https://R.org/', here: B}]"
            + " | Another entry names the same \"endpoint\"",
        "vospace: [{authority: a!b, endpoint: https://v.org, here: /a},"
            + " {authority: A~b, endpoint: https://w.org, here: /b}]"
            + " | Another entry names the same \"authority\"",
        "rucio: [{endpoint: https://r.org, here: A, credentials: mine}] | must be one of anonymous",
        "rucio: [{endpoint: https://r.org, here: A, copied: perhaps}] | must be true or false",
        "vospace: [{endpoint: https://v.org, here: /a}] | \"authority\" is missing",
        "vospace: [{authority: a!b, endpoint: https://v.org, here: a}] | no path from the root",
        "vospace: [{authority: a!b, endpoint: https://v.org, here: /a/../b}] | is \".\" or \"..\"",
        "vospace: [{authority: a b, endpoint: https://v.org, here: /a}] | no name of a VOSpace",
        "vospace: [{authority: a!b, endpoint: https://v.org, here: [/a, /a/b]}]"
            + " | \"/a/b\" is part of \"/a\"",
        "vospace: [{authority: a!b, endpoint: https://v.org, here: [/a/b, /a]}]"
            + " | \"/a/b\" is part of \"/a\"",
        "vospace: [{authority: a!b, endpoint: https://v.org, here: /a, reachable: /a/b}]"
            + " | \"/a/b\" is part of \"/a\"",
        "vospace: [{authority: a!b, endpoint: https://v.org, here: /a, reachable: /a/}]"
            + " | \"/a/\" is part of \"/a\"",
        "vospace: [{authority: a!b, endpoint: https://v.org, here: /a/, reachable: /a/}]"
            + " | under \"here\" and under \"reachable\"",
        "s3: [{endpoint: https://s.org, here: Bucket}] | no name of a bucket",
        "s3: [{endpoint: https://s.org, here: 'a*', reachable: abc}] | \"abc\" is part of \"a*\"",
        "s3: [{endpoint: https://s.org, here: abc, reachable: abc}] | under \"here\" and under",
        "http: [{here: ftp://a.org/}] | must begin with http",
        "http: [{here: 'https://a.org/?b'}] | take out the ?",
        "http: [{here: https://a.org/b}, {reachable: https://a.org/b/c}] | is part of",
        "http: [{}] | This names no data",
        "named: {uri://rucio-did: here} | no type known by its name alone",
        "named: {uri://x: near} | must be one of here, reachable",
        "ftp: [] | Unknown key \"ftp\"",
      })
  void faultsStandAtTheirLinesWithTheirRemedies(String entry, String fault) {
    List<String> faults = faults(HEAD + "data:\n  " + entry + "\n" + ACCEPTS);
    assertThat(faults).hasSize(1);
    assertThat(faults.getFirst()).startsWith("f:6:").contains(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vospace: [{authority: a!b, endpoint: https://v.org, here: /a/b, reachable: /a}]",
        "vospace: [{authority: a!b, endpoint: https://v.org, here: [/a, /ab]}]",
        "vospace: [{authority: a!b, endpoint: https://v.org, here: /a/, reachable: /a}]",
        "s3: [{endpoint: https://s.org, here: abc, reachable: 'a*'}]",
        "http: [{here: https://a.org/b, reachable: https://a.org/}]",
        "http: [{here: https://a.org/b}, {here: https://a.org:8443/b}]",
      })
  void whatIsHereMayLieWithinWhatIsReachable(String entry) {
    assertThat(faults(HEAD + "data:\n  " + entry + "\n" + ACCEPTS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | here | No data can be here where none is named",
        "'' | reachable | No data can be reachable where none is named",
        "'data: {named: {uri://x: reachable}}' | here | No data is here",
        "'data: {named: {uri://x: here}}' | her | Did you mean \"here\"?",
      })
  void whatNobodyCanMeetIsAFault(String data, String demand, String fault) {
    List<String> faults =
        faults(
            HEAD
                + data
                + "\naccepts: [{tasktype: uri://a, on: [hub, batch], if: {data: "
                + demand
                + "}}]\n");
    assertThat(faults).isNotEmpty().allSatisfy(line -> assertThat(line).contains(fault));
  }

  private static List<DataCheck> checks(String rest) {
    return checksOf(HEAD + rest);
  }

  private static List<DataCheck> checksOf(String file) {
    Checked checked = PlatformFile.read("test", file.getBytes(UTF_8));
    assertThat(checked).as("%s", checked).isInstanceOf(Checked.Good.class);
    Acceptance acceptance =
        ((Checked.Good) checked)
            .platform()
            .understands("uri://a")
            .orElseThrow()
            .acceptances()
            .getFirst();
    return acceptance.supplies().stream()
        .map(Supply::data)
        .map(demanded -> (DataCheck) demanded.check())
        .toList();
  }

  private static List<String> faults(String file) {
    return switch (PlatformFile.read("test", file.getBytes(UTF_8))) {
      case Checked.Good _ -> List.of();
      case Checked.Faulty(var problems) ->
          problems.stream().map(problem -> problem.in("f")).toList();
    };
  }
}
