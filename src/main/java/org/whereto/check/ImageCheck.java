// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.answer.Reason;
import org.whereto.task.Fact;
import org.whereto.task.ImageReference;
import org.whereto.task.ImageUse;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree.Scalar;
import org.whereto.world.World;

/**
 * Only these images, and none of those. A Task passes when every image that it would run is on the
 * list of the allowed ones, or there is no such list, and none is on that of the denied ones.
 */
final class ImageCheck implements Check {

  static final CheckType TYPE =
      new CheckType(
          "image",
          "Which container images may run: lists of names with * and **.",
          Set.of(Fact.IMAGES),
          ImageCheck::read);

  private static final String ALLOW = "allow";
  private static final String DENY = "deny";

  private final boolean allowsAll;
  private final ImagePatterns allow;
  private final ImagePatterns deny;

  /** The lists as a reason shows them. */
  private final String allowed;

  private final String denied;

  private ImageCheck(Settings settings, List<ImagePattern> allow, List<ImagePattern> deny) {
    this.allowsAll = !settings.has(ALLOW);
    this.allow = new ImagePatterns(allow);
    this.deny = new ImagePatterns(deny);
    this.allowed = listing(allow);
    this.denied = listing(deny);
  }

  private static Check read(Settings settings) {
    settings.shorthand(ALLOW);
    List<ImagePattern> allow =
        patterns(
            settings,
            ALLOW,
            "The images that may run, like docker.io/example/*; without this list all that are not"
                + " denied.");
    List<ImagePattern> deny =
        patterns(settings, DENY, "Images that may not run, even where they are allowed.");
    if (!settings.has(ALLOW) && !settings.has(DENY)) {
      settings.problemAt(
          settings.place(), "Say which images this check should allow, or which it should deny.");
    }
    return new ImageCheck(settings, allow, deny);
  }

  private static List<ImagePattern> patterns(Settings settings, String key, String doc) {
    List<ImagePattern> patterns = new ArrayList<>();
    List<Scalar> entries = settings.texts(key, doc);
    if (key.equals(DENY) && settings.has(DENY) && entries.isEmpty()) {
      settings.problem(DENY, "\"deny\" names no image: name one, or leave it out.");
    }
    for (Scalar entry : entries) {
      try {
        patterns.add(ImagePattern.parse(entry.text()));
      } catch (BadInput fault) {
        settings.problemAt(entry.place(), fault.sentence());
      }
    }
    return patterns;
  }

  @Override
  public List<String> demands() {
    List<String> demands = new ArrayList<>();
    if (!allowsAll) {
      demands.add("images: " + (allowed.isEmpty() ? "none" : allowed));
    }
    if (!denied.isEmpty()) {
      demands.add((allowsAll ? "all images but: " : "none of the images: ") + denied);
    }
    return demands;
  }

  @Override
  public void look(Asked asked, World world, Findings findings) {
    List<ImageUse> images = asked.facts().images();
    if (images.isEmpty()) {
      findings.refuse(
          Reason.of("image.missing", Task.TASKINFO_PATH.text(), "No image is named here."));
    }
    images.forEach(use -> look(use, findings));
  }

  private void look(ImageUse use, Findings findings) {
    String path = use.path().text();
    Optional<ImageReference> image = use.reference();
    if (image.isPresent()) {
      look(use, image.get(), findings);
    } else if (use.written().isEmpty()) {
      findings.refuse(Reason.of("image.missing", path, use.unclear()).comparing("", allowed));
    } else {
      findings.cannotTell(
          Reason.of("image.unclear", path, use.unclear()).comparing(use.written(), allowed));
    }
  }

  private void look(ImageUse use, ImageReference image, Findings findings) {
    String path = use.path().text();
    Optional<String> hit = deny.match(image);
    if (hit.isPresent()) {
      findings.refuse(
          Reason.of("image.denied", path, "This platform does not run the image " + image + ".")
              .comparing(use.written(), hit.get()));
      return;
    }
    Optional<String> doubt = deny.doubt(image);
    if (doubt.isPresent()) {
      findings.cannotTell(
          Reason.of("image.denied", path, doubtful(image)).comparing(use.written(), doubt.get()));
      return;
    }
    if (allowsAll) {
      findings.ok(path, image.toString(), "all but " + denied);
      return;
    }
    allow
        .match(image)
        .ifPresentOrElse(
            pattern -> findings.ok(path, image.toString(), pattern),
            () ->
                findings.refuse(
                    Reason.of("image.not-allowed", path, notAllowed(image))
                        .comparing(use.written(), allowed)));
  }

  private static String doubtful(ImageReference image) {
    return image.digest().isEmpty()
        ? "This platform denies some images of this repository by their digest, and it cannot be"
            + " told whether "
            + image
            + " is one of them."
        : "This platform denies some images of this repository, and it cannot be told from its"
            + " digest whether "
            + image
            + " is one of them: name the image by its tag alone.";
  }

  private String notAllowed(ImageReference image) {
    String sentence = "This platform does not allow the image " + image;
    return allow
        .doubt(image)
        .map(pattern ->
            sentence
                + (image.digest().isEmpty()
                    ? ": it allows this repository only by digest (" + pattern + ")."
                    : ": it allows this repository by tag, which says nothing of a digest ("
                        + pattern
                        + ")."))
        .orElse(sentence + ".");
  }

  private static String listing(List<ImagePattern> patterns) {
    return Reason.listing(patterns.stream().map(ImagePattern::written).toList());
  }
}
