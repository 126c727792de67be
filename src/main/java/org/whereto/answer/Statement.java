// SPDX-License-Identifier: Apache-2.0
package org.whereto.answer;

import org.whereto.tree.Tree.Mapping;

/** What an answer tells beside its word, its reasons and its warnings (wire.md, section 2). */
public sealed interface Statement {

  /**
   * Amounts of one dimension, by the request's names: {@code mincores} as it was asked, {@code
   * maxcores} as much as is on offer (YES) or available (NO).
   */
  record Amounts(Mapping members) implements Statement {}

  /** One item of data: {@code {datatype, standing, size}}. */
  record Standing(Mapping item) implements Statement {}
}
