// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.whereto.kind.binder.GitUrl;
import org.whereto.tree.BadInput;

/**
 * Where a copy of a git repository came from: Binder builds that, not the copy. Of git's own files
 * only {@code .git/config} is read, and no program is run.
 */
final class GitOrigin {

  private static final int LARGEST_CONFIG = 1 << 16;
  private static final String CONFIG = ".git/config";
  private static final String SECTION = "[remote \"origin\"]";
  private static final String KEY = "url";

  private GitOrigin() {}

  /**
   * The URL of {@code origin}, without the name and password that it may carry; empty where there
   * is none that others could reach.
   *
   * @param root of the copy, links resolved
   */
  static Optional<String> of(Path root) {
    Path config = root.resolve(CONFIG);
    try {
      if (!Files.isRegularFile(config) || !config.toRealPath().startsWith(root)) {
        return Optional.empty();
      }
      return url(Bytes.text(Bytes.of(config, LARGEST_CONFIG), CONFIG))
          .flatMap(GitOrigin::reachable);
    } catch (IOException | BadInput unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<String> url(String config) {
    boolean origin = false;
    Optional<String> url = Optional.empty();
    for (String line : config.lines().map(String::strip).toList()) {
      int equals = line.indexOf('=');
      if (line.startsWith("[")) {
        origin = line.equals(SECTION);
      } else if (origin && equals > 0 && line.substring(0, equals).strip().equals(KEY)) {
        url = Optional.of(line.substring(equals + 1).strip());
      }
    }
    return url;
  }

  private static Optional<String> reachable(String url) {
    try {
      GitUrl read = GitUrl.read(withoutUser(url));
      return Optional.of(read.toString());
    } catch (BadInput local) {
      return Optional.empty();
    }
  }

  private static String withoutUser(String url) {
    int authority = url.indexOf("://") + 3;
    int slash = authority < 3 ? -1 : url.indexOf('/', authority);
    int user = slash < 0 ? -1 : url.lastIndexOf('@', slash);
    boolean web = url.startsWith("http://") || url.startsWith("https://");
    return web && user > authority ? url.substring(0, authority) + url.substring(user + 1) : url;
  }
}
