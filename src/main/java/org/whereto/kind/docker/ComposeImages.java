// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.task.ImageUse;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/**
 * The images that a compose file would pull: one for each service at least, told or not, and those
 * of hooks, mounts, builds and language models.
 */
final class ComposeImages {

  private static final Tree NONE = Tree.list(List.of());
  private static final Mapping NOTHING = Tree.build().done();

  private final Mapping services;
  private final List<ImageUse> found = new ArrayList<>();

  private ComposeImages(Mapping services) {
    this.services = services;
  }

  static List<ImageUse> of(Mapping composefile, Mapping services, Path path) throws BadInput {
    ComposeImages images = new ComposeImages(services);
    Demands.members(services, path, images::service);
    images.included(composefile);
    Demands.members(
        composefile.get("models").orElse(NOTHING),
        Path.ROOT.member("models"),
        (name, model, at) -> images.model(Demands.mapping(model, at), at));
    return List.copyOf(images.found);
  }

  private void service(String name, Tree value, Path path) throws BadInput {
    Mapping service = Demands.mapping(value, path);
    ServiceOrigin origin = ServiceOrigin.of(ServiceChain.of(name, services));
    Path at = path.member("image");
    String who = "The service \"" + name + "\" ";
    String written = text(origin.image());
    if (!origin.untold().isEmpty()) {
      String named = written.isEmpty() ? extended(service) : written;
      found.add(ImageUse.unclear(at, named, who + origin.untold()));
    } else if (origin.built()) {
      String remedy = "builds its image: build it before, and give only its name.";
      found.add(ImageUse.unclear(at, written, who + remedy));
    } else if (origin.image().isEmpty()) {
      found.add(ImageUse.unclear(at, "", who + "names no image."));
    } else {
      ImageUse use = ImageName.use(origin.image().get(), origin.platform(), at);
      found.add(ImageName.as(use, origin.user()));
      asOthers(service, use, path);
    }
    if (service.get("build").orElse(NONE) instanceof Mapping build) {
      found.addAll(BuildImages.of(build, origin.platform(), path.member("build")));
    }
    mounted(service, path.member("volumes"));
    beforehand(service, path);
  }

  /** What it extends, as it is written. */
  private static String extended(Mapping service) {
    Optional<Tree> base = service.get("extends");
    Optional<Tree> named = base.flatMap(tree -> tree.get("file").or(() -> tree.get("service")));
    return PlainUrl.of(text(named.or(() -> base)));
  }

  private static String text(Optional<Tree> tree) {
    return tree.orElse(NONE) instanceof Scalar scalar ? scalar.text() : "";
  }

  /** Services of another file run beside those of this one, of whatever image. */
  private void included(Mapping composefile) throws BadInput {
    Path path = Path.ROOT.member("include");
    List<Tree> items = Demands.items(composefile.get("include").orElse(NONE), path);
    for (int i = 0; i < items.size(); i++) {
      Tree file = items.get(i).get("path").orElse(items.get(i));
      String written = file instanceof Scalar scalar ? PlainUrl.of(scalar.text()) : "include";
      found.add(
          ImageUse.unclear(
              path.item(i), written, "The compose file includes another one, whose images count."));
    }
  }

  /** An image may be mounted too, to be read. */
  private void mounted(Mapping service, Path path) throws BadInput {
    List<Tree> items = Demands.items(service.get("volumes").orElse(NONE), path);
    for (int i = 0; i < items.size(); i++) {
      Optional<Tree> type = items.get(i).get("type");
      Optional<Tree> source = items.get(i).get("source");
      if (type.isPresent() && source.isPresent() && mayBeImage(type.get())) {
        found.add(ImageName.use(source.get(), Optional.empty(), path.item(i).member("source")));
      }
    }
  }

  private static boolean mayBeImage(Tree type) {
    return type instanceof Scalar scalar
        && Interpolation.of(scalar.text()).orElse("image").equals("image");
  }

  /** Containers of their own; they keep neither the platform nor the user of the service. */
  private void beforehand(Mapping service, Path path) throws BadInput {
    for (Hook hook : hooks(service, "pre_start", path)) {
      Optional<Tree> image = hook.value().get("image").filter(value -> !isNull(value));
      if (image.isPresent()) {
        ImageUse use = ImageName.use(image.get(), Optional.empty(), hook.path().member("image"));
        found.add(ImageName.as(use, hook.value().get("user")));
      }
    }
  }

  /** Hooks may run the service's image, or enter its container, as somebody else. */
  private void asOthers(Mapping service, ImageUse use, Path path) throws BadInput {
    for (String key : List.of("pre_start", "post_start", "pre_stop")) {
      for (Hook hook : hooks(service, key, path)) {
        Optional<Tree> user = hook.value().get("user").filter(value -> !isNull(value));
        boolean own = hook.value().get("image").map(ComposeImages::isNull).orElse(true);
        if (user.isPresent() && own) {
          found.add(ImageName.as(use.at(hook.path().member("user")), user));
        }
      }
    }
  }

  private record Hook(Tree value, Path path) {}

  private static List<Hook> hooks(Mapping service, String key, Path in) throws BadInput {
    Path path = in.member(key);
    Tree value = service.get(key).orElse(NONE);
    List<Tree> items = value instanceof Mapping ? List.of(value) : Demands.items(value, path);
    List<Hook> hooks = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      hooks.add(new Hook(items.get(i), path.item(i)));
    }
    return hooks;
  }

  private void model(Mapping model, Path path) throws BadInput {
    Optional<Tree> image = model.get("model").filter(value -> !isNull(value));
    if (image.isPresent()) {
      found.add(ImageName.use(image.get(), Optional.empty(), path.member("model")));
    }
  }

  private static boolean isNull(Tree tree) {
    return tree instanceof Scalar scalar && scalar.isNull();
  }
}
