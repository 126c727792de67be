// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.tree.Formats;
import org.whereto.tree.Tree;

/** Notebooks and notes of known languages, and what owners offer for them. */
final class Notebooks {

  private static final String NOTEBOOK = "taskinfo.notebook";
  private static final String LANGUAGES = "taskinfo.languages";
  private static final Set<String> SHOWN = Set.of("md", "html", "javascript", "latex");

  /** What askers write, and what it means. */
  private static final Map<String, String> IN_JUPYTER =
      Map.ofEntries(
          Map.entry("python", "python"),
          Map.entry("Python3", "python"),
          Map.entry("py", "python"),
          Map.entry("R", "r"),
          Map.entry("julia", "julia"),
          Map.entry("C#", "csharp"),
          Map.entry("c++", "c++"),
          Map.entry("scala", "scala"),
          Map.entry("markdown", "md"),
          Map.entry("html", "html"),
          Map.entry("js", "javascript"));

  private static final Map<String, String> IN_ZEPPELIN =
      Map.of(
          "md", "md",
          "python", "python",
          "pyspark", "spark.pyspark",
          "spark.pyspark", "spark.pyspark",
          "spark", "spark",
          "sql", "sql",
          "spark.sql", "spark.sql",
          "R", "r",
          "html", "html");

  /** What owners write, and what they offer by it. */
  private static final Map<String, Set<String>> OFFERS =
      Map.ofEntries(
          Map.entry("python", Set.of("python")),
          Map.entry("py", Set.of("python")),
          Map.entry("python3", Set.of("python")),
          Map.entry("r", Set.of("r")),
          Map.entry("julia", Set.of("julia")),
          Map.entry("csharp", Set.of("csharp")),
          Map.entry("C++", Set.of("c++")),
          Map.entry("md", Set.of("md")),
          Map.entry("html", Set.of("html")),
          Map.entry("javascript", Set.of("javascript")),
          Map.entry("shell", Set.of("shell")),
          Map.entry("bash", Set.of("shell")),
          Map.entry("pyspark", Set.of("spark.pyspark")),
          Map.entry("spark", Set.of("spark")),
          Map.entry("spark.pyspark", Set.of("spark.pyspark")),
          Map.entry("sql", Set.of("sql", "spark.sql")),
          Map.entry("spark.sql", Set.of("spark.sql")));

  private Notebooks() {}

  /**
   * A language in use.
   *
   * @param path the first field that names it
   * @param shown whether it is nowhere run
   */
  record Tongue(String name, String path, boolean shown) {}

  record LanguagesRule(List<String> allow, boolean display, boolean brief) implements Rule {

    @Override
    public String name() {
      return "languages";
    }

    @Override
    public Tree setting() {
      return brief && !display
          ? Tree.texts(allow)
          : Tree.build()
              .put("allow", Tree.texts(allow))
              .put("display", Tree.literal(String.valueOf(display)))
              .done();
    }

    @Override
    public List<Said> look(Truth truth) {
      Set<String> offered = new LinkedHashSet<>();
      allow.forEach(name -> offered.addAll(OFFERS.get(name)));
      List<Tongue> missing =
          truth.tongues().stream()
              .filter(tongue -> !(tongue.shown() && !display) && !offered.contains(tongue.name()))
              .toList();
      List<Said> said = new ArrayList<>();
      if (!missing.isEmpty()) {
        String detail = missing.stream().map(Tongue::name).toList() + " of " + allow;
        said.add(Said.no("languages.not-offered", missing.getFirst().path(), detail));
      }
      if (truth.undetermined()) {
        said.add(Said.open("languages.undetermined", NOTEBOOK, ""));
      }
      return said;
    }
  }

  static Rule rule(Dice dice) {
    List<String> allow = dice.some(List.copyOf(OFFERS.keySet().stream().sorted().toList()), 0, 9);
    return new LanguagesRule(allow, dice.chance(30), dice.chance(50));
  }

  /** Writes a notebook, a list of languages, both or neither. */
  static void write(Dice dice, Truth truth, Map<String, Tree> taskinfo) {
    boolean jupyter = truth.kind().equals("jupyter-notebook");
    boolean list = dice.chance(60);
    boolean document = dice.chance(40);
    Map<String, Boolean> claims = new LinkedHashMap<>();
    if (list) {
      taskinfo.put("languages", languages(dice, truth, claims));
    }
    claims.forEach((name, shown) -> add(truth, name, shown, LANGUAGES));
    if (!document && !list) {
      truth.miss(Said.open("notebook.not-given", NOTEBOOK, ""));
    } else if (document && dice.chance(80)) {
      Tree notebook = jupyter ? jupyter(dice, truth) : zeppelin(dice, truth);
      taskinfo.put("notebook", dice.chance(50) ? notebook : inText(notebook));
    } else if (document) {
      taskinfo.put("notebook", odd(dice, truth));
    }
  }

  private static Tree inText(Tree notebook) {
    return Tree.text(new String(Formats.JSON.write(notebook), StandardCharsets.UTF_8));
  }

  /** A name that is claimed twice is one language; run once, it is run. */
  private static void add(Truth truth, String name, boolean shown, String path) {
    Optional<Tongue> known =
        truth.tongues().stream().filter(tongue -> tongue.name().equals(name)).findFirst();
    if (known.isEmpty()) {
      truth.tongues().add(new Tongue(name, path, shown));
    } else if (known.get().shown() && !shown) {
      truth
          .tongues()
          .replaceAll(tongue ->
              tongue.equals(known.get()) ? new Tongue(name, tongue.path(), false) : tongue);
    }
  }

  private static Tree languages(Dice dice, Truth truth, Map<String, Boolean> claims) {
    if (dice.chance(12)) {
      return badLanguages(dice, truth);
    }
    Map<String, String> known = truth.kind().equals("jupyter-notebook") ? IN_JUPYTER : IN_ZEPPELIN;
    List<String> names = dice.some(known.keySet().stream().sorted().toList(), 0, 3);
    names.forEach(name -> claims.put(known.get(name), SHOWN.contains(known.get(name))));
    if (names.size() == 1 && dice.chance(40)) {
      return Tree.text(names.getFirst());
    }
    return dice.chance(30) ? Tree.text("{" + String.join(",", names) + "}") : Tree.texts(names);
  }

  private static Tree badLanguages(Dice dice, Truth truth) {
    int which = dice.below(6);
    List<Fault> faults = truth.taskinfoFaults();
    switch (which) {
      case 0, 1 -> faults.add(new Fault("languages.empty", LANGUAGES));
      case 2 -> faults.add(new Fault("languages.not-a-list", LANGUAGES));
      case 3 -> faults.add(new Fault("languages.empty", LANGUAGES + "[1]"));
      case 4 -> faults.add(new Fault("languages.not-a-text", LANGUAGES + "[0]"));
      default -> faults.add(new Fault("languages.malformed", LANGUAGES));
    }
    return switch (which) {
      case 0 -> Tree.literal("null");
      case 1 -> Tree.text("");
      case 2 -> Tree.build().put("python", "3").done();
      case 3 -> Tree.list(List.of(Tree.text("python"), Tree.literal("null")));
      case 4 -> Tree.list(List.of(Tree.texts(List.of("python"))));
      default -> Tree.text("{python");
    };
  }

  private static Tree odd(Dice dice, Truth truth) {
    int which = dice.below(8);
    switch (which) {
      case 0, 1 -> truth.taskinfoFaults().add(new Fault("notebook.empty", NOTEBOOK));
      case 2 -> truth.taskinfoFaults().add(new Fault("notebook.not-a-document", NOTEBOOK));
      case 3, 4 -> truth.miss(Said.untold("notebook.not-fetched", NOTEBOOK, ""));
      default -> truth.miss(Said.no("notebook.unreadable", NOTEBOOK, ""));
    }
    return switch (which) {
      case 0 -> Tree.literal("null");
      case 1 -> Tree.text(" ");
      case 2 -> Tree.texts(List.of("a"));
      case 3 -> Tree.text("https://nb.example.org/a.ipynb");
      case 4 -> Tree.text("http://nb.example.org/a");
      case 5 -> Tree.text("no notebook at all");
      case 6 -> Tree.build().put("services", Tree.build().done()).done();
      default -> Tree.text("{\"cells\": [");
    };
  }

  private static Tree jupyter(Dice dice, Truth truth) {
    List<Tree> cells = new ArrayList<>();
    cells.add(cell("markdown", "# title"));
    Tree.Builder metadata = Tree.build();
    if (dice.chance(70)) {
      String kernel = dice.of("python", "python", "R", "julia", "javascript");
      metadata.put("kernelspec", Tree.build().put("name", "x").put("language", kernel).done());
      add(truth, IN_JUPYTER.getOrDefault(kernel, kernel), false, NOTEBOOK);
      if (kernel.equals("python")) {
        magics(dice, truth, cells);
      } else {
        cells.add(cell("code", "x = 1"));
      }
    } else if (dice.chance(60)) {
      cells.add(cell("code", "x = 1"));
      truth.leaveUndetermined();
    }
    return Tree.build()
        .put("cells", Tree.list(cells))
        .put("metadata", metadata.done())
        .put("nbformat", Tree.literal("4"))
        .put("nbformat_minor", Tree.literal("5"))
        .done();
  }

  private static void magics(Dice dice, Truth truth, List<Tree> cells) {
    Map<String, String> magics =
        Map.of(
            "%%R\nx <- 1", "r",
            "!ls", "shell",
            "%%bash\nls", "shell",
            "%%html\n<b>x</b>", "html",
            "%%javascript\n1", "javascript",
            "x = 1", "python");
    for (String source : dice.some(magics.keySet().stream().sorted().toList(), 0, 3)) {
      cells.add(cell("code", source));
      String name = magics.get(source);
      add(truth, name, SHOWN.contains(name), NOTEBOOK);
    }
  }

  private static Tree cell(String type, String source) {
    return Tree.build()
        .put("cell_type", type)
        .put("metadata", Tree.build().done())
        .put("source", source)
        .done();
  }

  private static Tree zeppelin(Dice dice, Truth truth) {
    boolean spark = dice.chance(50);
    Map<String, String> texts =
        Map.of(
            "%md\ntitle", "md",
            "%pyspark\nx", "spark.pyspark",
            "%spark.sql\nselect 1", "spark.sql",
            "%sql\nselect 1", spark ? "spark.sql" : "sql",
            "%python\nx", "python",
            "x = 1", spark ? "spark" : "");
    List<Tree> paragraphs = new ArrayList<>();
    for (String text : dice.some(texts.keySet().stream().sorted().toList(), 0, 3)) {
      paragraphs.add(Tree.build().put("text", text).done());
      String name = texts.get(text);
      if (name.isEmpty()) {
        truth.leaveUndetermined();
      } else {
        add(truth, name, SHOWN.contains(name), NOTEBOOK);
      }
    }
    Tree.Builder note = Tree.build().put("paragraphs", Tree.list(paragraphs));
    return spark ? note.put("defaultInterpreterGroup", "spark").done() : note.done();
  }
}
