// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * The dotted name of a node, as requests and reasons spell it: {@code taskinfo.image}, {@code
 * data[0].datatype}, {@code taskinfo.files[binder/environment.yml]}.
 */
public record Path(String text) {

  public static final Path ROOT = new Path("");

  /** As far as a path that makes no sense is repeated to whoever sent it. */
  private static final int LONGEST_SHOWN = 100;

  /** The path that passes these names, spelt as all paths are. */
  public static Path of(List<String> steps) {
    Path path = ROOT;
    for (String step : steps) {
      path = path.member(step);
    }
    return path;
  }

  /** The path of the member {@code name}; a name that holds dots or brackets stands in brackets. */
  public Path member(String name) {
    if (needsBrackets(name)) {
      return new Path(text + "[" + name + "]");
    }
    return new Path(text.isEmpty() ? name : text + "." + name);
  }

  /** The path of the item {@code index}, from 0. */
  public Path item(int index) {
    return new Path(text + "[" + index + "]");
  }

  /** Whether this is {@code outer} itself or stands below it. */
  public boolean isIn(Path outer) {
    int end = outer.text.length();
    return text.startsWith(outer.text)
        && (text.length() == end || text.charAt(end) == '.' || text.charAt(end) == '[');
  }

  /**
   * One name on the way.
   *
   * @param bracketed whether it stands in brackets: {@code data[0]}, not {@code data.0}
   */
  public record Step(String name, boolean bracketed) {}

  /**
   * The names on the way, outermost first: {@code taskinfo.files[a.yml]} is {@code taskinfo},
   * {@code files}, {@code a.yml}.
   *
   * @throws BadInput for a bracket without its partner, or a name that is empty
   */
  public List<String> steps() throws BadInput {
    List<String> names = new ArrayList<>();
    for (Step step : segments()) {
      names.add(step.name());
    }
    return names;
  }

  /**
   * The same names, each with how it is written.
   *
   * @throws BadInput for a bracket without its partner, or a name that is empty
   */
  public List<Step> segments() throws BadInput {
    List<Step> steps = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      boolean bracketed = text.charAt(at) == '[';
      int end = bracketed ? text.indexOf(']', at) : endOfName(at);
      int begin = bracketed ? at + 1 : at;
      if (end <= begin) {
        throw malformed();
      }
      steps.add(new Step(text.substring(begin, end), bracketed));
      at = bracketed ? end + 1 : end;
      if (at < text.length() && text.charAt(at) == '.') {
        at++;
        if (at == text.length()) {
          throw malformed();
        }
      } else if (at < text.length() && text.charAt(at) != '[') {
        throw malformed();
      }
    }
    return steps;
  }

  private int endOfName(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
      end++;
    }
    return end;
  }

  private BadInput malformed() {
    String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
    return new BadInput(
        "path.malformed",
        this,
        Place.NONE,
        "\"" + shown + "\" is no dotted path like taskinfo.image or data[0].datatype.");
  }

  /** Whether a name would be read as an index or as several names without brackets. */
  private static boolean needsBrackets(String name) {
    boolean index = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '.' || c == '[') {
        return true;
      }
      index &= c >= '0' && c <= '9';
    }
    return index;
  }

  @Override
  public String toString() {
    return text;
  }
}
