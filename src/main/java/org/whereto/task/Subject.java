// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import org.whereto.tree.Path;

/**
 * The thing that a question is about: "can I run <em>this</em> here?" names one, "can I run
 * <em>such a thing</em> here?" does not (note, section 4.1).
 */
public sealed interface Subject {

  /** It is there and was read. */
  record Given() implements Subject {}

  /**
   * The question is a general one.
   *
   * @param field the member of taskinfo that would name the subject, like {@code image}
   */
  record NotGiven(String field) implements Subject {}

  /**
   * It is there, but its content cannot be read: it does not parse, carries a tag that its kind
   * does not know, or is no such document.
   *
   * @param code like {@code composefile.unreadable}
   * @param text one sentence, with line and column of the content
   */
  record Unreadable(String code, Path path, String text) implements Subject {}

  /**
   * It is named by a URL, and could not be had.
   *
   * @param code like {@code composefile.not-fetched}
   * @param text one sentence that names the remedy
   */
  record NotFetched(String code, Path path, String text) implements Subject {}
}
