// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

/** What a registry keeps under a digest, and Whereto once it was read. */
sealed interface RegistryContent permits Manifest, ImageConfiguration {

  /** About the memory that it takes, in bytes. */
  int weight();
}
