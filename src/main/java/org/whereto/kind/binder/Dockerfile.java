// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.binder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.whereto.task.ImagePlatform;
import org.whereto.task.ImageReference;
import org.whereto.task.ImageUse;
import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;
import org.whereto.tree.Path;
import org.whereto.tree.Place;

/**
 * The images that a Dockerfile builds on: those of its stages, those that it copies and mounts
 * from, and that of the program which is to read it (Dockerfile reference).
 */
final class Dockerfile {

  private static final int MOST_IMAGES = 200;

  /** What a stage may be called. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]*+");

  private static final String SCRATCH = "scratch";
  private static final String FROM = "--from=";
  private static final String PLATFORM = "--platform=";
  private static final String MOUNT = "--mount=";
  private static final String BUILDERS_OWN = "docker.io/docker/dockerfile";
  private static final String NO_DEFAULT =
      "The image is left to a build argument that has no plain default in the Dockerfile.";

  /**
   * A stage.
   *
   * @param base what it builds on in the end, as written
   * @param use where in the images found its own stands; -1 if it has none
   * @param user whom it runs as, if it or a stage below it says so
   */
  private record Stage(String base, int use, Optional<String> user) {}

  private final Path path;
  private final BuildArguments arguments = new BuildArguments();
  private final List<ImageUse> found = new ArrayList<>();
  private final Map<String, Stage> named = new HashMap<>();
  private int stages;
  private Stage last = new Stage("", -1, Optional.empty());
  private String lastName = "";

  private Dockerfile(Path path) {
    this.path = path;
  }

  /**
   * Reads one.
   *
   * @throws BadInput if it has no stage
   */
  static Dockerfile of(RepositoryFile file) throws BadInput {
    Dockerfile dockerfile = new Dockerfile(file.path());
    DockerfileLines lines = DockerfileLines.of(file.text());
    lines.directive("syntax").forEach(dockerfile::syntax);
    if (!lines.directive("escape").isEmpty()) {
      dockerfile.unclear("escape", "Its escape character may be another one: leave that out.");
    }
    Optional<String> line = lines.next();
    while (line.isPresent()) {
      dockerfile.read(Instruction.of(line.get()), lines);
      line = lines.next();
      if (dockerfile.found.size() > MOST_IMAGES) {
        throw file.unreadable(Place.NONE, "It names more than " + MOST_IMAGES + " images.");
      }
    }
    if (dockerfile.last.base().isEmpty()) {
      throw file.unreadable(Place.NONE, "It has no FROM line, so there is nothing to build on.");
    }
    dockerfile.close();
    return dockerfile;
  }

  /** The image from which the last stage comes, as it is written there. */
  String base() {
    return last.base();
  }

  List<ImageUse> images() {
    return List.copyOf(found);
  }

  /** Whom the result runs as is what its last stage says, else what its image does. */
  private void close() {
    if (last.use() >= 0 && last.user().isPresent()) {
      found.set(last.use(), found.get(last.use()).as(last.user().get()));
    }
    if (last.base().equals(SCRATCH)) {
      unclear(SCRATCH, "The last stage builds on no image (scratch): none can be looked at.");
    }
  }

  private void read(Instruction instruction, DockerfileLines lines) {
    boolean clear = instruction.clear();
    for (Instruction.Text text : instruction.texts()) {
      clear &= lines.passText(text.word(), text.tabs());
    }
    if (!clear) {
      unclear(
          instruction.word(),
          "Builders may differ on how a line of "
              + instruction.word()
              + " is quoted: write its options and << without quotes and escapes.");
    }
    switch (instruction.word()) {
      case "ARG" -> {
        if (stages == 0) {
          instruction.words().forEach(arguments::declare);
        }
      }
      case "FROM" -> stage(instruction);
      case "USER" -> user(instruction);
      case "COPY", "ADD" -> values(instruction, FROM).forEach(from -> other(from, true));
      case "RUN" -> values(instruction, MOUNT).forEach(this::mount);
      default -> {}
    }
  }

  private static List<String> values(Instruction instruction, String option) {
    return instruction.options().stream()
        .filter(text -> text.startsWith(option))
        .map(text -> text.substring(option.length()))
        .toList();
  }

  private void stage(Instruction from) {
    List<String> words = from.words();
    boolean called =
        words.size() == 3
            && words.get(1).equalsIgnoreCase("AS")
            && NAME.matcher(words.get(2).toLowerCase(Locale.ROOT)).matches();
    String written = words.isEmpty() ? "?" : words.getFirst();
    if (words.size() != 1 && !called) {
      unclear(written, "FROM wants one image, and behind it perhaps AS and a name.");
    }
    stages++;
    Optional<String> base = arguments.filled(written);
    Stage below = named.get(base.orElse("").toLowerCase(Locale.ROOT));
    last = below == null ? new Stage(written, found.size(), Optional.empty()) : below;
    if (below == null && base.equals(Optional.of(SCRATCH))) {
      last = new Stage(SCRATCH, -1, Optional.empty());
    } else if (below == null) {
      use(written, base, values(from, PLATFORM));
    }
    lastName = called ? words.get(2).toLowerCase(Locale.ROOT) : "";
    name();
  }

  private void name() {
    if (!lastName.isEmpty()) {
      named.put(lastName, last);
    }
  }

  private void user(Instruction user) {
    last = new Stage(last.base(), last.use(), Optional.of(String.join(" ", user.words())));
    name();
  }

  private void use(String written, Optional<String> name, List<String> platforms) {
    if (name.isEmpty()) {
      unclear(written, NO_DEFAULT);
      return;
    }
    try {
      ImageUse use = ImageUse.of(path, written, ImageReference.parse(name.get()));
      for (String platform : platforms) {
        Optional<ImagePlatform> machine = platform(platform);
        use = machine.isPresent() ? use.on(machine.get()) : use;
      }
      found.add(use);
    } catch (BadInput fault) {
      unclear(written, fault.sentence());
    }
  }

  /** None where it is the machine that builds, or that for which is built. */
  private Optional<ImagePlatform> platform(String written) throws BadInput {
    String name = written.replace("{", "").replace("}", "");
    if (name.equals("$BUILDPLATFORM") || name.equals("$TARGETPLATFORM")) {
      return Optional.empty();
    }
    return Optional.of(ImagePlatform.parse(arguments.filled(written).orElse(written)));
  }

  /** {@code type=bind,from=IMAGE,...}. */
  private void mount(String written) {
    for (String field : written.split(",", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0 && field.substring(0, equals).strip().equalsIgnoreCase("from")) {
        other(field.substring(equals + 1), false);
      }
    }
  }

  /**
   * A stage or an image that something is taken from; nothing is filled in here.
   *
   * @param numbers whether stages may be named by their number
   */
  private void other(String written, boolean numbers) {
    boolean number = !written.isEmpty() && written.chars().allMatch(c -> c >= '0' && c <= '9');
    if (number && !(numbers && written.length() < 4 && Integer.parseInt(written) < stages)) {
      unclear(written, "There is no stage of this number.");
    } else if (!number
        && !written.equals(SCRATCH)
        && !named.containsKey(written.toLowerCase(Locale.ROOT))) {
      Optional<String> name =
          written.indexOf('$') < 0 ? Optional.of(written) : Optional.<String>empty();
      use(written, name, List.of());
    }
  }

  /** A program that is not the builder's own may make anything of the rest. */
  private void syntax(String value) {
    int end = value.indexOf(' ');
    String written = end < 0 ? value : value.substring(0, end);
    use(written, Optional.of(written), List.of());
    boolean own =
        found.getLast().reference().filter(image -> image.name().equals(BUILDERS_OWN)).isPresent();
    if (!own) {
      unclear(
          written,
          "A program of its own ("
              + OneLine.of(written, 60)
              + ") is to read the Dockerfile, and may read it in another way.");
    }
  }

  private void unclear(String written, String why) {
    found.add(ImageUse.unclear(path, written, why));
  }
}
