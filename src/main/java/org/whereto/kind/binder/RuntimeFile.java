// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.binder;

import java.util.List;
import java.util.regex.Pattern;
import org.whereto.tree.BadInput;
import org.whereto.tree.Place;

/**
 * What {@code runtime.txt} says: {@code python-3.10}, {@code r-4.3-2023-06-01}, {@code
 * r-2023-06-01}.
 *
 * @param language {@code python}, {@code r} or any other word; empty without such a file
 * @param version empty if it names none
 * @param date of the R packages, {@code YYYY-MM-DD}; empty if it names none
 */
record RuntimeFile(String language, String version, String date) {

  static final RuntimeFile NONE = new RuntimeFile("", "", "");

  /** A language, a version and the three of a date. */
  private static final int MOST_PARTS = 5;

  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  static RuntimeFile of(RepositoryFile file) throws BadInput {
    List<String> parts = List.of(file.text().strip().split("-", MOST_PARTS + 1));
    boolean dated = parts.size() >= 4;
    boolean shape = parts.size() == 2 || parts.size() == 4 || parts.size() == MOST_PARTS;
    String date = dated ? String.join("-", parts.subList(parts.size() - 3, parts.size())) : "";
    if (!shape || parts.contains("") || (dated && !DATE.matcher(date).matches())) {
      throw file.unreadable(
          new Place(1, 1), "It must say one runtime, like python-3.10 or r-4.3-2023-06-01.");
    }
    return new RuntimeFile(parts.getFirst(), parts.size() == 4 ? "" : parts.get(1), date);
  }
}
