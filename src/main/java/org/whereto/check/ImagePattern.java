// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.whereto.task.ImageReference;
import org.whereto.task.ImageRegistry;
import org.whereto.tree.BadInput;

/**
 * One entry of an owner's list of images: written like an image, with {@code *} for any characters
 * between two slashes and in a tag, and {@code **} for any number of folders. What is implied in an
 * image's name ({@code docker.io}, {@code library/}) is implied here.
 *
 * @param written as the owner wrote it
 * @param names registry and repository as a {@link Glob}; more than one where one spelling covers
 *     several normal forms
 * @param tag glob of the tag; empty for every tag and digest
 * @param digest the one digest, or {@code *} for any; empty if the tag decides
 */
record ImagePattern(String written, List<String> names, String tag, String digest) {

  private static final String ANY = "*";
  private static final String ANYWHERE = "**";
  private static final int LONGEST = 1024;

  /**
   * Reads an entry.
   *
   * @throws BadInput with a sentence for the owner; it has no place
   */
  static ImagePattern parse(String written) throws BadInput {
    requirePlausible(written);
    int at = written.indexOf('@');
    String digest = at < 0 ? "" : written.substring(at + 1);
    if (at >= 0 && !digest.equals(ANY) && !ImageReference.isDigest(digest)) {
      throw fault("After the @ stands a whole digest, sha256: and 64 hexadecimal digits, or *.");
    }
    String named = at < 0 ? written : written.substring(0, at);
    int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    // A long list has few different tags: what a look-up touches is then one text, not one of many.
    String tag = colon < 0 ? "" : named.substring(colon + 1).intern();
    if (colon >= 0) {
      requireTag(tag);
    }
    List<String> names = names(colon < 0 ? named : named.substring(0, colon));
    boolean decidedByTag = digest.isEmpty() && !tag.equals(ANY);
    return new ImagePattern(written, names, decidedByTag ? tag : "", digest);
  }

  /** Whether it is about images of one tag, and not of digests. */
  boolean namesOneTag() {
    return digest.isEmpty() && !tag.isEmpty() && !Glob.isGlob(tag);
  }

  /** Whether another one surely covers all that this one does; false where that is not plain. */
  boolean isWithin(ImagePattern other) {
    boolean everyTag = other.tag.isEmpty() && other.digest.isEmpty();
    boolean sameTag = other.tag.equals(tag) && other.digest.equals(digest);
    return (everyTag || sameTag)
        && names.stream()
            .allMatch(name -> other.names.stream().anyMatch(wide -> isWithin(name, wide)));
  }

  private static boolean isWithin(String name, String wide) {
    return name.equals(wide) || (!Glob.isGlob(name) && Glob.of(wide).matches(name));
  }

  private static void requirePlausible(String written) throws BadInput {
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (!ImageReference.isInTag(c) && "/:@*[]".indexOf(c) < 0) {
        throw fault(
            "An image cannot hold the character \"" + c + "\"; the only wildcards are * and **.");
      }
    }
    if (written.length() > LONGEST) {
      throw fault("This is longer than any name of an image.");
    }
    if (written.contains("://")) {
      throw fault("The name of an image begins with no scheme: leave it out.");
    }
  }

  private static void requireTag(String tag) throws BadInput {
    boolean sound = tag.chars().allMatch(c -> ImageReference.isInTag(c) || c == '*');
    if (tag.isEmpty() || !sound || tag.startsWith(".") || tag.startsWith("-")) {
      throw fault("\"" + tag + "\" is no tag: it has letters, digits, _ . - and perhaps *.");
    }
    if (tag.contains(ANYWHERE)) {
      throw fault("In a tag one * is enough.");
    }
  }

  private static List<String> names(String name) throws BadInput {
    if (!Glob.isSound(name)) {
      throw fault("** stands alone between slashes, once; for a part of a name write one *.");
    }
    int slash = name.indexOf('/');
    if (slash < 0) {
      return List.of(single(name));
    }
    String first = name.substring(0, slash);
    if (first.equals(ANY)) {
      throw fault(
          "It is not clear whether the first * means a registry: write \""
              + ANYWHERE
              + name.substring(slash)
              + "\" for any registry, \"docker.io/"
              + name
              + "\" for Docker Hub.");
    }
    if (!Glob.isGlob(name)) {
      return List.of(ImageReference.parse(name).name());
    }
    if (first.equals(ANYWHERE)) {
      requireFolders(name);
      return List.of(name);
    }
    boolean hasRegistry = ImageRegistry.isNamedBy(first);
    String repository = hasRegistry ? name.substring(slash + 1) : name;
    requireFolders(repository);
    return below(hasRegistry ? first : ImageRegistry.DOCKER_HUB, repository);
  }

  private static String single(String name) throws BadInput {
    if (name.equals(ANYWHERE)) {
      return name;
    }
    if (name.equals(ANY)) {
      throw fault(
          "It is not clear which images a lone * means: write \"**\" for all images,"
              + " \"docker.io/library/*\" for the official ones of Docker Hub.");
    }
    if (ImageRegistry.isNamedBy(name)) {
      throw fault(
          "\""
              + name
              + "\" reads as an image of Docker Hub but looks like a registry: write \""
              + name
              + "/**\" for all of a registry, \"docker.io/library/"
              + name
              + "\" for the image.");
    }
    if (!Glob.isGlob(name)) {
      return ImageReference.parse(name).name();
    }
    requireFolders(name);
    return ImageRegistry.DOCKER_HUB + "/" + ImageReference.LIBRARY + name;
  }

  private static void requireFolders(String path) throws BadInput {
    String lower = path.toLowerCase(Locale.ROOT);
    if (!lower.equals(path)) {
      throw fault("Repositories are in lower case: write \"" + lower + "\".");
    }
    for (String folder : path.split("/", -1)) {
      if (folder.isEmpty()) {
        throw fault(
            "There is nothing between two slashes, or behind the last: write \"folder/**\" for all"
                + " that is in a folder.");
      }
      if (!folder.chars().allMatch(c -> ImageReference.isInPath(c) || c == '*')) {
        throw fault("\"" + folder + "\" is no part of a repository's name.");
      }
    }
  }

  /** The normal forms of one repository in the registries that {@code registry} covers. */
  private static List<String> below(String registry, String repository) throws BadInput {
    Set<String> names = new LinkedHashSet<>();
    List<String> hosts = hosts(registry);
    for (String host : hosts) {
      names.add(name(host, repository));
      if (coversDockerHub(host)) {
        names.add(name(ImageRegistry.DOCKER_HUB, repository));
      }
    }
    if (hosts.contains(ImageRegistry.DOCKER_HUB) && repository.equals(ANY)) {
      throw fault(
          "It is not clear which images \""
              + registry
              + "/*\" means: write \"docker.io/**\" for all of Docker Hub,"
              + " \"docker.io/library/*\" for its official ones.");
    }
    return List.copyOf(names);
  }

  private static String name(String registry, String repository) {
    boolean anywhere = repository.equals(ANYWHERE);
    return registry
        + "/"
        + (anywhere ? repository : ImageReference.inLibrary(registry, repository));
  }

  private static List<String> hosts(String registry) throws BadInput {
    if (!Glob.isGlob(registry)) {
      return List.of(ImageRegistry.normalise(registry));
    }
    int colon = registry.indexOf(':');
    String host = registry.substring(0, colon < 0 ? registry.length() : colon);
    String port = registry.substring(colon < 0 ? registry.length() : colon + 1);
    boolean sound = host.chars().allMatch(c -> c == '*' || (ImageReference.isInTag(c) && c != '_'));
    if (host.isEmpty() || !sound) {
      throw fault("\"" + host + "\" is no registry: it has letters, digits, dots, hyphens and *.");
    }
    String lower = host.toLowerCase(Locale.ROOT);
    if (port.equals(ANY)) {
      return List.of(lower, lower + ":" + ANY);
    }
    if (Glob.isGlob(port)) {
      throw fault("The port of a registry is a number, or * for any.");
    }
    // The number is brought to its normal form by a host that has nothing to do with it.
    String suffix = colon < 0 ? "" : ImageRegistry.normalise("a.b:" + port).substring(3);
    return List.of(lower + suffix);
  }

  private static boolean coversDockerHub(String host) {
    Glob glob = Glob.of(host);
    return Stream.concat(
            Stream.of(ImageRegistry.DOCKER_HUB), ImageRegistry.DOCKER_HUB_ALIASES.stream())
        .anyMatch(glob::matches);
  }

  private static BadInput fault(String sentence) {
    return new BadInput("image.pattern", sentence);
  }
}
