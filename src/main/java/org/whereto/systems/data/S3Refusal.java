// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import java.util.Optional;
import org.whereto.systems.fetch.Body;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.XmlElement;

/** Why an S3 service refuses a request (S3 API, error responses). */
enum S3Refusal {
  /** The keys are none, or do not belong together. */
  KEYS,
  /** Its time and ours differ too much. */
  CLOCK,
  /** The keys do not open this, or it does not say. */
  OTHER;

  /** What the body of a refusal says. */
  static S3Refusal of(Body body) {
    return switch (code(body).orElse("")) {
      case "SignatureDoesNotMatch", "InvalidAccessKeyId", "AuthorizationHeaderMalformed" -> KEYS;
      case "RequestTimeTooSkewed" -> CLOCK;
      default -> OTHER;
    };
  }

  private static Optional<String> code(Body body) {
    try {
      XmlElement error = XmlElement.read(body.bytes(), Budget.SMALL);
      return error.name().equals("Error")
          ? error.first("Code").map(code -> code.text().strip())
          : Optional.empty();
    } catch (BadInput _) {
      return Optional.empty();
    }
  }
}
