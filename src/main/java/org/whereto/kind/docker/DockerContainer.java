// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.Fact;
import org.whereto.task.Facts;
import org.whereto.task.ImagePlatform;
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
 * One container (note, section 4.1): {@code image} names it, {@code platform} the machine that it
 * wants.
 */
public final class DockerContainer implements Kind {

  private static final String IMAGE = "image";
  private static final String PLATFORM = "platform";

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
    return List.of(IMAGE, PLATFORM);
  }

  @Override
  public Facts read(Mapping taskinfo) throws BadInput {
    Optional<Tree> platform = taskinfo.get(PLATFORM);
    Optional<ImagePlatform> machine = Optional.empty();
    if (platform.isPresent()) {
      machine = Optional.of(read(PLATFORM, platform.get(), ImagePlatform::parse));
    }
    Optional<Tree> image = taskinfo.get(IMAGE);
    if (image.isEmpty()) {
      return Facts.about(new Subject.NotGiven(IMAGE));
    }
    ImageReference reference = read(IMAGE, image.get(), ImageReference::parse);
    String written = ((Scalar) image.get()).text();
    ImageUse use = ImageUse.of(Task.TASKINFO_PATH.member(IMAGE), written, reference);
    return Facts.about(new Subject.Given()).withImages(List.of(machine.map(use::on).orElse(use)));
  }

  @Override
  public Mapping factsOnly(Mapping taskinfo, Facts facts) {
    return taskinfo;
  }

  private interface Parser<T> {
    T parse(String text) throws BadInput;
  }

  /** What the text of a field says; a fault of it is told at its place. */
  private static <T> T read(String field, Tree value, Parser<T> parser) throws BadInput {
    Path path = Task.TASKINFO_PATH.member(field);
    if (!(value instanceof Scalar scalar) || !scalar.tag().isEmpty()) {
      throw new BadInput(
          "field.not-a-text", path, value.place(), "The " + field + " must be one text, its name.");
    }
    if (scalar.isNull() || scalar.text().isBlank()) {
      throw new BadInput(
          "field.empty",
          path,
          value.place(),
          "The " + field + " is empty: name one, or leave it out.");
    }
    try {
      return parser.parse(scalar.text());
    } catch (BadInput fault) {
      throw new BadInput(fault.code(), path, value.place(), fault.sentence());
    }
  }
}
