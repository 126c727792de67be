// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.Task;

/**
 * The name of a parameter, as the log looks at it: more leniently than those who read the Task, so
 * that no spelling of a name that holds a document passes for another one.
 *
 * @param text decoded, in ASCII
 * @param parts of its path, in lower case, however its brackets are paired
 */
record PairName(String text, List<String> parts) {

  /** What may stand in its value. */
  enum Holds {
    TEXT,
    DOCUMENT,
    DOCUMENT_OR_URL
  }

  /** Root names of the contract (wire.md, section 1.1), in lower case. */
  private static final Set<String> CONTRACT =
      Set.of(
          Task.TASKTYPE,
          Task.TASKINFO,
          Task.RESOURCES,
          Task.DATA,
          "responseformat",
          "request",
          "version",
          "runid");

  /** Names whose values are whole documents where nothing stands below them. */
  private static final Set<String> TREES = Set.of(Task.TASKINFO, Task.RESOURCES, Task.DATA);

  /** Fields that hold the content of documents, or the URL of one. */
  private static final Set<String> CONTENT = Set.of("composefile", "notebook", "files");

  private static final int LONGEST = 200;

  /** The name; nothing if it is none that anybody would give to a parameter. */
  static Optional<PairName> of(String raw) {
    return Unescaped.of(raw)
        .filter(PairName::isName)
        .map(text -> new PairName(text, parts(text.toLowerCase(Locale.ROOT))));
  }

  private static boolean isName(String name) {
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "_.-[]/".indexOf(c) >= 0;
      if (!plain) {
        return false;
      }
    }
    return !name.isEmpty() && name.length() <= LONGEST;
  }

  private static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = 0; at <= name.length(); at++) {
      if (at == name.length() || ".[]".indexOf(name.charAt(at)) >= 0) {
        if (at > from) {
          parts.add(name.substring(from, at));
        }
        from = at + 1;
      }
    }
    return parts;
  }

  boolean isOfTheContract() {
    return !parts.isEmpty() && CONTRACT.contains(parts.getFirst());
  }

  Holds holds() {
    if (parts.stream().anyMatch(CONTENT::contains)) {
      return parts.size() == 2 ? Holds.DOCUMENT_OR_URL : Holds.DOCUMENT;
    }
    boolean tree = parts.size() == 1 && TREES.contains(parts.getFirst());
    return tree ? Holds.DOCUMENT : Holds.TEXT;
  }
}
