// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/** Rules of owners: expressions over members of the Task, and what comes of them. */
final class Rules {

  private static final BigInteger TOO_LARGE = BigInteger.TEN.pow(18);
  private static final int MOST_DIGITS = 15;

  private static final Map<String, List<String>> LISTS =
      Map.of("sites", List.of("roe", "inaf"), "marks", List.of("16", "true", "é😀"));

  private static final List<Variable> VARIABLES =
      List.of(
          new Variable("count", "taskinfo.count", "int"),
          new Variable("hours", "taskinfo.walltime.hours", "int"),
          new Variable("n", "taskinfo.count", "number"),
          new Variable("cores", "taskinfo.cores", "number"),
          new Variable("weight", "weight", "number"),
          new Variable("urgent", "taskinfo.urgent", "flag"),
          new Variable("place", "taskinfo.place", "text"),
          new Variable("count_as_text", "taskinfo.count", "text"),
          new Variable("places", "taskinfo.place", "list of text"),
          new Variable("tags", "taskinfo.tags", "list of text"),
          new Variable("sizes", "taskinfo.sizes", "list of int"));

  /** The lists of texts that each kind knows. */
  private static final Map<String, List<String>> FACTS =
      Map.of(
          "jupyter-notebook", List.of("languages"),
          "zeppelin-notebook", List.of("languages"),
          "docker-container", List.of("images"),
          "docker-compose", List.of("images"),
          "binder-notebook", List.of("environment_files", "images"));

  private Rules() {}

  private static Set<String> facts() {
    return FACTS.values().stream().flatMap(List::stream).collect(Collectors.toSet());
  }

  private record Variable(String name, String path, String sort) {

    boolean isList() {
      return sort.startsWith("list of ");
    }
  }

  /** One line under {@code holds}. */
  private record Line(Formula that, String otherwise, String code) {}

  /** What a member holds. */
  private sealed interface Held {

    record Value(Object value) implements Held {}

    record Missing() implements Held {}

    /** Nobody can tell: more digits than can be compared. */
    record Inexact(String text) implements Held {}

    record Wrong(String code) implements Held {}
  }

  record CelRule(List<Variable> variables, List<Line> lines) implements Rule {

    @Override
    public String name() {
      return "rule";
    }

    private boolean uses(String name) {
      return lines.stream().anyMatch(line -> line.that().uses().contains(name));
    }

    @Override
    public boolean isOfKind() {
      return facts().stream().anyMatch(this::uses);
    }

    @Override
    public Tree setting() {
      Tree.Builder declared = Tree.build();
      for (Variable variable : variables) {
        boolean plain = variable.path().equals("taskinfo." + variable.name());
        Tree.Builder whole = Tree.build().put("from", variable.path()).put("type", variable.sort());
        declared.put(variable.name(), plain ? Tree.text(variable.sort()) : whole.done());
      }
      Tree.Builder lists = Tree.build();
      LISTS.forEach((name, texts) -> {
        if (uses(name)) {
          lists.put(name, Tree.texts(texts));
        }
      });
      List<Tree> holds = new ArrayList<>();
      for (Line line : lines) {
        holds.add(
            Tree.build()
                .put("that", line.that().written())
                .put("else", line.otherwise())
                .putIfAny("code", line.code())
                .done());
      }
      Tree.Builder setting = Tree.build();
      if (!variables.isEmpty()) {
        setting.put("variables", declared.done());
      }
      if (LISTS.keySet().stream().anyMatch(this::uses)) {
        setting.put("lists", lists.done());
      }
      return setting.put("holds", Tree.list(holds)).done();
    }

    @Override
    public List<String> reads() {
      return variables.stream().map(Variable::path).toList();
    }

    @Override
    public List<Fault> faults(Truth truth) {
      if (isOfKind() && truth.missing().isPresent()) {
        return List.of();
      }
      List<Fault> faults = new ArrayList<>();
      for (Variable variable : variables) {
        if (held(variable, truth) instanceof Held.Wrong(String code)) {
          faults.add(new Fault(code, variable.path()));
        }
      }
      return faults;
    }

    @Override
    public List<Said> look(Truth truth) {
      List<Said> said = new ArrayList<>();
      for (Line line : lines) {
        Map<String, Object> values = new HashMap<>(Map.of("caller_is_anonymous", true));
        List<Said> open = new ArrayList<>();
        List<Variable> used =
            variables.stream().filter(it -> line.that().uses().contains(it.name())).toList();
        for (Variable variable : used) {
          switch (held(variable, truth)) {
            case Held.Value(Object value) -> values.put(variable.name(), value);
            case Held.Missing() -> open.add(Said.open("rule.not-given", variable.path(), ""));
            case Held.Inexact(String text) ->
                open.add(Said.untold("rule.not-decided", variable.path(), text));
            case Held.Wrong _ -> throw new IllegalStateException("A fault is no decision.");
          }
        }
        for (String fact : facts()) {
          if (line.that().uses().contains(fact)) {
            fact(fact, truth, open).ifPresent(texts -> values.put(fact, texts));
          }
        }
        said.addAll(open);
        if (open.isEmpty()) {
          String path = used.size() == 1 ? used.getFirst().path() : "";
          judge(line, path, values).ifPresent(said::add);
        }
      }
      return said;
    }

    private static Optional<Said> judge(Line line, String path, Map<String, Object> values) {
      Optional<Object> result = line.that().meaning().of(values);
      if (result.isEmpty()) {
        return Optional.of(Said.untold("rule.not-decided", path, line.that().written()));
      }
      String code = "rule.not-met" + (line.code().isEmpty() ? "" : "." + line.code());
      String detail = line.that().written() + line.otherwise();
      return result.get().equals(true)
          ? Optional.empty()
          : Optional.of(Said.no(code, path, detail));
    }

    private static Held held(Variable variable, Truth truth) {
      Optional<Tree> found = Members.at(truth, variable.path());
      if (found.isEmpty()) {
        return new Held.Missing();
      }
      if (!variable.isList()) {
        return single(found.get(), variable.sort());
      }
      List<Tree> items = new ArrayList<>();
      switch (found.get()) {
        case Mapping _ -> {
          return new Held.Wrong("field.not-a-list");
        }
        case Scalar scalar -> items.addAll(flat(scalar));
        case Tree.Sequence sequence -> sequence.items().forEach(item -> items.addAll(flat(item)));
      }
      List<Object> values = new ArrayList<>();
      Optional<Held> other = Optional.empty();
      for (Tree item : items) {
        switch (single(item, variable.sort().substring("list of ".length()))) {
          case Held.Value(Object value) -> values.add(value);
          case Held.Wrong wrong -> {
            return wrong;
          }
          case Held held -> other = Optional.of(other.orElse(held));
        }
      }
      return other.orElse(new Held.Value(values));
    }

    private static List<Tree> flat(Tree item) {
      return item instanceof Scalar scalar && !scalar.isNull()
          ? Members.split(scalar)
          : List.of(item);
    }

    private static Held single(Tree tree, String sort) {
      if (!(tree instanceof Scalar scalar) || scalar.isNull()) {
        return new Held.Wrong("rule.wrong-type");
      }
      String text = scalar.text();
      Optional<BigDecimal> number = Members.number(text);
      Optional<Object> value =
          switch (sort) {
            case "text" -> text.isBlank() ? Optional.empty() : Optional.of(text);
            case "flag" ->
                text.matches("true|false") ? Optional.of(text.equals("true")) : Optional.empty();
            case "int" -> number.filter(Members::isWhole).flatMap(CelRule::whole);
            default -> number.map(it -> it);
          };
      if (value.isEmpty()) {
        return new Held.Wrong("rule.wrong-type");
      }
      boolean inexact = sort.equals("number") && digits(number.orElseThrow()) > MOST_DIGITS;
      return inexact ? new Held.Inexact(text) : new Held.Value(value.get());
    }

    /** At most 18 digits. */
    private static Optional<Object> whole(BigDecimal number) {
      BigInteger whole = number.toBigIntegerExact();
      return whole.abs().compareTo(TOO_LARGE) < 0 ? Optional.of(whole) : Optional.empty();
    }

    private static int digits(BigDecimal number) {
      return number.stripTrailingZeros().precision();
    }

    private static Optional<List<String>> fact(String fact, Truth truth, List<Said> open) {
      return switch (fact) {
        case "languages" -> {
          if (truth.undetermined()) {
            open.add(Said.open("languages.undetermined", "taskinfo.notebook", ""));
          }
          yield Optional.of(
              truth.tongues().stream()
                  .filter(tongue -> !tongue.shown())
                  .map(Notebooks.Tongue::name)
                  .toList());
        }
        case "images" -> {
          truth.images().stream()
              .filter(use -> use.image().isEmpty())
              .findFirst()
              .ifPresent(use -> open.add(Said.untold("rule.not-decided", use.path(), "image")));
          yield Optional.of(
              truth.images().stream()
                  .flatMap(use -> use.image().stream())
                  .map(CelRule::normal)
                  .toList());
        }
        default -> {
          if (!truth.build().sent()) {
            open.add(Said.untold("rule.not-decided", "taskinfo.files", "files"));
          }
          yield Optional.of(truth.build().files());
        }
      };
    }

    private static String normal(Images.Image image) {
      return image.name()
          + (image.tag().isEmpty() ? "" : ":" + image.tag())
          + (image.digest().isEmpty() ? "" : "@" + image.digest());
    }
  }

  /** Rules over some variables, and what the kind knows. */
  static Rule rule(Dice dice, String kind) {
    List<Variable> some = dice.some(VARIABLES, 1, 3);
    Map<String, List<String>> names = new LinkedHashMap<>();
    some.forEach(it -> names.computeIfAbsent(it.sort(), sort -> new ArrayList<>()).add(it.name()));
    if (FACTS.containsKey(kind) && dice.chance(30)) {
      names
          .computeIfAbsent("list of text", sort -> new ArrayList<>())
          .add(dice.of(FACTS.get(kind)));
    }
    if (dice.chance(10)) {
      names.computeIfAbsent("flag", sort -> new ArrayList<>()).add("caller_is_anonymous");
    }
    Formulas formulas = new Formulas(dice, names, LISTS);
    List<Line> lines = new ArrayList<>();
    for (int i = dice.below(3); i >= 0; i--) {
      String code = dice.of("", "", "too-long", "site-" + i);
      Formula formula = formulas.truth(2);
      if (dice.chance(50)) {
        formula = formula.logical(false, formulas.truth(1));
      }
      lines.add(new Line(formula, "Not so, line " + i + ".", code));
    }
    Set<String> used = new HashSet<>();
    lines.forEach(line -> used.addAll(line.that().uses()));
    return new CelRule(some.stream().filter(it -> used.contains(it.name())).toList(), lines);
  }
}
