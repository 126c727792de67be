// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.whereto.tree.Keep;
import org.whereto.tree.OneLine;
import org.whereto.tree.Tree;
import org.whereto.world.Available.Slot;

/** Makes slots of the nodes of a partition. */
final class SlurmNodes {

  private static final String CORES = "cores";
  private static final String MEMORY = "memory";
  private static final String DURATION = "duration";

  /** A dimension of no standard. */
  static final String GPUS = "gpus";

  /** What Slurm tells amounts of. */
  static final Set<String> DIMENSIONS = Set.of(CORES, MEMORY, DURATION, GPUS);

  private static final String NODES = "nodes";
  private static final String NAME = "name";
  private static final String STATE = "state";
  private static final String FLAGS = "state_flags";
  private static final String PARTITIONS = "partitions";
  private static final List<String> NUMBERS =
      List.of("cpus", "alloc_cpus", "idle_cpus", "real_memory", "alloc_memory");
  private static final List<String> OTHERS =
      List.of(NAME, STATE, FLAGS, PARTITIONS, "gres", "gres_used");

  /** Nodes on which a job can begin: all others are drained, down, reserved, asleep, unheard. */
  private static final Set<String> GOOD_STATES = Set.of("idle", "mixed", "allocated");

  /** What may be said of such a node beside its state. */
  private static final Set<String> GOOD_FLAGS = Set.of("COMPLETING", "CLOUD");

  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal MIB = BigDecimal.valueOf(1 << 20);
  private static final BigDecimal MINUTE = BigDecimal.valueOf(60);
  private static final int SHOWN = 100;

  /** What is looked at of the answer. */
  static final Keep KEEP =
      Keep.members(Map.of("errors", Keep.ALL, NODES, Keep.items(Keep.members(kept()))));

  private SlurmNodes() {}

  private static Map<String, Keep> kept() {
    Map<String, Keep> kept = new HashMap<>();
    NUMBERS.forEach(name -> kept.put(name, Keep.ALL));
    OTHERS.forEach(name -> kept.put(name, Keep.ALL));
    return kept;
  }

  /**
   * One slot for each node of the partition. On one that takes no jobs at present nothing is free,
   * but it may come back.
   */
  static List<Slot> slots(Tree answer, SlurmPartition partition) throws Unread {
    List<Slot> slots = new ArrayList<>();
    for (SlurmObject node : SlurmObject.items(answer, NODES, "A node")) {
      if (node.texts(PARTITIONS).contains(partition.name())) {
        slots.add(slot(node, partition));
      }
    }
    return slots;
  }

  private static Slot slot(SlurmObject node, SlurmPartition partition) throws Unread {
    Amounts amounts = new Amounts(partition.isOpen() && takesJobs(node));
    long cpus = node.number("cpus");
    long used = node.number("alloc_cpus");
    long idle = node.number("idle_cpus");
    if (idle > cpus) {
      throw new Unread("Slurm says that a node has more idle CPUs than CPUs.");
    }
    // Others may share the node by another partition: no more is counted as free than surely is.
    long allowed = partition.cores().orElse(cpus);
    long cores = Math.min(Math.min(idle, cpus - used), allowed - used);
    amounts.put(CORES, ONE, cores, Math.min(cpus, allowed));

    long memory = node.number("real_memory");
    long left = memory - node.number("alloc_memory");
    long bound = Math.min(memory, partition.memory().orElse(memory));
    OptionalLong perCore = partition.memoryPerCore();
    long now = Math.min(left, perCore.isPresent() ? product(cores, perCore.getAsLong()) : bound);
    long ever = Math.min(bound, perCore.isPresent() ? product(cpus, perCore.getAsLong()) : bound);
    amounts.put(MEMORY, MIB, Math.min(now, bound), ever);

    long gpus = Gres.gpus(node.text("gres"));
    amounts.put(GPUS, ONE, gpus - Gres.gpus(node.text("gres_used")), gpus);
    partition.minutes().ifPresent(minutes -> amounts.put(DURATION, MINUTE, minutes, minutes));
    return new Slot(nameOf(node), amounts.free, amounts.most);
  }

  /** What has no name would hold everywhere. */
  private static String nameOf(SlurmObject node) throws Unread {
    String name = OneLine.of(node.text(NAME), SHOWN);
    if (name.isBlank()) {
      throw new Unread("Slurm says that a node has an empty name.");
    }
    return name;
  }

  private static boolean takesJobs(SlurmObject node) throws Unread {
    return GOOD_STATES.contains(node.text(STATE)) && GOOD_FLAGS.containsAll(node.texts(FLAGS));
  }

  /** Zero for what is below it; the largest number for what is above it. */
  private static long product(long cores, long each) {
    return BigDecimal.valueOf(Math.max(0, cores))
        .multiply(BigDecimal.valueOf(each))
        .min(BigDecimal.valueOf(Long.MAX_VALUE))
        .longValueExact();
  }

  /** The amounts of one slot. */
  private static final class Amounts {
    private final boolean taking;
    private final Map<String, BigDecimal> free = new HashMap<>();
    private final Map<String, BigDecimal> most = new HashMap<>();

    /**
     * @param taking whether a job can begin there
     */
    Amounts(boolean taking) {
      this.taking = taking;
    }

    void put(String dimension, BigDecimal unit, long now, long ever) {
      long free = taking ? Math.clamp(now, 0, ever) : 0;
      this.free.put(dimension, BigDecimal.valueOf(free).multiply(unit));
      most.put(dimension, BigDecimal.valueOf(ever).multiply(unit));
    }
  }
}
