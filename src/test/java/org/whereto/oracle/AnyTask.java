// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

/** A Task made up by chance for a platform, with all that is true of it. */
final class AnyTask {

  private final Dice dice;
  private final Truth truth;

  private AnyTask(Dice dice, Truth truth) {
    this.dice = dice;
    this.truth = truth;
  }

  static Truth of(Dice dice, Model model) {
    String type = type(dice, model);
    Truth truth = new Truth(type, model.kind(type), model.registry());
    new AnyTask(dice, truth).write();
    return truth;
  }

  /** Mostly one that the platform names, by any of its names. */
  private static String type(Dice dice, Model model) {
    if (dice.chance(8)) {
      List<String> others = new ArrayList<>(List.of("uri://nobody", "IVO://EXAMPLE/JOB ", "md"));
      AnyPlatform.TYPES.values().forEach(others::addAll);
      return dice.of(others.stream().sorted().toList());
    }
    String type = dice.of(dice.of(model.accepts()).types());
    List<String> names = new ArrayList<>(List.of(type));
    for (Model.Type declared : AnyPlatform.DECLARED) {
      if (declared.name().equalsIgnoreCase(type) || declared.sameAs().contains(type)) {
        names.add(declared.name());
        names.addAll(declared.sameAs());
      }
    }
    String name = dice.of(names);
    return switch (dice.below(20)) {
      case 0 -> name.toUpperCase(Locale.ROOT);
      case 1 -> name + " ";
      default -> name;
    };
  }

  private void write() {
    if (dice.chance(8)) {
      noMapping();
    } else {
      Map<String, Tree> taskinfo = new LinkedHashMap<>();
      subject(taskinfo);
      Fields.write(dice, truth, taskinfo);
      Members.write(dice, truth, taskinfo);
      if (!taskinfo.isEmpty() || dice.chance(50)) {
        truth.members().put("taskinfo", Tree.map(taskinfo));
      }
    }
    if (dice.chance(40)) {
      Wants.write(dice, truth);
    }
    if (dice.chance(30)) {
      Items.write(dice, truth);
    }
  }

  /** No taskinfo at all, or one that is no mapping. */
  private void noMapping() {
    notGiven();
    if (dice.chance(50)) {
      truth.members().put("taskinfo", dice.of(Tree.text("text"), Tree.texts(List.of("a"))));
      truth.taskinfoFaults().add(new Fault("taskinfo.not-a-mapping", "taskinfo"));
    }
  }

  private void notGiven() {
    String subject =
        switch (truth.kind()) {
          case "docker-container" -> "image";
          case "docker-compose" -> "composefile";
          case "binder-notebook" -> "repository";
          default -> "notebook";
        };
    truth.miss(Said.open(subject + ".not-given", "taskinfo." + subject, ""));
  }

  private void subject(Map<String, Tree> taskinfo) {
    switch (truth.kind()) {
      case "jupyter-notebook", "zeppelin-notebook" -> Notebooks.write(dice, truth, taskinfo);
      case "docker-container" -> Images.write(dice, truth, taskinfo);
      case "docker-compose" -> Composes.write(dice, truth, taskinfo);
      case "binder-notebook" -> Binders.write(dice, truth, taskinfo);
      default -> taskinfo.put("image", Tree.literal("null"));
    }
    if (dice.chance(10) && !truth.kind().equals("docker-container")) {
      taskinfo.put("platform", Tree.text("linux/arm64"));
    }
  }

  static Tree tree(String yaml) {
    try {
      return Formats.YAML.read(yaml.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
    } catch (BadInput wrong) {
      throw new IllegalArgumentException(yaml, wrong);
    }
  }
}
