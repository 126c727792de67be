// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.tree.Tree;

/** Members that only a {@code field} check reads. */
final class Fields {

  static final List<String> PATHS =
      List.of("taskinfo.queue", "taskinfo.nodes", "taskinfo.options.queue", "colour", "site.name");

  private static final List<String> VALUES =
      List.of("short", "long", "eu-west", "eu-", "4", "4.0", "16", "17", "1e1", "-1", "EU-west");

  private Fields() {}

  /** What a member holds. */
  record Given(List<String> values, Optional<Fault> fault) {}

  /** What an owner may say of one member. */
  enum Allowed {
    QUEUES("[short, long]"),
    NUMBER("[\"4\"]"),
    REGION("eu-*"),
    RANGE("1..16"),
    LEAST("5..");

    private final String told;

    Allowed(String told) {
      this.told = told;
    }

    Tree setting() {
      return switch (this) {
        case QUEUES -> Tree.texts(List.of("short", "long"));
        case NUMBER -> Tree.texts(List.of("4"));
        case REGION -> Tree.build().put("glob", "eu-*").done();
        case RANGE ->
            Tree.build().put("min", Tree.literal("1")).put("max", Tree.literal("16")).done();
        case LEAST -> Tree.build().put("min", Tree.literal("5")).done();
      };
    }

    boolean holds(String value) {
      return switch (this) {
        case QUEUES -> value.equals("short") || value.equals("long");
        case NUMBER -> isBetween(value, "4", "4");
        case REGION -> value.startsWith("eu-");
        case RANGE -> isBetween(value, "1", "16");
        case LEAST -> isBetween(value, "5", "1e9");
      };
    }

    private static boolean isBetween(String value, String least, String most) {
      try {
        BigDecimal number = new BigDecimal(value);
        return number.compareTo(new BigDecimal(least)) >= 0
            && number.compareTo(new BigDecimal(most)) <= 0;
      } catch (NumberFormatException noNumber) {
        return false;
      }
    }
  }

  record FieldRule(Map<String, Allowed> allowed) implements Rule {

    @Override
    public String name() {
      return "field";
    }

    @Override
    public boolean isOfKind() {
      return false;
    }

    @Override
    public Tree setting() {
      Tree.Builder setting = Tree.build();
      allowed.forEach((path, values) -> setting.put(path, values.setting()));
      return setting.done();
    }

    @Override
    public List<String> reads() {
      return List.copyOf(allowed.keySet());
    }

    @Override
    public List<Fault> faults(Truth truth) {
      return allowed.keySet().stream()
          .filter(truth.fields()::containsKey)
          .flatMap(path -> truth.fields().get(path).fault().stream())
          .toList();
    }

    @Override
    public List<Said> look(Truth truth) {
      List<Said> said = new ArrayList<>();
      allowed.forEach((path, values) -> {
        Given given = truth.fields().get(path);
        if (given == null) {
          said.add(Said.open("field.not-given", path, values.told));
        } else if (given.values().isEmpty()) {
          said.add(Said.no("field.not-allowed", path, values.told));
        } else {
          given.values().stream()
              .filter(value -> !values.holds(value))
              .forEach(
                  value -> said.add(Said.no("field.not-allowed", path, value + " " + values.told)));
        }
      });
      return said;
    }
  }

  static Rule rule(Dice dice) {
    Map<String, Allowed> allowed = new LinkedHashMap<>();
    dice.some(PATHS, 1, 2).forEach(path -> allowed.put(path, dice.of(Allowed.values())));
    return new FieldRule(allowed);
  }

  /** Gives some of the members, well or badly; {@code taskinfo} is a mapping that is added to. */
  static void write(Dice dice, Truth truth, Map<String, Tree> taskinfo) {
    for (String path : PATHS) {
      if (!dice.chance(30)) {
        continue;
      }
      Tree value = value(dice, path, truth);
      switch (path) {
        case "taskinfo.queue" -> taskinfo.put("queue", value);
        case "taskinfo.nodes" -> taskinfo.put("nodes", value);
        case "colour" -> truth.members().put("colour", value);
        case "site.name" -> truth.members().put("site", nested(dice, "name", value));
        default -> taskinfo.put("options", nested(dice, "queue", value));
      }
    }
    if (dice.chance(5)) {
      taskinfo.putIfAbsent("options", Tree.text("a text, no mapping"));
    }
    if (dice.chance(10)) {
      taskinfo.put("unheard", Tree.texts(List.of("of")));
    }
    if (dice.chance(5)) {
      truth.members().put("request-id", Tree.literal("7"));
    }
  }

  private static Tree nested(Dice dice, String name, Tree value) {
    Tree.Builder nested = Tree.build().put(name, value);
    return dice.chance(30) ? nested.put("beside", "it").done() : nested.done();
  }

  private static Tree value(Dice dice, String path, Truth truth) {
    List<String> some = dice.some(VALUES, 1, 2);
    int form = dice.below(20);
    if (form >= 17) {
      return bad(dice, path, truth);
    }
    if (form == 16) {
      truth.fields().put(path, new Given(List.of(), Optional.empty()));
      return Tree.list(List.of());
    }
    List<String> values = form < 8 ? some.subList(0, 1) : some;
    truth.fields().put(path, new Given(List.copyOf(values), Optional.empty()));
    if (form < 4) {
      return Tree.text(values.getFirst());
    }
    if (form < 8) {
      boolean number = values.getFirst().matches("-?\\d+(\\.\\d+)?(e\\d)?");
      return number ? Tree.literal(values.getFirst()) : Tree.text(values.getFirst());
    }
    return form < 12 ? Tree.texts(values) : Tree.text("{" + String.join(", ", values) + "}");
  }

  private static Tree bad(Dice dice, String path, Truth truth) {
    boolean mapping = dice.chance(30);
    String code = mapping ? "field.not-a-list" : "field.not-a-text";
    truth.fields().put(path, new Given(List.of(), Optional.of(new Fault(code, path))));
    return mapping
        ? Tree.build().put("a", "b").done()
        : dice.of(
            Tree.literal("null"),
            Tree.text(" "),
            Tree.list(List.of(Tree.text("short"), Tree.literal("null"))),
            Tree.list(List.of(Tree.build().put("a", "b").done())));
  }
}
