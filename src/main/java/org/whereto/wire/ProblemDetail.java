// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.util.Optional;
import java.util.stream.Stream;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Xml;

/**
 * What a service says about a question that it refuses: RFC 9457 with {@code code} and {@code path}
 * (wire.md, section 2.2). Every text is empty where it says none.
 *
 * <p>Problems are told apart by their code; {@code type} stays {@code about:blank}, which is said
 * by leaving it out.
 *
 * @param title what the status means, as HTTP words it
 * @param status the HTTP status; 0 where none is said
 * @param detail one plain sentence
 * @param code stable and for machines
 * @param path the field at fault
 */
public record ProblemDetail(String title, int status, String detail, String code, String path) {

  /** The namespace of its XML (RFC 9457, appendix B). */
  public static final String NAMESPACE = "urn:ietf:rfc:7807";

  private static final Xml XML = new Xml("problem", NAMESPACE);

  /** Digits of a status (RFC 9110, section 15). */
  private static final int STATUS_DIGITS = 3;

  /** The document in one of {@link Formats#ALL}: in XML as RFC 9457 wants it. */
  public byte[] write(Format format) {
    // The grammar of the RFC has no attributes, so the status goes without its type.
    return format.equals(Formats.XML)
        ? XML.write(tree(Tree.text(String.valueOf(status))))
        : format.write(tree());
  }

  /** The document; members that say nothing are left out. */
  public Mapping tree() {
    return tree(Tree.literal(String.valueOf(status)));
  }

  private Mapping tree(Scalar number) {
    Tree.Builder out = Tree.build().putIfAny("title", title);
    if (status != 0) {
      out.put("status", number);
    }
    return out.putIfAny("detail", detail).putIfAny("code", code).putIfAny("path", path).done();
  }

  /** The problem that a document tells of; nothing if it tells of none. */
  public static Optional<ProblemDetail> read(Tree document) {
    if (!(document instanceof Mapping mapping)) {
      return Optional.empty();
    }
    ProblemDetail problem =
        new ProblemDetail(
            text(mapping, "title"),
            status(text(mapping, "status")),
            text(mapping, "detail"),
            text(mapping, "code"),
            text(mapping, "path"));
    boolean says =
        Stream.of(problem.title, problem.detail, problem.code).anyMatch(text -> !text.isBlank());
    return says ? Optional.of(problem) : Optional.empty();
  }

  private static int status(String text) {
    boolean is = text.length() == STATUS_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return is ? Integer.parseInt(text) : 0;
  }

  private static String text(Mapping mapping, String member) {
    return mapping
        .get(member)
        .filter(value -> value instanceof Scalar scalar && !scalar.isNull())
        .map(value -> ((Scalar) value).text())
        .orElse("");
  }
}
