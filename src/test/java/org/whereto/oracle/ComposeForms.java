// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.oracle.Images.Use;

/** Images that compose files name by way of variables, and elsewhere than a service does. */
final class ComposeForms {

  /**
   * A value with a variable in it.
   *
   * @param known whether what stands in it is what counts
   */
  private record Variable(String before, String after, boolean known) {}

  private static final List<Variable> VARIABLES =
      List.of(
          new Variable("${X:-", "}", true),
          new Variable("${X-", "}", true),
          new Variable("${x_1:-${Y:-", "}}", true),
          new Variable("${X-${Y-${Z:-", "}}}", true),
          new Variable("${X:+", "}", false),
          new Variable("${X+", "}", false),
          new Variable("${X:?", "}", false),
          new Variable("${X?", "}", false),
          new Variable("${X:-${Y:+", "}}", false),
          new Variable("${HOME:-", "}", false),
          new Variable("${COMPOSE_PROJECT_NAME:-", "}", false),
          new Variable("${1X:-", "}", false),
          new Variable("$X", "", false),
          new Variable("${X}", "", false));

  private final Dice dice;
  private final Truth truth;
  private final StringBuilder file;
  private final String path;
  private final Set<String> keys = new HashSet<>();

  private ComposeForms(Dice dice, Truth truth, StringBuilder file, String path) {
    this.dice = dice;
    this.truth = truth;
    this.file = file;
    this.path = path;
  }

  /** The same image in another spelling, or one that only the host could tell. */
  static Use spelled(Dice dice, Use use) {
    Variable variable = dice.of(VARIABLES);
    return new Use(
        use.path(),
        variable.before() + use.written() + variable.after(),
        variable.known() ? use.image() : Optional.empty());
  }

  private Use another(String at) {
    Use good = Images.good(dice, path + at);
    return dice.chance(15) ? spelled(dice, good) : good;
  }

  /** What only the host can tell counts against more than the image. */
  private Use read(Use use) {
    if (use.image().isEmpty()) {
      truth.reaches().add(new Composes.Reach("unclear", use.path(), use.written()));
    }
    return use;
  }

  private static String quoted(Use use) {
    return "'" + use.written() + "'";
  }

  /**
   * Adds to a service that was just begun.
   *
   * @param own its image; not written if it names none or is built
   * @return the keys that are taken
   */
  static Set<String> elsewhere(Dice dice, Truth truth, StringBuilder file, Use own) {
    String path = own.path().substring(0, own.path().lastIndexOf('.'));
    ComposeForms forms = new ComposeForms(dice, truth, file, path);
    if (!own.written().isEmpty() && dice.chance(15)) {
      forms.entered(own);
    }
    if (dice.chance(10)) {
      forms.mounted();
    }
    if (dice.chance(10)) {
      forms.beforehand();
    }
    return forms.keys;
  }

  /** A hook that enters the container of the service, as somebody else. */
  private void entered(Use own) {
    String user = dice.of("0", "root", "1000", "app");
    String hook = dice.of("post_start", "pre_stop");
    file.append("    ").append(hook).append(": [{command: [a], user: '").append(user);
    file.append("'}]\n");
    String at = path + "." + hook + "[0].user";
    truth.images().add(new Use(at, own.written(), own.image(), own.machine(), Optional.of(user)));
  }

  private void mounted() {
    keys.add("volumes");
    Use use = read(another(".volumes[0].source"));
    file.append("    volumes: [{type: image, target: /t, source: ").append(quoted(use));
    file.append("}]\n");
    truth.images().add(use);
  }

  /** A container of another image that runs first. */
  private void beforehand() {
    Use use = another(".pre_start[0].image");
    boolean named = dice.chance(30);
    file.append("    pre_start: [{command: [a], image: ").append(quoted(use));
    file.append(named ? ", user: '0'}]\n" : "}]\n");
    truth.images().add(named ? use.as("0") : use);
  }

  /** How a service is built, from other images too. */
  static void build(Dice dice, Truth truth, StringBuilder file, String path) {
    if (dice.chance(50)) {
      file.append("    build: .\n");
      return;
    }
    ComposeForms forms = new ComposeForms(dice, truth, file, path);
    Use context = forms.read(forms.another(".additional_contexts.base"));
    Use cache = forms.read(forms.another(".cache_from[0]"));
    file.append("    build: {context: ., additional_contexts: {base: 'docker-image://");
    file.append(context.written()).append("'}, cache_from: [").append(quoted(cache));
    file.append("]}\n");
    truth.images().addAll(List.of(context, cache));
  }

  /** A model is an image of its own, and left to who provides it. */
  static void model(Dice dice, Truth truth, StringBuilder file) {
    Use use = new ComposeForms(dice, truth, file, "models.m").another(".model");
    file.append("models:\n  m: {model: ").append(quoted(use)).append("}\n");
    truth.images().add(use);
    truth.reaches().add(new Composes.Reach("provider", "models.m", "model m"));
  }
}
