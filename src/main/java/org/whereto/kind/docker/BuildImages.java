// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.task.ImageUse;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Member;
import org.whereto.tree.Tree.Scalar;

/**
 * The images that the build of a service names in the compose file: contexts beside its own, caches
 * and scanners. What its Dockerfile builds on is not among them: the service is built, and that
 * decides.
 */
final class BuildImages {

  private static final String IMAGE_SCHEME = "docker-image://";
  private static final String GENERATOR = "generator=";
  private static final Tree NONE = Tree.list(List.of());

  private final Optional<Tree> platform;
  private final List<ImageUse> found = new ArrayList<>();

  private BuildImages(Optional<Tree> platform) {
    this.platform = platform;
  }

  static List<ImageUse> of(Mapping build, Optional<Tree> platform, Path path) throws BadInput {
    List<Tree> own = Demands.items(build.get("platforms").orElse(NONE), path.member("platforms"));
    BuildImages images = new BuildImages(one(own, platform));
    images.contexts(
        build.get("additional_contexts").orElse(NONE), path.member("additional_contexts"));
    images.caches(build.get("cache_from").orElse(NONE), path.member("cache_from"));
    images.scanner(build.get("sbom").orElse(NONE), path.member("sbom"));
    return images.found;
  }

  /** The machine that is built for; none where it is more than one. */
  private static Optional<Tree> one(List<Tree> own, Optional<Tree> ofService) {
    return switch (own.size()) {
      case 0 -> ofService;
      case 1 -> Optional.of(own.getFirst());
      default -> Optional.empty();
    };
  }

  /** {@code NAME=docker-image://IMAGE} each, or a mapping of them. */
  private void contexts(Tree value, Path path) throws BadInput {
    if (value instanceof Mapping mapping) {
      for (Map.Entry<String, Member> entry : mapping.members().entrySet()) {
        context(entry.getValue().value(), path.member(entry.getKey()), 0);
      }
      return;
    }
    List<Tree> items = Demands.items(value, path);
    for (int i = 0; i < items.size(); i++) {
      int equals = items.get(i) instanceof Scalar text ? text.text().indexOf('=') : -1;
      context(items.get(i), value instanceof Scalar ? path : path.item(i), equals + 1);
    }
  }

  private void context(Tree value, Path at, int start) throws BadInput {
    if (value instanceof Scalar scalar) {
      String written = scalar.text().substring(start);
      Optional<String> text = Interpolation.of(written);
      boolean image = text.orElse(IMAGE_SCHEME).startsWith(IMAGE_SCHEME);
      if (image) {
        add(written, text.map(context -> context.substring(IMAGE_SCHEME.length())), at);
      }
    }
  }

  private void caches(Tree value, Path path) throws BadInput {
    List<Tree> items = Demands.items(value, path);
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Scalar scalar) {
        Path at = value instanceof Scalar ? path : path.item(i);
        Optional<BuildCache> cache = Interpolation.of(scalar.text()).map(BuildCache::of);
        if (cache.isEmpty()) {
          add(scalar.text(), Optional.empty(), at);
        } else if (cache.get().type().equals(BuildCache.REGISTRY)) {
          add(cache.get().image(), Optional.of(cache.get().image()), at);
        }
      }
    }
  }

  /** {@code generator=IMAGE}: it is run over what was built. */
  private void scanner(Tree value, Path path) throws BadInput {
    if (value instanceof Scalar scalar && !scalar.isNull()) {
      Optional<String> text = Interpolation.of(scalar.text());
      for (String part : text.orElse(GENERATOR).split(",", -1)) {
        if (part.startsWith(GENERATOR)) {
          add(scalar.text(), text.map(sbom -> part.substring(GENERATOR.length())), path);
        }
      }
    }
  }

  private void add(String written, Optional<String> name, Path at) throws BadInput {
    found.add(ImageName.use(written, name, platform, at));
  }
}
