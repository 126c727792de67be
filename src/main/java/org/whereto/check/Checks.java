// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.List;

/** The one list of checks, in the order in which they look. */
public final class Checks {

  public static final List<CheckType> ALL = List.of(BinderCheck.TYPE);

  private Checks() {}
}
