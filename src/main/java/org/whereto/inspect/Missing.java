// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.whereto.task.ImageReference;
import org.whereto.tree.BadInput;
import org.whereto.tree.Nearest;
import org.whereto.tree.OneLine;

/** A text that names no file: the name of an image, or of a file that is not there. */
final class Missing {

  private static final String SCHEME = "docker://";
  private static final int MOST_NAMES = 2_000;

  private Missing() {}

  static boolean saysImage(String text) {
    return text.startsWith(SCHEME);
  }

  /** The image that {@code docker://} names. */
  static Found image(String text) throws BadInput {
    String name = text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text;
    return found(name, ImageReference.parse(name));
  }

  /**
   * The image that a text names, if it does so plainly.
   *
   * @throws BadInput where it rather names a file that is not there
   */
  static Found imageOrNoFile(String text) throws BadInput {
    boolean plain = text.indexOf('/') > 0 || text.indexOf(':') > 0;
    if (!plain || isPath(text)) {
      throw noFile(text);
    }
    try {
      ImageReference image = ImageReference.parse(text);
      boolean certain = text.contains(":") || text.contains("@") || hasRegistry(text);
      if (certain || !parentExists(text)) {
        return found(text, image);
      }
    } catch (BadInput noImage) {
      throw hasRegistry(text) || text.contains("@") ? neither(text, noImage) : noFile(text);
    }
    throw noFile(text);
  }

  private static Found found(String name, ImageReference image) {
    return Found.of(
        "the container image " + OneLine.of(image.toString()), TaskTypes.CONTAINER, "image", name);
  }

  private static boolean isPath(String text) {
    return text.startsWith("/")
        || text.startsWith(".")
        || text.startsWith("~")
        || text.endsWith("/")
        || text.indexOf('\\') >= 0
        || Ending.isFileName(text);
  }

  /** Whether the first part is a host, as engines tell it: by a dot, a port, or localhost. */
  private static boolean hasRegistry(String text) {
    String first = text.substring(0, Math.max(text.indexOf('/'), 0));
    return first.contains(".") || first.equals("localhost");
  }

  private static boolean parentExists(String text) {
    return parent(text).map(Files::isDirectory).orElse(false);
  }

  private static Optional<Path> parent(String text) {
    try {
      Path parent = Path.of(text).toAbsolutePath().getParent();
      return Optional.ofNullable(parent);
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private static BadInput noFile(String text) {
    String base = text.substring(text.lastIndexOf('/') + 1);
    Optional<Path> parent = parent(text).filter(Files::isDirectory);
    String hint = parent.map(folder -> Nearest.hint(base, names(folder))).orElse("");
    String where =
        parent.isEmpty() && text.indexOf('/') >= 0 ? " Its folder does not exist either." : "";
    String image = isImageName(text) ? " For an image write docker://" + text + "." : "";
    return new BadInput(
        "file.missing",
        "There is no file \""
            + OneLine.of(text)
            + "\"."
            + (hint.isEmpty() ? "" : " " + OneLine.of(hint))
            + where
            + image);
  }

  private static BadInput neither(String text, BadInput noImage) {
    return new BadInput(
        "file.missing",
        "There is no file \"" + OneLine.of(text) + "\". As an image: " + noImage.sentence());
  }

  private static boolean isImageName(String text) {
    try {
      return !isPath(text) && !ImageReference.parse(text).repository().isEmpty();
    } catch (BadInput noImage) {
      return false;
    }
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.limit(MOST_NAMES).map(file -> file.getFileName().toString()).toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
