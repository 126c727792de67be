// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.util.Optional;
import java.util.stream.Stream;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/**
 * What a service says about a question that it refuses: RFC 9457 with {@code code} and {@code path}
 * (wire.md, section 2.2). Every text is empty where it says none.
 */
public record ProblemDetail(String title, String detail, String code, String path) {

  /** The problem that a document tells of; nothing if it tells of none. */
  public static Optional<ProblemDetail> read(Tree document) {
    if (!(document instanceof Mapping mapping)) {
      return Optional.empty();
    }
    ProblemDetail problem =
        new ProblemDetail(
            text(mapping, "title"),
            text(mapping, "detail"),
            text(mapping, "code"),
            text(mapping, "path"));
    boolean says =
        Stream.of(problem.title, problem.detail, problem.code).anyMatch(text -> !text.isBlank());
    return says ? Optional.of(problem) : Optional.empty();
  }

  private static String text(Mapping mapping, String member) {
    return mapping
        .get(member)
        .filter(value -> value instanceof Scalar scalar && !scalar.isNull())
        .map(value -> ((Scalar) value).text())
        .orElse("");
  }
}
