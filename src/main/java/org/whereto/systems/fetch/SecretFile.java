// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.whereto.tree.Settings;

/**
 * A file of the owner that holds one secret: a token, a password. It is read whenever the secret is
 * needed, so that one that was changed counts at once; nothing of it is kept or told.
 */
public final class SecretFile {

  /** Longer than any header can be. */
  private static final int LONGEST = 8 * 1024;

  private static final String UNREADABLE =
      "The credentials that this platform has for it cannot be read: its owner has to look at"
          + " them.";

  private final Path path;

  private SecretFile(Path path) {
    this.path = path;
  }

  /** The file that {@code key} names; nothing after a fault. */
  public static Optional<SecretFile> read(Settings in, String key, String doc) {
    Optional<String> text = in.textIfAny(key, doc);
    Optional<Path> path = text.flatMap(SecretFile::path).filter(Path::isAbsolute);
    if (text.isPresent() && path.isEmpty()) {
      in.problem(key, "\"" + key + "\" must name a file from the root, like /etc/whereto/secret.");
    }
    return path.map(SecretFile::new);
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /**
   * The secret as it stands in the file now, without white space around it.
   *
   * @throws Unanswered if there is none that could be sent; the sentence does not say which file
   */
  public String secret() throws Unanswered {
    try (InputStream in = Files.newInputStream(path)) {
      String text = new String(in.readNBytes(LONGEST + 1), StandardCharsets.UTF_8).strip();
      boolean isOneLine = text.chars().allMatch(c -> c >= ' ' && c <= '~');
      if (!text.isEmpty() && text.length() <= LONGEST && isOneLine) {
        return text;
      }
    } catch (IOException | SecurityException _) {
      // Which file it is, and why, is for its owner: whoever asks learns that there is none.
    }
    throw Unanswered.refused(UNREADABLE);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SecretFile file && file.path.equals(path);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }

  /** Never shown. */
  @Override
  public String toString() {
    return "a secret";
  }
}
