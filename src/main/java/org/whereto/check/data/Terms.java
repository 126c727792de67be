// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.data;

/**
 * How a Task gets at data.
 *
 * @param isCopied whether it is copied for the Task, so that its size counts against the store;
 *     else it is read where it lies
 */
public record Terms(Credentials credentials, boolean isCopied) {

  /** Where the owner says nothing. */
  public static final Terms USUAL = new Terms(Credentials.ANONYMOUS, true);
}
