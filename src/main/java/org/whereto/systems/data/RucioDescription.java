// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whereto.systems.fetch.Body;
import org.whereto.systems.fetch.Unanswered;
import org.whereto.task.DataItem.RucioDid;
import org.whereto.tree.Keep;

/**
 * What Rucio says of a name ({@code GET /dids/SCOPE/NAME}).
 *
 * @param isFile whether it is a file itself
 * @param files of which it consists; one that stands in several data sets of a container counts for
 *     each
 * @param bytes of all of them
 */
record RucioDescription(boolean isFile, long files, OptionalLong bytes) {

  private static final String SCOPE = "scope";
  private static final String NAME = "name";
  private static final String TYPE = "type";
  private static final String BYTES = "bytes";
  private static final String LENGTH = "length";

  private static final Keep KEEP =
      Keep.members(
          Stream.of(SCOPE, NAME, TYPE, BYTES, LENGTH)
              .collect(Collectors.toMap(name -> name, _ -> Keep.ALL)));

  /** The description of the name that was asked for, and of no other. */
  static RucioDescription read(Body body, RucioDid did, Contact contact) throws Unanswered {
    RucioJson said = RucioJson.object(body.bytes(), KEEP, contact);
    if (!said.text(SCOPE).equals(did.scope()) || !said.text(NAME).equals(did.name())) {
      throw contact.unreadable();
    }
    return switch (said.text(TYPE)) {
      case "FILE" -> new RucioDescription(true, 1, said.number(BYTES));
      case "DATASET", "CONTAINER" ->
          new RucioDescription(
              false, said.number(LENGTH).orElseThrow(contact::unreadable), said.number(BYTES));
      default -> throw contact.unreadable();
    };
  }
}
