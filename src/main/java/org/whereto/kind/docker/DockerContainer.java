// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.Fact;
import org.whereto.task.Facts;
import org.whereto.task.ImageReference;
import org.whereto.task.ImageUse;
import org.whereto.task.Kind;
import org.whereto.task.Subject;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/**
 * One container (note, section 4.1): {@code image} names it. {@code platform} is not read, so that
 * the asker is told that nothing looked at it.
 */
public final class DockerContainer implements Kind {

  private static final String IMAGE = "image";
  private static final Path PATH = Task.TASKINFO_PATH.member(IMAGE);

  @Override
  public String name() {
    return "docker-container";
  }

  @Override
  public Set<String> tasktypes() {
    return Set.of("uri://docker-container", "uri://portainer-container");
  }

  @Override
  public Set<Fact> provides() {
    return Set.of(Fact.IMAGES);
  }

  @Override
  public List<String> fields() {
    return List.of(IMAGE);
  }

  @Override
  public Facts read(Mapping taskinfo) throws BadInput {
    Optional<Tree> image = taskinfo.get(IMAGE);
    if (image.isEmpty()) {
      return Facts.about(new Subject.NotGiven(IMAGE));
    }
    String written = text(image.get());
    ImageReference reference = reference(written, image.get());
    return Facts.about(new Subject.Given())
        .withImages(List.of(ImageUse.of(PATH, written, reference)));
  }

  @Override
  public Mapping factsOnly(Mapping taskinfo, Facts facts) {
    return taskinfo;
  }

  private static String text(Tree image) throws BadInput {
    if (!(image instanceof Scalar scalar) || !scalar.tag().isEmpty()) {
      throw new BadInput(
          "field.not-a-text", PATH, image.place(), "The image must be one text, its name.");
    }
    if (scalar.isNull() || scalar.text().isBlank()) {
      throw new BadInput(
          "field.empty", PATH, image.place(), "The image is empty: name one, or leave it out.");
    }
    return scalar.text();
  }

  private static ImageReference reference(String written, Tree image) throws BadInput {
    try {
      return ImageReference.parse(written);
    } catch (BadInput fault) {
      throw new BadInput(fault.code(), PATH, image.place(), fault.sentence());
    }
  }
}
