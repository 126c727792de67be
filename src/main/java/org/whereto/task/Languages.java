// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.List;
import java.util.stream.Collectors;
import org.whereto.tree.Path;

/**
 * The languages of a notebook or note.
 *
 * @param used in order of first use, each name once
 * @param unit what the numbers of the evidence count: {@code cell}, {@code paragraph}
 * @param undetermined why some code's language cannot be told, as a sentence; empty if all is known
 * @param undeterminedAt the field that the sentence speaks of
 */
public record Languages(
    List<Language> used, String unit, String undetermined, Path undeterminedAt) {

  private static final int SHOWN = 5;

  public static final Languages NONE = new Languages(List.of(), "cell", "", Path.ROOT);

  public Languages {
    used = List.copyOf(used);
  }

  /** What a language does in its notebook. */
  public enum Role {
    /** The notebook's own language. */
    KERNEL,
    /** The language of some cells or lines. */
    CELL,
    /** Shown, not run on the platform: md, html, latex, javascript, svg, mermaid. */
    DISPLAY,
    /** Shell lines and cells: {@code !ls}, {@code %%bash}. */
    SHELL
  }

  /**
   * One language.
   *
   * @param name in the normal form of its kind, like {@code python} or {@code spark.pyspark}
   * @param path the field that says so: {@code taskinfo.languages}, {@code taskinfo.notebook}
   * @param evidence every claim that names it; never empty
   */
  public record Language(String name, Role role, Path path, List<Evidence> evidence) {
    public Language {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * One claim.
   *
   * @param source what says so, like {@code kernelspec.language} or {@code %%R}
   * @param cells numbers of the cells or paragraphs, from 1; empty where the whole document says so
   */
  public record Evidence(String source, List<Integer> cells) {
    public Evidence {
      cells = List.copyOf(cells);
    }

    /** For people: {@code %%R in cells 3 and 7}. */
    public String told(String unit) {
      return cells.isEmpty() ? source : source + " in " + numbered(unit, cells);
    }
  }

  /** {@code cell 3}, {@code cells 3 and 4}, {@code cells 1, 2, 3, 4, 5 and 7 more}. */
  public static String numbered(String what, List<Integer> numbers) {
    if (numbers.size() == 1) {
      return what + " " + numbers.getFirst();
    }
    boolean all = numbers.size() <= SHOWN;
    int listed = all ? numbers.size() - 1 : SHOWN;
    String first =
        numbers.stream().limit(listed).map(String::valueOf).collect(Collectors.joining(", "));
    String last = all ? "" + numbers.getLast() : numbers.size() - SHOWN + " more";
    return what + "s " + first + " and " + last;
  }
}
