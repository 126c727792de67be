// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Problems;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;

/** Rules for tests, as an owner writes them. */
final class Rules {

  private Rules() {}

  /** With the variables that it uses, by their first letters. */
  static String rule(String that) {
    String quoted = "\"" + that.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    StringBuilder used = new StringBuilder();
    for (String type :
        List.of("n: int", "x: number", "s: text", "f: flag", "l: list of text", "i: list of int")) {
      if (that.matches(".*\\b" + type.charAt(0) + "\\b.*")) {
        used.append(used.isEmpty() ? "" : ", ").append(type);
      }
    }
    String lists =
        that.contains("sites(") || that.contains("site(")
            ? "lists: {sites: [roe, inaf]}\n"
            : "lists: {}\n";
    return "variables: {"
        + used
        + "}\n"
        + lists
        + "holds:\n  - that: "
        + ""
        + plain(that, quoted)
        + "\n    else: No.\n";
  }

  /** As owners write it, where YAML lets them. */
  static String plain(String that, String quoted) {
    boolean plain =
        !that.contains(": ")
            && !that.contains(" #")
            && Character.isLetter(that.charAt(0))
            && !that.equals("null == null");
    return plain ? that : quoted;
  }

  static Check check(String settings) throws BadInput {
    Problems problems = new Problems(settings.getBytes(UTF_8));
    Check check = Settings.read(yaml(settings), problems, RuleCheck.TYPE.read());
    assertThat(problems.all()).isEmpty();
    return check;
  }

  static List<Problems.Problem> problems(String settings) {
    Problems problems = new Problems(settings.getBytes(UTF_8));
    try {
      var _ = Settings.read(yaml(settings), problems, RuleCheck.TYPE.read());
    } catch (BadInput unreadable) {
      throw new AssertionError(unreadable.sentence(), unreadable);
    }
    return problems.all();
  }

  static Tree yaml(String text) throws BadInput {
    return Formats.YAML.read(text.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
  }
}
