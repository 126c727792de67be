// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.List;
import java.util.Optional;

/** The one list of checks, in the order in which they look. */
public final class Checks {

  public static final List<CheckType> ALL =
      List.of(
          LanguagesCheck.TYPE,
          ImageCheck.TYPE,
          ComposeCheck.TYPE,
          BinderCheck.TYPE,
          FieldCheck.TYPE,
          SchemaCheck.TYPE,
          RuleCheck.TYPE);

  private Checks() {}

  /** The check of this name, as it stands under {@code if:}. */
  public static Optional<CheckType> byName(String name) {
    return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
  }
}
