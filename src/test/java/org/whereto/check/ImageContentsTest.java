// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.answer.Finding;
import org.whereto.answer.Finding.Outcome;
import org.whereto.answer.Permanence;
import org.whereto.answer.Reason;
import org.whereto.support.MadeImage;
import org.whereto.support.Shelf;
import org.whereto.task.ImageUse;
import org.whereto.world.Image;
import org.whereto.world.Image.Variant;
import org.whereto.world.ImageWanted;
import org.whereto.world.Known;
import org.whereto.world.World;

/** How images are looked up and judged, against a registry that a test fills. */
class ImageContentsTest {

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exists: true",
        "base: base:1",
        "platform: [linux/amd64]",
        "size: 1G",
        "labels: {maintainer: me}",
        "user: not-root",
        "age: 90d"
      })
  void everyRuleAsksTheWorldAndNamesAloneDoNot(String rule) {
    assertThat(ImageChecks.check("{" + rule + "}").asksWorld()).isTrue();
    assertThat(ImageChecks.check("{allow: [x], " + rule + "}").asksWorld()).isTrue();
    assertThat(ImageChecks.check("{allow: [x], exists: false}").asksWorld()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exists: true",
        "base: [base:1]",
        "platform: [linux/amd64]",
        "size: 1G",
        "labels: {maintainer: me}",
        "user: not-root",
        "age: 90d"
      })
  void noRuleHoldsForAnImageOfWhichNothingIsKnown(String rule) {
    String settings = "{" + rule + "}";
    assertThat(said(settings, ImageChecks.use(X))).isEqualTo("image.not-found @taskinfo.image");
    shelf.say(X, new Known.Down<>("The registry is silent."));
    assertThat(said(settings, ImageChecks.use(X))).isEqualTo("image.not-checked? @taskinfo.image");
    shelf.say(X, new Known.Refused<>("The registry wants a password: name another image."));
    assertThat(said(settings, ImageChecks.use(X))).isEqualTo("image.not-checked? @taskinfo.image");
    World forgetful = World.CLOSED.withImages(_ -> Map.of());
    assertThat(ImageChecks.said(ImageChecks.look(settings, forgetful, ImageChecks.use(X))))
        .isEqualTo("image.not-checked? @taskinfo.image");
  }

  @Test
  void aPassTellsTheDigestThatWasCheckedAndHowOldTheKnowledgeIs() {
    shelf.put(X, plain(AMD));
    Finding passed = look("{exists: true}", ImageChecks.use(X)).getLast();
    assertThat(passed.outcome()).isEqualTo(Outcome.OK);
    Reason warning = passed.says().orElseThrow();
    assertThat(warning.code()).isEqualTo("image.checked");
    assertThat(warning.isCondition()).isFalse();
    assertThat(warning.text()).contains("docker.io/example/x:1").endsWith(Shelf.digest(X) + ".");

    shelf.put(X, Duration.ofMinutes(7), Shelf.image(X, plain(AMD)));
    assertThat(said("{exists: true}", ImageChecks.use(X))).contains("image.checked");
    assertThat(look("{exists: true}", ImageChecks.use(X)).getLast().says().orElseThrow().text())
        .endsWith(" What is known of it is 7 minutes old.");
  }

  @Test
  void knowledgeOfABaseGrowsOldTooAndThatOfADigestDoesNot() {
    String pinned = "example/x@" + Shelf.digest("pinned");
    shelf.put(pinned, Duration.ofDays(3), Shelf.image(X, plain(AMD)));
    assertThat(
            look("{exists: true}", ImageChecks.use(pinned)).getLast().says().orElseThrow().text())
        .doesNotContain("old");
    shelf.put("base:1", Duration.ofHours(5), Shelf.image("base", of(AMD, "base")));
    assertThat(
            look("{base: 'base:1'}", ImageChecks.use(pinned)).getLast().says().orElseThrow().text())
        .endsWith("5 hours old.");
  }

  @Test
  void whatIsNotKnownIsTriedAgainLaterAndTheReasonSaysWhy() {
    shelf.say(X, new Known.Down<>("The registry is silent."));
    Reason reason = reason("{exists: true}", ImageChecks.use(X));
    assertThat(reason.permanence()).contains(Permanence.UNKNOWN);
    assertThat(reason.text())
        .isEqualTo(
            "The image docker.io/example/x:1 could not be checked. The registry is silent."
                + " Ask again later.");
    assertThat(reason("{exists: true}", ImageChecks.use("none")).permanence())
        .contains(Permanence.NEVER);
  }

  @Test
  void allImagesAndBasesAreLookedUpInOneCall() {
    shelf.put("a", of(AMD, "base", "a")).put("b", of(AMD, "base", "b"));
    shelf.put("base:1", of(AMD, "base"));
    String settings = "{base: ['base:1', 'base:2'], size: 1G}";
    look(settings, ImageChecks.use("a"), ImageChecks.use("b"), ImageChecks.use("a"));
    assertThat(shelf.asked())
        .singleElement()
        .satisfies(asked ->
            assertThat(asked)
                .extracting(wanted -> wanted.reference().repository())
                .containsExactlyInAnyOrder(
                    "library/a", "library/b", "library/base", "library/base"));
  }

  @Test
  void nobodyIsAskedOfAnImageWhoseNameIsRefused() {
    shelf.put("good", plain(AMD));
    String settings = "{allow: [good], deny: [evil], exists: true}";
    assertThat(said(settings, ImageChecks.use("evil"), ImageChecks.use("other")))
        .isEqualTo("image.denied @taskinfo.image; image.not-allowed @taskinfo.image");
    assertThat(said(settings, ImageUse.unclear(ImageChecks.IMAGE, "${X}", "It is a variable.")))
        .isEqualTo("image.unclear? @taskinfo.image");
    assertThat(said(settings)).isEqualTo("image.missing @taskinfo");
    assertThat(shelf.asked()).isEmpty();
    assertThat(said(settings, ImageChecks.use("evil"), ImageChecks.use("good")))
        .isEqualTo("image.denied @taskinfo.image; (image.checked @taskinfo.image)");
    assertThat(shelf.asked()).hasSize(1);
  }

  @Test
  void everyImageOfAComposeFileMustPassAtItsOwnPath() {
    shelf.put("a", plain(AMD)).put("b", MadeImage.on(AMD).user("0").variant());
    ImageUse[] uses = {
      ImageChecks.at("services.web.image", "a"),
      ImageChecks.at("services.db.image", "b"),
      ImageChecks.at("services.more.image", "none"),
      ImageChecks.at("services.again.image", "a")
    };
    assertThat(said("{user: not-root}", uses))
        .isEqualTo(
            "(image.checked @services.web.image); image.runs-as-root @services.db.image;"
                + " image.not-found @services.more.image");
  }

  // machines

  @ParameterizedTest
  @CsvSource({
    // owner's list, the Task's wish, what there is, outcome
    "'',                  '',          linux/amd64 linux/arm64, checked",
    "linux/amd64,         '',          linux/amd64 linux/arm64, checked",
    "x86_64,              '',          linux/amd64,             checked",
    "linux/amd64,         '',          linux/arm64,             platform-not-offered",
    "linux/arm/v7,        '',          linux/arm/v6,            platform-not-offered",
    "linux/arm/v7,        '',          linux/arm,               checked",
    "'amd64, arm64',      '',          linux/arm64,             checked",
    "'',                  linux/arm64, linux/amd64 linux/arm64, checked",
    "'',                  linux/arm64, linux/amd64,             platform-not-offered",
    "'amd64, arm64',      linux/arm64, linux/amd64,             platform-not-offered",
    "linux/amd64,         linux/arm64, linux/amd64 linux/arm64, platform-not-offered",
    "linux/amd64,         linux/amd64, windows/amd64,           platform-not-offered",
  })
  void anImageMustBeMadeForAMachineThatIsThere(
      String own, String wish, String offered, String outcome) {
    List<Variant> variants = new ArrayList<>();
    for (String platform : offered.split(" ", -1)) {
      variants.add(plain(platform));
    }
    shelf.put(X, variants.toArray(Variant[]::new));
    ImageUse use = ImageChecks.use(X);
    String settings = own.isEmpty() ? "{exists: true}" : "{platform: [" + own + "]}";
    assertThat(said(settings, wish.isEmpty() ? use : use.on(MadeImage.machine(wish))))
        .isEqualTo(
            outcome.equals("checked")
                ? "(image.checked @taskinfo.image)"
                : "image." + outcome + " @taskinfo.image");
  }

  @Test
  void everyVariantThatCouldRunMustHoldAndNoOther() {
    shelf.put(X, plain(AMD), MadeImage.on(ARM).user("root").variant());
    ImageUse use = ImageChecks.use(X);
    assertThat(said("{user: not-root}", use)).isEqualTo("image.runs-as-root @taskinfo.image");
    assertThat(said("{user: not-root, platform: [linux/amd64, linux/arm64]}", use))
        .isEqualTo("image.runs-as-root @taskinfo.image");
    assertThat(said("{user: not-root, platform: [linux/amd64]}", use)).contains("(image.checked");
    assertThat(said("{user: not-root}", use.on(MadeImage.machine(AMD)))).contains("(image.checked");
    assertThat(said("{user: not-root}", use.on(MadeImage.machine(ARM))))
        .isEqualTo("image.runs-as-root @taskinfo.image");
  }

  @Test
  void twoVariantsForOneMachineMustBothHold() {
    shelf.put(X, plain(AMD), MadeImage.on(AMD).user("0").variant());
    assertThat(said("{user: not-root}", ImageChecks.use(X)))
        .isEqualTo("image.runs-as-root @taskinfo.image");
  }

  @Test
  void anIndexThatSaysAnotherMachineThanItsImagesIsNotBelieved() {
    String settings = "{user: not-root}";
    Image lying = new Image(Shelf.digest(X), Set.of(MadeImage.machine(AMD)), List.of(plain(ARM)));
    Image lacking =
        new Image(
            Shelf.digest(X),
            Set.of(MadeImage.machine(AMD), MadeImage.machine(ARM)),
            List.of(plain(AMD)));
    Image empty = new Image(Shelf.digest(X), Set.of(), List.of());
    for (Image image : List.of(lying, lacking, empty)) {
      World world =
          World.CLOSED.withImages(wanted ->
              Map.of(first(wanted), new Known.Value<>(Optional.of(image), Duration.ZERO)));
      assertThat(ImageChecks.said(ImageChecks.look(settings, world, ImageChecks.use(X))))
          .isEqualTo("image.not-checked? @taskinfo.image");
    }
  }

  private static ImageWanted first(Set<ImageWanted> wanted) {
    return wanted.iterator().next();
  }

  // what is told

  @Test
  void allRulesSpeakAtOnceAndTheWorstOfTheMachinesCounts() {
    shelf.put(
        X,
        MadeImage.on(AMD).user("app").bytes(10).variant(),
        MadeImage.on(ARM).user("0").bytes(3_000_000_000L).variant());
    assertThat(said("{user: not-root, size: 1G, labels: {a: b}}", ImageChecks.use(X)))
        .isEqualTo(
            "image.too-large @taskinfo.image; image.label-missing @taskinfo.image;"
                + " image.runs-as-root @taskinfo.image");
    assertThat(reason("{user: not-root}", ImageChecks.use(X)).text())
        .isEqualTo(
            "The image docker.io/example/x:1 for linux/arm64 names the user \"0\", and so would run"
                + " as root: give it a user by number, like 1000.");
  }

  @Test
  void whatWasSeenIsShownWithLayersDigestsAndSize() {
    shelf.put(X, plain(AMD), plain(ARM));
    List<Finding> findings =
        look("{allow: [example/*], platform: [linux/amd64]}", ImageChecks.use(X));
    assertThat(findings).allMatch(finding -> finding.outcome() == Outcome.OK);
    assertThat(findings.get(1).seen())
        .isEqualTo(
            "docker.io/example/x:1 is " + Shelf.digest(X) + ", for linux/amd64, linux/arm64.");
    assertThat(findings.get(1).limit()).isEqualTo("linux/amd64");
    assertThat(findings.get(2).seen())
        .startsWith("linux/amd64: " + Shelf.digest(AMD) + "; 2 layers: sha256:")
        .contains("; 5M; user 1000; made 20");
    assertThat(findings).hasSize(4);
  }

  @Test
  void wordsOfAnImageAreCutAndHoldNoControlCharacters() {
    String long1 = "\u001b[31m" + "x".repeat(100_000) + "\n";
    Variant variant = MadeImage.on(AMD).label("a", long1).user(long1).variant();
    Variant layered =
        new Variant(
            variant.platform(),
            variant.digest(),
            List.of(long1, long1),
            1,
            variant.labels(),
            variant.user(),
            variant.created());
    shelf.put(X, layered);
    shelf.put("base:1", of(AMD, "base"));
    assertThat(look("{labels: {a: b}, user: not-root, base: 'base:1'}", ImageChecks.use(X)))
        .hasSize(6)
        .allSatisfy(finding -> {
          assertThat(finding.seen()).hasSizeLessThan(500).doesNotContain("\u001b", "\n");
          finding
              .says()
              .ifPresent(reason ->
                  assertThat(reason.text()).hasSizeLessThan(800).doesNotContain("\u001b", "\n"));
        });
  }

  @Test
  void manyVariantsAndManyServicesAreToldInFewWords() {
    Variant[] variants = new Variant[300];
    for (int i = 0; i < variants.length; i++) {
      variants[i] = MadeImage.on("linux/a" + i).user("0").variant();
    }
    shelf.put(X, variants);
    List<ImageUse> uses = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      uses.add(ImageChecks.at("services.s" + i + ".image", X));
    }
    List<Finding> findings = look("{user: not-root}", uses.toArray(ImageUse[]::new));
    assertThat(findings).hasSize(3 * 1000 + 11);
    assertThat(findings.getLast().says().orElseThrow().text())
        .contains("and 290 more names the user");
  }

  private static Variant of(String platform, String... contents) {
    String[] layers = contents.length == 1 && contents[0].isEmpty() ? new String[0] : contents;
    return MadeImage.on(platform).of(layers).variant();
  }
}
