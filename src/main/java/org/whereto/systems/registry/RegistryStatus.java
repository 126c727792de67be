// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import org.whereto.systems.fetch.Fetched;
import org.whereto.systems.fetch.Unanswered;

/** What the statuses of HTTP mean that come from registries. */
final class RegistryStatus {

  static final int OK = 200;
  static final int UNAUTHORIZED = 401;
  static final int TOO_MANY = 429;

  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TIMEOUT = 408;
  private static final int SERVER = 500;

  private RegistryStatus() {}

  /**
   * What a fetch told, without its remedy behind a colon: that one is for those who gave a URL, and
   * here somebody gave the name of an image.
   */
  static String withoutRemedy(String why) {
    int remedy = why.indexOf(": ");
    return remedy < 0 ? why : why.substring(0, remedy) + ".";
  }

  /** Whether another try may have another end. */
  static boolean isDown(int status) {
    return status == TOO_MANY || status == TIMEOUT || status >= SERVER;
  }

  /** Why there is nothing, for any status but {@link #OK}. */
  static Unanswered unanswered(RegistryItem item, Fetched.Got got) {
    String registry = "The registry " + item.host().name();
    RegistryErrors errors = RegistryErrors.read(got.body());
    int status = got.status();
    boolean itself = got.from().origin().equals(item.host().origin());
    if (status == NOT_FOUND && itself && errors.sayAbsent()) {
      return Unanswered.absent();
    }
    if (status == TOO_MANY) {
      return Unanswered.down(registry + " lets nobody from here ask more for now.");
    }
    if (isDown(status)) {
      return Unanswered.down(registry + " has trouble (status " + status + ").");
    }
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      return Unanswered.refused(
          registry
              + " does not show this image to just anybody: it may be private, or not be there."
              + errors.told());
    }
    return Unanswered.refused(
        registry + " answered as registries do not (status " + status + ")." + errors.told());
  }
}
