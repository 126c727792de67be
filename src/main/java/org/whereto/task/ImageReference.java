// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.Locale;
import java.util.Map;
import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;

/**
 * The name of a container image in its normal form: {@code docker.io}, {@code library/} and {@code
 * :latest} are filled in where they are implied, the registry is in lower case.
 *
 * @param registry host and optional port, like {@code docker.io} or {@code
 *     registry.example.org:5000}
 * @param repository path of the image in the registry, like {@code library/example}
 * @param tag empty only if a digest is given
 * @param digest {@code sha256:...}; empty if none. Where one is given it decides, the tag does not
 */
public record ImageReference(String registry, String repository, String tag, String digest) {

  /** The folder of Docker Hub that is implied for names of one component. */
  public static final String LIBRARY = "library/";

  private static final String LATEST = "latest";
  private static final int LONGEST_REPOSITORY = 255;
  private static final int LONGEST_TAG = 128;
  private static final int SHOWN = 60;

  /** Hexadecimal digits of each kind of digest that registries know. */
  private static final Map<String, Integer> DIGEST_LENGTHS =
      Map.of("sha256", 64, "sha384", 96, "sha512", 128);

  /** Registry and repository. */
  public String name() {
    return registry + "/" + repository;
  }

  @Override
  public String toString() {
    return name() + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
  }

  /**
   * The image that {@code [registry[:port]/]repository[:tag][@digest]} names, by the grammar that
   * registries and container engines share (the reference grammar of the distribution project).
   *
   * @throws BadInput {@code image.malformed}, with the remedy
   */
  public static ImageReference parse(String written) throws BadInput {
    requirePlausible(written);
    int at = written.indexOf('@');
    String digest = at < 0 ? "" : digest(written.substring(at + 1));
    String named = at < 0 ? written : written.substring(0, at);
    int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    String name = colon < 0 ? named : named.substring(0, colon);
    String tag = colon < 0 ? "" : tag(named.substring(colon + 1));
    String implied = tag.isEmpty() && digest.isEmpty() ? LATEST : tag;

    int slash = name.indexOf('/');
    boolean hasRegistry = slash >= 0 && ImageRegistry.isNamedBy(name.substring(0, slash));
    String registry =
        hasRegistry ? ImageRegistry.normalise(name.substring(0, slash)) : ImageRegistry.DOCKER_HUB;
    String path = repository(hasRegistry ? name.substring(slash + 1) : name);
    String repository = inLibrary(registry, path);
    if (repository.length() > LONGEST_REPOSITORY) {
      throw ImageRegistry.fault(
          "The name of the repository is longer than " + LONGEST_REPOSITORY + " characters.");
    }
    return new ImageReference(registry, repository, implied, digest);
  }

  /** The repository with the folder that is implied on Docker Hub. */
  public static String inLibrary(String registry, String repository) {
    boolean implied = registry.equals(ImageRegistry.DOCKER_HUB) && repository.indexOf('/') < 0;
    return implied ? LIBRARY + repository : repository;
  }

  /** Whether this can stand after {@code @} in the name of an image. */
  public static boolean isDigest(String text) {
    int colon = text.indexOf(':');
    int length = colon < 0 ? -1 : DIGEST_LENGTHS.getOrDefault(text.substring(0, colon), -1);
    return text.length() - colon - 1 == length && isLowerHex(text.substring(colon + 1));
  }

  private static void requirePlausible(String written) throws BadInput {
    if (written.isEmpty()) {
      throw ImageRegistry.fault("The image has no name.");
    }
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c <= ' ' || c > '~') {
        throw ImageRegistry.fault(
            "The name of an image holds no blanks, control characters or letters beyond a to z;"
                + " there is one at character "
                + (i + 1)
                + ".");
      }
    }
    int scheme = written.indexOf("://");
    if (scheme >= 0) {
      throw ImageRegistry.fault(
          "The name of an image begins with no scheme: leave out \""
              + shown(written.substring(0, scheme + 3))
              + "\".");
    }
    if (isDigest(written) || (written.length() == 64 && isLowerHex(written))) {
      throw ImageRegistry.fault(
          "This is the identifier of an image on one machine: give the image's name instead.");
    }
  }

  private static String digest(String digest) throws BadInput {
    if (!isDigest(digest)) {
      throw ImageRegistry.fault(
          "\""
              + shown(digest)
              + "\" is no digest: after the @ stands sha256: and 64 hexadecimal digits in lower"
              + " case.");
    }
    return digest;
  }

  private static String tag(String tag) throws BadInput {
    boolean begins = !tag.isEmpty() && tag.charAt(0) != '.' && tag.charAt(0) != '-';
    if (!begins || tag.length() > LONGEST_TAG || !tag.chars().allMatch(ImageReference::isInTag)) {
      throw ImageRegistry.fault(
          "\""
              + shown(tag)
              + "\" is no tag: it has 1 to 128 letters, digits and _ . - and begins with a letter,"
              + " a digit or _.");
    }
    return tag;
  }

  /** Whether tags may hold this character. */
  public static boolean isInTag(int c) {
    return isInPath(c) || (c >= 'A' && c <= 'Z');
  }

  /** Whether repositories may hold this character between their slashes. */
  public static boolean isInPath(int c) {
    return isLowerAlphanumeric(c) || c == '_' || c == '.' || c == '-';
  }

  private static String repository(String path) throws BadInput {
    String lower = path.toLowerCase(Locale.ROOT);
    if (!lower.equals(path)) {
      throw ImageRegistry.fault(
          "The repository \"" + shown(path) + "\" must be lower case: \"" + shown(lower) + "\".");
    }
    for (String component : path.split("/", -1)) {
      if (!isComponent(component)) {
        throw ImageRegistry.fault(
            "\""
                + shown(path)
                + "\" is no name of an image: between its slashes stand lower-case letters and"
                + " digits, with single . or _, double __ or hyphens inside.");
      }
    }
    return path;
  }

  /** Letters and digits, parted by one dot, one or two underscores, or hyphens. */
  private static boolean isComponent(String component) {
    int length = component.length();
    if (length == 0
        || !isLowerAlphanumeric(component.charAt(0))
        || !isLowerAlphanumeric(component.charAt(length - 1))) {
      return false;
    }
    int start = -1;
    for (int i = 0; i < length; i++) {
      boolean parts = !isLowerAlphanumeric(component.charAt(i));
      if (parts && start < 0) {
        start = i;
      } else if (!parts && start >= 0) {
        if (!isSeparator(component.substring(start, i))) {
          return false;
        }
        start = -1;
      }
    }
    return true;
  }

  private static boolean isSeparator(String text) {
    return text.equals(".")
        || text.equals("_")
        || text.equals("__")
        || text.chars().allMatch(c -> c == '-');
  }

  private static boolean isLowerAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean isLowerHex(String text) {
    return text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  private static String shown(String text) {
    return OneLine.of(text, SHOWN);
  }
}
