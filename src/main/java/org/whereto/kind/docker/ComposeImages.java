// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.task.ImageReference;
import org.whereto.task.ImageUse;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/** The images that a compose file would run: one for each service at least, told or not. */
final class ComposeImages {

  /** How many services may build on each other in a row. */
  private static final int LONGEST_CHAIN = 32;

  /**
   * Where a service has its image from, the services that it extends included.
   *
   * @param built whether one of them is to be built; then a name beside it is only what the result
   *     is called
   * @param told whether all of them are in this file
   */
  private record Origin(Optional<Tree> image, boolean built, boolean told) {}

  private final Mapping services;
  private final List<ImageUse> found = new ArrayList<>();

  private ComposeImages(Mapping services) {
    this.services = services;
  }

  static List<ImageUse> of(Mapping composefile, Mapping services, Path path) throws BadInput {
    ComposeImages images = new ComposeImages(services);
    Demands.members(services, path, images::service);
    images.included(composefile);
    return List.copyOf(images.found);
  }

  private void service(String name, Tree value, Path path) throws BadInput {
    Mapping service = Demands.mapping(value, path);
    Origin origin = origin(service, path, LONGEST_CHAIN);
    boolean own = given(service, "image").isPresent();
    Path at = path.member(own || given(service, "extends").isEmpty() ? "image" : "extends");
    String who = "The service \"" + name + "\" ";
    if (!origin.told()) {
      unclear(origin, at, who + "extends another file, which may say or build its image.");
    } else if (origin.built()) {
      unclear(origin, at, who + "builds its image: build it before, and give only its name.");
    } else if (origin.image().isEmpty()) {
      unclear(origin, at, who + "names no image.");
    } else {
      use(origin.image().get(), at);
    }
    mounted(service, path.member("volumes"));
    beforehand(service, path.member("pre_start"));
  }

  /** Services of another file run beside those of this one, of whatever image. */
  private void included(Mapping composefile) throws BadInput {
    Path path = Path.ROOT.member("include");
    Tree include = composefile.get("include").orElse(Tree.list(List.of()));
    List<Tree> items = include instanceof Mapping ? List.of(include) : Demands.items(include, path);
    for (int i = 0; i < items.size(); i++) {
      Tree file = items.get(i).get("path").orElse(items.get(i));
      String written = file instanceof Scalar scalar ? scalar.text() : "include";
      found.add(
          ImageUse.unclear(
              path.item(i), written, "The compose file includes another one, whose images count."));
    }
  }

  private Origin origin(Mapping service, Path path, int steps) throws BadInput {
    Optional<Tree> image = given(service, "image");
    boolean built = given(service, "build").isPresent();
    Optional<Tree> base = given(service, "extends");
    if (base.isEmpty()) {
      return new Origin(image, built, true);
    }
    Optional<Tree> next = steps == 0 ? Optional.empty() : inThisFile(base.get());
    if (next.isEmpty()) {
      return new Origin(image, built, false);
    }
    Origin below = origin(Demands.mapping(next.get(), path), path, steps - 1);
    return new Origin(image.or(below::image), built || below.built(), below.told());
  }

  private Optional<Tree> inThisFile(Tree base) {
    Optional<Tree> name =
        base instanceof Mapping mapping
            ? mapping.get("file").isPresent() ? Optional.empty() : mapping.get("service")
            : Optional.of(base);
    return name.filter(Scalar.class::isInstance)
        .flatMap(text -> Interpolation.of(((Scalar) text).text()))
        .flatMap(services::get);
  }

  private void unclear(Origin origin, Path at, String why) {
    String written =
        origin.image().orElse(Tree.text("")) instanceof Scalar scalar ? scalar.text() : "";
    found.add(ImageUse.unclear(at, written, why));
  }

  private void use(Tree image, Path at) throws BadInput {
    if (!(image instanceof Scalar scalar)) {
      throw ComposeFault.shape(image, at, "a text");
    }
    String written = scalar.text();
    Optional<String> name = Interpolation.of(written);
    if (name.isEmpty()) {
      found.add(
          ImageUse.unclear(
              at, written, "The image is left to a variable that has no default in the file."));
      return;
    }
    try {
      found.add(ImageUse.of(at, written, ImageReference.parse(name.get())));
    } catch (BadInput fault) {
      found.add(ImageUse.unclear(at, written, fault.sentence()));
    }
  }

  /** An image may be mounted too, to be read. */
  private void mounted(Mapping service, Path path) throws BadInput {
    Tree volumes = service.get("volumes").orElse(Tree.list(List.of()));
    List<Tree> items = Demands.items(volumes, path);
    for (int i = 0; i < items.size(); i++) {
      Optional<Tree> type = items.get(i).get("type");
      Optional<Tree> source = items.get(i).get("source");
      if (type.isPresent() && source.isPresent() && mayBeImage(type.get())) {
        use(source.get(), path.item(i).member("source"));
      }
    }
  }

  private static boolean mayBeImage(Tree type) {
    return type instanceof Scalar scalar
        && Interpolation.of(scalar.text()).orElse("image").equals("image");
  }

  private void beforehand(Mapping service, Path path) throws BadInput {
    Tree hooks = service.get("pre_start").orElse(Tree.list(List.of()));
    List<Tree> items = hooks instanceof Mapping ? List.of(hooks) : Demands.items(hooks, path);
    for (int i = 0; i < items.size(); i++) {
      Optional<Tree> image =
          items.get(i) instanceof Mapping hook ? given(hook, "image") : Optional.empty();
      if (image.isPresent()) {
        use(image.get(), path.item(i).member("image"));
      }
    }
  }

  private static Optional<Tree> given(Mapping mapping, String key) {
    return mapping.get(key).filter(value -> !(value instanceof Scalar text && text.isNull()));
  }
}
