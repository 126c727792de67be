// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;

/**
 * The machine that an image is made for, in its normal form (OCI Image Index, property {@code
 * platform}): spellings of one machine are one value.
 *
 * @param os like {@code linux}
 * @param architecture like {@code amd64}, as Go names it
 * @param variant like {@code v7}; empty where the architecture has but one that matters
 */
public record ImagePlatform(String os, String architecture, String variant) {

  private static final String LINUX = "linux";
  private static final String ARM = "arm";
  private static final int MOST_PARTS = 3;
  private static final int LONGEST = 100;

  /** Other spellings, each with the architecture and variant that it means. */
  private static final Map<String, List<String>> SPELLINGS =
      Map.of(
          "x86_64", List.of("amd64", ""),
          "x86-64", List.of("amd64", ""),
          "aarch64", List.of("arm64", ""),
          "armhf", List.of(ARM, "v7"),
          "armel", List.of(ARM, "v6"),
          "i386", List.of("386", ""));

  /** What people write alone, and mean Linux. */
  private static final Set<String> ALONE =
      Set.of("amd64", "arm64", ARM, "386", "ppc64le", "s390x", "riscv64");

  /** The variant that an architecture has where none is said. */
  private static final Map<String, String> IMPLIED =
      Map.of("amd64", "v1", "arm64", "v8", ARM, "v7");

  /** The normal form of these three, as an image says them of itself. */
  public static ImagePlatform of(String os, String architecture, String variant) {
    String written = architecture.toLowerCase(Locale.ROOT);
    List<String> meant = SPELLINGS.getOrDefault(written, List.of(written, ""));
    String more = variant.isEmpty() ? meant.getLast() : variant.toLowerCase(Locale.ROOT);
    String implied = IMPLIED.getOrDefault(meant.getFirst(), "");
    return new ImagePlatform(
        os.toLowerCase(Locale.ROOT), meant.getFirst(), more.equals(implied) ? "" : more);
  }

  /**
   * What {@code os/architecture[/variant]} says; an architecture alone is one of Linux.
   *
   * @throws BadInput {@code platform.malformed}, with the remedy
   */
  public static ImagePlatform parse(String written) throws BadInput {
    List<String> parts = List.of(written.split("/", -1));
    boolean sound =
        written.length() <= LONGEST
            && parts.size() <= MOST_PARTS
            && parts.stream().allMatch(ImagePlatform::isPart);
    if (sound && parts.size() > 1) {
      return of(parts.getFirst(), parts.get(1), parts.size() == MOST_PARTS ? parts.getLast() : "");
    }
    if (sound) {
      ImagePlatform alone = of(LINUX, written, "");
      if (ALONE.contains(alone.architecture())) {
        return alone;
      }
    }
    throw new BadInput(
        "platform.malformed",
        "\""
            + OneLine.of(written, LONGEST)
            + "\" is no platform: write os/architecture, like linux/amd64 or linux/arm/v7.");
  }

  private static boolean isPart(String text) {
    return !text.isEmpty()
        && text.chars()
            .allMatch(c ->
                (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '_'
                    || c == '-'
                    || c == '.');
  }

  @Override
  public String toString() {
    return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
  }
}
