// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.support.MadeImage;
import org.whereto.task.ImagePlatform;
import org.whereto.task.ImageReference;
import org.whereto.world.Image;
import org.whereto.world.Image.Variant;
import org.whereto.world.ImageWanted;
import org.whereto.world.Known;
import org.whereto.world.World;

/**
 * What registries hold, made up by chance: in the plainest form, and as the planner asks for it.
 */
final class Registry {

  static final List<String> MACHINES = List.of("linux/amd64", "linux/arm64", "linux/arm/v6");

  /** A machine for which an index may claim to have an image. */
  private static final String CLAIMED = "linux/s390x";

  private static final List<String> LAYERS = List.of("a", "ab", "abc", "b", "ba", "");
  private static final List<String> USERS = List.of("1000", "1000", "1000:0", "", "0", "00", "app");
  private static final List<String> LICENCES = List.of("", "MIT", "MIT", "MPL-2.0", "GPL", " ");
  private static final List<Integer> SIZES = List.of(1000, 5_000_000, 2_000_000_000);

  private final long seed;
  private final Map<String, Held> held = new HashMap<>();
  private final Instant now = Instant.now();

  /** When an image says that it was made. */
  enum Made {
    LATELY,
    LONG_AGO,
    UNSAID,
    IN_1970,
    IN_THE_FUTURE
  }

  /**
   * An image for one machine.
   *
   * @param layers one letter for each
   * @param licence the value of its one label; empty if it has none
   */
  record Part(String machine, String layers, int size, String licence, String user, Made made) {}

  /** What is known of a name. */
  sealed interface Held {

    /**
     * An image.
     *
     * @param claims whether its index lists a machine for which nothing is there
     */
    record There(List<Part> parts, boolean claims) implements Held {

      Set<String> offered() {
        Set<String> offered = new HashSet<>();
        parts.forEach(part -> offered.add(part.machine()));
        if (claims) {
          offered.add(CLAIMED);
        }
        return offered;
      }
    }

    record Missing() implements Held {}

    record Silent() implements Held {}

    record Closed() implements Held {}
  }

  private Registry(long seed) {
    this.seed = seed;
  }

  static Registry of(Dice dice) {
    return new Registry(dice.seed());
  }

  /** The same whenever it is asked; a tag beside a digest says nothing. */
  Held held(Images.Image image) {
    String end = image.digest().isEmpty() ? ":" + image.tag() : "@" + image.digest();
    return held.computeIfAbsent(
        image.name() + end, name -> any(new Dice(seed + 31L * name.hashCode())));
  }

  World world() {
    return World.CLOSED.withImages(this::look);
  }

  private Map<ImageWanted, Known<Optional<Image>>> look(Set<ImageWanted> images) {
    Map<ImageWanted, Known<Optional<Image>>> said = new HashMap<>();
    images.forEach(wanted -> said.put(wanted, said(wanted)));
    return said;
  }

  private Known<Optional<Image>> said(ImageWanted wanted) {
    ImageReference name = wanted.reference();
    return switch (held(new Images.Image(name.name(), name.tag(), name.digest()))) {
      case Held.There there ->
          new Known.Value<>(
              Optional.of(image(name + " was found", there, wanted.platforms())), Duration.ZERO);
      case Held.Missing _ -> new Known.Value<>(Optional.empty(), Duration.ZERO);
      case Held.Silent _ -> new Known.Down<>("Nothing is heard of " + name + ".");
      case Held.Closed _ -> new Known.Refused<>("Nobody may ask for " + name + ".");
    };
  }

  private static Held any(Dice dice) {
    return switch (dice.below(16)) {
      case 0 -> new Held.Missing();
      case 1 -> new Held.Silent();
      case 2 -> new Held.Closed();
      default -> {
        List<Part> parts = new ArrayList<>();
        for (String machine : dice.some(MACHINES, 1, 2)) {
          parts.add(part(dice, machine));
        }
        if (dice.chance(5)) {
          parts.add(part(dice, parts.getFirst().machine()));
        }
        yield new Held.There(List.copyOf(parts), dice.chance(8));
      }
    };
  }

  private static Part part(Dice dice, String machine) {
    Made made = dice.chance(60) ? Made.LATELY : dice.of(Made.values());
    return new Part(
        machine, dice.of(LAYERS), dice.of(SIZES), dice.of(LICENCES), dice.of(USERS), made);
  }

  private Image image(String name, Held.There there, Set<ImagePlatform> platforms) {
    Set<ImagePlatform> offered = new HashSet<>();
    there.offered().forEach(machine -> offered.add(MadeImage.machine(machine)));
    List<Variant> variants = new ArrayList<>();
    for (Part part : there.parts()) {
      Variant variant = variant(part);
      if (platforms.isEmpty() || platforms.contains(variant.platform())) {
        variants.add(variant);
      }
    }
    return new Image(name, offered, variants);
  }

  private Variant variant(Part part) {
    String[] contents = part.layers().chars().mapToObj(Character::toString).toArray(String[]::new);
    MadeImage made =
        MadeImage.on(part.machine())
            .of(contents)
            .bytes(part.size())
            .user(part.user())
            .created(created(part.made()));
    return (part.licence().isEmpty() ? made : made.label("licence", part.licence())).variant();
  }

  private Optional<Instant> created(Made made) {
    return switch (made) {
      case LATELY -> Optional.of(now.minus(Duration.ofHours(30)));
      case LONG_AGO -> Optional.of(now.minus(Duration.ofDays(100)));
      case UNSAID -> Optional.empty();
      case IN_1970 -> Optional.of(Instant.EPOCH);
      case IN_THE_FUTURE -> Optional.of(now.plus(Duration.ofDays(100)));
    };
  }
}
