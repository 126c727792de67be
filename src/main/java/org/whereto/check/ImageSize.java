// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.whereto.task.Amount;
import org.whereto.task.AmountSetting;
import org.whereto.task.ImageUse;
import org.whereto.tree.Settings;
import org.whereto.world.Image.Variant;

/** Not larger than this, counted as a registry sends it: compressed, with its configuration. */
record ImageSize(Amount most) implements ImageRule {

  private static final AmountSetting SETTING =
      AmountSetting.bytes(
          "size", "How large an image may be, in bytes as its registry sends them", "1K", "1P");

  private static final List<String> UNITS = List.of("K", "M", "G", "T");

  static Optional<ImageRule> read(Settings in) {
    return SETTING.read(in).map(ImageSize::new);
  }

  @Override
  public String about() {
    return SETTING.key();
  }

  @Override
  public String demand() {
    return "images of at most " + most.text() + ", as their registry sends them";
  }

  @Override
  public String limit() {
    return most.text();
  }

  @Override
  public Verdict judge(Variant variant, ImageUse use, Looked looked) {
    if (variant.bytes() < 0) {
      return Verdict.untold("image.too-large", "", "does not say how large it is.");
    }
    String size = told(variant.bytes());
    return BigDecimal.valueOf(variant.bytes()).compareTo(most.value()) <= 0
        ? Verdict.holds(size)
        : Verdict.fails(
            "image.too-large",
            size,
            "is too large: it has " + size + ", and at most " + most.text() + " may run here.");
  }

  /** Bytes, exactly, in the unit that owners would use: {@code 83.402113M}. */
  static String told(long bytes) {
    BigDecimal size = BigDecimal.valueOf(bytes);
    String unit = "B";
    for (int i = 0; i < UNITS.size() && size.compareTo(BigDecimal.valueOf(1000)) >= 0; i++) {
      size = size.movePointLeft(3);
      unit = UNITS.get(i);
    }
    return size.stripTrailingZeros().toPlainString() + unit;
  }
}
