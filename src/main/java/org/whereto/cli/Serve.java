// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.config.Around;
import org.whereto.config.OwnerFile;
import org.whereto.config.PlatformFiles;
import org.whereto.config.Poll;
import org.whereto.http.Server;
import org.whereto.http.settings.Limits;
import org.whereto.http.settings.ListenAt;
import org.whereto.http.settings.ServerFile;
import org.whereto.http.settings.ServerSettings;
import org.whereto.http.settings.TlsSettings;
import org.whereto.http.tls.Tls;
import org.whereto.systems.Systems;
import org.whereto.tree.BadInput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** Answers questions over HTTP until it is told to stop. */
final class Serve implements Command {

  private static final String HOST = "--host";
  private static final String PORT = "--port";
  private static final String CONFIG = "--config";
  private static final String THIS_MACHINE = "127.0.0.1";
  private static final int USUAL_PORT = 8080;
  private static final int HIGHEST_PORT = 65_535;

  /** Whoever asks first should find what is available read; a source that is down stops nobody. */
  private static final Duration FIRST_READINGS = Duration.ofSeconds(3);

  @Override
  public String name() {
    return "serve";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .customSynopsis("whereto serve FILE_OR_DIR... [OPTION...]")
        .header("Answer over HTTP for platforms, and follow their files.")
        .description(
            "One file stands at the root; of several files or a directory each stands under"
                + " /NAME/. The first line of the output is the address. Files that change, come"
                + " or go are followed; a faulty one changes nothing but what health says.")
        .footer(
            "",
            "whereto serve examples/platforms/zeppelin.yaml",
            "whereto serve /etc/whereto/platforms --host 0.0.0.0 --config /etc/whereto/server.yaml",
            "",
            "Exit codes: 0 stopped by SIGTERM; 2 bad use, faulty files or no place to listen;",
            "  130 interrupted.");
    return spec.addPositional(
            PositionalParamSpec.builder()
                .index("0..*")
                .arity("1..*")
                .required(true)
                .type(List.class)
                .auxiliaryTypes(File.class)
                .paramLabel("FILE_OR_DIR")
                .description("A platform file, or a directory of them.")
                .build())
        .addOption(
            OptionSpec.builder(HOST)
                .type(String.class)
                .arity("1")
                .paramLabel("HOST")
                .description(
                    "The address to listen at; default: 127.0.0.1, this machine alone. 0.0.0.0"
                        + " means all.")
                .build())
        .addOption(
            OptionSpec.builder(PORT)
                .type(Integer.class)
                .arity("1")
                .converters(Serve::port)
                .paramLabel("PORT")
                .description("The port to listen at; default: 8080. 0 means any that is free.")
                .build())
        .addOption(
            OptionSpec.builder(CONFIG)
                .type(File.class)
                .arity("1")
                .paramLabel("FILE")
                .description(
                    "What belongs to the server and not to a platform: limits, log, admin pages.")
                .build());
  }

  private static Integer port(String word) {
    boolean number = word.length() <= 5 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number || word.isEmpty() || Integer.parseInt(word) > HIGHEST_PORT) {
      throw new TypeConversionException(
          "it must be a number from 0 to 65535, not \"" + word + "\".");
    }
    return Integer.valueOf(word);
  }

  @Override
  public int run(ParseResult parsed, Terminal terminal) throws BadInput {
    ListenAt address =
        new ListenAt(
            parsed.matchedOptionValue(HOST, THIS_MACHINE),
            parsed.matchedOptionValue(PORT, USUAL_PORT));
    News news = new News(terminal);
    try (Systems systems = new Systems(news::tell)) {
      Around around = new Around(InstantSource.system(), systems::world, systems::keepSources);
      Begun begun = Begun.of(parsed, news, around);
      systems.awaitSources(FIRST_READINGS);
      return serve(address, begun, terminal);
    }
  }

  private static int serve(ListenAt address, Begun begun, Terminal terminal) throws BadInput {
    long files = OpenFiles.allowed();
    ServerSettings settings = fitting(begun.settings(), files);
    try (StopSignal stop = StopSignal.listen();
        Server server = Server.open(begun.files(), address, settings, begun.tls())) {
      terminal.say(server.listeners().getFirst().toString());
      begun.news().standing(begun.files().get());
      server.listeners().stream()
          .skip(1)
          .forEach(other -> begun.news().tell("It is also asked at " + other));
      server
          .admin()
          .ifPresent(admin -> begun.news().tell("Metrics are at http://" + admin + "/metrics"));
      OpenFiles.shortage(begun.settings().limits().connections(), files)
          .ifPresent(begun.news()::tell);
      terminal.flush();
      OpenFiles.readAhead();
      server.beginLog();
      try (Poll _ = Poll.every(begun.settings().reloadPause(), begun::look)) {
        int code = stop.await();
        begun.news().tell("Stopping: what is under way is finished first.");
        return code;
      }
    } catch (InterruptedException _) {
      return Interrupt.EXIT_CODE;
    }
  }

  private static ServerSettings fitting(ServerSettings settings, long files) {
    Limits limits = settings.limits();
    return settings.withLimits(
        limits.withConnections(OpenFiles.connections(limits.connections(), files)));
  }

  /** What stands when all files were read for the first time. */
  private record Begun(ServerSettings settings, PlatformFiles files, Optional<Tls> tls, News news) {

    /** Looks once at all files that are followed. */
    void look() {
      tls.ifPresent(Tls::look);
      files.look();
    }

    /** All that is wrong with any of the files is told at once. */
    static Begun of(ParseResult parsed, News news, Around around) throws BadInput {
      List<String> faults = new ArrayList<>();
      ServerSettings settings = ServerSettings.DEFAULT;
      Optional<Tls> tls = Optional.empty();
      try {
        settings = settings(parsed);
        if (settings.doors().tls().isPresent()) {
          TlsSettings wanted = settings.doors().tls().get();
          tls = Optional.of(Tls.open(wanted, InstantSource.system(), news::tell));
        }
      } catch (BadInput fault) {
        faults.add(fault.sentence());
      }
      try {
        PlatformFiles files = PlatformFiles.open(paths(parsed), Server.RESERVED, around, news);
        if (faults.isEmpty()) {
          return new Begun(settings, files, tls, news);
        }
      } catch (BadInput fault) {
        faults.add(fault.sentence());
      }
      throw new BadInput("file.faulty", String.join("\n", faults));
    }

    private static ServerSettings settings(ParseResult parsed) throws BadInput {
      if (!parsed.hasMatchedOption(CONFIG)) {
        return ServerSettings.DEFAULT;
      }
      String file = parsed.matchedOption(CONFIG).originalStringValues().getFirst();
      ServerSettings settings = ServerFile.read(file, OwnerFile.bytes(Options.file(file)));
      boolean said = parsed.hasMatchedOption(HOST) || parsed.hasMatchedOption(PORT);
      if (said && !settings.doors().listeners().isEmpty()) {
        throw new BadInput(
            "listen.twice",
            "Where to listen is said by \"listen\" in " + file + ": leave out --host and --port.");
      }
      return settings;
    }

    private static List<Path> paths(ParseResult parsed) throws BadInput {
      List<Path> paths = new ArrayList<>();
      for (String word : parsed.matchedPositional(0).originalStringValues()) {
        paths.add(Options.file(word));
      }
      return paths;
    }
  }
}
