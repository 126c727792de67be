// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whereto.ask.AskAll;
import org.whereto.ask.Credentials;
import org.whereto.ask.Deadline;
import org.whereto.ask.Result;
import org.whereto.ask.ServiceAt;
import org.whereto.ask.Web;
import org.whereto.ask.Where;
import org.whereto.config.OwnerFile;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.decide.Decision;
import org.whereto.decide.Planner;
import org.whereto.platform.Platform;
import org.whereto.systems.Systems;
import org.whereto.task.Caller;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Problems.Problem;
import org.whereto.world.SourceState;
import org.whereto.world.World;

/**
 * Whereto as a library: "where can I run this Task?"
 *
 * <p>Safe for many threads. Close it when done: it holds connections to services.
 */
public final class Whereto implements AutoCloseable {

  /** Who asks once may wait once for what is read in the background otherwise. */
  private static final Duration FIRST_READINGS = Duration.ofSeconds(3);

  private final Systems systems = new Systems();
  private @Nullable Web web;

  /**
   * What can be asked at these locations: the URL of a service, a platform file, or a directory, of
   * which every {@code .yaml} and {@code .yml} file is taken. What is named twice is there once.
   *
   * @throws BadInput for a location that is none of these
   */
  public List<Where> at(String... locations) throws BadInput {
    return at(List.of(locations), Credentials.NONE);
  }

  /**
   * The same; a service whose origin was named for a token is asked with it, all others as nobody.
   *
   * @throws BadInput for a location that is none of these
   */
  public List<Where> at(List<String> locations, Credentials credentials) throws BadInput {
    Map<String, Where> found = new LinkedHashMap<>();
    for (String location : locations) {
      at(location, credentials).forEach(where -> found.putIfAbsent(where.location(), where));
    }
    return List.copyOf(found.values());
  }

  private List<Where> at(String location, Credentials credentials) throws BadInput {
    if (ServiceAt.isUrl(location)) {
      return List.of(ServiceAt.of(location, web(), credentials));
    }
    Path path = path(location);
    if (Files.isDirectory(path)) {
      return inDirectory(path);
    }
    if (!Files.isRegularFile(path)) {
      throw unreadable("There is no file or directory \"" + location + "\"." + url(location));
    }
    return List.of(platformAt(path));
  }

  /** A host without a scheme is often meant as a URL. */
  private static String url(String location) {
    int end = location.indexOf('/');
    String first = end < 0 ? location : location.substring(0, end);
    boolean host = first.indexOf('.') > 0 || first.indexOf(':') > 0;
    boolean file = location.endsWith(".yaml") || location.endsWith(".yml");
    return host && !file ? " For a service write https://" + location + "." : "";
  }

  private static Path path(String location) throws BadInput {
    try {
      return Path.of(location);
    } catch (InvalidPathException _) {
      throw unreadable("\"" + location + "\" is no name that a file can have.");
    }
  }

  private PlatformAt platformAt(Path file) {
    return PlatformAt.of(file, this);
  }

  private List<Where> inDirectory(Path directory) throws BadInput {
    try (Stream<Path> files = Files.list(directory)) {
      List<Where> found =
          files
              .filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
              .filter(Files::isRegularFile)
              .sorted()
              .<Where>map(this::platformAt)
              .toList();
      if (found.isEmpty()) {
        throw unreadable("There is no platform file (*.yaml) in " + directory + ".");
      }
      return found;
    } catch (IOException unreadable) {
      throw unreadable("The directory " + directory + " cannot be read.");
    }
  }

  /** Asks all of them at once; one result for each, in the given order, within {@code time}. */
  public List<Result> ask(Task task, List<Where> wheres, Duration time) {
    return ask(task, wheres, time, result -> {});
  }

  /**
   * The same; {@code listener} is told of each result as it comes, on this thread. An interrupt of
   * this thread ends the waiting: what has not come by then is silent.
   */
  public List<Result> ask(Task task, List<Where> wheres, Duration time, Consumer<Result> listener) {
    return AskAll.ask(wheres, task, Deadline.in(time), listener);
  }

  /**
   * The platform that a file declares.
   *
   * @throws BadInput for a file that cannot be read or has faults; the sentence lists them all
   */
  public static Platform platform(Path file) throws BadInput {
    return declared(file).platform();
  }

  /**
   * The platform that a file declares, and what it may ask of the outside.
   *
   * @throws BadInput for a file that cannot be read or has faults; the sentence lists them all
   */
  public static Checked.Good declared(Path file) throws BadInput {
    return switch (check(file)) {
      case Checked.Good good -> good;
      case Checked.Faulty(List<Problem> problems) ->
          throw unreadable(
              String.join(
                  "\n", problems.stream().map(problem -> problem.in(file.toString())).toList()));
    };
  }

  /**
   * What is right or wrong with a platform file.
   *
   * @throws BadInput for a file that cannot be read at all
   */
  public static Checked check(Path file) throws BadInput {
    return PlatformFile.read(nameOf(file), OwnerFile.bytes(file));
  }

  /**
   * What in a platform file has no effect, though nothing is wrong with it.
   *
   * @throws BadInput for a file that cannot be read at all
   */
  public static List<Problem> warnings(Path file) throws BadInput {
    return PlatformFile.warnings(OwnerFile.bytes(file));
  }

  /**
   * Decides without asking anybody: every finding, and the answer that follows.
   *
   * @throws BadInput for a Task that cannot be read
   */
  public static Decision decide(Task task, Platform platform) throws BadInput {
    return Planner.decide(Question.of(task), Caller.ANONYMOUS, platform, World.CLOSED);
  }

  /**
   * Decides as the platform's own service would: asks of the outside what its file allows, and
   * waits for it; some seconds at most for sources of available amounts that were not read yet.
   *
   * @throws BadInput for a Task that cannot be read
   */
  public Decision decide(Task task, Checked.Good declared) throws BadInput {
    World world = systems.world(declared.outside());
    systems.awaitSources(declared.outside(), FIRST_READINGS);
    return Planner.decide(Question.of(task), Caller.ANONYMOUS, declared.platform(), world);
  }

  /** How the sources fare that tell what is available on a platform. */
  public List<SourceState> sources(Checked.Good declared) {
    return systems.world(declared.outside()).availability().states();
  }

  /** The file's name without directories and ending. */
  static String nameOf(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static BadInput unreadable(String sentence) {
    return new BadInput("file.unreadable", sentence);
  }

  /** Opened when first needed: who asks files only does not pay for it. */
  private synchronized Web web() {
    if (web == null) {
      web = Web.open();
    }
    return web;
  }

  @Override
  public synchronized void close() {
    systems.close();
    if (web != null) {
      web.close();
    }
  }
}
