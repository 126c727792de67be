// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems;

import java.util.Optional;
import org.whereto.tree.Settings;

/**
 * What an owner lets a platform ask of the outside; by default nothing. Two that are equal may
 * share what they know.
 *
 * @param fetch what may be fetched; nothing if empty
 */
public record Outside(Optional<FetchSettings> fetch) {

  /** Nothing is asked. */
  public static final Outside CLOSED = new Outside(Optional.empty());

  /** The keys of a platform file that open it. */
  public static Outside read(Settings in) {
    return new Outside(
        in.part(
            "fetch",
            "What may be fetched for those who ask; nothing if left out.",
            FetchSettings::read));
  }

  /** Whether nothing may be asked. */
  public boolean isClosed() {
    return equals(CLOSED);
  }
}
