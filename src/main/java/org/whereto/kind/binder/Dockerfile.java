// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.binder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.whereto.tree.BadInput;
import org.whereto.tree.Place;

/** What a Dockerfile builds on. */
final class Dockerfile {

  private Dockerfile() {}

  /** The image from which the last stage comes, as it is written there. */
  static String base(RepositoryFile file) throws BadInput {
    Map<String, String> stages = new HashMap<>();
    String last = "";
    boolean continued = false;
    for (String line : file.text().lines().toList()) {
      List<String> words = continued ? List.of() : words(line);
      if (!words.isEmpty() && words.getFirst().equalsIgnoreCase("FROM") && words.size() > 1) {
        last = stages.getOrDefault(words.get(1).toLowerCase(Locale.ROOT), words.get(1));
        if (words.size() == 4) {
          stages.put(words.get(3).toLowerCase(Locale.ROOT), last);
        }
      }
      String end = line.stripTrailing();
      boolean comment = end.stripLeading().startsWith("#");
      continued = comment ? continued : end.endsWith("\\");
    }
    if (last.isEmpty()) {
      throw file.unreadable(Place.NONE, "It has no FROM line, so there is nothing to build on.");
    }
    return last;
  }

  /** The words of an instruction without its options. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    for (String word : line.strip().split("[ \\t]+", -1)) {
      if (!word.isEmpty() && !word.startsWith("--")) {
        words.add(word);
      }
    }
    return words;
  }
}
