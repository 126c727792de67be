// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.Optional;
import org.whereto.kind.docker.ServiceChain.Said;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Scalar;

/**
 * What a service is run from, with what it has of the services that it extends.
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

  static ServiceOrigin of(ServiceChain chain) {
    return new ServiceOrigin(
        chain.first("image").map(Said::value),
        chain.first("build").map(build -> isBuilt(build.value())).orElse(false),
        chain.first("platform").map(Said::value),
        chain.first("user").map(Said::value),
        switch (chain.end()) {
          case WHOLE -> "";
          case ELSEWHERE ->
              "extends one that is not in this file, which may say or build its image.";
          case TOO_LONG ->
              "extends itself, or more than " + ServiceChain.LONGEST + " others in a row.";
        });
  }

  /**
   * Whether the key {@code build} says to build. No program takes {@code false} there: it stands
   * for one that was taken away with {@code !reset}.
   */
  static boolean isBuilt(Tree value) {
    return !(value instanceof Scalar scalar
        && (scalar.isNull() || (scalar.plain() && scalar.text().equals("false"))));
  }
}
