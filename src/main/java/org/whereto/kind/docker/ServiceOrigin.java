// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.Optional;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/**
 * What a service is run from, with what it has of the services that it extends (compose
 * specification, "extends"). What it says itself wins; a key without a value says nothing.
 *
 * @param image what names its image; empty if nothing does
 * @param built whether the image is to be built; then a name beside is only what the result is
 *     called
 * @param platform the machine that it wants, if it says so
 * @param user whom it runs as, if it says so
 * @param untold why not all of it can be read, as the rest of a sentence; empty if it can
 */
record ServiceOrigin(
    Optional<Tree> image,
    boolean built,
    Optional<Tree> platform,
    Optional<Tree> user,
    String untold) {

  /** How many services may extend each other in a row. */
  private static final int LONGEST_CHAIN = 32;

  static ServiceOrigin of(Mapping service, Mapping services, Path path) throws BadInput {
    return of(service, services, path, LONGEST_CHAIN);
  }

  private static ServiceOrigin of(Mapping service, Mapping services, Path path, int steps)
      throws BadInput {
    Optional<Tree> image = given(service, "image");
    Optional<Tree> build = given(service, "build");
    Optional<Tree> platform = given(service, "platform");
    Optional<Tree> user = given(service, "user");
    Optional<Tree> extended = given(service, "extends");
    boolean own = build.map(ServiceOrigin::isBuilt).orElse(false);
    if (extended.isEmpty()) {
      return new ServiceOrigin(image, own, platform, user, "");
    }
    Optional<Tree> next = inThisFile(extended.get(), services);
    if (next.isEmpty() || steps == 0) {
      String why =
          next.isEmpty()
              ? "extends one that is not in this file, which may say or build its image."
              : "extends itself, or more than " + LONGEST_CHAIN + " others in a row.";
      return new ServiceOrigin(image, own, platform, user, why);
    }
    ServiceOrigin base = of(Demands.mapping(next.get(), path), services, path, steps - 1);
    return new ServiceOrigin(
        image.or(base::image),
        build.isPresent() ? own : base.built(),
        platform.or(base::platform),
        user.or(base::user),
        base.untold());
  }

  /**
   * Whether the key {@code build} says to build. No program takes {@code false} there: it stands
   * for one that was taken away with {@code !reset}.
   */
  static boolean isBuilt(Tree value) {
    return !(value instanceof Scalar scalar
        && (scalar.isNull() || (scalar.plain() && scalar.text().equals("false"))));
  }

  private static Optional<Tree> inThisFile(Tree extended, Mapping services) {
    Optional<Tree> name =
        extended instanceof Mapping mapping
            ? mapping.get("file").isPresent() ? Optional.empty() : mapping.get("service")
            : Optional.of(extended);
    return name.filter(Scalar.class::isInstance)
        .flatMap(text -> Interpolation.of(((Scalar) text).text()))
        .flatMap(services::get);
  }

  private static Optional<Tree> given(Mapping mapping, String key) {
    return mapping.get(key).filter(value -> !(value instanceof Scalar text && text.isNull()));
  }
}
