// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.whereto.oracle.Model.Entry;
import org.whereto.oracle.Model.Supply;
import org.whereto.oracle.Model.Way;

/** A platform made up by chance, always one that an owner could write. */
final class AnyPlatform {

  static final List<Model.Type> DECLARED =
      List.of(
          new Model.Type(
              "http://purl.example.org/nb", "jupyter-notebook", List.of("ivo://Example/NB")),
          new Model.Type("IVO://example/Job", "none", List.of("job", "the-job")),
          new Model.Type("uri://apptainer-image", "docker-container", List.of("apptainer")),
          new Model.Type("uri://esap-notebook", "none", List.of()));

  /** Types by kind. */
  static final Map<String, List<String>> TYPES =
      Map.of(
          "jupyter-notebook",
          List.of("uri://jupyter-notebook", "http://purl.example.org/nb", "ivo://example/NB"),
          "zeppelin-notebook",
          List.of("uri://zeppelin-notebook"),
          "docker-container",
          List.of("uri://docker-container", "uri://portainer-container", "uri://apptainer-image"),
          "docker-compose",
          List.of("uri://docker-compose", "uri://portainer-compose"),
          "binder-notebook",
          List.of("uri://binder-notebook"),
          "none",
          List.of("ivo://example/job", "the-job", "uri://mine", "uri://esap-notebook"));

  private static final List<String> KINDS = TYPES.keySet().stream().sorted().toList();

  private final Dice dice;
  private final List<Images.Pattern> deny;
  private final Sources sources;
  private final Stock stock;

  /** Whether anything is said of resources. */
  private boolean hasRooms;

  private AnyPlatform(Dice dice) {
    this.dice = dice;
    this.deny = Images.patterns(dice, 2);
    this.sources = Sources.of(dice);
    this.stock = Stock.of(dice);
  }

  static Model of(Dice dice) {
    return new AnyPlatform(dice).platform();
  }

  /**
   * Checks of a kind may stand on the platform and on interfaces if all entries are of that kind.
   */
  private Model platform() {
    boolean one = dice.chance(70);
    String kind = dice.of(KINDS);
    String shared = one ? kind : "none";
    List<String> kinds = new ArrayList<>();
    for (int i = 0; i <= dice.below(4); i++) {
      kinds.add(one ? kind : dice.of(KINDS));
    }
    hasRooms = dice.chance(70) && !kinds.contains("docker-compose");
    List<Way> ways = new ArrayList<>();
    for (String name : List.of("a", "b", "c", "d").subList(0, 1 + dice.below(4))) {
      String servicetype = dice.of("uri://hub", "uri://hub", "uri://other");
      List<Rule> own = dice.chance(40) ? rules(shared) : List.of();
      ways.add(new Way(name, servicetype, own, supply(25)));
    }
    List<Rule> everywhere = dice.chance(25) ? rules(shared) : List.of();
    List<Entry> accepts = new ArrayList<>();
    kinds.forEach(each -> accepts.add(entry(each, ways)));
    return new Model(
        disclosure(),
        DECLARED,
        ways,
        everywhere,
        accepts,
        Registry.of(dice),
        supply(60),
        sources,
        stock);
  }

  private Supply supply(int percent) {
    boolean room = hasRooms && dice.chance(percent);
    Level level = room ? Level.of(dice, sources.names()) : Level.SILENT;
    String demand = stock.isAnyHere() ? dice.of("here", "reachable") : "reachable";
    boolean demands = !stock.holdings().isEmpty() && dice.chance(30);
    return new Supply(level, demands ? demand : "");
  }

  private Entry entry(String kind, List<Way> ways) {
    List<String> names = ways.stream().map(Way::name).toList();
    boolean unnamed = ways.size() == 1 && dice.chance(50);
    return new Entry(
        dice.some(TYPES.get(kind), 1, 2),
        unnamed ? List.of() : dice.some(names, 1, names.size()),
        dice.chance(85) ? rules(kind) : List.of(),
        dice.chance(25),
        disclosure(),
        supply(35));
  }

  private String disclosure() {
    return dice.of("", "", "", "full", "codes", "none");
  }

  private List<Rule> rules(String kind) {
    List<Rule> rules = new ArrayList<>();
    if (dice.chance(35)) {
      rules.add(Fields.rule(dice));
    }
    if (dice.chance(18)) {
      rules.add(Schemas.rule(dice));
    }
    if (dice.chance(18)) {
      rules.add(Rules.rule(dice, kind));
    }
    if (dice.chance(75)) {
      switch (kind) {
        case "jupyter-notebook", "zeppelin-notebook" -> rules.add(Notebooks.rule(dice));
        case "docker-container" -> rules.add(Images.rule(dice, deny));
        case "binder-notebook" -> {
          rules.add(Binders.rule(dice));
          if (dice.chance(50)) {
            rules.add(Images.rule(dice, deny));
          }
        }
        case "docker-compose" -> {
          boolean both = dice.chance(50);
          if (both || dice.chance(50)) {
            rules.add(Images.rule(dice, deny));
          }
          if (both || rules.isEmpty()) {
            rules.add(Composes.rule(dice));
          }
        }
        default -> {}
      }
    }
    return rules;
  }
}
