// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.ImageReference;
import org.whereto.tree.BadInput;

/** Reads the configuration of an image (OCI Image Format, configuration). */
final class ConfigurationReader {

  private static final String CREATED = "created";
  private static final String ROOTFS = "rootfs";
  private static final String CONFIG = "config";
  private static final String DIFF_IDS = "diff_ids";
  private static final String USER = "User";
  private static final String LABELS = "Labels";
  private static final Set<String> NAMES = names();
  private static final int LONGEST_USER = 256;

  /** What a program in Go writes that was told no time. */
  private static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

  private ConfigurationReader() {}

  /**
   * Reads the bytes that a manifest pointed to.
   *
   * @throws BadInput {@code registry.malformed}
   */
  static ImageConfiguration read(byte[] document) throws BadInput {
    ForeignObject whole = ForeignObject.read(document, "The image's configuration", NAMES);
    ForeignObject rootfs = whole.object(ROOTFS, Set.of("type", DIFF_IDS));
    Optional<ForeignObject> config = whole.objectIfAny(CONFIG, Set.of(USER, LABELS));
    return new ImageConfiguration(
        PlatformReader.read(whole),
        layers(rootfs),
        config.isPresent() ? config.get().map(LABELS) : Map.of(),
        config.isPresent() ? user(config.get()) : "",
        created(whole));
  }

  private static List<String> layers(ForeignObject rootfs) throws BadInput {
    if (!rootfs.text("type").equals("layers")) {
      throw rootfs.malformed("is not made of layers");
    }
    List<String> layers = rootfs.texts(DIFF_IDS);
    if (!layers.stream().allMatch(ImageReference::isDigest)) {
      throw rootfs.malformed("names a layer by something that is no digest");
    }
    return layers;
  }

  private static String user(ForeignObject config) throws BadInput {
    String user = config.textIfAny(USER).orElse("");
    if (user.length() > LONGEST_USER) {
      throw config.malformed("names a user of more than " + LONGEST_USER + " characters");
    }
    return user;
  }

  /** Nothing where it cannot be told: who asks for the age then learns that it is not known. */
  private static Optional<Instant> created(ForeignObject whole) throws BadInput {
    Optional<String> created = whole.textIfAny(CREATED);
    try {
      return created
          .map(text -> OffsetDateTime.parse(text).toInstant())
          .filter(time -> !time.equals(NEVER));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Set<String> names() {
    Set<String> names = new HashSet<>(PlatformReader.NAMES);
    names.addAll(List.of(CREATED, ROOTFS, CONFIG));
    return Set.copyOf(names);
  }
}
