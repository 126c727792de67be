// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.whereto.config.Listing.Found;
import org.whereto.platform.Failing;
import org.whereto.platform.Mounts;
import org.whereto.platform.Serving;
import org.whereto.tree.BadInput;

/**
 * The platform files of one server, followed: one file stands at the root; of several files or a
 * directory each stands below its name, and what comes into a directory or goes from it is followed
 * too.
 *
 * <p>What somebody took with {@link #get} does not change any more.
 */
public final class PlatformFiles implements Supplier<Mounts> {

  private final List<Named> named;
  private final Set<String> reserved;
  private final Around around;
  private final Consumer<Change> listener;
  private final boolean atRoot;
  private final Map<Path, Followed> files = new LinkedHashMap<>();
  private volatile Mounts mounts = new Mounts(Map.of(), Map.of());

  private PlatformFiles(
      List<Named> named, Set<String> reserved, Around around, Consumer<Change> listener) {
    this.named = named;
    this.reserved = Set.copyOf(reserved);
    this.around = around;
    this.listener = listener;
    this.atRoot = named.size() == 1 && !named.getFirst().directory();
  }

  /**
   * Reads all files for the first time.
   *
   * @param paths files and directories, at least one; what is named twice is there once
   * @param reserved names that the server itself needs
   * @param listener is told what later looks find, when it is served already
   * @throws BadInput {@code file.faulty} if anything is wrong; the sentence has a line for
   *     everything that is
   */
  public static PlatformFiles open(
      List<Path> paths, Set<String> reserved, Around around, Consumer<Change> listener)
      throws BadInput {
    Map<Path, Named> once = new LinkedHashMap<>();
    paths.forEach(path -> once.putIfAbsent(Listing.key(path), Named.of(path)));
    PlatformFiles files = new PlatformFiles(List.copyOf(once.values()), reserved, around, listener);
    files.begin();
    return files;
  }

  /** All platforms as they stand at this moment; the same object until that changes. */
  @Override
  public Mounts get() {
    return mounts;
  }

  private synchronized void begin() throws BadInput {
    Instant now = now();
    Listing listing = list();
    listing.files().forEach((key, found) -> followed(key, found).begin(found.hindrance(), now));
    List<String> faults = new ArrayList<>(listing.faults());
    for (Followed file : files.values()) {
      file.failing().map(Failing::problems).orElse(List.of()).stream()
          .map(problem -> problem.in(file.file().toString()))
          .forEach(faults::add);
    }
    if (!faults.isEmpty()) {
      throw new BadInput("file.faulty", String.join("\n", faults));
    }
    publish();
  }

  /** Looks once at all files, and serves what has changed. */
  public synchronized void look() {
    Instant now = now();
    List<Change> changes = new ArrayList<>();
    Map<Path, Found> found = list().files();
    found.forEach(
        (key, file) -> followed(key, file).follow(file.hindrance(), now).ifPresent(changes::add));
    files
        .entrySet()
        .removeIf(each -> {
          Followed file = each.getValue();
          boolean gone = !found.containsKey(each.getKey()) && file.isGone();
          if (gone) {
            changes.add(new Change.Gone(file.name(), file.file(), file.serving().isPresent()));
          }
          return gone;
        });
    publish();
    changes.forEach(listener);
  }

  /** As precise as people and logs need it. */
  private Instant now() {
    return around.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private Listing list() {
    Listing listing = Listing.of(named, files);
    return atRoot ? listing : listing.underNames(reserved, files);
  }

  private Followed followed(Path key, Found found) {
    String name = atRoot ? Mounts.ROOT : MountName.of(found.file());
    return files.computeIfAbsent(key, _ -> new Followed(found.file(), name, around.worlds()));
  }

  private void publish() {
    Map<String, Serving> byName = new HashMap<>();
    Map<String, Failing> broken = new HashMap<>();
    for (Followed file : files.values()) {
      file.serving()
          .ifPresentOrElse(
              serving -> byName.put(file.name(), serving),
              () -> file.failing().ifPresent(failing -> broken.putIfAbsent(file.name(), failing)));
    }
    Mounts present = new Mounts(byName, broken);
    if (!present.equals(mounts)) {
      mounts = present;
      around.used().accept(files.values().stream().map(Followed::outside).toList());
    }
  }
}
