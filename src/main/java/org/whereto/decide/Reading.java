// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.Fact;
import org.whereto.task.Facts;
import org.whereto.task.Kind;
import org.whereto.task.Task;
import org.whereto.task.Urls;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.world.Known;
import org.whereto.world.World;

/** Reads the facts of a Task, once, and only if some check asks for them. */
final class Reading {

  private final Task task;
  private final Optional<Kind> kind;
  private final World world;
  private Optional<Facts> facts = Optional.empty();

  Reading(Task task, Optional<Kind> kind, World world) {
    this.task = task;
    this.kind = kind;
    this.world = world;
  }

  /**
   * What the kind finds. A platform file is refused that asks a kind for a fact it cannot find; one
   * that was made in code may still do so, and an absent fact must not pass for an empty one.
   *
   * @throws BadInput for taskinfo that has not the shape that its kind demands
   */
  Facts facts(Set<Fact> needs) throws BadInput {
    if (kind.isEmpty() || !kind.get().provides().containsAll(needs)) {
      throw new IllegalStateException("Nothing here finds " + needs + ".");
    }
    if (facts.isEmpty()) {
      facts = Optional.of(read(kind.get()));
    }
    return facts.get();
  }

  private Facts read(Kind reader) throws BadInput {
    Tree taskinfo = task.taskinfo().orElseGet(() -> Tree.build().done());
    if (!(taskinfo instanceof Mapping mapping)) {
      throw new BadInput(
          "taskinfo.not-a-mapping",
          Task.TASKINFO_PATH,
          taskinfo.place(),
          "The taskinfo of "
              + task.tasktype()
              + " is a mapping of "
              + String.join(", ", reader.fields())
              + ".");
    }
    return reader.read(withFetched(reader, mapping));
  }

  /** The taskinfo with contents in place of the URLs that could be fetched. */
  private Mapping withFetched(Kind reader, Mapping taskinfo) {
    Map<String, URI> urls = new LinkedHashMap<>();
    for (String field : reader.contents()) {
      taskinfo.get(field).flatMap(Urls::of).ifPresent(url -> urls.put(field, url));
    }
    if (urls.isEmpty()) {
      return taskinfo;
    }
    Map<URI, Known<String>> fetched = world.documents().fetch(Set.copyOf(urls.values()));
    Mapping result = taskinfo;
    for (Map.Entry<String, URI> entry : urls.entrySet()) {
      if (fetched.get(entry.getValue()) instanceof Known.Value<String> known) {
        result = result.with(entry.getKey(), Tree.text(known.value()));
      }
    }
    return result;
  }
}
