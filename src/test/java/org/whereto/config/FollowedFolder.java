// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.whereto.config.Change.Changed;
import org.whereto.config.Change.Failed;
import org.whereto.config.Change.Gone;
import org.whereto.config.Change.Mended;
import org.whereto.config.Change.Mounted;
import org.whereto.platform.Mounts;
import org.whereto.platform.Serving;
import org.whereto.tree.BadInput;
import org.whereto.world.World;

/**
 * A directory of platform files whose looks are made by hand: no test waits for a clock.
 *
 * @param told what the listener was told
 */
record FollowedFolder(Path folder, List<Change> told) {

  static final Set<String> RESERVED = Set.of("accepts", "health");

  FollowedFolder(Path folder) {
    this(folder, new ArrayList<>());
  }

  /** A good platform file with this title. */
  static String good(String title) {
    return """
    whereto: 1
    title: %s
    interfaces: {hub: {servicetype: uri://hub}}
    accepts: [{tasktype: uri://mine}]
    """
        .formatted(title);
  }

  /** A file with one fault, which names this word. */
  static String faulty(String word) {
    return good("x") + word + ": 1\n";
  }

  Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  PlatformFiles open(Path... paths) throws BadInput {
    return PlatformFiles.open(List.of(paths), RESERVED, around(InstantSource.system()), told::add);
  }

  /** A world that is closed to all. */
  static Around around(InstantSource clock) {
    return new Around(clock, _ -> World.CLOSED);
  }

  static void lookTwice(PlatformFiles files) {
    files.look();
    files.look();
  }

  /** What stands there: {@code name=title}, with {@code !} where a newer state is faulty. */
  static List<String> served(PlatformFiles files) {
    Mounts mounts = files.get();
    Stream<String> good =
        mounts.byName().entrySet().stream()
            .map(each -> each.getKey() + "=" + title(each.getValue()));
    Stream<String> broken = mounts.broken().keySet().stream().map(name -> name + " broken");
    return Stream.concat(good, broken).toList();
  }

  private static String title(Serving serving) {
    return serving.platform().title() + (serving.failing().isPresent() ? "!" : "");
  }

  /** What was told since the last time, in a word and the name. */
  List<String> news() {
    List<String> news = told.stream().map(FollowedFolder::word).toList();
    told.clear();
    return news;
  }

  private static String word(Change change) {
    return switch (change) {
      case Mounted mounted -> "mounted " + mounted.name();
      case Changed changed -> "changed " + changed.name();
      case Mended mended -> "mended " + mended.name();
      case Failed failed -> "failed " + failed.name();
      case Gone gone -> "gone " + gone.name();
    };
  }
}
