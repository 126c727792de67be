// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.whereto.tree.BadInput;

/** Whose origin was named for which token. Nobody else gets one, wherever a question leads. */
public final class Credentials {

  /** Everybody is asked anonymously. */
  public static final Credentials NONE = new Credentials(Map.of());

  private final Map<Origin, Token> named;

  private Credentials(Map<Origin, Token> named) {
    this.named = Map.copyOf(named);
  }

  /**
   * These, and this token for this origin in place of any other.
   *
   * @throws BadInput for an origin that does not keep a token secret
   */
  public Credentials with(Origin origin, Token token) throws BadInput {
    Map<Origin, Token> more = new HashMap<>(named);
    more.put(Origin.named(origin.toString()), token);
    return new Credentials(more);
  }

  /** Whether there is a token for this origin. */
  public boolean has(Origin origin) {
    return named.containsKey(origin);
  }

  Optional<Token> at(Origin origin) {
    return Optional.ofNullable(named.get(origin)).filter(_ -> origin.keepsSecrets());
  }

  @Override
  public String toString() {
    return "tokens for " + named.keySet();
  }
}
