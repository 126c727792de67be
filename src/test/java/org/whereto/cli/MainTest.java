// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.whereto.support.Compiled;

final class MainTest {

  static final Set<String> NAMES =
      Main.COMMANDS.stream().map(Command::name).collect(Collectors.toCollection(TreeSet::new));

  @Test
  void theListHoldsEveryCommand() throws IOException, ClassNotFoundException {
    assertThat(Main.COMMANDS)
        .extracting(command -> command.getClass().getSimpleName())
        .containsExactlyInAnyOrderElementsOf(Compiled.madeOf("org.whereto.cli", Command.class));
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyCommandHasHelp(String name) {
    Ran ran = Ran.of(name, "--help");
    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("Usage: whereto " + name).contains("--help");
  }

  @Test
  void helpNamesEveryCommand() {
    assertThat(Ran.of("--help").out()).contains(NAMES);
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void helpFitsItsTerminal(String name) {
    Ran ran = Ran.on(60, Map.of(), name, "--help");
    // What shows a file or a command line is not broken.
    assertThat(ran.out().lines().filter(line -> !line.matches("  .*#.*|.*whereto .*")))
        .allSatisfy(line ->
            assertThat(line.replaceAll("\u001b\\[[0-9;]*m", "").length()).isLessThanOrEqualTo(60));
  }

  @Test
  void helpIsACommandToo() {
    assertThat(Ran.of("help")).isEqualTo(Ran.of("--help"));
    assertThat(Ran.of("help", "ask")).isEqualTo(Ran.of("ask", "--help"));
    assertThat(Ran.of("help", "aks").err()).contains("Did you mean \"ask\"?");
  }

  @Test
  void theVersionIsTold() {
    Ran ran = Ran.of("--version");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).startsWith("whereto ").endsWith("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          aks                          | There is no sub-command "aks". Did you mean "ask"?
          --vrsion                     | There is no option "--vrsion". Did you mean "--version"?
          ask --tmeout 3 x             | There is no option "--tmeout". Did you mean "--timeout"?
          ask x --at y -o jsn          | Did you mean "json"?
          ask x --at y --color sometimes | --color must be one of auto, always, never
          ask x --at y --timeout 3x    | --timeout: "3x" is not a time like
          ask x --at y --timeout 0     | --timeout must be longer
          ask x                        | --at WHERE is missing.
          ask x                        | Usage: whereto ask TASK --at WHERE...
          ask x --at                   | --at WHERE has no value.
          ask x --at y -o              | --output FORM has no value.
          ask --at y                   | TASK is missing: it stands before --at, which takes all words
          ask x y --at z               | One word too many: "y".
          validate                     | FILE is missing.
          test x                       | CASES is missing.
          schema x                     | DOCUMENT must be one of platform, answer,
          schema plattform             | Did you mean "platform"?
          completion powershell        | bash, zsh, fish
          """)
  void badUseIsToldWithARemedy(String line, String told) {
    Ran ran = Ran.of(line.split(" "));
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains(told).contains("--help");
    assertThat(ran.err().lines()).allSatisfy(one -> assertThat(one).startsWith("whereto: "));
  }

  @Test
  void nothingAtAllShowsTheUsage() {
    Ran ran = Ran.of();
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("Usage: whereto");
  }

  @Test
  void aFaultOfOursIsOnePlainSentence() {
    Ran ran = broken(Map.of());
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).startsWith("whereto: This is a fault in Whereto").hasLineCount(1);
  }

  @Test
  void aFaultOfOursShowsItsTraceToWhoAsksForIt() {
    assertThat(broken(Map.of("WHERETO_DEBUG", "1")).err()).contains("\tat org.whereto");
  }

  /** Standard input that breaks in a way that nobody foresaw. */
  private static Ran broken(Map<String, String> env) {
    InputStream in =
        new InputStream() {
          @Override
          public int read() {
            throw new IllegalStateException("no\nsuch luck");
          }

          @Override
          public int read(byte[] into, int from, int length) {
            return read();
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    Terminal terminal =
        new Terminal(
            in, nowhere, new PrintStream(err, false, UTF_8), OptionalInt.empty(), false, env);
    int exit = Main.run(terminal, "inspect", "-");
    return new Ran(exit, "", err.toString(UTF_8));
  }

  @Test
  void outputThatCannotBeWrittenIsAFault() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("disk full");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            new PrintStream(full, false, UTF_8),
            new PrintStream(err, false, UTF_8),
            OptionalInt.empty(),
            false,
            Map.of());
    assertThat(Main.run(terminal, "--version")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("could not be written");
  }
}
