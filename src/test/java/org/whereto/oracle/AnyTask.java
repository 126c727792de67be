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
    if (dice.chance(15)) {
      resources();
    }
    if (dice.chance(10)) {
      data();
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

  private void resources() {
    String path = "resources";
    switch (dice.below(8)) {
      case 0 -> {
        put(path, "{mincores: 4, maxcores: 2}");
        truth.outerFaults().add(new Fault("resources.min-above-max", "resources.mincores"));
      }
      case 1 -> {
        put(path, "{maxmemory: 8g}");
        truth.outerFaults().add(new Fault("amount.malformed", "resources.maxmemory"));
      }
      case 2 -> {
        put(path, "all of them");
        truth.outerFaults().add(new Fault("resources.not-a-mapping", path));
      }
      case 3 -> {
        put(path, "{mingpus: 1, maxgpus: 2, mincores: 1}");
        truth.wishes().add(Said.no("resources.gpus.not-offered", "resources.mingpus", ""));
        truth.wishes().add(Said.mind("resources.not-checked", "resources.mincores"));
      }
      case 4 -> {
        put(path, "{speed: high, maxduration: PT2H}");
        truth.wishes().add(Said.mind("field.not-used", "resources.speed"));
        truth.wishes().add(Said.mind("resources.not-checked", "resources.maxduration"));
      }
      default -> {
        put(path, "{maxmemory: 1T, minmemory: 8Gi, minstartup: 5m}");
        truth.wishes().add(Said.mind("resources.not-checked", "resources.maxmemory"));
        truth.wishes().add(Said.mind("resources.not-checked", "resources.minstartup"));
      }
    }
  }

  private void data() {
    String path = "data";
    switch (dice.below(4)) {
      case 0 -> {
        put(path, "uri://s3-object");
        truth.outerFaults().add(new Fault("data.not-a-list", path));
      }
      case 1 -> {
        put(path, "[{datatype: uri://fits-cutout}, {datainfo: {}}]");
        truth.outerFaults().add(new Fault("data.no-datatype", "data[1]"));
      }
      case 2 -> put(path, "[]");
      default -> {
        put(path, "[{datatype: uri://fits-cutout}, {datatype: uri://catalogue}]");
        truth.wishes().add(Said.no("data.not-supported", "data[0]", ""));
        truth.wishes().add(Said.no("data.not-supported", "data[1]", ""));
      }
    }
  }

  private void put(String member, String yaml) {
    truth.members().put(member, tree(yaml));
  }

  static Tree tree(String yaml) {
    try {
      return Formats.YAML.read(yaml.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
    } catch (BadInput wrong) {
      throw new IllegalArgumentException(yaml, wrong);
    }
  }
}
