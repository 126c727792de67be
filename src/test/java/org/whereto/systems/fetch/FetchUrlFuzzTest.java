// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.whereto.tree.BadInput;

/** URLs of any characters. */
class FetchUrlFuzzTest {

  @FuzzTest
  void url(byte[] bytes) {
    UrlReaders.agreeOn(new String(bytes, UTF_8));
  }

  @FuzzTest
  void redirect(byte[] bytes) throws BadInput {
    UrlReaders.agreeOnRedirect(new String(bytes, UTF_8));
  }
}
