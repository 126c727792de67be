// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.util.List;
import java.util.Optional;
import org.whereto.task.Tags;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Format;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

/**
 * What a part says.
 *
 * @param steps the names of its path
 * @param nodes how many its tree may have
 */
record PartValue(Part part, List<String> steps, RequestLimits limits, int nodes) {

  /** The field of taskinfo whose members are files as they are, whatever their names end in. */
  private static final String FILES = "files";

  /** Whether it is content: one that cannot be read is a NO, no fault of the request. */
  boolean isContent() {
    return TextLimit.isContent(steps) && steps.size() == (isBelowFiles() ? 3 : 2);
  }

  private boolean isRepositoryFile() {
    return isContent() && isBelowFiles();
  }

  private boolean isBelowFiles() {
    return steps.get(1).equals(FILES);
  }

  /**
   * The document that content is said to be, or the text or URL that such a document quotes where
   * the part is no file; nothing for any other, which stays text.
   */
  Optional<Tree> content(Keep keep) throws BadInput {
    Optional<Format> format = part.format();
    if (format.isEmpty() || isRepositoryFile()) {
      return Optional.empty();
    }
    try {
      Tree read = read(format.get(), keep);
      boolean quoted = read instanceof Tree.Scalar && read.tag().isEmpty() && !part.isFile();
      return quoted || read instanceof Tree.Mapping ? Optional.of(read) : Optional.empty();
    } catch (BadInput unreadable) {
      return Optional.empty();
    }
  }

  /**
   * The document that a part is said to be; nothing for text.
   *
   * @throws BadInput if it cannot be read or holds a tag
   */
  Optional<Tree> document(Keep keep) throws BadInput {
    Optional<Format> format = part.format();
    if (format.isEmpty()) {
      return Optional.empty();
    }
    try {
      Tree read = read(format.get(), keep);
      Tags.refuse(read);
      return Optional.of(read);
    } catch (BadInput fault) {
      throw fault.below(part.path());
    }
  }

  private Tree read(Format format, Keep keep) throws BadInput {
    Budget whole = limits.of(format);
    int depth = Math.max(0, whole.depth() - steps.size());
    Budget rest =
        new Budget(whole.bytes(), depth, nodes, whole.bytes(), whole.name(), whole.aliases());
    return format.read(part.content(), rest, keep);
  }

  /**
   * The part as text. A file that holds nothing but a URL is still content: the line break at its
   * end keeps the kind from taking it for a URL (wire.md, section 1.2).
   *
   * @throws BadInput if it is not UTF-8
   */
  String text() throws BadInput {
    String text = part.text();
    boolean mayBeUrl = text.chars().noneMatch(Character::isWhitespace);
    return part.isFile() && isContent() && mayBeUrl ? text + "\n" : text;
  }
}
