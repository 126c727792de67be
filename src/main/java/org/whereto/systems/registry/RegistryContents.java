// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import java.util.ArrayList;
import java.util.List;
import org.whereto.systems.fetch.Unanswered;

/** Contents of registries, verified by their digests. */
interface RegistryContents {

  /** What is done with each of several things. */
  interface Each<T, R> {
    R of(T thing) throws Unanswered;
  }

  /** The manifest at an address with a digest. */
  Manifest manifest(RegistryItem item) throws Unanswered;

  /** A manifest that another content points to; refused where it is not as that one says. */
  Manifest manifest(RegistryItem item, Descriptor descriptor) throws Unanswered;

  /** The configuration that a manifest points to; refused where it is not as that one says. */
  ImageConfiguration configuration(RegistryItem item, Descriptor descriptor) throws Unanswered;

  /** Does something with each of these, in their order. */
  default <T, R> List<R> each(List<T> things, Each<T, R> each) throws Unanswered {
    List<R> results = new ArrayList<>();
    for (T thing : things) {
      results.add(each.of(thing));
    }
    return results;
  }
}
