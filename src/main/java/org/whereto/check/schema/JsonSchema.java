// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.whereto.check.value.OutOfSteps;
import org.whereto.check.value.Steps;
import org.whereto.tree.Path;
import org.whereto.tree.Place;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/** A JSON Schema that an owner wrote, ready to be held against Tasks. Safe for many threads. */
public final class JsonSchema {

  /** What one judgement may take: some milliseconds. */
  private static final long MOST_STEPS = 100_000;

  private final SchemaNode root;
  private final Judge judge;

  private JsonSchema(SchemaNode root, Judge judge) {
    this.root = root;
    this.judge = judge;
  }

  /**
   * Reads one.
   *
   * @param problems is told of everything that is wrong with it
   * @return nothing if anything is wrong
   */
  public static Optional<JsonSchema> read(Mapping source, BiConsumer<Place, String> problems) {
    List<String> found = new ArrayList<>();
    SchemaReader.Read read =
        SchemaReader.read(
            source,
            (place, sentence) -> {
              found.add(sentence);
              problems.accept(place, sentence);
            });
    if (!found.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new JsonSchema(read.node(), Judge.of(read.draft(), read.json())));
    } catch (RuntimeException | StackOverflowError unusable) {
      problems.accept(source.place(), "This schema cannot be used: write it in a simpler way.");
      return Optional.empty();
    }
  }

  /** The members that it names at its top, whatever it says of them. */
  public Set<String> members() {
    Set<String> names = new LinkedHashSet<>();
    Set<SchemaNode> seen = new LinkedHashSet<>(Set.of(root));
    List<SchemaNode> open = new ArrayList<>(seen);
    while (!open.isEmpty()) {
      SchemaNode schema = open.removeLast();
      names.addAll(schema.properties.keySet());
      names.addAll(schema.named);
      schema.besides().stream().filter(seen::add).forEach(open::add);
    }
    return names;
  }

  /**
   * What is wrong with a value.
   *
   * @param at where it stands in the Task
   * @return everything that is wrong, in the order of the schema
   * @throws OutOfSteps if it takes too much work to tell
   */
  public List<Flaw> flaws(Tree value, Path at) {
    Steps steps = new Steps(MOST_STEPS);
    return new Sentences(at).of(judge.errors(new Typing(steps).read(value, root), steps));
  }
}
