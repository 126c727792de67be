// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

/**
 * One thing that can be said of a Task at an acceptance.
 *
 * @param detail what else tells two of these apart, where all is disclosed; never compared with the
 *     answer itself
 */
record Said(String code, String path, Standing standing, String detail) {

  enum Standing {
    /** A warning that leaves a YES unconditional. */
    MIND,
    /** The question leaves it open. */
    OPEN,
    REFUSED,
    /** Refused as long as things are as they are now. */
    LATER,
    UNTOLD;

    boolean isNo() {
      return this == REFUSED || this == LATER || this == UNTOLD;
    }
  }

  static Said mind(String code, String path) {
    return new Said(code, path, Standing.MIND, "");
  }

  static Said open(String code, String path, String detail) {
    return new Said(code, path, Standing.OPEN, detail);
  }

  static Said no(String code, String path, String detail) {
    return new Said(code, path, Standing.REFUSED, detail);
  }

  static Said later(String code, String path, String detail) {
    return new Said(code, path, Standing.LATER, detail);
  }

  static Said untold(String code, String path, String detail) {
    return new Said(code, path, Standing.UNTOLD, detail);
  }

  boolean isNo() {
    return standing.isNo();
  }

  /** What {@code required: true} makes of it. */
  Said required() {
    return standing == Standing.OPEN ? new Said(code, path, Standing.REFUSED, detail) : this;
  }

  /** Code and field alone: not the same as what another entry says with a sentence. */
  Said withoutDetail() {
    return new Said(code, path, standing, "(not told)");
  }

  /** The word of wire.md for how long it lasts; empty for a warning. */
  String permanence() {
    return switch (standing) {
      case MIND, OPEN -> "";
      case REFUSED -> "never";
      case LATER -> "not-now";
      case UNTOLD -> "unknown";
    };
  }
}
