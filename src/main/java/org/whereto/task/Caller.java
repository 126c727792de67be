// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

/** Who asks (note, section 7). Anonymous is an identity, and so far the only one. */
public sealed interface Caller {

  Caller ANONYMOUS = new Anonymous();

  /** Somebody of whom nothing is known. */
  record Anonymous() implements Caller {}
}
