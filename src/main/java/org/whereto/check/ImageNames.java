// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.answer.Reason;
import org.whereto.answer.Repair;
import org.whereto.task.ImageReference;
import org.whereto.task.ImageUse;
import org.whereto.tree.BadInput;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree.Scalar;

/** The names that images may have, and those that they may not. */
final class ImageNames {

  static final String ALLOW = "allow";
  static final String DENY = "deny";

  /** Pairs of patterns that are held against each other when a file is read. */
  private static final long MOST_COMPARED = 100_000;

  private final boolean allowsAll;
  private final ImagePatterns allow;
  private final ImagePatterns deny;

  /** The lists as a reason shows them. */
  private final String allowed;

  private final String denied;

  /** Why no image at all may run. */
  private final Optional<String> never;

  private ImageNames(Settings settings, List<ImagePattern> allow, List<ImagePattern> deny) {
    this.allowsAll = !settings.has(ALLOW);
    this.allow = new ImagePatterns(allow);
    this.deny = new ImagePatterns(deny);
    this.allowed = listing(allow);
    this.denied = listing(deny);
    this.never = allowsAll ? Optional.empty() : never(allow, deny);
  }

  private static Optional<String> never(List<ImagePattern> allow, List<ImagePattern> deny) {
    if (allow.isEmpty()) {
      return Optional.of("No image may run: the list of those that may is empty.");
    }
    boolean all =
        (long) allow.size() * deny.size() <= MOST_COMPARED
            && allow.stream().allMatch(pattern -> deny.stream().anyMatch(pattern::isWithin));
    return all
        ? Optional.of("No image may run: all that are allowed are denied, too.")
        : Optional.empty();
  }

  /** See {@link Check#never}. */
  Optional<String> never() {
    return never;
  }

  static ImageNames read(Settings settings) {
    List<ImagePattern> allow =
        patterns(
            settings,
            ALLOW,
            "The images that may run, like docker.io/example/*; without this list all that are not"
                + " denied.");
    List<ImagePattern> deny =
        patterns(settings, DENY, "Images that may not run, even where they are allowed.");
    return new ImageNames(settings, allow, deny);
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

  List<String> demands() {
    List<String> demands = new ArrayList<>();
    if (!allowsAll) {
      demands.add("images: " + (allowed.isEmpty() ? "none" : allowed));
    }
    if (!denied.isEmpty()) {
      demands.add((allowsAll ? "all images but: " : "none of the images: ") + denied);
    }
    return demands;
  }

  /** What a reason shows as the limit. */
  String allowed() {
    return allowed;
  }

  /** Looks at the name of an image that is told, and says whether it may run by its name. */
  boolean look(ImageUse use, ImageReference image, Findings findings) {
    String path = use.path().text();
    Optional<String> hit = deny.match(image);
    if (hit.isPresent()) {
      findings.refuse(
          Reason.of("image.denied", path, "This platform does not run the image " + image + ".")
              .comparing(use.written(), hit.get()),
          repairs(use, image, findings));
      return false;
    }
    Optional<String> doubt = deny.doubt(image);
    if (doubt.isPresent()) {
      findings.cannotTell(
          Reason.of("image.denied", path, doubtful(image)).comparing(use.written(), doubt.get()));
      return false;
    }
    if (allowsAll) {
      findings.ok(path, image.toString(), denied.isEmpty() ? "" : "all but " + denied);
      return true;
    }
    Optional<String> pattern = allow.match(image);
    if (pattern.isPresent()) {
      findings.ok(path, image.toString(), pattern.get());
    } else {
      findings.refuse(
          Reason.of("image.not-allowed", path, notAllowed(image)).comparing(use.written(), allowed),
          repairs(use, image, findings));
    }
    return pattern.isPresent();
  }

  private List<Repair> repairs(ImageUse use, ImageReference image, Findings findings) {
    return findings.mayBeMended() ? new ImageRepairs(allow, deny).of(use, image) : List.of();
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
