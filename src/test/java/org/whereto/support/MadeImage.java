// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.task.ImagePlatform;
import org.whereto.tree.BadInput;
import org.whereto.world.Image.Variant;

/** A variant of an image that nothing speaks against, and changes of it. */
public record MadeImage(Variant variant) {

  /** Of two layers and 5 MB, run by user 1000, made an hour ago. */
  public static MadeImage on(String platform) {
    return new MadeImage(
        new Variant(
            machine(platform),
            Shelf.digest(platform),
            layers("base", "own"),
            5_000_000,
            Map.of(),
            "1000",
            Optional.of(Instant.now().minusSeconds(3600))));
  }

  public static ImagePlatform machine(String platform) {
    try {
      return ImagePlatform.parse(platform);
    } catch (BadInput fault) {
      throw new IllegalArgumentException(platform, fault);
    }
  }

  private static List<String> layers(String... contents) {
    return List.of(contents).stream().map(Shelf::digest).toList();
  }

  /** One layer for each of these contents. */
  public MadeImage of(String... contents) {
    return changed(layers(contents), variant.bytes(), variant.labels(), variant.user());
  }

  public MadeImage bytes(long bytes) {
    return changed(variant.layers(), bytes, variant.labels(), variant.user());
  }

  public MadeImage label(String name, String value) {
    return changed(variant.layers(), variant.bytes(), Map.of(name, value), variant.user());
  }

  public MadeImage user(String user) {
    return changed(variant.layers(), variant.bytes(), variant.labels(), user);
  }

  public MadeImage created(Optional<Instant> created) {
    Variant old = variant;
    return new MadeImage(
        new Variant(
            old.platform(),
            old.digest(),
            old.layers(),
            old.bytes(),
            old.labels(),
            old.user(),
            created));
  }

  private MadeImage changed(
      List<String> layers, long bytes, Map<String, String> labels, String user) {
    return new MadeImage(
        new Variant(
            variant.platform(), variant.digest(), layers, bytes, labels, user, variant.created()));
  }
}
