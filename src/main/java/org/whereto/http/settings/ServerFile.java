// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.whereto.task.Amount;
import org.whereto.task.AmountSetting;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Problems;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/** The file of a server: what belongs to it and not to one of its platforms. */
public final class ServerFile {

  private static final String FORMAT = "1";

  private static final String ALL = "*";
  private static final String STANDARD_OUTPUT = "stdout";
  private static final String NOWHERE = "none";
  private static final String HASHED = "hashed";
  private static final String NAMED = "named";

  private static final AmountSetting PORT =
      AmountSetting.number(
          "port", "Its port; default: 8081, or any free one with --port 0", "1", "65535");
  private static final AmountSetting DRAIN =
      AmountSetting.time(
          "drain", "How long a stopping server still takes new connections", "0s", "10m");
  private static final AmountSetting PAUSE =
      AmountSetting.time(
          "pause",
          "Between two looks at the files; a new state is served when two saw it",
          "0.05s",
          "10m");
  private static final AmountSetting PATIENCE =
      AmountSetting.time(
          "patience", "How long it then waits for answers that are under way", "0.1s", "1h");

  private ServerFile() {}

  /**
   * Reads and checks a server's file.
   *
   * @param name what to call it in faults
   * @param file its bytes, YAML in UTF-8
   * @throws BadInput {@code file.faulty}; the sentence has a line for everything that is wrong
   */
  public static ServerSettings read(String name, byte[] file) throws BadInput {
    Problems problems = new Problems();
    ServerSettings settings = read(file, problems);
    if (!problems.isEmpty()) {
      throw new BadInput(
          "file.faulty",
          problems.all().stream()
              .map(problem -> problem.in(name))
              .collect(Collectors.joining("\n")));
    }
    return settings;
  }

  private static ServerSettings read(byte[] file, Problems problems) {
    try {
      Tree tree = Formats.YAML.read(file, Budget.OWNER, Keep.ALL);
      return Settings.read(tree, problems, ServerFile::settings);
    } catch (BadInput unreadable) {
      problems.add(unreadable);
      return ServerSettings.DEFAULT;
    }
  }

  /** The JSON Schema of the file (draft-07), for editors: made by the code that reads it. */
  public static Mapping schema() {
    return Tree.build()
        .put("$schema", "http://json-schema.org/draft-07/schema#")
        .put("title", "Whereto server file, format " + FORMAT)
        .done()
        .withAll(Settings.describe(ServerFile::settings));
  }

  private static ServerSettings settings(Settings in) {
    in.format(FORMAT);
    return unversioned(in);
  }

  /** What a server does whose owner says nothing. */
  public static ServerSettings defaults() {
    return saidNothing(ServerFile::unversioned);
  }

  private static ServerSettings unversioned(Settings in) {
    Limits limits =
        in.part("limits", "What the server takes on.", LimitSettings::read).orElse(Limits.DEFAULT);
    Set<String> origins =
        in.part("cors", "Whose pages may ask from a browser.", ServerFile::origins)
            .orElse(Set.of());
    AdminAt admin =
        in.part("admin", "The pages that are the owner's own, like /metrics.", ServerFile::admin)
            .orElseGet(() -> saidNothing(ServerFile::admin));
    Log log =
        in.part("log", "The log of requests and decisions.", ServerFile::log)
            .orElseGet(() -> saidNothing(ServerFile::log));
    Stop stop =
        in.part("stop", "How the server ends.", ServerFile::stop)
            .orElseGet(() -> saidNothing(ServerFile::stop));
    Duration pause =
        in.part("reload", "How platform files are followed.", ServerFile::reload)
            .orElseGet(() -> saidNothing(ServerFile::reload));
    return new ServerSettings(
        limits,
        origins,
        stop.drain(),
        stop.patience(),
        pause,
        admin,
        log.to(),
        Doors.read(in),
        log.callers());
  }

  private static <T> T saidNothing(Function<Settings, T> reader) {
    return Settings.read(Tree.build().done(), new Problems(), reader);
  }

  private static Set<String> origins(Settings in) {
    in.shorthand("origins");
    List<Scalar> listed =
        in.texts("origins", "Origins like https://portal.example.org; default: \"*\", all.");
    if (in.has("origins") && listed.isEmpty()) {
      in.problem("origins", "\"origins\" names nothing: name one, or leave it out for all.");
    }
    if (listed.size() == 1 && listed.getFirst().text().equals(ALL)) {
      return Set.of();
    }
    listed.forEach(origin ->
        Origin.fault(origin.text()).ifPresent(fault -> in.problemAt(origin.place(), fault)));
    return listed.stream().map(Scalar::text).collect(Collectors.toSet());
  }

  private static AdminAt admin(Settings in) {
    in.shorthand("open");
    boolean open = in.flag("open", true, "Whether there are such pages; default: true.");
    String host =
        in.textIfAny("host", "Where they are; default: 127.0.0.1, this machine alone.")
            .orElse("127.0.0.1");
    Optional<Amount> port = PORT.read(in);
    return new AdminAt(
        open,
        host,
        port.map(amount -> OptionalInt.of(amount.value().intValue())).orElse(OptionalInt.empty()));
  }

  private record Log(LogTo to, LogCallers callers) {}

  private static Log log(Settings in) {
    in.shorthand("to");
    String to =
        in.textIfAny("to", "stdout (default), none, or the name of a file.")
            .orElse(STANDARD_OUTPUT);
    LogTo place =
        switch (to) {
          case STANDARD_OUTPUT -> new LogTo.StandardOutput();
          case NOWHERE -> new LogTo.Nowhere();
          default -> path(in, "to", to).<LogTo>map(LogTo.InFile::new).orElse(new LogTo.Nowhere());
        };
    return new Log(place, callers(in));
  }

  private static LogCallers callers(Settings in) {
    String callers =
        in.choice(
            "callers",
            List.of(NOWHERE, HASHED, NAMED),
            NOWHERE,
            "What it says of callers; default: none.");
    Optional<Path> salt =
        in.textIfAny("salt", "File with a secret of 16 bytes or more, for callers: hashed.")
            .flatMap(file -> path(in, "salt", file));
    if (in.has("salt") && !callers.equals(HASHED)) {
      in.problem("salt", "\"salt\" is used only with \"callers: hashed\": take one out.");
    }
    return switch (callers) {
      case HASHED -> new LogCallers.Hashed(salt);
      case NAMED -> new LogCallers.Named();
      default -> new LogCallers.Unnamed();
    };
  }

  private static Optional<Path> path(Settings in, String key, String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException _) {
      in.problem(key, "\"" + name + "\" is no name that a file can have.");
      return Optional.empty();
    }
  }

  private static Duration reload(Settings in) {
    return PAUSE.readOr(in, "0.5s").time();
  }

  private record Stop(Duration drain, Duration patience) {}

  private static Stop stop(Settings in) {
    return new Stop(DRAIN.readOr(in, "0.5s").time(), PATIENCE.readOr(in, "10s").time());
  }
}
