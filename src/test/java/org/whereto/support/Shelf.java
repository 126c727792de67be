// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.ImagePlatform;
import org.whereto.task.ImageReference;
import org.whereto.tree.BadInput;
import org.whereto.world.Image;
import org.whereto.world.Image.Variant;
import org.whereto.world.ImageWanted;
import org.whereto.world.Images;
import org.whereto.world.Known;
import org.whereto.world.World;

/** Registries that hold what a test puts there; whatever is not there does not exist. */
public final class Shelf implements Images {

  private final Map<ImageReference, Known<Optional<Image>>> known = new HashMap<>();
  private final List<Set<ImageWanted>> asked = new ArrayList<>();

  /** An image whose index and variants say the same. */
  public Shelf put(String name, Variant... variants) {
    return put(name, Duration.ZERO, image(name, variants));
  }

  public Shelf put(String name, Duration age, Image image) {
    return say(name, new Known.Value<>(Optional.of(image), age));
  }

  public Shelf say(String name, Known<Optional<Image>> said) {
    known.put(reference(name), said);
    return this;
  }

  public static Image image(String name, Variant... variants) {
    Set<ImagePlatform> offered = new HashSet<>();
    List.of(variants).forEach(variant -> offered.add(variant.platform()));
    return new Image(digest(name), offered, List.of(variants));
  }

  /** A digest that belongs to this text alone. */
  public static String digest(String of) {
    return "sha256:" + "%08x".formatted(of.hashCode()).repeat(8);
  }

  public static ImageReference reference(String name) {
    try {
      return ImageReference.parse(name);
    } catch (BadInput fault) {
      throw new IllegalArgumentException(name, fault);
    }
  }

  /** What was asked, one set for each call. */
  public List<Set<ImageWanted>> asked() {
    return List.copyOf(asked);
  }

  public World world() {
    return World.CLOSED.withImages(this);
  }

  @Override
  public Map<ImageWanted, Known<Optional<Image>>> look(Set<ImageWanted> images) {
    asked.add(images);
    Map<ImageWanted, Known<Optional<Image>>> said = new HashMap<>();
    images.forEach(wanted -> said.put(wanted, said(wanted)));
    return said;
  }

  private Known<Optional<Image>> said(ImageWanted wanted) {
    Known<Optional<Image>> all =
        known.getOrDefault(wanted.reference(), new Known.Value<>(Optional.empty(), Duration.ZERO));
    return all instanceof Known.Value<Optional<Image>>(var image, var age)
        ? new Known.Value<>(image.map(whole -> only(wanted.platforms(), whole)), age)
        : all;
  }

  private static Image only(Set<ImagePlatform> platforms, Image image) {
    return platforms.isEmpty()
        ? image
        : new Image(
            image.digest(),
            image.offered(),
            image.variants().stream()
                .filter(variant -> platforms.contains(variant.platform()))
                .toList());
  }
}
