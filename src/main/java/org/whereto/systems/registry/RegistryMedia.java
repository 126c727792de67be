// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The media types that registries use for images (OCI Image Format; Docker's of before). */
final class RegistryMedia {

  private static final String OCI = "application/vnd.oci.image.";
  private static final String DOCKER = "application/vnd.docker.";

  static final Set<String> MANIFESTS =
      Set.of(OCI + "manifest.v1+json", DOCKER + "distribution.manifest.v2+json");
  static final Set<String> INDEXES =
      Set.of(OCI + "index.v1+json", DOCKER + "distribution.manifest.list.v2+json");
  static final Set<String> CONFIGURATIONS =
      Set.of(OCI + "config.v1+json", DOCKER + "container.image.v1+json");

  /** Signed or not; no digest of it names its layers for certain. */
  static final Set<String> SCHEMA_1 =
      Set.of(
          DOCKER + "distribution.manifest.v1+json", DOCKER + "distribution.manifest.v1+prettyjws");

  /** Layers that the registry need not hold: they lie where their maker says. */
  static final Set<String> FOREIGN_LAYERS =
      Set.of(
          OCI + "layer.nondistributable.v1.tar",
          OCI + "layer.nondistributable.v1.tar+gzip",
          OCI + "layer.nondistributable.v1.tar+zstd",
          DOCKER + "image.rootfs.foreign.diff.tar",
          DOCKER + "image.rootfs.foreign.diff.tar.gzip");

  static final Set<String> LAYERS =
      Set.of(
          OCI + "layer.v1.tar",
          OCI + "layer.v1.tar+gzip",
          OCI + "layer.v1.tar+zstd",
          DOCKER + "image.rootfs.diff.tar",
          DOCKER + "image.rootfs.diff.tar.gzip",
          DOCKER + "image.rootfs.diff.tar.zstd");

  /**
   * All in one: a registry that is not told of a type converts the image to another, or says that
   * there is none.
   */
  static final String ACCEPT =
      String.join(
          ", ",
          List.of(
              OCI + "manifest.v1+json",
              OCI + "index.v1+json",
              DOCKER + "distribution.manifest.v2+json",
              DOCKER + "distribution.manifest.list.v2+json"));

  private RegistryMedia() {}

  /** What a Content-Type says, without its parameters, in lower case. */
  static String of(String contentType) {
    int parameters = contentType.indexOf(';');
    String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT);
  }
}
