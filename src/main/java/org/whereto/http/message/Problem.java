// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.message;

import org.whereto.tree.BadInput;

/**
 * Why a question is not answered (wire.md, section 2.2).
 *
 * @param code stable and for machines, like {@code accept.none}
 * @param path the field at fault; empty for the request as a whole
 * @param detail one plain sentence with the remedy; never anything of the inside
 */
public record Problem(Status status, String code, String path, String detail) {

  public static Problem of(Status status, String code, String detail) {
    return new Problem(status, code, "", detail);
  }

  /** A fault of the Task: the one who sent it can mend it. */
  public static Problem of(BadInput fault) {
    String at = fault.place().toString();
    String where = at.isEmpty() ? "" : " (at " + at + ")";
    return new Problem(
        Status.BAD_REQUEST, fault.code(), fault.path().text(), fault.sentence() + where);
  }
}
