// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.tree.BadInput;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree.Mapping;

/**
 * Code that can read the taskinfo of one kind of task. Pure: a kind asks nothing of the world, and
 * has no state.
 */
public interface Kind {

  /** Its name in a platform file, like {@code docker-compose}. */
  String name();

  /**
   * The task types that have this kind without being declared, like {@code uri://docker-compose}.
   */
  Set<String> tasktypes();

  /** The facts that it can find; each other one is refused when a platform file asks for it. */
  Set<Fact> provides();

  /** The fields of taskinfo that it reads; the subject first. */
  List<String> fields();

  /** Those of the fields that hold content: text, a document, or a URL from which to fetch it. */
  default Set<String> contents() {
    return Set.of();
  }

  /**
   * The media type in which its contents are best sent, as the programs that run them have it
   * (note, section 9.1); all others are taken too. Empty where there is no such preference.
   */
  default Optional<String> format() {
    return Optional.empty();
  }

  /**
   * What is worth building of a large taskinfo: {@link Keep#allBut} with a rule for each content
   * field. Fields that it does not know are kept, so that the asker can be told they were not used.
   */
  default Keep keep() {
    return Keep.ALL;
  }

  /**
   * What taskinfo says. Content that does not parse is a {@link Subject.Unreadable} subject, no
   * fault of the request.
   *
   * @param taskinfo with contents in place of the URLs that were fetched; empty if there was none
   * @throws BadInput for a field that has not the shape that it must have, or is null or empty
   */
  Facts read(Mapping taskinfo) throws BadInput;

  /**
   * The taskinfo without its content, with what was found in it instead: every platform must give
   * both the same answer. URLs stay, they are no content.
   *
   * @param facts those of this taskinfo, of a subject that is given
   */
  Mapping factsOnly(Mapping taskinfo, Facts facts);
}
