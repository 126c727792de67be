// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.whereto.task.ImageUse;
import org.whereto.tree.OneLine;
import org.whereto.tree.Settings;
import org.whereto.world.Image.Variant;

/**
 * Not root. What counts is the user that the Task names for the image, or else the one of its
 * configuration: {@code user[:group]}. Container engines look a name up in a file of the image,
 * where it may be any number; a number they take as it is. So only a number can be told not to be
 * root.
 */
record ImageUser() implements ImageRule {

  private static final String KEY = "user";
  private static final String NOT_ROOT = "not-root";
  private static final String CODE = "image.runs-as-root";
  private static final String ROOT = "root";
  private static final int SHOWN = 60;
  private static final int MOST_PARTS = 2;

  /** A number in one spelling; of those with ten digits some are too large for a user. */
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,9}");

  /** However nothing is written, some program will read it as 0. */
  private static final Pattern ZERO = Pattern.compile("[+-]?(?:0[xXoObB])?[0_]*");

  private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9_.-]*");

  static Optional<ImageRule> read(Settings in) {
    String word =
        in.choice(
            KEY,
            List.of(NOT_ROOT),
            "",
            "Whom an image may run as: with not-root it must say a number that is not 0.");
    return word.isEmpty() ? Optional.empty() : Optional.of(new ImageUser());
  }

  @Override
  public String about() {
    return KEY;
  }

  @Override
  public String demand() {
    return "images that do not run as root";
  }

  @Override
  public String limit() {
    return NOT_ROOT;
  }

  @Override
  public Verdict judge(Variant variant, ImageUse use, Looked looked) {
    String user = use.user().orElse(variant.user());
    String[] parts = user.split(":", MOST_PARTS + 1);
    String name = parts[0].strip();
    String seen = user.isEmpty() ? ROOT : OneLine.of(user, SHOWN);
    if (name.equalsIgnoreCase(ROOT) || ZERO.matcher(name).matches()) {
      String who = use.user().isPresent() ? "is given" : "names";
      String whom = user.isEmpty() ? " no user" : " the user \"" + seen + "\"";
      return Verdict.fails(CODE, seen, who + whom + ", and so would run as root: " + remedy(use));
    }
    boolean sound = parts.length < MOST_PARTS || isGroup(parts);
    if (sound && NUMBER.matcher(parts[0]).matches() && isUser(parts[0])) {
      return Verdict.holds(seen);
    }
    return Verdict.untold(
        CODE,
        seen,
        "would run as \"" + seen + "\", which may be another name for root: " + remedy(use));
  }

  /** What the Task says of the user counts more than what the image does. */
  private static String remedy(ImageUse use) {
    return use.user().isPresent()
        ? "take out \"user\" beside it, or give a number there, like 1000."
        : "give it a user by number, like 1000.";
  }

  private static boolean isGroup(String[] parts) {
    return parts.length == MOST_PARTS && GROUP.matcher(parts[1]).matches();
  }

  /** Numbers of users end where a signed number of 32 bits does; larger ones may wrap to 0. */
  private static boolean isUser(String number) {
    return Long.parseLong(number) <= Integer.MAX_VALUE;
  }
}
