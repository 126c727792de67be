// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.task.Amount.Measure;
import org.whereto.task.Resources.Bound;
import org.whereto.task.Resources.Wanted;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Path;

final class ResourcesTest {

  private static Resources read(String yaml, Map<String, Measure> dimensions) throws BadInput {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    return Resources.read(
        Optional.of(Formats.YAML.read(bytes, Budget.SMALL, Keep.ALL)), dimensions);
  }

  private static Resources read(String yaml) throws BadInput {
    return read(yaml, Resources.STANDARD);
  }

  private static Resources inContent(String dimension, String min, String max) throws BadInput {
    Resources asked =
        read("{min" + dimension + ": " + min + ", max" + dimension + ": " + max + "}");
    Wanted wanted = asked.wanted().get(dimension);
    return new Resources(
        Map.of(
            dimension,
            new Wanted(
                wanted.minKey(),
                wanted.maxKey(),
                wanted.like(),
                wanted.min().map(ResourcesTest::ofContent),
                wanted.max().map(ResourcesTest::ofContent))),
        List.of(),
        List.of(),
        List.of());
  }

  private static Bound ofContent(Bound bound) {
    return new Bound(bound.amount(), new Path("services"), true);
  }

  private static void assertFault(ThrowingCallable reading, String code, String path, String told) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            BadInput.class,
            fault -> {
              assertThat(fault.code()).isEqualTo(code);
              assertThat(fault.path().text()).isEqualTo(path);
              assertThat(fault.sentence()).contains(told);
            });
  }

  @Test
  void amountsAreBounded() throws BadInput {
    assertThat(read(many(100)).wanted()).hasSize(100);
    assertFault(
        () -> read(many(101)),
        "resources.too-many",
        "resources",
        "A Task may name 100 amounts, not 101.");
  }

  private static String many(int count) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < count; i++) {
      all.append("minx" + i + ": 1\n");
    }
    return all.toString();
  }

  @Test
  void theExampleOfTheNote() throws BadInput {
    Resources resources =
        read(
            """
            minstore: 8G
            maxstore: 10G
            mincores: 8
            maxcores: 10
            minmemory: 8G
            maxmemory: 10G
            minstartup: 5s
            maxstartup: 60s
            minduration: 5m
            maxduration: 10m
            """);
    assertThat(resources.wanted().keySet())
        .containsExactly("store", "cores", "memory", "startup", "duration");
    assertThat(resources.wanted().get("duration").asked()).isEqualTo("min 5m, max 10m");
    assertThat(resources.others()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "mincores, mincores, maxcores",
    "maxcores, mincores, maxcores",
    "minCores, minCores, maxCores",
    "max_cores, min_cores, max_cores",
    "Min-Cores, Min-Cores, Max-Cores",
    "MAXCORES, MINCORES, MAXCORES",
    "m_i-n_cores, m_i-n_cores, m_a-x_cores",
  })
  void anAnswerUsesTheSpellingOfTheRequest(String key, String minKey, String maxKey)
      throws BadInput {
    Wanted wanted = read(key + ": 8").wanted().get("cores");
    assertThat(wanted.minKey()).isEqualTo(minKey);
    assertThat(wanted.maxKey()).isEqualTo(maxKey);
    assertThat(wanted.path().text()).isEqualTo("resources." + key);
  }

  @ParameterizedTest
  @CsvSource({
    "mincores, minCores",
    "min_cores, min-cores",
    "MINMEMORY, minmemory",
    "maxGPU_memory, maxgpu-memory",
  })
  void oneAmountInTwoSpellingsIsAFault(String first, String second) {
    assertFault(
        () -> read("{" + first + ": 8, " + second + ": 8}"),
        "resources.twice",
        "resources." + second,
        "\"" + first + "\" and \"" + second + "\" are the same amount: give one of them.");
  }

  @Test
  void aMinimumAboveItsMaximumIsAFaultInAnySpelling() {
    assertFault(
        () -> read("{max_memory: 2Gi, minMemory: 2.2G}"),
        "resources.min-above-max",
        "resources.max_memory",
        "min 2.2G, max 2Gi");
  }

  @Test
  void equalAmountsInTwoUnitsAreInOrder() throws BadInput {
    assertThat(read("{minmemory: 1000M, maxmemory: 1G}").wanted()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"2, NUMBER", "2G, BYTES", "2h, TIME", "PT2H, TIME"})
  void whatNobodyDeclaredIsReadInAnyMeasure(String amount, Measure measure) throws BadInput {
    Wanted wanted = read("mingpus: " + amount).wanted().get("gpus");
    assertThat(wanted.like().measure()).isEqualTo(measure);
  }

  @Test
  void anOwnersDimensionHasItsMeasure() throws BadInput {
    Map<String, Measure> own = Map.of("scratch", Measure.BYTES);
    assertThat(read("minScratch: 2", own).wanted().get("scratch").like().value())
        .isEqualByComparingTo("2000000000");
    assertFault(
        () -> read("minScratch: 2h", own),
        "amount.malformed",
        "resources.minScratch",
        "\"2h\" is not an amount like 8G");
  }

  @Test
  void boundsOfDifferentMeasuresAreNotCompared() throws BadInput {
    assertThat(read("{mingpus: 2h, maxgpus: 1}").wanted().get("gpus").isContradiction()).isFalse();
  }

  @Test
  void anAmountIsOneText() {
    for (String value : List.of("[8]", "[8, 16]", "{value: 8}", "[]")) {
      assertFault(
          () -> read("mincores: " + value),
          "amount.malformed",
          "resources.mincores",
          "One amount is wanted here");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "''"})
  void nothingIsNoAmount(String value) {
    assertFault(
        () -> read("mincores: " + value),
        "amount.malformed",
        "resources.mincores",
        "leave the field out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"min", "max", "cores", "_min-", "x"})
  void otherMembersAreNobodys(String key) throws BadInput {
    Resources resources = read(key + ": anything");
    assertThat(resources.wanted()).isEmpty();
    assertThat(resources.others()).containsExactly(new Path("resources." + key));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "[]", "~", "''"})
  void resourcesAreAMapping(String yaml) {
    assertFault(() -> read(yaml), "resources.not-a-mapping", "resources", "named amounts");
  }

  @Test
  void theStricterOfTwoKeepsWhereEachComesFrom() throws BadInput {
    Wanted both =
        read("{min_memory: 4096M, maxmemory: 16G}")
            .stricter(inContent("memory", "8Gi", "32Gi"))
            .wanted()
            .get("memory");
    assertThat(both.min().orElseThrow().amount().text()).isEqualTo("8Gi");
    assertThat(both.min().orElseThrow().inContent()).isTrue();
    assertThat(both.max().orElseThrow().amount().text()).isEqualTo("16G");
    assertThat(both.max().orElseThrow().path().text()).isEqualTo("resources.maxmemory");
    assertThat(both.minKey()).isEqualTo("min_memory");
    assertThat(both.like().down(new BigDecimal("8589934592"))).isEqualTo("8589.934M");
    assertThat(both.isContradiction()).isFalse();
  }

  @Test
  void aContradictionOfRequestAndContentIsNoFault() throws BadInput {
    Resources both = read("maxmemory: 4G").stricter(inContent("memory", "8G", "9G"));
    Wanted wanted = both.wanted().get("memory");
    assertThat(wanted.isContradiction()).isTrue();
    assertThat(wanted.asked()).isEqualTo("min 8G, max 4G");
  }

  @Test
  void stricterThanNothingIsTheSame() throws BadInput {
    Resources asked = read("mincores: 8");
    assertThat(asked.stricter(Resources.NONE)).isSameAs(asked);
    assertThat(Resources.NONE.stricter(asked)).isEqualTo(asked);
  }

  @Test
  void whatCannotBeComparedStaysAsTheContentHasIt() throws BadInput {
    Resources asked = read("mingpus: 2G");
    Resources content = inContent("gpus", "1", "1");
    Bound either = asked.stricter(content).wanted().get("gpus").min().orElseThrow();
    assertThat(either.amount().measure()).isEqualTo(Measure.NUMBER);
    assertThat(content.stricter(asked).wanted().get("gpus").min()).contains(either);
  }
}
