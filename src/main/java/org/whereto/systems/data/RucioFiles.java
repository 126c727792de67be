// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.whereto.systems.fetch.Body;
import org.whereto.systems.fetch.Unanswered;
import org.whereto.task.DataItem.RucioDid;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * The files of which something consists that have a replica, as Rucio lists them ({@code GET
 * /replicas/SCOPE/NAME}: an object for each file, one a line).
 *
 * @param names of all of them
 * @param bytes of all of them; empty where that is not told of each
 * @param holdingAll the storage elements that hold each of them, in the order of their names
 */
record RucioFiles(Set<Name> names, OptionalLong bytes, List<String> holdingAll) {

  /** What Rucio calls a file. */
  record Name(String scope, String name) {}

  private static final String SCOPE = "scope";
  private static final String NAME = "name";
  private static final String BYTES = "bytes";
  private static final String RSES = "rses";
  private static final String STATES = "states";
  private static final String AVAILABLE = "AVAILABLE";

  private static final Keep KEEP =
      Keep.members(
          Map.of(
              SCOPE, Keep.ALL,
              NAME, Keep.ALL,
              BYTES, Keep.ALL,
              RSES, Keep.ALL,
              STATES, Keep.ALL));

  RucioFiles {
    names = Set.copyOf(names);
    holdingAll = List.copyOf(holdingAll);
  }

  long count() {
    return names.size();
  }

  /** Whether nothing else is listed than this one file. */
  boolean areNoneBut(RucioDid did) {
    return Set.of(new Name(did.scope(), did.name())).containsAll(names);
  }

  /** Reads the list, in which no file may stand twice. */
  static RucioFiles read(Body body, Contact contact) throws Unanswered {
    byte[] stream = body.bytes();
    Sum sum = new Sum();
    int begin = 0;
    for (int at = 0; at <= stream.length; at++) {
      if (at == stream.length || stream[at] == '\n') {
        if (!isBlank(stream, begin, at)) {
          sum.add(RucioJson.object(Arrays.copyOfRange(stream, begin, at), KEEP, contact));
        }
        begin = at + 1;
      }
    }
    return sum.files();
  }

  private static boolean isBlank(byte[] stream, int begin, int end) {
    for (int at = begin; at < end; at++) {
      if (stream[at] > ' ' || stream[at] < 0) {
        return false;
      }
    }
    return true;
  }

  /** What the files that were read so far amount to. */
  private static final class Sum {

    private final Set<Name> seen = new HashSet<>();
    private final Set<String> holdingAll = new TreeSet<>();
    private OptionalLong bytes = OptionalLong.of(0);

    void add(RucioJson file) throws Unanswered {
      Set<String> holders = holders(file);
      if (seen.isEmpty()) {
        holdingAll.addAll(holders);
      } else {
        holdingAll.retainAll(holders);
      }
      if (!seen.add(new Name(file.text(SCOPE), file.text(NAME)))) {
        throw file.contact().unreadable();
      }
      OptionalLong more = file.number(BYTES);
      bytes =
          bytes.isPresent() && more.isPresent()
              ? OptionalLong.of(sum(bytes.getAsLong(), more.getAsLong(), file.contact()))
              : OptionalLong.empty();
    }

    private static long sum(long some, long more, Contact contact) throws Unanswered {
      try {
        return Math.addExact(some, more);
      } catch (ArithmeticException _) {
        throw contact.unreadable();
      }
    }

    /** Where it can be read: older servers list available replicas only, without saying so. */
    private static Set<String> holders(RucioJson file) throws Unanswered {
      Set<String> holders = new HashSet<>();
      for (Map.Entry<String, Tree> element : file.members(RSES).entrySet()) {
        if (hasCopy(element.getValue(), file.contact())) {
          holders.add(element.getKey());
        }
      }
      Optional<Tree> states = file.member(STATES);
      if (states.isPresent()) {
        Mapping told = RucioJson.of(states.get(), file.contact()).object();
        holders.removeIf(holder -> !isAvailable(told.get(holder)));
      }
      return holders;
    }

    /** An element lists the addresses of its copies; without one nothing can be read there. */
    private static boolean hasCopy(Tree copies, Contact contact) throws Unanswered {
      if (!(copies instanceof Sequence sequence)) {
        throw contact.unreadable();
      }
      return sequence.items().stream()
          .anyMatch(
              copy -> copy instanceof Scalar scalar && !scalar.plain() && !scalar.text().isBlank());
    }

    private static boolean isAvailable(Optional<Tree> state) {
      return state.isPresent()
          && state.get() instanceof Scalar scalar
          && scalar.text().equals(AVAILABLE);
    }

    RucioFiles files() {
      return new RucioFiles(seen, bytes, List.copyOf(holdingAll));
    }
  }
}
