// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import java.util.ArrayList;
import java.util.List;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.BraceList;
import org.whereto.tree.Budget;
import org.whereto.tree.Path;
import org.whereto.tree.Place;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/** The member {@code languages} of a notebook's taskinfo: the names that the asker wrote. */
final class DeclaredLanguages {

  static final String FIELD = "languages";
  static final Path PATH = Task.TASKINFO_PATH.member(FIELD);

  /** A list in braces is one value to whoever reads the document, so it is counted here. */
  private static final int MOST = Budget.SMALL.nodes();

  private DeclaredLanguages() {}

  /**
   * The names, as they were written but for blanks around them.
   *
   * @throws BadInput for null, an empty name, an item that is no text, braces without a partner,
   *     and for blanks at the end: they are what is left of a {@code +} that was not encoded
   */
  static List<String> read(Tree languages) throws BadInput {
    List<String> names = new ArrayList<>();
    List<Tree> items = items(languages);
    for (int i = 0; i < items.size(); i++) {
      Path path = languages instanceof Sequence ? PATH.item(i) : PATH;
      names.addAll(names(items.get(i), path));
      if (names.size() > MOST) {
        throw fault(
            "languages.too-many",
            path,
            items.get(i).place(),
            "There are more than " + MOST + " languages; name each one once.");
      }
    }
    return names;
  }

  private static List<Tree> items(Tree languages) throws BadInput {
    if (languages instanceof Mapping mapping) {
      throw fault(
          "languages.not-a-list",
          PATH,
          mapping.place(),
          "The languages must be a list: [a, b]. In YAML and JSON {a, b} is something else.");
    }
    return languages.items(PATH);
  }

  private static List<String> names(Tree item, Path path) throws BadInput {
    if (!(item instanceof Scalar scalar) || !scalar.tag().isEmpty()) {
      throw fault("languages.not-a-text", path, item.place(), "A language must be a text.");
    }
    if (scalar.isNull() || scalar.text().isBlank()) {
      throw empty(path, scalar.place());
    }
    List<String> names = new ArrayList<>();
    for (BraceList.Item name : split(scalar, path)) {
      boolean braces = scalar.text().strip().startsWith("{");
      if (name.text().isBlank()) {
        throw empty(path, scalar.place());
      }
      if (name.blanksAfter() >= (braces ? 2 : 1)) {
        throw fault(
            "languages.blanks-at-end",
            path,
            scalar.place(),
            "The language \""
                + name.text()
                + "\" ends in blanks. In a URL or form a + stands for a blank: c++ must be sent as"
                + " c%2B%2B.");
      }
      names.add(name.text());
    }
    return names;
  }

  private static List<BraceList.Item> split(Scalar scalar, Path path) throws BadInput {
    try {
      return BraceList.split(scalar.text());
    } catch (BadInput malformed) {
      throw fault("languages.malformed", path, scalar.place(), malformed.sentence());
    }
  }

  private static BadInput empty(Path path, Place place) {
    return fault(
        "languages.empty",
        path,
        place,
        "A language is empty. Leave the member out to ask in general, or send [] if none is"
            + " needed.");
  }

  private static BadInput fault(String code, Path path, Place place, String sentence) {
    return new BadInput(code, path, place, sentence);
  }

  /**
   * A taskinfo that says these names, and nothing else. A name that {@link #read} would take apart
   * is written so that it stays whole.
   */
  static Mapping write(List<String> names) {
    List<Tree> items = new ArrayList<>();
    for (String name : names) {
      boolean braces = name.startsWith("{") || name.endsWith("}");
      items.add(Tree.text(braces ? BraceList.join(List.of(name)) : name));
    }
    return Tree.build().put(FIELD, Tree.list(items)).done();
  }
}
