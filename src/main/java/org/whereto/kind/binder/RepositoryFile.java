// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.binder;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.whereto.task.Environment;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Path;
import org.whereto.tree.Place;
import org.whereto.tree.Toml;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/**
 * One environment file of a repository.
 *
 * @param name its path in the repository
 * @param content its text, or the tree that it is
 * @param path the field that holds it
 */
record RepositoryFile(String name, Tree content, Path path) {

  /** No such file that people write is longer; lock files, which programs write, are JSON. */
  private static final Budget WRITTEN = Budget.SMALL.withLongTexts();

  private static final Budget LOCKED = Budget.LARGE.withLongTexts();

  String baseName() {
    return Environment.baseName(name);
  }

  /** Its text, of a length that may be taken apart; empty for one that came as a tree. */
  String text() throws BadInput {
    String text = content instanceof Scalar scalar ? scalar.text() : "";
    if (text.length() > WRITTEN.bytes()) {
      throw unreadable(
          Place.NONE, "It is longer than " + WRITTEN.bytes() + " characters; make it shorter.");
    }
    return text;
  }

  /** What it says as a document of this format; an empty one says an empty mapping. */
  Tree document(Format format, Keep keep) throws BadInput {
    Tree document = read(format, keep);
    Optional<Tree> tagged = document.firstTagged();
    if (tagged.isPresent()) {
      throw unreadable(
          tagged.get().place(),
          "The tag " + tagged.get().tag() + " means nothing in an environment file.");
    }
    return document;
  }

  private Tree read(Format format, Keep keep) throws BadInput {
    if (!(content instanceof Scalar scalar)) {
      return content;
    }
    Budget budget = format.equals(Formats.JSON) ? LOCKED : WRITTEN;
    try {
      return format.read(scalar.text().getBytes(StandardCharsets.UTF_8), budget, keep);
    } catch (BadInput fault) {
      if (fault.code().endsWith(".empty")) {
        return Tree.build().done();
      }
      throw unreadable(fault.place(), fault.sentence());
    }
  }

  Mapping toml() throws BadInput {
    String text = text();
    try {
      return Toml.read(text, WRITTEN);
    } catch (BadInput fault) {
      throw unreadable(fault.place(), fault.sentence());
    }
  }

  /** The fault that the file cannot be read, with its name and the line. */
  BadInput unreadable(Place place, String why) {
    // The place of a file that came as a tree is one in the request.
    boolean known = content instanceof Scalar && place.line() > 0;
    String line = known ? ", line " + place.line() : "";
    return new BadInput("files.unreadable", path, place, name + line + ": " + why);
  }
}
