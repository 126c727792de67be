// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.answer.Finding;
import org.whereto.answer.Reason;
import org.whereto.support.MadeImage;
import org.whereto.support.Shelf;
import org.whereto.task.ImageUse;
import org.whereto.world.Image.Variant;
import org.whereto.world.Known;

/** Each rule about one variant of an image, against a registry that a test fills. */
class ImageRulesTest {

  private static final String AMD = "linux/amd64";
  private static final String ARM = "linux/arm64";
  private static final String X = "example/x:1";

  private final Shelf shelf = new Shelf();

  private static Variant plain(String platform) {
    return MadeImage.on(platform).variant();
  }

  private String said(String settings, ImageUse... uses) {
    return ImageChecks.said(look(settings, uses));
  }

  private List<Finding> look(String settings, ImageUse... uses) {
    return ImageChecks.look(settings, shelf.world(), uses);
  }

  private Reason reason(String settings, ImageUse... uses) {
    return look(settings, uses).stream()
        .filter(finding -> finding.outcome().isNo())
        .findFirst()
        .flatMap(Finding::says)
        .orElseThrow();
  }

  // base

  @ParameterizedTest
  @CsvSource({
    "base,             base own,  OK",
    "base own,         base own,  OK",
    "base own more,    base own,  NO",
    "own,              base own,  NO",
    "base base,        base own,  NO",
    "'',               base own,  NO",
    "'',               '',        NO",
    "base,             '',        NO",
    "base,             base,      OK",
  })
  void anImageIsMadeFromABaseIfItsLayersBeginWithAllOfIt(
      String base, String image, String outcome) {
    shelf.put("base:1", of(AMD, base.split(" ", -1)));
    shelf.put(X, of(AMD, image.split(" ", -1)));
    assertThat(said("{base: 'base:1'}", ImageChecks.use(X)))
        .isEqualTo(
            outcome.equals("OK")
                ? "(image.checked @taskinfo.image)"
                : "image.base-not-allowed @taskinfo.image");
  }

  @Test
  void oneOfSeveralBasesIsEnoughEvenIfAnotherCannotBeHad() {
    shelf.put(X, of(AMD, "base", "own")).put("base:1", of(AMD, "base"));
    shelf.say("down:1", new Known.Down<>("The registry is silent."));
    assertThat(said("{base: ['down:1', 'gone:1', 'base:1']}", ImageChecks.use(X)))
        .isEqualTo("(image.checked @taskinfo.image)");
  }

  @ParameterizedTest
  @CsvSource({
    "down:1, The registry is silent. Ask again later.",
    "gone:1, Its registry has no image"
  })
  void withoutOneABaseThatCannotBeHadLeavesItOpen(String lost, String why) {
    shelf.put(X, of(AMD, "base", "own")).put("other:1", of(AMD, "other"));
    shelf.say("down:1", new Known.Down<>("The registry is silent."));
    String settings = "{base: ['other:1', '" + lost + "']}";
    assertThat(said(settings, ImageChecks.use(X))).isEqualTo("image.not-checked? @taskinfo.image");
    assertThat(reason(settings, ImageChecks.use(X)).text()).contains(why);
  }

  @Test
  void everyVariantMustBeMadeFromABaseForItsOwnMachine() {
    shelf.put("base:1", of(AMD, "amd"), of(ARM, "arm"));
    shelf.put("good", of(AMD, "amd", "x"), of(ARM, "arm", "x"));
    shelf.put("half", of(AMD, "amd", "x"), of(ARM, "amd", "x"));
    assertThat(said("{base: 'base:1'}", ImageChecks.use("good"))).contains("(image.checked");
    assertThat(said("{base: 'base:1'}", ImageChecks.use("half")))
        .isEqualTo("image.base-not-allowed @taskinfo.image");
    assertThat(reason("{base: 'base:1'}", ImageChecks.use("half")).text())
        .contains("docker.io/library/half:latest for linux/arm64 is not made from");
  }

  // size

  @ParameterizedTest
  @CsvSource({
    "2G, 2000000000, true",
    "2G, 2000000001, false",
    "2, 2000000000, true",
    "2Gi, 2147483648, true",
    "2Gi, 2147483649, false",
    "1.5K, 1500, true",
    "1.5K, 1501, false",
    "2G, 0, true",
    "1P, 9223372036854775807, false",
  })
  void theSizeIsThatOfWhatTheRegistrySends(String limit, long bytes, boolean fits) {
    shelf.put(X, MadeImage.on(AMD).bytes(bytes).variant());
    assertThat(said("{size: " + limit + "}", ImageChecks.use(X)))
        .isEqualTo(fits ? "(image.checked @taskinfo.image)" : "image.too-large @taskinfo.image");
  }

  @Test
  void aSizeIsToldExactlyAndOneThatCannotBeIsNoPass() {
    assertThat(List.of(0L, 999L, 1000L, 83_402_113L, 2_000_000_001L, Long.MAX_VALUE))
        .map(ImageSize::told)
        .containsExactly("0B", "999B", "1K", "83.402113M", "2.000000001G", "9223372.036854775807T");
    shelf.put(X, MadeImage.on(AMD).bytes(-1).variant());
    assertThat(said("{size: 1P}", ImageChecks.use(X)))
        .isEqualTo("image.too-large? @taskinfo.image");
  }

  // labels

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[MIT, Apache-2.0]            | MIT                    | OK",
        "[MIT, Apache-2.0]            | mit                    | image.label-not-allowed",
        "[MIT, Apache-2.0]            | MIT OR GPL-3.0         | image.label-not-allowed",
        "MIT                          | MIT                    | OK",
        "{glob: '*@example.org'}      | me@example.org         | OK",
        "{glob: '*@example.org'}      | me@example.org.evil    | image.label-not-allowed",
        "{glob: 'https://example.org/**'} | https://example.org/a/b | OK",
        "{glob: '**'}                 | ' '                    | image.label-missing",
        "{min: 2, max: 3}             | 2.5                    | OK",
        "{min: 2, max: 3}             | 4                      | image.label-not-allowed",
        "{present: true}              | whatever               | OK",
        "{present: true}              | ''                     | image.label-missing",
        "{present: true}              |                        | image.label-missing",
      })
  void aLabelMustBeThereAndHaveOneOfItsValues(String values, String label, String outcome) {
    MadeImage image = MadeImage.on(AMD);
    shelf.put(X, (label == null ? image : image.label("org.example.l", label)).variant());
    assertThat(said("{labels: {org.example.l: " + values + "}}", ImageChecks.use(X)))
        .isEqualTo(
            outcome.equals("OK")
                ? "(image.checked @taskinfo.image)"
                : outcome + " @taskinfo.image");
  }

  @Test
  void everyLabelMustHoldAndItsNameIsExact() {
    shelf.put(X, MadeImage.on(AMD).label("a", "1").variant());
    assertThat(said("{labels: {a: '1', A: '1', b: '2'}}", ImageChecks.use(X)))
        .isEqualTo("image.label-missing @taskinfo.image; image.label-missing @taskinfo.image");
  }

  // user

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "0", "root", "Root", "0:0", "root:x", "0:1000", ":1000", "00", "+0", "-0", "000:5",
        "0x0", "0o0", "0b0", "0_0", " 0", "0 ", " ", "\t", "root ", ":", "0:0:0", "root:a:b"
      })
  void whoeverRunsAsRootIsRefused(String user) {
    shelf.put(X, MadeImage.on(AMD).user(user).variant());
    assertThat(said("{user: not-root}", ImageChecks.use(X)))
        .isEqualTo("image.runs-as-root @taskinfo.image");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app",
        "toor",
        "nobody",
        "nonroot:nonroot",
        "01",
        "+1000",
        "-1",
        "1e3",
        "1000 ",
        "0x10",
        "4294967296",
        "2147483648",
        "9999999999",
        "18446744073709551616",
        "\u0660",
        "\uff10",
        "1000:a b",
        "1000:0:0",
        "${UID}",
        "1,0",
        "1000\n0",
        "$UID",
        "r\u043eot"
      })
  void whoeverMayBeRootCannotBeTold(String user) {
    shelf.put(X, MadeImage.on(AMD).user(user).variant());
    assertThat(said("{user: not-root}", ImageChecks.use(X)))
        .isEqualTo("image.runs-as-root? @taskinfo.image");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1000", "1000:0", "1000:1000", "1000:root", "1000:", "2147483647"})
  void aNumberThatIsNotZeroIsNotRoot(String user) {
    shelf.put(X, MadeImage.on(AMD).user(user).variant());
    assertThat(said("{user: not-root}", ImageChecks.use(X))).contains("(image.checked");
  }

  @Test
  void theUserThatTheTaskNamesCountsInsteadOfTheImagesOwn() {
    shelf.put("root", MadeImage.on(AMD).user("").variant()).put("app", plain(AMD));
    assertThat(said("{user: not-root}", ImageChecks.use("root").as("1000")))
        .contains("(image.checked");
    assertThat(said("{user: not-root}", ImageChecks.use("app").as("0")))
        .isEqualTo("image.runs-as-root @taskinfo.image");
    assertThat(said("{user: not-root}", ImageChecks.use("app").as("${UID}")))
        .isEqualTo("image.runs-as-root? @taskinfo.image");
    assertThat(said("{user: not-root}", ImageChecks.use("app"), ImageChecks.use("app").as("root")))
        .isEqualTo("(image.checked @taskinfo.image); image.runs-as-root @taskinfo.image");
  }

  // age

  @Test
  void anImageMustNotBeOlderThanItMay() {
    Instant now = Instant.parse("2026-05-01T00:00:00Z");
    assertThat(age(now, "2026-01-31T00:00:00Z")).isEqualTo(Verdict.Standing.HOLDS);
    assertThat(age(now, "2026-01-30T23:59:59Z")).isEqualTo(Verdict.Standing.FAILS);
    assertThat(age(now, "2013-01-01T00:00:00Z")).isEqualTo(Verdict.Standing.FAILS);
    assertThat(age(now, "2026-05-01T00:10:00Z")).isEqualTo(Verdict.Standing.HOLDS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "1970-01-01T00:00:01Z",
        "1980-01-01T00:00:01Z",
        "0001-01-01T00:00:00Z",
        "2012-12-31T23:59:59Z",
        "2026-05-01T00:10:01Z",
        "9999-12-31T23:59:59Z",
        "-1000000000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59Z"
      })
  void aDateThatCannotBeIsNoDate(String made) {
    assertThat(age(Instant.parse("2026-05-01T00:00:00Z"), made)).isEqualTo(Verdict.Standing.UNTOLD);
  }

  @Test
  void anImageWithoutADateCannotBeTold() {
    shelf.put(X, MadeImage.on(AMD).created(Optional.empty()).variant());
    assertThat(said("{age: 90d}", ImageChecks.use(X))).isEqualTo("image.too-old? @taskinfo.image");
    assertThat(reason("{age: 90d}", ImageChecks.use(X)).text()).contains("when it was made");
  }

  private static Verdict.Standing age(Instant now, String made) {
    Variant variant = MadeImage.on(AMD).created(Optional.of(Instant.parse(made))).variant();
    return ImageChecks.age("90d", () -> now)
        .judge(variant, ImageChecks.use(X), new Looked(Set.of(), Set.of(), Map.of()))
        .standing();
  }

  private static Variant of(String platform, String... contents) {
    String[] layers = contents.length == 1 && contents[0].isEmpty() ? new String[0] : contents;
    return MadeImage.on(platform).of(layers).variant();
  }
}
