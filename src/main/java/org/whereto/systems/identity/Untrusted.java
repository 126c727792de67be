// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import org.whereto.world.CredentialFault;

/** A credential that is not taken. It tells why, and nothing of the credential itself. */
final class Untrusted extends Exception {

  private static final long serialVersionUID = 1L;

  private final CredentialFault fault;

  Untrusted(CredentialFault fault) {
    super(fault.word(), null, false, false);
    this.fault = fault;
  }

  CredentialFault fault() {
    return fault;
  }
}
