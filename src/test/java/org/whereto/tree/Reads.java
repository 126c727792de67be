// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;

/** Short words for what the tests of this package do all the time. */
final class Reads {

  private Reads() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Tree json(String text) throws BadInput {
    return Formats.JSON.read(utf8(text), Budget.SMALL, Keep.ALL);
  }

  static Tree yaml(String text) throws BadInput {
    return Formats.YAML.read(utf8(text), Budget.SMALL, Keep.ALL);
  }

  static Tree xml(String text) throws BadInput {
    return Formats.XML.read(utf8(text), Budget.SMALL, Keep.ALL);
  }

  static BadInput fault(Format format, String text) {
    return fault(format, utf8(text), Budget.SMALL);
  }

  /** Fails the test if the document is read, or if anything else is thrown. */
  static BadInput fault(Format format, byte[] document, Budget budget) {
    return catchThrowableOfType(BadInput.class, () -> format.read(document, budget, Keep.ALL));
  }

  static String written(Format format, Tree tree) {
    return new String(format.write(tree), StandardCharsets.UTF_8);
  }
}
