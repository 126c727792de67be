// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.settings;

import java.util.OptionalInt;

/**
 * Where the owner's own pages are, metrics among them: never on the port that all can reach.
 *
 * @param open whether there are any
 * @param port nothing for 8081, or any free one where that is taken or the service has any free one
 */
public record AdminAt(boolean open, String host, OptionalInt port) {

  /** None at all. */
  static final AdminAt NOWHERE = new AdminAt(false, "", OptionalInt.empty());

  private static final int USUAL = 8081;

  /** Where to listen, beside a service that listens there. */
  public ListenAt beside(ListenAt service) {
    int otherwise = service.port() == 0 ? 0 : USUAL;
    return new ListenAt(host, port.orElse(otherwise));
  }
}
