// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import java.util.Optional;
import java.util.regex.Pattern;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.tree.BadInput;
import org.whereto.tree.Settings;

/** A URL of an owner's file that keys or secrets depend upon. */
final class OwnUrl {

  /** This machine: nobody stands between. */
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.[0-9]+\\.[0-9]+\\.[0-9]+|::1");

  private OwnUrl() {}

  /** The URL at {@code key}; nothing if it is left out, or after a fault. */
  static Optional<FetchUrl> read(Settings in, String key, String doc) {
    return in.textIfAny(key, doc).flatMap(text -> of(in, key, text));
  }

  /** The URL that stands at {@code key}; nothing after a fault. */
  static Optional<FetchUrl> of(Settings in, String key, String text) {
    try {
      FetchUrl url = FetchUrl.of(text);
      if (isSafe(url)) {
        return Optional.of(url);
      }
      in.problem(
          key,
          "\""
              + key
              + "\" must begin with https://: over plain http anybody on the way could speak for"
              + " it.");
    } catch (BadInput fault) {
      in.problem(key, fault.sentence());
    }
    return Optional.empty();
  }

  /** Whether nobody on the way can read or change what is said there. */
  static boolean isSafe(FetchUrl url) {
    return url.isSecure() || LOOPBACK.matcher(url.host()).matches();
  }
}
