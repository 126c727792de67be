// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.List;
import java.util.Optional;

/**
 * What a kind found in a Task, each with its evidence. A fact that the kind does not provide is
 * empty, and no check that needs it can be configured for that kind.
 *
 * @param resources what its content asks for, each amount with its place there
 * @param noImage why there is no image, one sentence, where the Task brings none of its own and
 *     that is well; else empty
 */
public record Facts(
    Subject subject,
    Languages languages,
    List<ImageUse> images,
    List<Demand> demands,
    Optional<Environment> environment,
    Resources resources,
    String noImage) {

  public Facts {
    images = List.copyOf(images);
    demands = List.copyOf(demands);
  }

  /** Facts about a subject of which nothing else is known yet. */
  public static Facts about(Subject subject) {
    return new Facts(
        subject, Languages.NONE, List.of(), List.of(), Optional.empty(), Resources.NONE, "");
  }

  public Facts with(Subject seen) {
    return new Facts(seen, languages, images, demands, environment, resources, noImage);
  }

  public Facts with(Languages found) {
    return new Facts(subject, found, images, demands, environment, resources, noImage);
  }

  public Facts withImages(List<ImageUse> found) {
    return new Facts(subject, languages, found, demands, environment, resources, noImage);
  }

  public Facts withDemands(List<Demand> found) {
    return new Facts(subject, languages, images, found, environment, resources, noImage);
  }

  public Facts with(Environment found) {
    return new Facts(subject, languages, images, demands, Optional.of(found), resources, noImage);
  }

  public Facts with(Resources found) {
    return new Facts(subject, languages, images, demands, environment, found, noImage);
  }

  /** The same of a Task that runs on an image of the platform's own. */
  public Facts withoutImage(String why) {
    return new Facts(subject, languages, List.of(), demands, environment, resources, why);
  }
}
