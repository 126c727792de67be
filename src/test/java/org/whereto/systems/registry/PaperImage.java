// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An image for one machine, as bytes that a test may spoil before they are kept anywhere.
 *
 * @param architecture of Linux
 * @param layers a letter for each, from which its digests are made
 * @param more members of the object {@code config}, like {@code "User": "astro"}
 */
record PaperImage(String architecture, String layers, String more) {

  static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
  static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
  static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
  static final String OCI_CONFIG = "application/vnd.oci.image.config.v1+json";
  static final String OCI_LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";

  static PaperImage of(String layers) {
    return new PaperImage("amd64", layers, "");
  }

  PaperImage on(String other) {
    return new PaperImage(other, layers, more);
  }

  PaperImage with(String members) {
    return new PaperImage(architecture, layers, members);
  }

  List<String> diffIds() {
    return layers.chars().mapToObj(layer -> digest("uncompressed " + (char) layer)).toList();
  }

  String config() {
    return """
    {"os": "linux", "architecture": "%s", "created": "2026-01-02T03:04:05Z", "config": {%s},
     "rootfs": {"type": "layers", "diff_ids": [%s]}, "history": [{"empty_layer": true}]}\
    """
        .formatted(
            architecture,
            more,
            diffIds().stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(", ")));
  }

  String manifest() {
    return manifest(config());
  }

  /** The manifest of these layers with another configuration. */
  String manifest(String config) {
    String all =
        IntStream.range(0, layers.length())
            .mapToObj(i -> descriptor(OCI_LAYER, "compressed " + layers.charAt(i)))
            .collect(Collectors.joining(", "));
    return """
    {"schemaVersion": 2, "config": %s, "layers": [%s]}\
    """
        .formatted(descriptor(OCI_CONFIG, config), all);
  }

  /** An entry of an index for this image. */
  String entry() {
    return descriptor(OCI_MANIFEST, manifest())
        .replace(
            "}",
            ", \"platform\": {\"os\": \"linux\", \"architecture\": \"" + architecture + "\"}}");
  }

  static String index(String... entries) {
    return "{\"schemaVersion\": 2, \"manifests\": [" + String.join(", ", entries) + "]}";
  }

  static String descriptor(String type, String content) {
    return """
    {"mediaType": "%s", "digest": "%s", "size": %d}\
    """
        .formatted(type, digest(content), content.getBytes(UTF_8).length);
  }

  static String digest(String content) {
    return Digest.sha256Of(content.getBytes(UTF_8)).text();
  }
}
