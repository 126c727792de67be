// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.data;

import java.util.List;

/**
 * Prefixes of paths and URLs in their normal form, whole segment by whole segment: {@code /data}
 * covers itself and {@code /data/x}, not {@code /database}.
 */
public final class Prefix {

  private Prefix() {}

  /** Whether a place is this one or lies below it. */
  public static boolean covers(String prefix, String place) {
    return place.equals(prefix) || place.startsWith(prefix.endsWith("/") ? prefix : prefix + "/");
  }

  static boolean anyCovers(List<String> prefixes, String place) {
    for (String prefix : prefixes) {
      if (covers(prefix, place)) {
        return true;
      }
    }
    return false;
  }
}
