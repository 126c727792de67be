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

  /** One acceptance, of what these lines say. */
  static Platform of(CharSequence lines) {
    Checked checked = PlatformFile.read("a", (HEAD + lines).getBytes(UTF_8));
    if (checked instanceof Checked.Good good) {
      return good.platform();
    }
    throw new IllegalStateException(checked.toString());
  }
}
