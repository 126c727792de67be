// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import org.whereto.systems.fetch.FetchUrl;
import org.whereto.task.ImageReference;
import org.whereto.tree.BadInput;

/**
 * What stands at one address of one registry; two with the same repository in two registries are
 * two.
 *
 * @param reference a digest, or for a manifest a tag
 */
record RegistryItem(RegistryHost host, String repository, Shelf shelf, String reference) {

  /** The two kinds of things that a repository keeps (OCI Distribution, endpoints 2 and 3). */
  enum Shelf {
    MANIFESTS("manifests"),
    BLOBS("blobs");

    private final String path;

    Shelf(String path) {
      this.path = path;
    }
  }

  /**
   * What the name of an image leads to; where a digest is given it decides, the tag does not.
   *
   * @throws BadInput {@code registry.malformed} for a digest that cannot be verified
   */
  static RegistryItem named(RegistryHost host, ImageReference image) throws BadInput {
    String reference = image.digest().isEmpty() ? image.tag() : Digest.of(image.digest()).text();
    return new RegistryItem(host, image.repository(), Shelf.MANIFESTS, reference);
  }

  /** Another manifest of the same repository. */
  RegistryItem manifest(Digest digest) {
    return new RegistryItem(host, repository, Shelf.MANIFESTS, digest.text());
  }

  /** A blob of the same repository. */
  RegistryItem blob(Digest digest) {
    return new RegistryItem(host, repository, Shelf.BLOBS, digest.text());
  }

  /** Whether what stands here can never change. No tag holds a colon. */
  boolean isPinned() {
    return reference.indexOf(':') >= 0;
  }

  boolean isManifest() {
    return shelf == Shelf.MANIFESTS;
  }

  FetchUrl url() throws BadInput {
    return FetchUrl.of(host.origin() + "/v2/" + repository + "/" + shelf.path + "/" + reference);
  }
}
