// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.ImagePlatform;
import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;
import org.whereto.tree.Tree;

/**
 * Reads manifests and indexes (OCI Image Format; Docker Image Manifest Version 2, Schema 2). What
 * two readers might take for two things is refused.
 */
final class ManifestReader {

  private static final String CONFIG = "config";
  private static final String LAYERS = "layers";
  private static final String MANIFESTS = "manifests";
  private static final String FS_LAYERS = "fsLayers";
  private static final String PLATFORM = "platform";
  private static final Set<String> NAMES =
      Set.of("schemaVersion", "mediaType", CONFIG, LAYERS, MANIFESTS, FS_LAYERS);
  private static final int MOST_ENTRIES = 500;
  private static final int SHOWN = 100;

  private ManifestReader() {}

  /**
   * Reads what a registry sent.
   *
   * @param contentType as the registry declared it: that decides, not the document
   * @throws BadInput {@code registry.malformed}, or {@code registry.not-an-image} where it is sound
   *     but no image that a container engine runs
   */
  static Manifest read(String contentType, byte[] document) throws BadInput {
    String type = RegistryMedia.of(contentType);
    boolean index = RegistryMedia.INDEXES.contains(type);
    if (!index && !RegistryMedia.MANIFESTS.contains(type)) {
      throw notAnImage(type);
    }
    ForeignObject manifest = ForeignObject.read(document, "The manifest", NAMES);
    if (manifest.number("schemaVersion") != 2) {
      throw manifest.malformed("is not of version 2");
    }
    Optional<String> own = manifest.textIfAny("mediaType");
    if (own.isPresent() && !RegistryMedia.of(own.get()).equals(type)) {
      throw manifest.malformed("says to be of another type than the registry says");
    }
    refuseBoth(manifest, index ? List.of(CONFIG, LAYERS) : List.of(MANIFESTS));
    return index ? index(manifest) : single(manifest);
  }

  private static BadInput notAnImage(String type) {
    if (RegistryMedia.SCHEMA_1.contains(type)) {
      return artifact(
          "The image is in the old format \"schema 1\", which Whereto does not read: push it again"
              + " with a newer tool.");
    }
    return artifact(
        type.isEmpty()
            ? "The registry does not say of what type its manifest is."
            : "What the registry sent is no manifest of an image: it is "
                + OneLine.of(type, SHOWN)
                + ".");
  }

  /** A document that is a manifest to one reader and an index to another. */
  private static void refuseBoth(ForeignObject manifest, List<String> others) throws BadInput {
    if (others.stream().anyMatch(manifest::has) || manifest.has(FS_LAYERS)) {
      throw manifest.malformed("is a manifest of two kinds at once");
    }
  }

  private static Manifest.Single single(ForeignObject manifest) throws BadInput {
    Descriptor configuration = Descriptor.of(manifest.object(CONFIG, Descriptor.NAMES));
    if (!RegistryMedia.CONFIGURATIONS.contains(configuration.mediaType())) {
      throw artifact(
          "This is no image but something else that is kept in a registry: "
              + OneLine.of(configuration.mediaType(), SHOWN)
              + ".");
    }
    long bytes = configuration.bytes();
    List<Tree> layers = manifest.items(LAYERS);
    for (Tree item : layers) {
      Descriptor layer = Descriptor.of(manifest.item(item, LAYERS, Descriptor.NAMES));
      requireLayer(layer);
      bytes = sum(manifest, bytes, layer.bytes());
    }
    return new Manifest.Single(configuration, layers.size(), bytes);
  }

  private static void requireLayer(Descriptor layer) throws BadInput {
    boolean foreign = RegistryMedia.FOREIGN_LAYERS.contains(layer.mediaType());
    if (layer.elsewhere()) {
      throw artifact(
          "Layers of this image lie outside of the registry (\"foreign layers\"), where Whereto"
              + " does not look.");
    }
    if (!foreign && !RegistryMedia.LAYERS.contains(layer.mediaType())) {
      throw artifact(
          "The image has a layer of a kind that is not known: "
              + OneLine.of(layer.mediaType(), SHOWN)
              + ".");
    }
  }

  private static long sum(ForeignObject manifest, long one, long other) throws BadInput {
    try {
      return Math.addExact(one, other);
    } catch (ArithmeticException _) {
      throw manifest.malformed("gives sizes that no image has");
    }
  }

  private static Manifest.Index index(ForeignObject index) throws BadInput {
    List<Tree> items = index.items(MANIFESTS);
    if (items.size() > MOST_ENTRIES) {
      throw index.malformed("lists more than " + MOST_ENTRIES + " images");
    }
    List<Manifest.Entry> entries = new ArrayList<>();
    for (Tree item : items) {
      ForeignObject entry = index.item(item, MANIFESTS, Descriptor.NAMES);
      Optional<ImagePlatform> platform = platform(entry);
      Descriptor manifest = Descriptor.of(entry);
      if (platform.filter(PlatformReader::isUnknown).isEmpty()) {
        requireManifest(manifest);
        entries.add(new Manifest.Entry(manifest, platform));
      }
    }
    return new Manifest.Index(entries);
  }

  /**
   * Some engines choose by the machine alone and see only then what it is that they chose: nothing
   * that they could choose is passed over.
   */
  private static void requireManifest(Descriptor entry) throws BadInput {
    if (RegistryMedia.INDEXES.contains(entry.mediaType())) {
      throw artifact("The index of this image holds another index, which Whereto does not read.");
    }
    if (!RegistryMedia.MANIFESTS.contains(entry.mediaType())) {
      throw artifact(
          "The index of this image holds something that is no image: "
              + OneLine.of(entry.mediaType(), SHOWN)
              + ".");
    }
  }

  private static Optional<ImagePlatform> platform(ForeignObject entry) throws BadInput {
    Optional<ForeignObject> platform = entry.objectIfAny(PLATFORM, PlatformReader.NAMES);
    return platform.isEmpty() ? Optional.empty() : Optional.of(PlatformReader.read(platform.get()));
  }

  private static BadInput artifact(String sentence) {
    return new BadInput("registry.not-an-image", sentence);
  }
}
