// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.message;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.whereto.tree.Formats;
import org.whereto.wire.ProblemDetail;

/** Problem details in the format that was asked for (RFC 9457; wire.md, section 2.2). */
public final class Problems {

  /** Seconds after which a busy server may be asked again. */
  private static final String SOON = "1";

  private Problems() {}

  public static Reply reply(Problem problem, Negotiation wanted) {
    Status status = problem.status();
    ProblemDetail details =
        new ProblemDetail(
            status.phrase(), status.code(), problem.detail(), problem.code(), problem.path());
    Buffer body = Buffer.buffer(details.write(wanted.format()));
    Reply reply = new Reply(status, mediaType(wanted), List.of(), body);
    return switch (status) {
      case TOO_MANY_REQUESTS, UNAVAILABLE -> reply.with("Retry-After", SOON);
      default -> reply;
    };
  }

  private static String mediaType(Negotiation wanted) {
    return wanted.format().equals(Formats.YAML)
        ? Formats.YAML.mediaTypes().getFirst()
        : "application/problem+" + wanted.format().name();
  }
}
