// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** {@code whereto serve} as a process of its own, on a free port of 127.0.0.1. */
public final class ServeProcess implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final URI address;
  private final List<Thread> readers = new ArrayList<>();
  private final Queue<String> errors = new ConcurrentLinkedQueue<>();
  private final Queue<String> output = new ConcurrentLinkedQueue<>();

  private ServeProcess(Process process) throws IOException {
    this.process = process;
    readers.add(Thread.ofVirtual().start(() -> drain(process.errorReader(UTF_8), errors)));
    BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    String first = out.readLine();
    if (first == null) {
      close();
      throw new IOException("It did not start: " + errors);
    }
    address = URI.create(first);
    readers.add(Thread.ofVirtual().start(() -> drain(out, output)));
  }

  /** Starts it with these words after {@code serve}, and waits for its address. */
  public static ServeProcess start(String... words) throws IOException, InterruptedException {
    return start(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), words);
  }

  /** The same with the collector and compilers that an owner's server has, which start later. */
  public static ServeProcess startToLast(String... words) throws IOException, InterruptedException {
    return start(List.of(), words);
  }

  private static ServeProcess start(List<String> options, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(heeding());
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(options);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "org.whereto.cli.Main",
            "serve",
            "--port",
            "0"));
    command.addAll(List.of(words));
    return new ServeProcess(new ProcessBuilder(command).start());
  }

  /** Whoever started the tests in the background made them, and all they start, deaf to Ctrl-C. */
  private static List<String> heeding() throws IOException, InterruptedException {
    List<String> env = List.of("env", "--default-signal=INT");
    List<String> attempt = new ArrayList<>(env);
    attempt.add("true");
    return new ProcessBuilder(attempt).start().waitFor() == 0 ? env : List.of();
  }

  private static void drain(BufferedReader from, Queue<String> into) {
    try (from) {
      from.lines().forEach(into::add);
    } catch (IOException | RuntimeException gone) {
      into.add("Nothing more was read: " + gone);
    }
  }

  /** What it said its address is. */
  public URI address() {
    return address;
  }

  public int port() {
    return address.getPort();
  }

  /** What it has said so far on its standard error, in lines. */
  public List<String> errors() {
    return List.copyOf(errors);
  }

  /** What it has said so far on its standard output, after its address. */
  public List<String> output() {
    return List.copyOf(output);
  }

  /** Sends it a signal, like {@code TERM}. */
  public void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  /** Waits for its end, and for all that it has said; its exit code. */
  public int exit() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException("It does not end: " + errors);
    }
    for (Thread reader : readers) {
      reader.join();
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
