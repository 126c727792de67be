// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.platform.Failing;
import org.whereto.platform.Serving;
import org.whereto.platform.Version;
import org.whereto.systems.Outside;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Problems.Problem;
import org.whereto.world.World;

/**
 * One platform file that is followed. A new state counts when two looks in a row saw it: half of a
 * file may be a good file too, which accepts more than its owner means.
 */
final class Followed {

  private final Path file;
  private final String name;
  private final Function<Outside, World> worlds;
  private Stamp stamp = Stamp.NONE;
  private Sight seen = Sight.NOTHING;
  private Sight settled = Sight.NOTHING;
  private Optional<Serving> serving = Optional.empty();
  private Outside outside = Outside.CLOSED;
  private Optional<Failing> failing = Optional.empty();

  /**
   * @param file as the owner named it
   * @param name the one under which its platform stands
   * @param worlds the world that stands open to an owner
   */
  Followed(Path file, String name, Function<Outside, World> worlds) {
    this.file = file;
    this.name = name;
    this.worlds = worlds;
  }

  Path file() {
    return file;
  }

  String name() {
    return name;
  }

  /** The last good state, if there was one. */
  Optional<Serving> serving() {
    return serving;
  }

  /** What the last good state asks of the outside. */
  Outside outside() {
    return outside;
  }

  /** The present state, if it cannot be served. */
  Optional<Failing> failing() {
    return failing;
  }

  /** The first look: what it sees counts. */
  void begin(Optional<String> hindrance, Instant now) {
    seen = look(hindrance, now);
    var _ = settle(now);
  }

  /**
   * Looks once.
   *
   * @param hindrance why the file must not be read, if there is a reason
   */
  Optional<Change> follow(Optional<String> hindrance, Instant now) {
    Sight before = seen;
    seen = look(hindrance, now);
    return seen.isSameAs(before) && !seen.isSameAs(settled) ? settle(now) : Optional.empty();
  }

  /** Was not to be found at this look; whether that was so at the last one too. */
  boolean isGone() {
    boolean twice = seen.isSameAs(Sight.GONE);
    seen = Sight.GONE;
    stamp = Stamp.NONE;
    return twice;
  }

  private Sight look(Optional<String> hindrance, Instant now) {
    Stamp last = stamp;
    stamp = Stamp.NONE;
    if (hindrance.isPresent()) {
      return Sight.hindered(hindrance.get());
    }
    try {
      Stamp fresh = Stamp.of(file, now);
      if (!fresh.isRegularFile()) {
        return Sight.hindered("This is no regular file: put one in its place.");
      }
      if (fresh.size() > Budget.OWNER.bytes()) {
        return Sight.hindered(
            "The file is larger than " + Budget.OWNER.bytes() + " bytes: make it smaller.");
      }
      Sight sight = fresh.isSameAs(last) && seen.isSameAs(settled) ? seen : read();
      stamp = fresh;
      return sight;
    } catch (IOException fault) {
      return Sight.hindered(OwnerFile.sentence(file, fault));
    }
  }

  /** Whatever a file does to its reader, the server goes on with what it has. */
  private Sight read() {
    try {
      byte[] bytes = OwnerFile.bytes(file);
      String mark = Version.of(bytes).hash();
      if (mark.equals(seen.mark())) {
        return seen;
      }
      return mark.equals(settled.mark())
          ? settled
          : new Sight(mark, PlatformFile.read(MountName.of(file), bytes));
    } catch (BadInput unreadable) {
      return Sight.hindered(unreadable.sentence());
    } catch (OutOfMemoryError _) {
      return Sight.hindered(
          "There is not enough memory for this file: make it smaller, or give Java more (-Xmx).");
    } catch (RuntimeException | StackOverflowError _) {
      return Sight.hindered("This file breaks its reader, a fault in Whereto: please report it.");
    }
  }

  private Optional<Change> settle(Instant now) {
    settled = seen;
    return switch (settled.checked()) {
      case Checked.Good good -> Optional.of(good(good, now));
      case Checked.Faulty(List<Problem> problems) -> faulty(problems, now);
    };
  }

  private Change good(Checked.Good good, Instant now) {
    Version version = good.platform().version();
    Optional<Version> before = serving.map(it -> it.platform().version());
    failing = Optional.empty();
    if (before.equals(Optional.of(version))) {
      serving = serving.map(it -> fares(it, failing));
      return new Change.Mended(name, file, version);
    }
    outside = good.outside();
    serving = Optional.of(new Serving(good.platform(), worlds.apply(good.outside()), now, failing));
    return before.isPresent()
        ? new Change.Changed(name, file, version)
        : new Change.Mounted(name, file, version);
  }

  /** One fault after the other is one failure, told again only where it is another one. */
  private Optional<Change> faulty(List<Problem> problems, Instant now) {
    boolean told = failing.map(Failing::problems).equals(Optional.of(problems));
    failing = Optional.of(new Failing(failing.map(Failing::since).orElse(now), problems));
    serving = serving.map(it -> fares(it, failing));
    return told
        ? Optional.empty()
        : Optional.of(new Change.Failed(name, file, serving.isPresent(), problems));
  }

  private static Serving fares(Serving serving, Optional<Failing> failing) {
    return new Serving(serving.platform(), serving.world(), serving.since(), failing);
  }
}
