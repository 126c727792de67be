// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Tree;
import org.whereto.tree.Xml;

/** Problem details in the format that was asked for (RFC 9457; wire.md, section 2.2). */
final class Problems {

  /** Seconds after which a busy server may be asked again. */
  private static final String SOON = "1";

  private static final Format PROBLEM_XML = new Xml("problem", "urn:ietf:rfc:7807");

  private Problems() {}

  static Reply reply(Problem problem, Negotiation wanted) {
    Tree details =
        Tree.build()
            .put("type", "about:blank")
            .put("title", problem.status().phrase())
            .put("status", Tree.literal(String.valueOf(problem.status().code())))
            .put("detail", problem.detail())
            .put("code", problem.code())
            .putIfAny("path", problem.path())
            .done();
    Buffer body = Buffer.buffer(format(wanted).write(details));
    Reply reply = new Reply(problem.status(), mediaType(wanted), List.of(), body);
    return switch (problem.status()) {
      case TOO_MANY_REQUESTS, UNAVAILABLE -> reply.with("Retry-After", SOON);
      default -> reply;
    };
  }

  private static Format format(Negotiation wanted) {
    return wanted.format() == Formats.XML ? PROBLEM_XML : wanted.format();
  }

  private static String mediaType(Negotiation wanted) {
    if (wanted.format() == Formats.JSON) {
      return "application/problem+json";
    }
    return wanted.format() == Formats.XML ? "application/problem+xml" : wanted.mediaType();
  }
}
