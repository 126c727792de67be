// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.ask.Result.Outcome;
import org.whereto.inspect.Inspector;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Problems;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * One case of an owner: a Task, and the answer that it must get. What is not named is not looked
 * at.
 *
 * @param reasons the codes of exactly the reasons that are expected
 * @param warnings the codes of exactly the warnings, those of single interfaces among them
 * @param interfaces the service types of exactly the interfaces
 */
record Case(
    String name,
    Task task,
    Outcome expected,
    Optional<List<String>> reasons,
    Optional<List<String>> warnings,
    Optional<List<String>> interfaces) {

  private static final List<Outcome> OUTCOMES = List.of(Outcome.YES, Outcome.YES_IF, Outcome.NO);
  private static final List<String> WORDS = OUTCOMES.stream().map(Outcome::word).toList();
  private static final Task NONE = Task.of("none");

  /**
   * The cases of a file; what is wrong with it goes to {@code problems}.
   *
   * @param file from whose directory the task files are looked up
   */
  static List<Case> read(byte[] bytes, Path file, Problems problems) {
    try {
      Tree tree = Formats.YAML.read(bytes, Budget.OWNER, Keep.ALL);
      if (!(tree instanceof Sequence list) || list.items().isEmpty()) {
        problems.add(tree.place(), "A list of cases is wanted here: begin each with \"- name: \".");
        return List.of();
      }
      List<Case> cases = new ArrayList<>();
      list.items().forEach(item -> cases.add(Settings.read(item, problems, in -> read(in, file))));
      return cases;
    } catch (BadInput fault) {
      problems.add(fault);
      return List.of();
    }
  }

  private static Case read(Settings in, Path file) {
    String name = in.text("name", "What the case shows.");
    in.require("task");
    Optional<Tree> task = in.any("task", "A Task, or the name of a file, beside this one.");
    in.require("expect");
    String word = in.choice("expect", WORDS, Outcome.NO.word(), "The answer.");
    return new Case(
        name,
        task.map(tree -> task(tree, file, in)).orElse(NONE),
        OUTCOMES.get(WORDS.indexOf(word)),
        codes(in, "reasons", "The codes of all reasons."),
        codes(in, "warnings", "The codes of all warnings."),
        codes(in, "interfaces", "The service types of all interfaces."));
  }

  private static Task task(Tree tree, Path file, Settings in) {
    try {
      return switch (tree) {
        case Mapping document -> Task.read(document);
        case Scalar text -> inspect(file.resolveSibling(text.text()));
        case Sequence list -> Task.read(list);
      };
    } catch (BadInput fault) {
      in.problemAt(tree instanceof Mapping ? fault.place() : tree.place(), fault.sentence());
      return NONE;
    }
  }

  private static Task inspect(Path file) throws BadInput {
    InputStream nothing = InputStream.nullInputStream();
    return new Inspector(nothing).inspect(file.toString(), Optional.empty()).full();
  }

  private static Optional<List<String>> codes(Settings in, String key, String doc) {
    List<String> codes = in.texts(key, doc).stream().map(Scalar::text).sorted().toList();
    return in.has(key) ? Optional.of(codes) : Optional.empty();
  }
}
