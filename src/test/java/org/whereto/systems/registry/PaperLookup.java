// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.whereto.task.ImagePlatform;
import org.whereto.task.ImageReference;
import org.whereto.tree.BadInput;
import org.whereto.world.Image;
import org.whereto.world.ImageWanted;
import org.whereto.world.Known;

/** Looks images up in registries on paper, by a clock that stands still until it is moved. */
final class PaperLookup {

  /** As by default, but for machines that have much else to do. */
  static final RegistrySettings PATIENT =
      new RegistrySettings(
          RegistrySettings.DEFAULT.fresh(), Optional.empty(), Duration.ofSeconds(30));

  final PaperRegistry registry = new PaperRegistry();
  final RegistryImages images;
  private final AtomicLong now = new AtomicLong();

  PaperLookup() {
    this(PATIENT);
  }

  PaperLookup(RegistrySettings settings) {
    this.images = new RegistryImages(settings, registry, _ -> false, now::get);
  }

  /** One that uses what is at most so old while a registry is down. */
  static PaperLookup stale(Duration stale) {
    return new PaperLookup(
        new RegistrySettings(PATIENT.fresh(), Optional.of(stale), PATIENT.time()));
  }

  void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  Known<Optional<Image>> look(String image, String... platforms) {
    ImageWanted wanted = wanted(image, platforms);
    return images.look(Set.of(wanted)).get(wanted);
  }

  /** What is found, where it must be. */
  Image found(String image, String... platforms) {
    if (look(image, platforms) instanceof Known.Value<Optional<Image>>(var value, _)
        && value.isPresent()) {
      return value.get();
    }
    throw new AssertionError(look(image, platforms));
  }

  static ImageWanted wanted(String image, String... platforms) {
    try {
      Set<ImagePlatform> machines = new HashSet<>();
      for (String platform : List.of(platforms)) {
        machines.add(ImagePlatform.parse(platform));
      }
      return new ImageWanted(ImageReference.parse(image), machines);
    } catch (BadInput fault) {
      throw new AssertionError(fault.sentence(), fault);
    }
  }
}
