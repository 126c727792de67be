// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.util.List;

/**
 * Which addresses may be connected to: the public ones, and those that the owner opened.
 *
 * @param opened ranges inside the owner's site
 */
record AddressRules(List<IpRange> opened) {

  AddressRules {
    opened = List.copyOf(opened);
  }

  boolean allow(IpAddress address) {
    boolean single = SpecialAddresses.isMetadata(address);
    return SpecialAddresses.isPublic(address)
        || opened.stream()
            .anyMatch(range -> range.contains(address) && (range.isSingle() || !single));
  }
}
