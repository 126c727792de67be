// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.schema;

import java.math.BigDecimal;
import tools.jackson.databind.node.DecimalNode;

/** How numbers are handed to the judge: always with all their digits, never as binary fractions. */
final class Numbers {

  private Numbers() {}

  static DecimalNode node(BigDecimal number) {
    return DecimalNode.valueOf(number.stripTrailingZeros());
  }
}
