// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import java.util.Optional;
import org.whereto.tree.Settings;

/** What can stand in a header of HTTP. */
final class Headers {

  private Headers() {}

  static boolean isSendable(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  /** Reports a text of an owner that is to be sent in a header and cannot be. */
  static void refuseUnsendable(Settings in, String key, Optional<String> text) {
    if (text.isPresent() && !isSendable(text.get())) {
      in.problem(
          key, "\"" + key + "\" must be of visible ASCII characters only: it goes into a header.");
    }
  }
}
