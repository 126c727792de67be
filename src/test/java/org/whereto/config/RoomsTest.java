// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.check.ResourcesCheck;
import org.whereto.check.room.Room;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.platform.Acceptance;
import org.whereto.platform.Platform;
import org.whereto.task.Amount;
import org.whereto.task.Amount.Measure;

/** What an owner's file says of resources, on its three levels, and what is wrong there. */
class RoomsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{core: 8} | Unknown key \"core\". Did you mean \"cores\"?",
        "{memory: 240Gx} | \"240Gx\" is not an amount like",
        "{memory: 512m} | Did you mean 512M",
        "{cores: 8G} | \"8G\" is not a number",
        "{cores: -8} | \"-8\" is not a number",
        "{cores: {max: 8, default: 9}} | \"default\" is 9, above \"max\", which is 8",
        "{memory: {max: 1G, free: 1Gi}} | \"free\" is 1Gi, above \"max\", which is 1G",
        "{duration: 7} | \"max\" has no unit: write 7s, 7m, 7h or 7d.",
        "{startup: 30} | \"expected\" has no unit: write 30s, 30m, 30h or 30d.",
        "{startup: {max: 30s}} | Unknown key \"max\"",
        "{cores: {expected: 3}} | Unknown key \"expected\"",
        "{available: [bach]} | There is no source \"bach\". Did you mean \"batch\"?",
        "{available: [everything]} | Possible here: batch, disk, odd.",
        "{available: [disk, disk]} | The source \"disk\" stands here twice.",
        "{available: [odd]} | \"odd\" tells of startup",
        "{always: sometimes} | \"always\" must be true or false",
        "{further: {Cores: 8}} | \"Cores\" is known to all: write it beside \"further\"",
        "{further: {gpus: {measure: bits}}} | \"measure\" must be one of number, bytes, time",
        "{further: {gpus: 2, G-PUS: 3}} | \"G-PUS\" stands here twice, in two spellings.",
        "{further: {größe: 2}} | \"größe\" cannot be the name of a dimension",
        "{further: {scratch: {max: 1T}}} | \"1T\" is not a number",
        "{further: 2} | must be a mapping of names",
        "{cores: [8]} | plain text",
        "8 | A mapping is wanted here",
      })
  void eachMistakeIsNamedAtItsLine(String resources, String complaint) {
    for (int level = 0; level < 3; level++) {
      String[] levels = {"{}", "{}", "{}"};
      levels[level] = resources;
      int line = List.of(6, 8, 11).get(level);
      assertThat(faults(levels))
          .hasSize(1)
          .allSatisfy(fault -> assertThat(fault).startsWith(line + ":").contains(complaint));
    }
  }

  @Test
  void aDimensionHasOneMeasure() {
    String bytes = "{further: {scratch: {measure: bytes, max: 1T}}}";
    assertThat(faults(bytes, "{further: {scratch: {measure: time, max: 1h}}}", "{}"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("8:")
        .contains("\"scratch\" is measured in time here, and in bytes at 6:");
    assertThat(faults("{further: {scratch: 1}}", bytes, "{}"))
        .hasSize(1)
        .first()
        .asString()
        .contains("in bytes here, and in number at 6:");

    Platform platform = good(bytes, "{}", "{further: {Scratch: 100G}}");
    assertThat(platform.dimensions()).containsEntry("scratch", Measure.BYTES);
    assertThat(room(platform, 0).limits("scratch").max().map(Amount::text)).contains("100G");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{further: {Scratch: {measure: bytes, max: 1T}}} | ''",
        "{further: {scratch: {measure: time, max: 1h}}} | 4:",
        "{further: {scratch: 3}} | 4:",
        "{} | 4:",
      })
  void aSourceHasUnitsOfWhatIsDeclaredBelowIt(String innermost, String at) {
    String file =
        new String(bytes("{available: [disk]}", "{}", innermost), UTF_8)
            .replace("{Store: /s}", "{scratch: {at: /s, unit: G}}");
    Checked checked = PlatformFile.read("test", file.getBytes(UTF_8));
    assertThat(checked instanceof Checked.Good).isEqualTo(at.isEmpty());
    if (checked instanceof Checked.Faulty faulty) {
      assertThat(faulty.problems())
          .singleElement()
          .extracting(problem -> problem.place() + ": " + problem.sentence())
          .asString()
          .startsWith(at)
          .contains("\"G\" is no unit of scratch");
    }
  }

  @Test
  void theStrictestLimitsAndTheNearestOfTheRestCount() {
    Platform platform =
        good(
            "{cores: {max: 64, default: 4, free: 30}, startup: 1m, available: [batch]}",
            "{cores: {max: 32, free: 31}, memory: 1T, available: [batch, disk], always: true}",
            "{cores: {max: 48, default: 2}, memory: 2T, startup: 2m}");

    Room one = room(platform, 0);
    assertThat(one.limits("cores").max().map(Amount::text)).contains("32");
    assertThat(one.limits("cores").free().map(Amount::text)).contains("30");
    assertThat(one.limits("cores").byDefault().map(Amount::text)).contains("2");
    assertThat(one.limits("memory").max().map(Amount::text)).contains("1T");
    assertThat(one.start().map(Amount::text)).contains("2m");
    assertThat(one.sources())
        .containsEntry("batch", Set.of("cores", "memory"))
        .containsEntry("disk", Set.of("store"));
    assertThat(one.isAlwaysTold()).isTrue();

    Room two = room(platform, 1);
    assertThat(two.limits("cores").max().map(Amount::text)).contains("48");
    assertThat(two.limits("memory").max().map(Amount::text)).contains("2T");
    assertThat(two.sources()).containsOnlyKeys("batch");
    assertThat(two.isAlwaysTold()).isFalse();
  }

  @Test
  void aNearerLevelMayDoWithoutSources() {
    Platform platform = good("{available: [batch]}", "{available: []}", "{}");
    assertThat(room(platform, 0).sources()).isEmpty();
    assertThat(room(platform, 1).sources()).containsOnlyKeys("batch");
  }

  @Test
  void whatIsTheSameOnAllInterfacesIsLookedAtOnce() {
    assertThat(acceptance(good("{cores: 8}", "{}", "{memory: 1G}")).sharedSupply()).isPresent();
    assertThat(acceptance(good("{}", "{}", "{}")).sharedSupply()).isPresent();
    assertThat(acceptance(good("{cores: 8}", "{cores: 8}", "{}")).sharedSupply()).isPresent();
    assertThat(acceptance(good("{cores: 8}", "{cores: 7}", "{}")).sharedSupply()).isEmpty();
  }

  @Test
  void whereNothingIsDeclaredNothingIsLookedAt() {
    assertThat(room(good("{}", "{}", "{}"), 0).isEmpty()).isTrue();
    assertThat(acceptance(good("{}", "{}", "{}")).supplies().getFirst().resources().check())
        .isEqualTo(ResourcesCheck.UNDECLARED);
  }

  private static Acceptance acceptance(Platform platform) {
    return platform.understands("uri://mine").orElseThrow().acceptances().getFirst();
  }

  private static Room room(Platform platform, int position) {
    return acceptance(platform).supplies().get(position).resources().check()
            instanceof ResourcesCheck check
        ? check.room()
        : Room.UNDECLARED;
  }

  private static Platform good(String... levels) {
    Checked checked = PlatformFile.read("test", bytes(levels));
    assertThat(checked).isInstanceOf(Checked.Good.class);
    return ((Checked.Good) checked).platform();
  }

  private static List<String> faults(String... levels) {
    Checked checked = PlatformFile.read("test", bytes(levels));
    assertThat(checked).isInstanceOf(Checked.Faulty.class);
    return ((Checked.Faulty) checked)
        .problems().stream().map(problem -> problem.place() + ": " + problem.sentence()).toList();
  }

  private static byte[] bytes(String... levels) {
    return """
    whereto: 1
    available:
      batch: {file: {path: /var/run/batch.json, amounts: {cores: /c, memory: /m}}}
      disk: {file: {path: /var/run/disk.json, amounts: {Store: /s}}}
      odd: {file: {path: /var/run/odd.json, amounts: {startup: /s}}}
    resources: %s
    interfaces:
      one: {servicetype: uri://one, resources: %s}
      two: {servicetype: uri://two}
    accepts:
      - {tasktype: uri://mine, on: [one, two], resources: %s}
    """
        .formatted((Object[]) levels)
        .getBytes(UTF_8);
  }
}
