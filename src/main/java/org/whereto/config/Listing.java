// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.tree.BadInput;

/**
 * The platform files that there are at one moment.
 *
 * @param files by absolute path, in the order in which they were named
 * @param faults of directories
 */
record Listing(Map<Path, Found> files, List<String> faults) {

  /**
   * One of them.
   *
   * @param file as the owner named it
   * @param hindrance why it must not be read, if there is a reason
   */
  record Found(Path file, Optional<String> hindrance) {}

  /** The same for every spelling of a path. */
  static Path key(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** Lists them; of a directory that cannot be read what was known, which then fares badly. */
  static Listing of(List<Named> named, Map<Path, Followed> known) {
    Listing listing = new Listing(new LinkedHashMap<>(), new ArrayList<>());
    for (Named each : named) {
      try {
        each.files().forEach(file -> listing.add(file, Optional.empty()));
      } catch (BadInput unreadable) {
        listing.faults.add(unreadable.sentence());
        known.values().stream()
            .map(Followed::file)
            .filter(each::means)
            .forEach(file -> listing.add(file, Optional.of(unreadable.sentence())));
      }
    }
    return listing;
  }

  private void add(Path file, Optional<String> hindrance) {
    files.putIfAbsent(key(file), new Found(file, hindrance));
  }

  /**
   * Refuses names that cannot be, and all files of one name but the one that is served under it, or
   * else the first.
   */
  Listing underNames(Set<String> reserved, Map<Path, Followed> known) {
    Map<String, Path> owners = new HashMap<>();
    known.forEach((key, file) -> {
      if (file.serving().isPresent()) {
        owners.put(file.name(), key);
      }
    });
    files.forEach((key, found) -> owners.putIfAbsent(MountName.of(found.file()), key));
    files.replaceAll((key, found) -> {
      String name = MountName.of(found.file());
      Path owner = owners.getOrDefault(name, key);
      Optional<String> rival =
          owner.equals(key) ? Optional.empty() : Optional.of(rival(name, owner, known));
      return found.hindrance().isPresent()
          ? found
          : new Found(found.file(), MountName.fault(name, reserved).or(() -> rival));
    });
    return this;
  }

  private String rival(String name, Path owner, Map<Path, Followed> known) {
    Found listed = files.get(owner);
    Followed followed = known.get(owner);
    Path other = listed != null ? listed.file() : followed != null ? followed.file() : owner;
    return "The name \"" + name + "\" belongs to " + other + ": rename one of the two.";
  }
}
