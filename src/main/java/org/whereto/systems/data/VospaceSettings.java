// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import java.util.Optional;
import org.whereto.systems.fetch.SecretFile;
import org.whereto.task.DataItem.VospaceNode;
import org.whereto.tree.Settings;

/**
 * A VOSpace service (IVOA VOSpace 2.1).
 *
 * @param authority whose space it is, in lower case and with exclamation marks
 * @param endpoint below which {@code /nodes} stands
 * @param token with which it is asked; as anybody if empty
 * @param isForAnybody whether Tasks reach it as anybody may
 */
public record VospaceSettings(
    String authority, Endpoint endpoint, Optional<SecretFile> token, boolean isForAnybody) {

  /** Reads the keys that tell how to ask a service. */
  public static VospaceSettings read(
      Settings in, String authority, Endpoint endpoint, boolean isForAnybody) {
    Optional<SecretFile> token =
        SecretFile.read(in, "token-file", "The file with a token with which the service is asked.");
    return new VospaceSettings(authority, endpoint, token, isForAnybody);
  }

  /** Whether a node is one of this space. */
  boolean isOf(VospaceNode node) {
    return node.authority().equals(authority);
  }
}
