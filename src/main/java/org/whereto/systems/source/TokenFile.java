// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.whereto.tree.Settings;

/**
 * A file that holds a token and nothing else. It is read anew for each request, so that whoever
 * renews it has to tell nobody.
 */
record TokenFile(Path path) {

  private static final String KEY = "token-file";
  private static final int MOST_BYTES = 16 * 1024;

  /** As {@code scontrol token} prints one. */
  private static final String OF_SLURM = "SLURM_JWT=";

  static Optional<TokenFile> read(Settings in) {
    return OwnerPath.read(
            in, KEY, "A file that holds the token to show there, read anew each time.")
        .map(TokenFile::new);
  }

  /**
   * The token that it holds now.
   *
   * @throws Unread that says nothing of what it holds
   */
  String token() throws Unread {
    String text = new String(bytes(), ISO_8859_1).strip();
    String token = text.startsWith(OF_SLURM) ? text.substring(OF_SLURM.length()) : text;
    if (token.isEmpty()) {
      throw new Unread("The token file " + path + " is empty.");
    }
    if (!token.chars().allMatch(c -> c > ' ' && c <= '~')) {
      throw new Unread("The token file " + path + " holds something else than one token.");
    }
    return token;
  }

  private byte[] bytes() throws Unread {
    try {
      return WholeFile.read(path, MOST_BYTES).content().bytes();
    } catch (IOException fault) {
      throw new Unread("The token file " + path + " cannot be read: " + WholeFile.why(fault));
    }
  }
}
