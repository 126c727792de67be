// SPDX-License-Identifier: Apache-2.0
package org.whereto.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.platform.Platform;

/** Platforms as an owner would write them, of any length. */
final class Platforms {

  private static final String HEAD =
      """
      whereto: 1
      interfaces:
        a:
          servicetype: uri://a-service
          serviceinfo: {endpoint: http://a.example.org/}
      """;

  private Platforms() {}

  /** What these lines say. */
  static Platform of(CharSequence lines) {
    return declared(lines).platform();
  }

  /** The same, with what may be asked of the outside. */
  static Checked.Good declared(CharSequence lines) {
    Checked checked = PlatformFile.read("a", (HEAD + lines).getBytes(UTF_8));
    if (checked instanceof Checked.Good good) {
      return good;
    }
    throw new IllegalStateException(checked.toString());
  }
}
