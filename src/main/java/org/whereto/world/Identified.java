// SPDX-License-Identifier: Apache-2.0
package org.whereto.world;

import org.whereto.task.Caller;

/** What comes of a {@link Credential}. */
public sealed interface Identified {

  /**
   * Who it is; {@link Caller.Unchecked} if that could not be found out.
   *
   * @param caller anonymous if nothing was shown, or nothing that counts here
   */
  record As(Caller caller) implements Identified {}

  /** It is not taken: the question is not answered at all (wire contract, section 5). */
  record Invalid(CredentialFault fault) implements Identified {}
}
