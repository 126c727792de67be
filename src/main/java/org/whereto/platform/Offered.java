// SPDX-License-Identifier: Apache-2.0
package org.whereto.platform;

import java.util.List;
import java.util.Optional;
import org.whereto.tree.Tree;

/**
 * One interface of a platform (note, section 4.4).
 *
 * @param name the owner's name for it, used in the file only
 * @param servicetype what kind of service it is
 * @param label how reasons name it: the servicetype, with {@code #2}, {@code #3} in the owner's
 *     order where several share it
 * @param position from 0, in the owner's order
 * @param serviceinfo how to reach it: handed on unchanged
 * @param checks what holds for this interface only
 */
public record Offered(
    String name,
    String servicetype,
    String label,
    int position,
    Optional<Tree> serviceinfo,
    List<Demanded> checks) {

  public Offered {
    checks = List.copyOf(checks);
  }
}
