// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.whereto.oracle.Registry.Held;
import org.whereto.oracle.Registry.Made;
import org.whereto.oracle.Registry.Part;
import org.whereto.tree.Tree;

/**
 * What an owner demands of what images hold.
 *
 * @param bases images to be made from; empty if any will do
 * @param machines as an owner writes them; empty if not said
 * @param size empty if not said
 * @param licence values of a label; empty if not said
 */
record Contents(
    List<Images.Use> bases,
    List<String> machines,
    Optional<Size> size,
    Optional<Licence> licence,
    boolean notRoot,
    boolean lately) {

  /** What owners write for a machine, and what it means. */
  static final Map<String, String> SPELLINGS =
      Map.of(
          "linux/amd64", "linux/amd64",
          "x86_64", "linux/amd64",
          "linux/arm64/v8", "linux/arm64",
          "aarch64", "linux/arm64",
          "armel", "linux/arm/v6");

  enum Size {
    TINY("1K", 1000),
    SMALL("5M", 5_000_000),
    LARGE("2", 2_000_000_000);

    private final String written;
    private final int bytes;

    Size(String written, int bytes) {
      this.written = written;
      this.bytes = bytes;
    }
  }

  enum Licence {
    MIT("MIT"),
    SOME("[MIT, MPL-2.0]"),
    LIKE("{glob: 'M*'}"),
    ANY("{present: true}");

    private final String written;

    Licence(String written) {
      this.written = written;
    }

    boolean holds(String licence) {
      return switch (this) {
        case MIT -> licence.equals("MIT");
        case SOME -> licence.equals("MIT") || licence.equals("MPL-2.0");
        case LIKE -> licence.startsWith("M");
        case ANY -> true;
      };
    }
  }

  static Contents of(Dice dice) {
    List<Images.Use> bases = new ArrayList<>();
    for (int i = dice.chance(30) ? 1 + dice.below(4) : 0; i > 0; i--) {
      bases.add(Images.good(dice, ""));
    }
    List<String> spellings = SPELLINGS.keySet().stream().sorted().toList();
    return new Contents(
        bases,
        dice.chance(40) ? dice.some(spellings, 1, 3) : List.of(),
        dice.chance(30) ? Optional.of(dice.of(Size.values())) : Optional.empty(),
        dice.chance(25) ? Optional.of(dice.of(Licence.values())) : Optional.empty(),
        dice.chance(30),
        dice.chance(25));
  }

  void write(Tree.Builder setting) {
    setting.put("exists", Tree.literal("true"));
    setting.putIfAny("base", Tree.texts(bases.stream().map(Images.Use::written).toList()).items());
    setting.putIfAny("platform", Tree.texts(machines).items());
    size.ifPresent(most -> setting.put("size", Tree.literal(most.written)));
    licence.ifPresent(
        allowed -> setting.put("labels", AnyTask.tree("{licence: " + allowed.written + "}")));
    if (notRoot) {
      setting.put("user", "not-root");
    }
    if (lately) {
      setting.put("age", "90d");
    }
  }

  /** What is said of the images of one Task whose names are no hindrance. */
  List<Said> look(List<Images.Use> uses, Registry registry) {
    List<Said> said = new ArrayList<>();
    Set<Images.Image> told = new LinkedHashSet<>();
    for (Images.Use use : uses) {
      List<Said> of = look(use, registry);
      said.addAll(of);
      if (of.isEmpty() && told.add(use.image().orElseThrow())) {
        said.add(checked(use));
      }
    }
    return said;
  }

  /** A file may name several images at one place. */
  private static Said checked(Images.Use use) {
    return new Said("image.checked", use.path(), Said.Standing.MIND, normal(use));
  }

  /** All that speaks against an image. */
  private List<Said> look(Images.Use use, Registry registry) {
    Set<String> own = new TreeSet<>();
    machines.forEach(machine -> own.add(SPELLINGS.get(machine)));
    if (!use.machine().isEmpty() && !own.isEmpty() && !own.contains(use.machine())) {
      return List.of(notOffered(use, use.machine() + " is not here: " + own));
    }
    Set<String> counting = use.machine().isEmpty() ? own : Set.of(use.machine());
    return switch (registry.held(use.image().orElseThrow())) {
      case Held.Missing _ -> List.of(Said.no("image.not-found", use.path(), use.written()));
      case Held.Silent _, Held.Closed _ -> List.of(notChecked(use, "not heard"));
      case Held.There there -> {
        Set<String> counted = new TreeSet<>(there.offered());
        Set<String> found = new TreeSet<>();
        List<Part> parts = new ArrayList<>();
        for (Part part : there.parts()) {
          if (counting.isEmpty() || counting.contains(part.machine())) {
            found.add(part.machine());
            parts.add(part);
          }
        }
        if (!counting.isEmpty()) {
          counted.retainAll(counting);
        }
        if (counted.isEmpty()) {
          yield List.of(
              notOffered(use, normal(use) + " is for " + there.offered() + ", not " + counting));
        }
        yield counted.equals(found)
            ? judge(use, parts, registry)
            : List.of(notChecked(use, "contradicts itself"));
      }
    };
  }

  private static Said notOffered(Images.Use use, String detail) {
    return Said.no("image.platform-not-offered", use.path(), detail);
  }

  /** However it is written: one file may name an image twice, in two spellings. */
  private static String normal(Images.Use use) {
    return use.image().orElseThrow().toString();
  }

  private static Said notChecked(Images.Use use, String detail) {
    return Said.untold("image.not-checked", use.path(), use.written() + " " + detail);
  }

  private List<Said> judge(Images.Use use, List<Part> parts, Registry registry) {
    List<Said> said = new ArrayList<>();
    if (!bases.isEmpty()) {
      said.addAll(worst(use, parts, bases.toString(), part -> base(part, registry)));
    }
    size.ifPresent(most ->
        said.addAll(
            worst(
                use,
                parts,
                most.written,
                part ->
                    part.size() <= most.bytes
                        ? Against.NONE
                        : new Against("image.too-large", true, "" + part.size()))));
    licence.ifPresent(
        allowed -> said.addAll(worst(use, parts, allowed.written, part -> label(part, allowed))));
    if (notRoot) {
      String whose = use.user().isPresent() ? "of the Task" : "of the image";
      said.addAll(worst(use, parts, whose, part -> user(use.user().orElse(part.user()))));
    }
    if (lately) {
      said.addAll(worst(use, parts, "", part -> age(part.made())));
    }
    return said;
  }

  /**
   * What a rule has against an image on one machine.
   *
   * @param certain whether it does not hold, rather than cannot be told
   */
  private record Against(String code, boolean certain, String seen) {
    static final Against NONE = new Against("", false, "");
  }

  private interface Look {
    Against judge(Part part);
  }

  /** If it certainly fails on one machine, nobody cares where it cannot be told. */
  private static List<Said> worst(Images.Use use, List<Part> parts, String limit, Look rule) {
    Map<String, List<Part>> certain = new LinkedHashMap<>();
    Map<String, List<Part>> doubtful = new LinkedHashMap<>();
    for (Part part : parts) {
      Against fault = rule.judge(part);
      if (!fault.code().isEmpty()) {
        (fault.certain() ? certain : doubtful)
            .computeIfAbsent(fault.code(), _ -> new ArrayList<>())
            .add(part);
      }
    }
    List<Said> said = new ArrayList<>();
    (certain.isEmpty() ? doubtful : certain)
        .forEach((code, on) -> {
          Set<String> where = new TreeSet<>();
          List<String> seen = new ArrayList<>();
          for (Part part : on) {
            where.add(parts.size() == 1 ? "" : part.machine());
            seen.add(rule.judge(part).seen());
          }
          String detail = normal(use) + where + new LinkedHashSet<>(seen) + limit;
          said.add(
              certain.isEmpty()
                  ? Said.untold(code, use.path(), detail)
                  : Said.no(code, use.path(), detail));
        });
    return said;
  }

  private Against base(Part part, Registry registry) {
    List<String> lost = new ArrayList<>();
    for (Images.Use base : bases) {
      if (!(registry.held(base.image().orElseThrow()) instanceof Held.There there)) {
        lost.add(base.written());
        continue;
      }
      for (Part from : there.parts()) {
        boolean same = family(from.machine()).equals(family(part.machine()));
        if (same && !from.layers().isEmpty() && part.layers().startsWith(from.layers())) {
          return Against.NONE;
        }
      }
    }
    return lost.isEmpty()
        ? new Against("image.base-not-allowed", true, part.layers())
        : new Against("image.not-checked", false, part.layers() + lost.getFirst());
  }

  /** Without the variant. */
  private static String family(String machine) {
    return machine.replaceFirst("/v\\d$", "");
  }

  private static Against label(Part part, Licence allowed) {
    if (part.licence().isBlank()) {
      return new Against("image.label-missing", true, "");
    }
    return allowed.holds(part.licence())
        ? Against.NONE
        : new Against("image.label-not-allowed", true, part.licence());
  }

  private static Against user(String user) {
    String code = "image.runs-as-root";
    return switch (user) {
      case "1000", "1000:0" -> Against.NONE;
      case "", "0", "00", "root" -> new Against(code, true, user);
      default -> new Against(code, false, user);
    };
  }

  private static Against age(Made made) {
    return switch (made) {
      case LATELY -> Against.NONE;
      case LONG_AGO -> new Against("image.too-old", true, made.name());
      case UNSAID, IN_1970, IN_THE_FUTURE -> new Against("image.too-old", false, made.name());
    };
  }
}
