// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.whereto.answer.Finding;
import org.whereto.answer.Reason;
import org.whereto.support.Shelf;
import org.whereto.task.Amount;
import org.whereto.task.Amount.Measure;
import org.whereto.task.Caller;
import org.whereto.task.Facts;
import org.whereto.task.ImageUse;
import org.whereto.task.Subject;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Path;
import org.whereto.tree.Problems;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;
import org.whereto.world.World;

/** Image checks as an owner writes them, and what they say. */
final class ImageChecks {

  static final Path IMAGE = Task.TASKINFO_PATH.member("image");

  private ImageChecks() {}

  /** The check of sound settings in YAML. */
  static Check check(String settings) {
    Problems problems = new Problems();
    Check check = Settings.read(tree(settings), problems, ImageCheck.TYPE.read());
    assertThat(problems.all()).isEmpty();
    return check;
  }

  static Tree tree(String yaml) {
    try {
      return Formats.YAML.read(yaml.getBytes(UTF_8), Budget.OWNER, Keep.ALL);
    } catch (BadInput fault) {
      throw new IllegalArgumentException(yaml, fault);
    }
  }

  static ImageRule age(String most, InstantSource clock) {
    try {
      return new ImageAge(Amount.parse(Measure.TIME, Tree.text(most), Path.ROOT), clock);
    } catch (BadInput fault) {
      throw new IllegalArgumentException(most, fault);
    }
  }

  static ImageUse use(String image) {
    return ImageUse.of(IMAGE, image, Shelf.reference(image));
  }

  static ImageUse at(String path, String image) {
    return ImageUse.of(new Path(path), image, Shelf.reference(image));
  }

  static List<Finding> look(String settings, World world, ImageUse... uses) {
    return look(check(settings), world, uses);
  }

  static List<Finding> look(Check check, World world, ImageUse... uses) {
    Findings findings = new Findings("image");
    Facts facts = Facts.about(new Subject.Given()).withImages(List.of(uses));
    Asked asked = new Asked(Task.of("uri://docker-container"), facts, Caller.ANONYMOUS);
    try {
      check.look(asked, world, findings);
    } catch (BadInput fault) {
      throw new AssertionError(fault);
    }
    return findings.all();
  }

  /** Everything that the asker is told: a refusal plain, a doubt with ?, a warning in brackets. */
  static String said(List<Finding> findings) {
    return findings.stream()
        .flatMap(finding -> said(finding).stream())
        .collect(Collectors.joining("; "));
  }

  private static Optional<String> said(Finding finding) {
    Optional<Reason> reason = finding.says();
    return switch (finding.outcome()) {
      case OK -> reason.map(says -> "(" + says.code() + " @" + says.path() + ")");
      case REFUSED -> reason.map(says -> says.code() + " @" + says.path());
      case NOT_GIVEN, CANNOT_TELL -> reason.map(says -> says.code() + "? @" + says.path());
    };
  }
}
