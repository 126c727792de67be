// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.whereto.task.Languages.Role;

/** What languages are called, and when two names mean the same. */
public final class LanguageNames {

  /** The name of shell lines and cells, whatever shell runs them. */
  public static final String SHELL = "shell";

  private static final int LONGEST = 80;

  /** Shown by the browser, and so passed over unless an owner wants them counted (wire.md 1.2). */
  private static final Set<String> DISPLAY =
      Set.of("md", "html", "latex", "javascript", "svg", "mermaid");

  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("c#", "csharp"),
          Map.entry("cs", "csharp"),
          Map.entry("f#", "fsharp"),
          Map.entry("fs", "fsharp"),
          Map.entry("pwsh", "powershell"),
          Map.entry("js", "javascript"),
          Map.entry("ecmascript", "javascript"),
          Map.entry("ts", "typescript"),
          Map.entry("markdown", "md"),
          Map.entry("tex", "latex"),
          Map.entry("cpp", "c++"),
          Map.entry("cxx", "c++"),
          Map.entry("cplusplus", "c++"),
          Map.entry("py", "python"),
          Map.entry("ipython", "python"),
          Map.entry("golang", "go"),
          Map.entry("sagemath", "sage"),
          Map.entry("shellscript", SHELL));

  /** Names that are also written with a version behind them: {@code java11}, {@code c++14}. */
  private static final Set<String> VERSIONED =
      Set.of(
          "python", "ipython", "java", "julia", "scala", "kotlin", "ruby", "c", "c++", "cpp", "cxx",
          "fortran", "r");

  private LanguageNames() {}

  /**
   * The one spelling of a language's name: lower case, no alias, no version. Folding twice changes
   * nothing. A name longer than any real one is cut, with a mark that no real one has.
   */
  public static String fold(String name) {
    String lower = cut(name.strip().toLowerCase(Locale.ROOT));
    String plain = withoutVersion(lower);
    return ALIASES.getOrDefault(plain, plain);
  }

  private static String withoutVersion(String name) {
    int end = name.length();
    while (end > 0 && (isDigit(name.charAt(end - 1)) || name.charAt(end - 1) == '.')) {
      end--;
    }
    if (end == name.length() || !isDigit(name.charAt(end))) {
      return name;
    }
    boolean apart = end > 1 && (name.charAt(end - 1) == '-' || name.charAt(end - 1) == ' ');
    String base = name.substring(0, apart ? end - 1 : end);
    return VERSIONED.contains(base) ? base : name;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A text of bounded length that can still be written in UTF-8. */
  public static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    return text.substring(0, end) + "…";
  }

  /** Whether this is a language that is shown, not run; the name is folded. */
  public static boolean isDisplay(String name) {
    return DISPLAY.contains(name);
  }

  /** The role of a language of which nothing but the name is known; the name is folded. */
  public static Role role(String name) {
    if (isDisplay(name)) {
      return Role.DISPLAY;
    }
    return name.equals(SHELL) ? Role.SHELL : Role.CELL;
  }
}
