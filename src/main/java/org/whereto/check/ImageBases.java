// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.answer.Reason;
import org.whereto.task.ImageReference;
import org.whereto.task.ImageUse;
import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree.Scalar;
import org.whereto.world.Image;
import org.whereto.world.Image.Variant;
import org.whereto.world.Known;

/**
 * Made from one of these images: the layers of an image begin with all layers of the base for the
 * same machine, named by the digest of their content ({@code rootfs.diff_ids} of the OCI Image
 * Format). A base without layers is the beginning of everything, and proves nothing.
 */
record ImageBases(Set<ImageReference> bases, String limit) implements ImageRule {

  private static final String KEY = "base";
  private static final String SHA256 = "sha256:";
  private static final int SHOWN = 12;

  static Optional<ImageRule> read(Settings in) {
    List<Scalar> entries =
        in.texts(KEY, "The images from which an image must be made, by tag or by digest.");
    if (in.has(KEY) && entries.isEmpty()) {
      in.problem(KEY, "\"base\" names no image: name one, or leave it out.");
    }
    Set<ImageReference> bases = new LinkedHashSet<>();
    for (Scalar entry : entries) {
      try {
        bases.add(ImageReference.parse(entry.text()));
      } catch (BadInput fault) {
        in.problemAt(entry.place(), fault.sentence());
      }
    }
    String limit = Reason.listing(entries.stream().map(Scalar::text).toList());
    return bases.isEmpty() ? Optional.empty() : Optional.of(new ImageBases(bases, limit));
  }

  @Override
  public String about() {
    return KEY;
  }

  @Override
  public String demand() {
    return "images made from: " + limit;
  }

  @Override
  public Set<ImageReference> needs() {
    return bases;
  }

  @Override
  public Verdict judge(Variant variant, ImageUse use, Looked looked) {
    List<String> unknown = new ArrayList<>();
    for (ImageReference base : bases) {
      switch (looked.base(base)) {
        case Known.Value<Optional<Image>>(var image, var _) -> {
          if (image.isEmpty()) {
            unknown.add("Its registry has no image " + base + ", which is one of them.");
          } else if (image.get().variants().stream().anyMatch(from -> isFrom(variant, from))) {
            return Verdict.holds(base + ", " + image.get().digest());
          }
        }
        case Known.Down<Optional<Image>>(String why) -> unknown.add(why + " Ask again later.");
        case Known.Refused<Optional<Image>>(String why) -> unknown.add(why);
      }
    }
    String seen = layers(variant);
    return unknown.isEmpty()
        ? Verdict.fails(
            "image.base-not-allowed",
            seen,
            "is not made from an image that is allowed as a base here (" + limit + ").")
        : Verdict.untold(
            "image.not-checked",
            seen,
            "could not be held against every image that is allowed as a base here. "
                + unknown.getFirst());
  }

  private static boolean isFrom(Variant variant, Variant base) {
    List<String> layers = base.layers();
    return !layers.isEmpty()
        && base.platform().os().equals(variant.platform().os())
        && base.platform().architecture().equals(variant.platform().architecture())
        && layers.size() <= variant.layers().size()
        && variant.layers().subList(0, layers.size()).equals(layers);
  }

  /** {@code 2 layers: sha256:dec462214c1d, sha256:83ac66770f00}. */
  static String layers(Variant variant) {
    List<String> layers = variant.layers();
    return switch (layers.size()) {
      case 0 -> "no layer";
      case 1 -> "1 layer: " + brief(layers.getFirst());
      default -> layers.size() + " layers: " + listing(layers);
    };
  }

  private static String listing(List<String> layers) {
    return Reason.listing(layers.stream().map(ImageBases::brief).toList());
  }

  /** As much of a digest as people compare. */
  private static String brief(String digest) {
    int end = digest.startsWith(SHA256) ? SHA256.length() + SHOWN : SHOWN;
    return OneLine.of(digest.substring(0, Math.min(digest.length(), end)));
  }
}
