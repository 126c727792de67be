// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.data;

import java.util.List;
import java.util.Optional;
import org.whereto.task.DataItem;
import org.whereto.world.Replica;

/** One entry of what an owner says of data: a system, and what of it is here or can be reached. */
public sealed interface Holding
    permits RucioHolding, VospaceHolding, S3Holding, HttpHolding, NamedHolding {

  /** The type of data items that it may hold. */
  String datatype();

  Terms terms();

  /**
   * The item as it has to be looked up here, with what its Task leaves to the platform; empty if it
   * is none of these, whatever the system would say.
   */
  Optional<DataItem> own(DataItem item);

  /** Whether its system can be asked whether an item is there; else the owner's word counts. */
  default boolean isLookedUp() {
    return true;
  }

  /**
   * How an item stands that its system says is there.
   *
   * @param item as {@link #own} has it
   * @return never unknown
   */
  Standing standing(DataItem item, Replica replica);

  /** What of it is here, for people; the names that owners use. */
  List<String> here();

  /** What else of it can be reached, for people. */
  List<String> reachable();
}
