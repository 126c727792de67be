// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A real registry with the images of {@link RealImages} in it, all with the tag {@code 1.0}; a copy
 * of derived in Docker's format, and an index of derived for two machines.
 */
public record RealAstro(RealRegistry registry, RealImages images) implements AutoCloseable {

  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final String INDEX = "application/vnd.oci.image.index.v1+json";

  /** In an empty folder. Skips the test where the programs for it are not here. */
  public static RealAstro start(Path folder) throws IOException, InterruptedException {
    RealPart.needs("docker-registry", "skopeo", "umoci");
    RealImages images = RealImages.in(folder);
    RealAstro astro = new RealAstro(RealRegistry.start(folder), images);
    for (String image : List.of("base", "derived", "foreign", "arm")) {
      astro.push(image, image + ":1.0");
    }
    astro.push("arm", "derived:arm");
    images.push("derived", "v2s2", astro.image("docker:1.0"));
    String entries = astro.entry("1.0", "amd64") + ", " + astro.entry("arm", "arm64");
    astro.registry.put(
        "astro/derived",
        "multi",
        INDEX,
        "{\"schemaVersion\": 2, \"manifests\": [" + entries + "]}");
    return astro;
  }

  /** Pushes one of the images under a name, which may be that of another one. */
  public void push(String image, String name) throws IOException {
    images.push(image, "oci", image(name));
  }

  /** The whole name of an image, like {@code base:1.0}. */
  public String image(String name) {
    return registry.host() + "/astro/" + name;
  }

  /** The lines of a platform's file that let it ask this registry. */
  public String fetch() {
    return "fetch: {hosts: [\"http://"
        + registry.host()
        + "\"], private: [127.0.0.1/32], time: 20s}\n";
  }

  private String entry(String tag, String architecture) throws IOException, InterruptedException {
    String manifest = registry.manifest("astro/derived", tag);
    return """
    {"mediaType": "%s", "digest": "%s", "size": %d,
     "platform": {"os": "linux", "architecture": "%s"}}\
    """
        .formatted(
            MANIFEST,
            registry.digest("astro/derived", tag),
            manifest.getBytes(StandardCharsets.UTF_8).length,
            architecture);
  }

  @Override
  public void close() {
    registry.close();
  }
}
