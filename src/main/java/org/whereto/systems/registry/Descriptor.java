// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import java.util.Set;
import org.whereto.tree.BadInput;

/**
 * How one content of a registry points to another (OCI Image Format, descriptors).
 *
 * @param mediaType in lower case
 * @param bytes how long the content says to be
 * @param elsewhere whether it gives addresses outside of the registry
 */
record Descriptor(String mediaType, Digest digest, long bytes, boolean elsewhere) {

  /** The members that matter; {@code platform} in an index alone. */
  static final Set<String> NAMES = Set.of("mediaType", "digest", "size", "urls", "platform");

  static Descriptor of(ForeignObject object) throws BadInput {
    return new Descriptor(
        RegistryMedia.of(object.text("mediaType")),
        Digest.of(object.text("digest")),
        object.number("size"),
        !object.items("urls").isEmpty());
  }
}
