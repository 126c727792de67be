// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.answer.Finding;
import org.whereto.answer.Finding.Outcome;
import org.whereto.answer.Permanence;
import org.whereto.answer.Reason;
import org.whereto.task.Caller;
import org.whereto.task.Facts;
import org.whereto.task.ImageReference;
import org.whereto.task.ImageUse;
import org.whereto.task.Subject;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Place;
import org.whereto.tree.Problems;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;
import org.whereto.world.World;

class ImageCheckTest {

  private static final String A = "sha256:" + "a".repeat(64);
  private static final String B = "sha256:" + "b".repeat(64);
  private static final String LONG = "sha512:" + "a".repeat(128);
  private static final Path IMAGE = Task.TASKINFO_PATH.member("image");

  @ParameterizedTest
  @CsvSource({
    // every tag and digest
    "example, example, true",
    "example, library/example:2, true",
    "example, docker.io/example, true",
    "example, index.docker.io/library/example:x, true",
    "example, DOCKER.io/example, true",
    "example, docker.io:443/example, true",
    "example, example@A, true",
    "example, example:1@A, true",
    "example, acme/example, false",
    "example, registry.example.org/example, false",
    "example, registry.example.org/library/example, false",
    "example, examples, false",
    "docker.io/library/example, example, true",
    "docker.io/example, example, true",
    "index.docker.io/example, example, true",
    "docker.io:443/example, example, true",
    "registry.example.org:443/x, registry.example.org/x, true",
    "registry.example.org/x, REGISTRY.example.org:443/x, true",
    "registry.example.org/x, registry.example.org:5000/x, false",
    "registry.example.org/x, registry.example.org.evil.example/x, false",
    "localhost:5000/x, localhost:5000/x:9, true",
    "'[2001:db8::7]/x', '[2001:DB8:0:0::7]:443/x', true",
    // one tag
    "example:1.0, example:1.0, true",
    "example:1.0, example, false",
    "example:latest, example, true",
    "example:Latest, example, false",
    "example:1.0, example:1.0@A, false",
    "example:1.0, example@A, false",
    "example:*, example:1.0, true",
    "example:*, example@A, true",
    "example:*, example:1.0@A, true",
    "docker.io/example:1.*, example:1.9, true",
    "docker.io/example:1.*, example:1., true",
    "docker.io/example:1.*, example:11, false",
    "docker.io/example:1.*, example:1.9@A, false",
    "example:*-slim, example:3-slim, true",
    "example:*-slim, example:slim, false",
    // one digest
    "example@A, example@A, true",
    "example@A, example:7@A, true",
    "example@A, example@B, false",
    "example@A, example, false",
    "example@A, example:latest, false",
    "example:1@A, example:2@A, true",
    "example@*, example@B, true",
    "example@*, example:1, false",
    // folders
    "example/*, example/one, true",
    "example/*, docker.io/example/one:2, true",
    "example/*, example/one@A, true",
    "example/*, example/one/two, false",
    "example/*, example, false",
    "example/*, registry.example.org/example/one, false",
    "example/*, other/one, false",
    "example/*:1, example/one:1, true",
    "example/*:1, example/one:2, false",
    "example/**, example/one/two, true",
    "example/**, example/one, true",
    "example*/x, example-a/x, true",
    "docker.io/library/*, example, true",
    "docker.io/library/*, acme/example, false",
    "docker.io/**, example, true",
    "docker.io/**, acme/example/x, true",
    "docker.io/**, registry.example.org/x, false",
    "docker.io/example/web-*, example/web-1, true",
    "docker.io/example/web-*, example/web, false",
    "docker.io/**/web, example/a/web, true",
    "docker.io/**/web, web, true",
    // registries
    "*.example.org/**, a.example.org/x, true",
    "*.example.org/**, a.b.example.org/x/y:1, true",
    "*.example.org/**, example.org/x, false",
    "*.example.org/**, evil.example/a.example.org/x, false",
    "*.example.org/**, a.example.org.evil.example/x, false",
    "*.example.org/**, a.example.org:5000/x, false",
    "*.example.org:5000/**, a.example.org:5000/x, true",
    "*.example.org:*/**, a.example.org:5000/x, true",
    "*.example.org:*/**, a.example.org/x, true",
    "*.example.org:443/**, a.example.org/x, true",
    "*.EXAMPLE.org/**, a.example.org/x, true",
    "*.docker.io/acme/*, acme/x, true",
    "*.io/example, example, true",
    "docker.io:*/acme/x, acme/x, true",
    "index.docker.io:*/acme/x, index.docker.io/acme/x, true",
    "REGISTRY-1.docker.io:*/acme/x, acme/x, true",
    "index.docker.io:*/acme/x, index.docker.io:5000/acme/x, true",
    "index.docker.io:*/acme/x, registry.example.org/acme/x, false",
    "ubun*, ubuntu:24.04, true",
    "ubun*, acme/ubuntu, false",
    "**, example, true",
    "**, registry.example.org/a/b/c@A, true",
    "**:1, registry.example.org/a/b/c:1, true",
    "**:1, registry.example.org/a/b/c:2, false",
    "**/example, example, true",
    "**/example, registry.example.org/example, true",
    "**/example, registry.example.org/a/b/example:3, true",
    "**/example, registry.example.org/a/b/examples, false",
    "**/acme/*, acme/x, true",
  })
  void anAllowedImageIsOneThatAPatternCovers(String pattern, String image, boolean covered) {
    Outcome outcome = look(settings("allow", digests(pattern)), digests(image)).outcome();
    assertThat(outcome).isEqualTo(covered ? Outcome.OK : Outcome.REFUSED);
  }

  @ParameterizedTest
  @CsvSource({
    "example, example, REFUSED",
    "example, example@A, REFUSED",
    "example, other, OK",
    "example:1, example:1, REFUSED",
    "example:1, example:2, OK",
    "example:1, index.docker.io/library/example:1, REFUSED",
    "example:1, example@A, CANNOT_TELL",
    "example:1, example:2@A, CANNOT_TELL",
    "example:1*, example@A, CANNOT_TELL",
    "example:1, other@A, OK",
    "example@A, example@A, REFUSED",
    "example@A, example@B, OK",
    "example@A, example:1, CANNOT_TELL",
    "example@A, example, CANNOT_TELL",
    "example@A, example@LONG, CANNOT_TELL",
    "example@A, other, OK",
    "example@*, example@A, REFUSED",
    "example@*, example:1, OK",
    "**/example:1, a.example/x/example@A, CANNOT_TELL",
    "**, anything, REFUSED",
    "registry.example.org/**, registry.example.org:443/x, REFUSED",
    "*.docker.io/**, example, REFUSED",
    "*.docker.io/**, acme/example, REFUSED",
  })
  void aDeniedImageIsRefusedAndADoubtfulOneCannotBeTold(
      String pattern, String image, Outcome outcome) {
    Finding finding = look(settings("deny", digests(pattern)), digests(image));
    assertThat(finding.outcome()).isEqualTo(outcome);
    if (outcome == Outcome.CANNOT_TELL) {
      Reason reason = finding.says().orElseThrow();
      assertThat(reason.code()).isEqualTo("image.denied");
      assertThat(reason.permanence()).contains(Permanence.UNKNOWN);
      assertThat(reason.limit()).isEqualTo(digests(pattern));
    }
  }

  @Test
  void aDoubtfulImageIsToldHowItCouldBeNamedInstead() {
    assertThat(look(settings("deny", digests("example@A")), "example:1").says().orElseThrow())
        .satisfies(reason -> assertThat(reason.text()).contains("by their digest"));
    assertThat(look(settings("deny", "example:1"), digests("example:2@A")).says().orElseThrow())
        .satisfies(reason -> assertThat(reason.text()).contains("by its tag alone"));
  }

  @Test
  void whatIsDeniedIsNotAllowed() {
    Tree settings =
        Tree.build()
            .put("allow", "example/**")
            .put("deny", Tree.texts(List.of("example/bad", "example/old:1")))
            .done();
    assertThat(look(settings, "example/good").outcome()).isEqualTo(Outcome.OK);
    assertThat(look(settings, "example/bad").outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(look(settings, "example/old:2").outcome()).isEqualTo(Outcome.OK);
    assertThat(look(settings, "other/good").outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void anEmptyListAllowsNothing() {
    assertThat(look(settings("allow", List.of()), "example").outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void aPatternOrAListMayStandAloneAsTheAllowedImages() {
    assertThat(look(Tree.text("example:*"), "example:3").outcome()).isEqualTo(Outcome.OK);
    assertThat(look(Tree.texts(List.of("a", "b")), "b").outcome()).isEqualTo(Outcome.OK);
    assertThat(look(Tree.texts(List.of("a", "b")), "c").outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void aFindingNamesWhatWasSeenAndThePatternThatCoversIt() {
    Finding ok = look(settings("allow", "example/*"), "example/x");
    assertThat(ok)
        .isEqualTo(
            new Finding(
                "image",
                "taskinfo.image",
                "docker.io/example/x:latest",
                "example/*",
                Outcome.OK,
                Optional.empty()));
    Reason no = look(settings("allow", "example/*"), "other/x").says().orElseThrow();
    assertThat(no.code()).isEqualTo("image.not-allowed");
    assertThat(no.asked()).isEqualTo("other/x");
    assertThat(no.limit()).isEqualTo("example/*");
    assertThat(no.text()).contains("docker.io/other/x:latest");
    assertThat(no.permanence()).contains(Permanence.NEVER);
  }

  @Test
  void aNearMissBetweenTagAndDigestIsExplained() {
    assertThat(
            look(settings("allow", "example:1"), digests("example:1@A"))
                .says()
                .orElseThrow()
                .text())
        .contains("by tag");
    assertThat(
            look(settings("allow", digests("example@A")), "example:1").says().orElseThrow().text())
        .contains("only by digest");
  }

  @Test
  void anImageThatCannotBeToldIsNoPass() {
    Check check = check(settings("allow", "**"));
    Finding unclear = only(check, ImageUse.unclear(IMAGE, "${X}", "It is a variable."));
    assertThat(unclear.outcome()).isEqualTo(Outcome.CANNOT_TELL);
    assertThat(unclear.says().orElseThrow().code()).isEqualTo("image.unclear");
    Finding missing = only(check, ImageUse.unclear(IMAGE, "", "It is built."));
    assertThat(missing.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(missing.says().orElseThrow().code()).isEqualTo("image.missing");
  }

  @Test
  void aSubjectWithoutImagesIsNoPass() {
    Finding finding = only(check(settings("allow", "**")));
    assertThat(finding.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(finding.says().orElseThrow().code()).isEqualTo("image.missing");
  }

  @Test
  void everyImageIsLookedAt() throws BadInput {
    Check check = check(settings("allow", "a"));
    Findings findings = new Findings("image");
    check.look(asked(use("a"), use("b"), use("a:1")), World.CLOSED, findings);
    assertThat(findings.all())
        .extracting(Finding::outcome)
        .containsExactly(Outcome.OK, Outcome.REFUSED, Outcome.OK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "*:1",
        "*/x",
        "*/*",
        "docker.io/*",
        "docker.io/*:1",
        "index.docker.io/*",
        "docker.io:*/*",
        ":*/x",
        "registry.example.org",
        "localhost:5000",
        "Example",
        "example/",
        "example//*",
        "/example/*",
        "example/X*",
        "example/x**",
        "***",
        "example/**x/y",
        "example:",
        "example:-1*",
        "example:**",
        "example:a/*b:",
        "example@sha256:abc*",
        "example@sha256:*",
        "example@",
        "exam?le",
        "example/[ab]",
        "exämple/*",
        "docker://example/*",
        "https://registry.example.org/**",
        "*.example.org:4*/x",
        "*.example.org:0/x",
        "example /x",
        "[::*]/x",
      })
  void aPatternThatCannotMeanAnythingIsAFaultAtItsPlace(String pattern) {
    Problems problems = new Problems();
    Tree entry = new Tree.Scalar(pattern, true, "", new Place(7, 9));
    Settings.read(
        Tree.build().put("allow", Tree.list(List.of(entry))).done(),
        problems,
        ImageCheck.TYPE.read());
    assertThat(problems.all())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.place()).isEqualTo(new Place(7, 9));
          assertThat(problem.sentence()).endsWith(".");
        });
  }

  @Test
  void aCheckThatSaysNothingIsAFault() {
    Problems problems = new Problems();
    Settings.read(Tree.build().done(), problems, ImageCheck.TYPE.read());
    assertThat(problems.all()).hasSize(1);
  }

  @Test
  void aReasonShowsTenPatternsAndCountsTheRest() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      many.add("example/n" + i);
    }
    Reason reason = look(settings("allow", many), "other").says().orElseThrow();
    assertThat(reason.limit()).endsWith("example/n9, and 4 more");
  }

  private static String digests(String text) {
    return text.replace("@A", "@" + A).replace("@B", "@" + B).replace("@LONG", "@" + LONG);
  }

  private static Tree settings(String key, String pattern) {
    return Tree.build().put(key, pattern).done();
  }

  private static Tree settings(String key, List<String> patterns) {
    return Tree.build().put(key, Tree.texts(patterns)).done();
  }

  private static Check check(Tree settings) {
    Problems problems = new Problems();
    Check check = Settings.read(settings, problems, ImageCheck.TYPE.read());
    assertThat(problems.all()).isEmpty();
    return check;
  }

  private static Finding look(Tree settings, String image) {
    return only(check(settings), use(image));
  }

  private static ImageUse use(String image) {
    try {
      return ImageUse.of(IMAGE, image, ImageReference.parse(image));
    } catch (BadInput fault) {
      throw new AssertionError(fault);
    }
  }

  private static Asked asked(ImageUse... uses) {
    Facts facts = Facts.about(new Subject.Given()).withImages(List.of(uses));
    return new Asked(Task.of("uri://docker-container"), facts, Caller.ANONYMOUS);
  }

  private static Finding only(Check check, ImageUse... uses) {
    Findings findings = new Findings("image");
    try {
      check.look(asked(uses), World.CLOSED, findings);
    } catch (BadInput fault) {
      throw new AssertionError(fault);
    }
    assertThat(findings.all()).hasSize(1);
    return findings.all().getFirst();
  }
}
