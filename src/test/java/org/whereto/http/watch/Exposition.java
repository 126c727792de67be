// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strict reader of the Prometheus text format 0.0.4, line by line; stricter than Prometheus:
 * every family has help and type before its samples, stands in one piece, and no sample is there
 * twice.
 */
record Exposition(Map<String, Double> samples, Map<String, String> types) {

  private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
  private static final Pattern HELP =
      Pattern.compile("# HELP (" + NAME + ") (?:[^\\\\]|\\\\[\\\\n])+");
  private static final Pattern TYPE =
      Pattern.compile("# TYPE (" + NAME + ") (counter|gauge|histogram|summary|untyped)");
  private static final Pattern SAMPLE =
      Pattern.compile("(" + NAME + ")(?:\\{(.*)})? (-?[0-9.]+(?:E-?[0-9]+)?|NaN|[+-]Inf)");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\"(,|$)");

  /** Reads a whole answer; throws an AssertionError for the first line that is wrong. */
  static Exposition read(String text) {
    if (!text.endsWith("\n")) {
      throw new AssertionError("The last line has no end.");
    }
    Map<String, Double> samples = new LinkedHashMap<>();
    Map<String, String> types = new HashMap<>();
    Set<String> helped = new HashSet<>();
    String family = "";
    for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
      Matcher help = HELP.matcher(line);
      Matcher type = TYPE.matcher(line);
      if (help.matches()) {
        check(helped.add(help.group(1)), line);
        family = help.group(1);
      } else if (type.matches()) {
        check(type.group(1).equals(family) && types.put(family, type.group(2)) == null, line);
      } else {
        sample(line, family, types.getOrDefault(family, ""), samples);
      }
    }
    return new Exposition(samples, types);
  }

  private static void sample(String line, String family, String type, Map<String, Double> samples) {
    Matcher sample = SAMPLE.matcher(line);
    check(sample.matches(), line);
    String name = sample.group(1);
    boolean ofIt =
        name.equals(family)
            || (type.equals("histogram") && name.matches(family + "_(bucket|count|sum)"))
            || (type.equals("summary") && name.matches(family + "_(count|sum)"));
    check(ofIt && !type.isEmpty(), line);
    String key = name + labels(line, sample.group(2));
    check(
        samples.put(key, Double.valueOf(sample.group(3).replace("Inf", "Infinity"))) == null, line);
  }

  /** In the order of their names, unescaped. */
  private static Map<String, String> labels(String line, String written) {
    Map<String, String> labels = new TreeMap<>();
    if (written != null) {
      Matcher label = LABEL.matcher(written);
      int at = 0;
      while (at < written.length()) {
        check(label.find(at) && label.start() == at, line);
        String value =
            label.group(2).replace("\\\"", "\"").replace("\\n", "\n").replace("\\\\", "\\");
        check(labels.put(label.group(1), value) == null, line);
        at = label.end();
      }
    }
    return labels;
  }

  private static void check(boolean good, String line) {
    if (!good) {
      throw new AssertionError("This line is wrong: " + line);
    }
  }
}
