// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.whereto.task.LanguageNames;
import org.whereto.task.Languages.Role;

/** Which magics bring a language of their own. Names are looked up in any letter case. */
final class Magics {

  /** Compiled once: a cell can be millions of lines. */
  private static final Pattern BLANKS = Pattern.compile("\\s++");

  private static final int MOST_WORDS = 20;

  /** Cell magics: the language, then the magics that bring it. */
  private static final Map<String, String> CELL =
      table(
          """
          shell bash sh system sx ! cmd
          python python python2 python3 local
          pypy pypy
          r r
          julia julia
          octave octave
          matlab matlab
          perl perl
          ruby ruby
          lua lua
          groovy groovy
          scala scala
          java java
          kotlin kotlin
          clojure clojure
          spark spark
          pyspark pyspark
          sparkr sparkr
          sql sql
          bigquery bigquery
          sparql sparql
          cypher cypher
          kql kql
          cython cython
          fortran fortran
          rust rust
          go go
          c c cffi
          c++ cpp c++ cling
          cuda cu cuda
          idl idl
          gdl gdl
          sas sas
          stata stata
          gap gap
          singular singular
          maxima maxima
          gp gp
          powershell powershell pwsh
          csharp csharp
          fsharp fsharp
          typescript typescript ts
          javascript javascript js
          html html
          svg svg
          latex latex
          md markdown md
          mermaid mermaid
          """);

  /** Line magics. */
  private static final Map<String, String> LINE =
      table(
          """
          r r rpush rpull rget rdevice
          julia julia
          octave octave octave_push octave_pull octave_eval
          matlab matlab
          sql sql
          spark spark
          shell sx system
          gap gap
          """);

  /** Extensions whose only use is a language. */
  private static final Map<String, String> EXTENSION =
      table(
          """
          r rpy2.ipython rpy2 rmagic
          julia julia.magic julia
          octave oct2py.ipython oct2py octavemagic
          matlab pymatbridge matlab_kernel matlab_kernel.magics
          fortran fortranmagic
          cython cython cythonmagic
          spark sparkmagic sparkmagic.magics
          sql sql jupysql
          bigquery google.cloud.bigquery bigquery_magics
          rust rustmagic
          c cffi_magic
          cuda nvcc_plugin nvcc4jupyter
          """);

  /** Programs of {@code %%script} that are not called like their language. */
  private static final Map<String, String> PROGRAM =
      table(
          """
          shell bash sh zsh ksh dash csh tcsh fish cmd true false echo cat
          r rscript r
          perl perl
          """);

  /** Magics with a body in the language of the kernel, or other magics in it. */
  private static final Set<String> WRAPPERS =
      Set.of("time", "timeit", "capture", "prun", "px", "memit", "mprun", "lprun", "notify");

  /** Magics with a body that is no code at all. */
  private static final Set<String> TEXTS =
      Set.of(
          "writefile", "file", "configure", "classpath", "send_to_spark", "kernel", "info", "logs");

  private Magics() {}

  /** What the first line of a cell says about the cell. */
  sealed interface Cell {
    /** The cell is in this language. */
    record Brings(String language, Role role, String source) implements Cell {}

    /** The language stays that of the kernel; what follows may be magic again. */
    record Wraps() implements Cell {}

    /** The body is text. */
    record HoldsText() implements Cell {}

    /** Not in our table: the language stays, but who reads the evidence should know. */
    record Unknown(String source) implements Cell {}
  }

  /**
   * @param line what follows {@code %%}
   */
  static Cell cell(String line) {
    List<String> words = words(line);
    String magic = words.isEmpty() ? "" : words.getFirst();
    String name = magic.toLowerCase(Locale.ROOT);
    if (name.equals("script")) {
      return script(words.subList(1, words.size()));
    }
    String language = CELL.getOrDefault(name.startsWith("!") ? "!" : name, "");
    if (!language.isEmpty()) {
      String source = name.startsWith("!") ? "%%!" : "%%" + magic;
      return new Cell.Brings(language, LanguageNames.role(language), source);
    }
    if (WRAPPERS.contains(name)) {
      return new Cell.Wraps();
    }
    return TEXTS.contains(name) ? new Cell.HoldsText() : new Cell.Unknown("%%" + magic);
  }

  private static Cell script(List<String> arguments) {
    Iterator<String> words = arguments.iterator();
    while (words.hasNext()) {
      String word = words.next();
      boolean valued = Set.of("--out", "--err", "--proc").contains(word);
      if (valued && words.hasNext()) {
        words.next();
      } else if (!word.startsWith("-") && !word.contains("=") && !program(word).equals("env")) {
        return runs(program(word));
      }
    }
    return new Cell.Unknown("%%script");
  }

  /** Whatever its language is, a program runs where the kernel runs. */
  private static Cell runs(String program) {
    String language = language(program);
    Role role = language.equals(LanguageNames.SHELL) ? Role.SHELL : Role.CELL;
    return new Cell.Brings(language, role, "%%script " + program);
  }

  private static String program(String word) {
    return word.substring(word.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  /** A program that no table names is called like its language, as most are. */
  private static String language(String program) {
    String known = PROGRAM.getOrDefault(program, "");
    return known.isEmpty() ? LanguageNames.fold(program) : known;
  }

  /**
   * The language that a line magic is evidence of.
   *
   * @param line what follows {@code %}
   */
  static Optional<String> line(String line) {
    List<String> words = words(line);
    String name = words.isEmpty() ? "" : words.getFirst().toLowerCase(Locale.ROOT);
    if ((name.equals("load_ext") || name.equals("reload_ext")) && words.size() > 1) {
      return Optional.ofNullable(EXTENSION.get(words.get(1).toLowerCase(Locale.ROOT)));
    }
    return Optional.ofNullable(LINE.get(name));
  }

  /** How a line magic is named as evidence: with the extension that it loads. */
  static String source(String line) {
    List<String> words = words(line);
    boolean loads = words.getFirst().endsWith("load_ext");
    return "%" + words.getFirst() + (loads ? " " + words.get(1) : "");
  }

  /** The first words of a line; no magic needs more. */
  private static List<String> words(String line) {
    String start = line.length() > 1000 ? line.substring(0, 1000) : line;
    return start.isBlank() || Character.isWhitespace(start.charAt(0))
        ? List.of()
        : List.of(BLANKS.split(start.strip(), MOST_WORDS));
  }

  private static Map<String, String> table(String rows) {
    Map<String, String> table = new HashMap<>();
    for (String row : rows.split("\n", -1)) {
      List<String> words = List.of(row.split(" ", -1));
      words.subList(1, words.size()).forEach(word -> table.put(word, words.getFirst()));
    }
    return table;
  }
}
