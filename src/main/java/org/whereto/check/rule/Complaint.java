// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.rule;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whereto.tree.Nearest;
import org.whereto.tree.OneLine;

/**
 * What the compiler of expressions complains of, in words that owners know.
 *
 * @param names those of variables and lists
 */
record Complaint(Set<String> names) {

  private static final int LONGEST = 200;

  private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '([^']*+)'.*+");

  private static final Pattern MISFIT =
      Pattern.compile("found no matching overload for '([^']*+)' applied to '([^']*+)'.*+");

  private static final Pattern NOT_BOOLEAN =
      Pattern.compile("expected type 'bool' but found '([^']*+)'.*+");

  private static final Map<String, String> TYPES =
      Map.of("string", "text", "double", "number", "bool", "flag");

  private static final Map<String, String> OTHERS = Map.of("= ", "==", "and'", "&&", "or'", "||");

  String about(String message) {
    String line = message.lines().findFirst().orElse("");
    Matcher unknown = UNKNOWN.matcher(line);
    if (unknown.matches()) {
      String name = plain(unknown.group(1));
      return names.contains(name)
          ? "\""
              + name
              + "\" cannot stand like this: a list is asked as a function, "
              + name
              + "(x), and a variable stands without brackets."
          : "There is no \"" + name + "\" in rules." + Nearest.hint(name, names);
    }
    Matcher misfit = MISFIT.matcher(line);
    if (misfit.matches()) {
      return misfit(plain(misfit.group(1)), misfit.group(2));
    }
    Matcher other = NOT_BOOLEAN.matcher(line);
    if (other.matches()) {
      return "A rule is either true or false; this is " + types(other.group(1)) + ".";
    }
    String told = line.split(" expecting ", 2)[0].replace("'<EOF>'", "its end");
    return "This cannot be read as an expression: " + OneLine.cut(told, LONGEST) + "." + sign(line);
  }

  /** What people write who think of another language. */
  private static String sign(String line) {
    return OTHERS.entrySet().stream()
        .filter(other -> line.contains("'" + other.getKey()))
        .map(other -> " Write " + other.getValue() + ".")
        .findFirst()
        .orElse("");
  }

  /** {@code _<=_} is how the compiler calls an operator. */
  private static String plain(String function) {
    return function.startsWith("@")
        ? function.substring(1)
        : function.replace("_", "").isEmpty() ? function : operator(function);
  }

  private static String operator(String function) {
    boolean word = Character.isLetter(function.replace("_", "").charAt(0));
    return word && !function.startsWith("_") ? function : function.replace("_", "");
  }

  private static String misfit(String function, String types) {
    String told = "\"" + function + "\" does not go with " + types(types) + ".";
    boolean mixed = types.contains("double") && types.contains("int");
    if (mixed) {
      return told + " Write 8.0, not 8, beside a number.";
    }
    boolean fraction = types.contains("double");
    return fraction ? told + " Numbers can be compared only; calculate with int." : told;
  }

  private static String types(String types) {
    String told = types;
    for (Map.Entry<String, String> type : TYPES.entrySet()) {
      told = told.replaceAll("\\b" + type.getKey() + "\\b", type.getValue());
    }
    return told.replaceAll("list\\((\\w+)\\)", "list of $1").replaceAll("[()]", "");
  }
}
