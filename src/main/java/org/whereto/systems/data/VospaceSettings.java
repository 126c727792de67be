// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import java.util.List;
import java.util.Optional;
import org.whereto.systems.fetch.SecretFile;
import org.whereto.task.DataItem.VospaceNode;
import org.whereto.tree.Settings;

/**
 * A VOSpace service (IVOA VOSpace 2.1).
 *
 * @param authority whose space it is, in lower case and with exclamation marks
 * @param endpoint below which {@code /nodes} stands
 * @param prefixes paths below which the owner says that data is here or can be reached, as {@link
 *     org.whereto.task.VospaceUri#prefix} has them
 * @param token with which it is asked; as anybody if empty
 * @param isForAnybody whether Tasks reach it as anybody may
 */
public record VospaceSettings(
    String authority,
    Endpoint endpoint,
    List<String> prefixes,
    Optional<SecretFile> token,
    boolean isForAnybody) {

  public VospaceSettings {
    prefixes = List.copyOf(prefixes);
  }

  /** Reads the key that tells with what a service is asked. */
  public static Optional<SecretFile> token(Settings in) {
    return SecretFile.read(
        in, "token-file", "The file with a token with which the service is asked.");
  }

  /** Whether a node is one of this space. */
  boolean isOf(VospaceNode node) {
    return node.authority().equals(authority);
  }

  /** Whether all that the owner says of one node, by its path, is said of the other too. */
  boolean isSaidOf(VospaceNode one, VospaceNode other) {
    return prefixes.stream()
        .filter(prefix -> covers(prefix, one.path()))
        .allMatch(prefix -> covers(prefix, other.path()));
  }

  /** {@code /a} covers itself and {@code /a/x}, and not {@code /ab}. */
  private static boolean covers(String prefix, String path) {
    return path.equals(prefix) || path.startsWith(prefix.endsWith("/") ? prefix : prefix + "/");
  }
}
