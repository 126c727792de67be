// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import org.whereto.platform.Mounts;

/** What a platform is called in metrics, in the log and in what the owner is told. */
public final class PlatformLabel {

  /** The platform at the root has no name; no other can be called so. */
  private static final String AT_ROOT = "/";

  private PlatformLabel() {}

  public static String of(String name) {
    return name.equals(Mounts.ROOT) ? AT_ROOT : name;
  }
}
