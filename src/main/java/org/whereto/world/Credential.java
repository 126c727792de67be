// SPDX-License-Identifier: Apache-2.0
package org.whereto.world;

import java.util.List;

/**
 * What a caller shows to be known by. It lives as long as the question: it is no value, is equal to
 * nothing else, and never shows itself.
 */
public final class Credential {

  /** Nothing was shown. */
  public static final Credential NONE = new Credential(List.of());

  private final List<String> authorizations;

  private Credential(List<String> authorizations) {
    this.authorizations = List.copyOf(authorizations);
  }

  /**
   * What stood in the request.
   *
   * @param authorizations the value of each header {@code Authorization}
   */
  public static Credential of(List<String> authorizations) {
    return authorizations.isEmpty() ? NONE : new Credential(authorizations);
  }

  /** For whoever checks it, and nobody else. */
  public List<String> authorizations() {
    return authorizations;
  }

  @Override
  public String toString() {
    return "a credential";
  }
}
