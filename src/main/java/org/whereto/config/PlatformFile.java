// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.whereto.platform.Acceptance;
import org.whereto.platform.Demanded;
import org.whereto.platform.Disclosure;
import org.whereto.platform.Platform;
import org.whereto.platform.Version;
import org.whereto.systems.Outside;
import org.whereto.task.Amount;
import org.whereto.task.Amount.Measure;
import org.whereto.task.AmountSetting;
import org.whereto.task.Resources;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Problems;
import org.whereto.tree.Problems.Problem;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/**
 * The one file in which an owner declares a platform: <em>accepts</em> these task types,
 * <em>on</em> these interfaces, <em>if</em> these checks hold.
 */
public final class PlatformFile {

  private static final String FORMAT = "1";

  private static final AmountSetting MAX_AGE =
      AmountSetting.time(
          "max-age",
          "How long others may keep an answer and give it again without asking",
          "1s",
          "1d");

  private PlatformFile() {}

  /** What became of a file. */
  public sealed interface Checked {

    /**
     * It can be used.
     *
     * @param outside what the platform may ask of the outside
     */
    record Good(Platform platform, Outside outside) implements Checked {}

    /** It cannot; all that is wrong with it, in the order of the file. */
    record Faulty(List<Problem> problems) implements Checked {
      public Faulty {
        problems = List.copyOf(problems);
      }
    }
  }

  /**
   * Reads and checks a platform file.
   *
   * @param name what to call the platform if the file gives it no title
   * @param file its bytes, YAML in UTF-8
   */
  public static Checked read(String name, byte[] file) {
    Problems problems = new Problems(file);
    try {
      Tree tree = Formats.YAML.read(file, Budget.OWNER, Keep.ALL);
      Map<String, Measure> measures = Measures.of(tree);
      Checked.Good good =
          Settings.read(tree, problems, in -> good(in, name, Version.of(file), measures));
      return problems.isEmpty() ? good : new Checked.Faulty(problems.all());
    } catch (BadInput unreadable) {
      problems.add(unreadable);
      return new Checked.Faulty(problems.all());
    }
  }

  /**
   * What in a file has no effect, though nothing is wrong with it: what an owner may want to know
   * who writes it, and nobody else.
   *
   * @return nothing for a file with faults
   */
  public static List<Problem> warnings(byte[] file) {
    try {
      return read("", file) instanceof Checked.Good good
              && Formats.YAML.read(file, Budget.OWNER, Keep.ALL) instanceof Mapping tree
          ? warnings(good.platform(), tree)
          : List.of();
    } catch (BadInput unreadable) {
      return List.of();
    }
  }

  private static List<Problem> warnings(Platform platform, Mapping file) {
    Problems warnings = new Problems();
    DeadRules.of(platform, file).forEach(one -> warnings.add(one.place(), one.sentence()));
    DeadCeilings.of(platform, file).forEach(one -> warnings.add(one.place(), one.sentence()));
    return warnings.all();
  }

  /** The JSON Schema of the file (draft-07), for editors: made by the code that reads it. */
  public static Mapping schema() {
    Mapping shape = Settings.describe(in -> good(in, "", Version.of(""), Resources.STANDARD));
    return Tree.build()
        .put("$schema", "http://json-schema.org/draft-07/schema#")
        .put("title", "Whereto platform file, format " + FORMAT)
        .done()
        .withAll(shape);
  }

  private static Checked.Good good(
      Settings in, String name, Version version, Map<String, Measure> measures) {
    in.format(FORMAT);
    String title = in.textIfAny("title", "What people call this platform.").orElse(name);
    Disclosure disclosure = disclosure(in, Disclosure.FULL);
    Optional<Duration> maxAge = MAX_AGE.read(in).map(Amount::time);
    Outside outside = Outside.read(in, measures);
    Types types = Types.read(in);
    Rooms rooms = new Rooms(told(outside));
    RoomLevel outermost = rooms.read(in);
    Interfaces interfaces = Interfaces.read(in, rooms);
    Data data = Data.read(in);
    Supplies supplies = new Supplies(data, Conditions.read(in), rooms, outermost, interfaces);
    in.require("accepts");
    Accepts accepts = new Accepts(types, interfaces, supplies, disclosure);
    List<Acceptance> acceptances =
        in.list(
            "accepts",
            "What runs here: task types, on which interfaces, if what holds.",
            accepts::read);
    if (in.has("accepts") && acceptances.isEmpty()) {
      in.problem("accepts", "\"accepts\" is empty: a platform accepts at least one task type.");
    }
    refuseBlindness(in, outside, acceptances);
    return new Checked.Good(
        new Platform(
            title,
            interfaces.inOrder(),
            types.index(acceptances),
            rooms.measures(),
            demanded(acceptances).anyMatch(one -> one.check().mayTakeLong()),
            maxAge,
            version),
        outside.withData(data.systems()));
  }

  /** The sources of free amounts, and the dimensions of which each tells. */
  private static Map<String, Set<String>> told(Outside outside) {
    Map<String, Set<String>> told = new HashMap<>();
    outside.available().keySet().forEach(name -> told.put(name, outside.dimensions(name)));
    return told;
  }

  /** A check that may ask nobody what it has to know would answer every question with NO. */
  private static void refuseBlindness(Settings in, Outside outside, List<Acceptance> acceptances) {
    if (!outside.isClosed()) {
      return;
    }
    demanded(acceptances)
        .filter(demanded -> demanded.check().asksWorld())
        .distinct()
        .forEach(demanded ->
            in.problemAt(
                demanded.place(),
                "\""
                    + demanded.name()
                    + "\" has to look outside, and this file lets it ask nobody: list the hosts"
                    + " under \"fetch\"."));
  }

  /** Every check of every acceptance, those of its interfaces among them. */
  private static Stream<Demanded> demanded(List<Acceptance> acceptances) {
    return acceptances.stream()
        .flatMap(acceptance ->
            Stream.concat(
                acceptance.checks().stream(),
                acceptance.on().stream().flatMap(offered -> offered.checks().stream())));
  }

  static Disclosure disclosure(Settings in, Disclosure otherwise) {
    return Disclosure.of(
        in.choice(
            "reasons",
            Disclosure.words(),
            otherwise.word(),
            "How much of the reasons of a NO is told: nothing, codes and fields, or everything."));
  }
}
