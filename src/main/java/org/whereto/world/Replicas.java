// SPDX-License-Identifier: Apache-2.0
package org.whereto.world;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.DataItem;

/** Whether and where data is, as the systems that hold it say. */
public interface Replicas {

  /**
   * What is known of each item; all are looked up at once, under one deadline. Every item asked for
   * is a key of the result; a value is empty where its system says that there is no such item.
   */
  Map<DataItem, Known<Optional<Replica>>> find(Set<DataItem> items);
}
