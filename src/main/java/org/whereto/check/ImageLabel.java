// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.task.ImageUse;
import org.whereto.tree.OneLine;
import org.whereto.tree.Settings;
import org.whereto.world.Image.Variant;

/**
 * A label that an image must have. It is what its maker says of it, and proves nothing.
 *
 * @param values those that it may have; empty for any that says something
 */
record ImageLabel(String name, Optional<Values> values) implements ImageRule {

  private static final String KEY = "labels";
  private static final int SHOWN = 200;

  /** The rules under {@code labels}, one for each name. */
  static List<ImageLabel> read(Settings in) {
    List<ImageLabel> labels =
        new ArrayList<>(
            in.named(
                    KEY,
                    "Labels that an image must have, each with the values that it may have.",
                    ImageLabel::read)
                .values());
    if (in.has(KEY) && labels.isEmpty()) {
      in.problem(KEY, "\"labels\" names no label: name one, or leave it out.");
    }
    return labels;
  }

  private static ImageLabel read(String name, Settings in) {
    Optional<Values> values = Values.readIfAny(in);
    boolean present = in.flag("present", false, "Whether any value will do.");
    if (present && values.isPresent()) {
      in.problem("present", "With \"present\" any value will do: leave the others out.");
    }
    if (!present && values.isEmpty()) {
      in.problemAt(in.place(), "Say what is allowed: one-of, glob, min, max or present.");
    }
    return new ImageLabel(name, present ? Optional.empty() : values);
  }

  @Override
  public String about() {
    return "label " + OneLine.of(name, SHOWN);
  }

  @Override
  public String demand() {
    return "images with the label " + name + ": " + limit();
  }

  @Override
  public String limit() {
    return values.map(Values::told).orElse("any");
  }

  @Override
  public Verdict judge(Variant variant, ImageUse use, Looked looked) {
    String value = variant.labels().getOrDefault(name, "");
    String label = "the " + about();
    if (value.isBlank()) {
      return Verdict.fails(
          "image.label-missing",
          "",
          "does not have " + label + " (" + limit() + "): build it with that label.");
    }
    String seen = OneLine.of(value, SHOWN);
    return values.isEmpty() || values.get().allow(value)
        ? Verdict.holds(seen)
        : Verdict.fails(
            "image.label-not-allowed",
            seen,
            "has \"" + seen + "\" as " + label + "; it must be " + limit() + ".");
  }
}
