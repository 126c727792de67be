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
import org.whereto.task.Subject;
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
    Map<String, Known<String>> fetched = fetched(reader, mapping);
    Facts found = reader.read(withFetched(mapping, fetched));
    return found.subject() instanceof Subject.NotFetched missing
        ? found.with(withReason(missing, fetched))
        : found;
  }

  /** What became of the URLs, by the fields in which they stand. */
  private Map<String, Known<String>> fetched(Kind reader, Mapping taskinfo) {
    Map<String, URI> urls = new LinkedHashMap<>();
    for (String field : reader.contents()) {
      taskinfo.get(field).flatMap(Urls::of).ifPresent(url -> urls.put(field, url));
    }
    if (urls.isEmpty()) {
      return Map.of();
    }
    Map<URI, Known<String>> told = world.documents().fetch(Set.copyOf(urls.values()));
    Map<String, Known<String>> fetched = new LinkedHashMap<>();
    urls.forEach((field, url) ->
        fetched.put(field, told.getOrDefault(url, new Known.Down<>("Nothing is known of it."))));
    return fetched;
  }

  private static Mapping withFetched(Mapping taskinfo, Map<String, Known<String>> fetched) {
    Mapping result = taskinfo;
    for (Map.Entry<String, Known<String>> entry : fetched.entrySet()) {
      if (entry.getValue() instanceof Known.Value<String> known) {
        result = result.with(entry.getKey(), Tree.text(known.value()));
      }
    }
    return result;
  }

  /** The kind knows what to do about it; why it had to be, only whoever fetched. */
  private static Subject.NotFetched withReason(
      Subject.NotFetched missing, Map<String, Known<String>> fetched) {
    String text = missing.text();
    for (Map.Entry<String, Known<String>> entry : fetched.entrySet()) {
      if (missing.path().equals(Task.TASKINFO_PATH.member(entry.getKey()))) {
        text += why(entry.getValue());
      }
    }
    return new Subject.NotFetched(missing.code(), missing.path(), text);
  }

  private static String why(Known<String> known) {
    return switch (known) {
      case Known.Value<String> _ -> "";
      case Known.Down<String> down -> " " + down.why();
      case Known.Refused<String> refused -> " " + refused.why();
    };
  }
}
