// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.Amount.Measure;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;

/** A file that the site's own program writes now and then. */
record FileAt(Path path, DocumentShape shape) implements Origin {

  private static final String PATH = "path";

  static Origin read(Settings in, Map<String, Measure> measures) {
    in.require(PATH);
    Optional<Path> path = OwnerPath.read(in, PATH, "The file, by its whole path.");
    DocumentShape shape = DocumentShape.read(in, measures);
    return path.<Origin>map(found -> new FileAt(found, shape)).orElseGet(Nowhere::new);
  }

  @Override
  public Set<String> dimensions() {
    return shape.amounts().keySet();
  }

  @Override
  public Source open(Duration time) {
    return () -> read(InstantSource.system());
  }

  @Override
  public String label() {
    return "the file " + path;
  }

  /** Its age is counted from when it says that it was true, or else from its last change. */
  Reading read(InstantSource clock) throws Unread {
    try {
      WholeFile file = WholeFile.read(path, DocumentShape.MOST_BYTES);
      Instant now = clock.instant();
      Tree document = DocumentShape.document(file.content());
      Duration age =
          shape.time().isPresent()
              ? DocumentTime.age(shape.time().get(), document, now)
              : DocumentTime.age(file.changed(), now);
      return new Reading(shape.slots(document), age);
    } catch (IOException fault) {
      throw new Unread("The file cannot be read: " + WholeFile.why(fault));
    }
  }
}
