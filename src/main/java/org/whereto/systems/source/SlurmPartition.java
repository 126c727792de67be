// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.whereto.tree.Keep;
import org.whereto.tree.OneLine;
import org.whereto.tree.Tree;

/**
 * A partition of Slurm; of a limit that is empty there is none.
 *
 * @param isOpen whether jobs that are submitted now begin there
 * @param minutes that a job may take
 * @param cores of one node that its jobs together may have
 * @param memory of one node that a job may have, in MiB
 * @param memoryPerCore that a job may have, in MiB
 */
record SlurmPartition(
    String name,
    boolean isOpen,
    OptionalLong minutes,
    OptionalLong cores,
    OptionalLong memory,
    OptionalLong memoryPerCore) {

  private static final String PARTITIONS = "partitions";
  private static final String NAME = "name";
  private static final String STATE = "state";
  private static final String MINUTES = "max_time_limit";
  private static final String CORES = "maximum_cpus_per_node";
  private static final String MEMORY = "maximum_memory_per_node";
  private static final String MEMORY_PER_CORE = "maximum_memory_per_cpu";
  private static final int SHOWN = 60;

  /** What is looked at of the answer. */
  static final Keep KEEP =
      Keep.members(
          Map.of(
              "errors",
              Keep.ALL,
              PARTITIONS,
              Keep.items(
                  Keep.members(
                      Map.of(
                          NAME, Keep.ALL,
                          STATE, Keep.ALL,
                          MINUTES, Keep.ALL,
                          CORES, Keep.ALL,
                          MEMORY, Keep.ALL,
                          MEMORY_PER_CORE, Keep.ALL)))));

  static SlurmPartition read(Tree answer, String name) throws Unread {
    List<SlurmObject> all = SlurmObject.items(answer, PARTITIONS, "A partition");
    Optional<SlurmObject> found = Optional.empty();
    for (SlurmObject partition : all) {
      found = partition.text(NAME).equals(name) ? Optional.of(partition) : found;
    }
    SlurmObject partition =
        found.orElseThrow(
            () -> new Unread("Slurm has no partition \"" + OneLine.of(name, SHOWN) + "\"."));
    return new SlurmPartition(
        name,
        partition.text(STATE).equals("UP"),
        partition.limit(MINUTES),
        partition.limit(CORES),
        partition.limit(MEMORY),
        partition.limit(MEMORY_PER_CORE));
  }
}
