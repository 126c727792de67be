// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

/**
 * Debian's Slurm on free ports of 127.0.0.1: a controller, one node of four cores, 4000 MiB and two
 * GPUs that are none, and slurmrestd. It takes any machine for that node, whatever it has.
 */
public final class RealSlurm implements AutoCloseable {

  /** The programs that it needs, which {@code .ci/run} installs. */
  public static final List<String> PROGRAMS =
      List.of(
          "munged", "slurmctld", "slurmd", "slurmrestd", "scontrol", "sbatch", "scancel", "squeue");

  public static final String PARTITION = "main";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** If this test is broken off, no job outlives it for long. */
  private static final int JOB_SECONDS = 60;

  private static final String SETTINGS =
      """
      ClusterName=whereto
      SlurmctldHost=@host@(127.0.0.1)
      SlurmctldPort=@port-1@
      SlurmdPort=@port-2@
      SlurmUser=@user@
      SlurmdUser=@user@
      AuthType=auth/munge
      AuthInfo=socket=@folder@/munge.sock
      AuthAltTypes=auth/jwt
      AuthAltParameters=jwt_key=@folder@/jwt.key
      CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
      StateSaveLocation=@folder@/state
      SlurmdSpoolDir=@folder@/spool
      SlurmctldPidFile=@folder@/slurmctld.pid
      SlurmdPidFile=@folder@/slurmd.pid
      SlurmdParameters=config_overrides
      ProctrackType=proctrack/linuxproc
      TaskPlugin=task/none
      MpiDefault=none
      SelectType=select/cons_tres
      SelectTypeParameters=CR_Core_Memory
      JobAcctGatherType=jobacct_gather/none
      AccountingStorageType=accounting_storage/none
      SchedulerParameters=sched_interval=1,batch_sched_delay=0
      ReturnToService=2
      GresTypes=gpu
      NodeName=@host@ NodeAddr=127.0.0.1 CPUs=4 RealMemory=4000 Gres=gpu:none:2 State=UNKNOWN
      PartitionName=main Nodes=ALL Default=YES MaxTime=120 State=UP
      """;

  private final Path folder;
  private final int restPort;
  private final Deque<Process> processes = new ConcurrentLinkedDeque<>();

  private RealSlurm(Path folder, int restPort) {
    this.folder = folder;
    this.restPort = restPort;
  }

  /** In an empty folder; its node takes jobs when this returns. */
  public static RealSlurm start(Path folder) throws IOException, InterruptedException {
    int[] ports = freePorts();
    RealSlurm slurm = new RealSlurm(folder, ports[2]);
    Runtime.getRuntime().addShutdownHook(new Thread(slurm::kill));
    try {
      slurm.settle(ports);
      slurm.begin();
      return slurm;
    } catch (IOException | InterruptedException | RuntimeException failed) {
      slurm.kill();
      throw failed;
    }
  }

  /** Where slurmrestd answers. */
  public String endpoint() {
    return "http://127.0.0.1:" + restPort;
  }

  public String user() {
    return System.getProperty("user.name");
  }

  /** A file that holds a good token, as {@code scontrol token} prints it. */
  public Path tokenFile() {
    return folder.resolve("token");
  }

  /** Submits a job that takes so much of the node for as long as it is let; it may begin later. */
  public void submit(int cores, int memoryMib, int gpus) throws IOException, InterruptedException {
    said(
        "sbatch",
        "--cpus-per-task=" + cores,
        "--mem=" + memoryMib,
        "--gres=gpu:" + gpus,
        "--output=/dev/null",
        "--chdir=/",
        "--wrap=sleep " + JOB_SECONDS);
  }

  /** Ends all jobs. */
  public void cancelAll() throws IOException, InterruptedException {
    said("scancel", "--user=" + user());
  }

  /** Changes what the controller knows: {@code update nodename=... state=drain reason=test}. */
  public void control(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("scontrol"));
    command.addAll(List.of(words));
    String said = said(command.toArray(String[]::new));
    if (!said.isBlank()) {
      throw new IOException(command + ": " + said);
    }
  }

  /** What the node is called. */
  public String node() throws IOException {
    String whole = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    int dot = whole.indexOf('.');
    return dot < 0 ? whole : whole.substring(0, dot);
  }

  public void stopController() {
    Process controller = processes.removeLast();
    controller.destroyForcibly();
    controller.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  public void startController() throws IOException {
    run("slurmctld", "-D");
  }

  private void settle(int[] ports) throws IOException {
    String settings =
        SETTINGS
            .replace("@host@", node())
            .replace("@folder@", folder.toString())
            .replace("@port-1@", String.valueOf(ports[0]))
            .replace("@port-2@", String.valueOf(ports[1]))
            .replace("@user@", user());
    Files.writeString(settings(), settings);
    Files.writeString(
        folder.resolve("gres.conf"),
        "Name=gpu Type=none File=/dev/null\nName=gpu Type=none" + " File=/dev/zero\n");
    secret("munge.key", 1024);
    secret("jwt.key", 32);
    for (String name : List.of("state", "spool")) {
      Files.createDirectory(folder.resolve(name));
    }
  }

  private void secret(String name, int length) throws IOException {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  /** The controller last, which alone is stopped and started. */
  private void begin() throws IOException, InterruptedException {
    run(
        "munged",
        "--foreground",
        "--force",
        "--key-file=" + folder.resolve("munge.key"),
        "--socket=" + folder.resolve("munge.sock"),
        "--pid-file=" + folder.resolve("munged.pid"),
        "--log-file=" + folder.resolve("munged.log"),
        "--seed-file=" + folder.resolve("munge.seed"));
    awaitThat("munged listens", () -> Files.exists(folder.resolve("munge.sock")));
    run("slurmd", "-D");
    run("slurmrestd", "-s", "openapi/v0.0.38", "127.0.0.1:" + restPort);
    startController();
    awaitThat("the controller is up", () -> said("scontrol", "ping").contains("UP"));
    Files.writeString(tokenFile(), said("scontrol", "token", "lifespan=3600"));
    awaitThat("the node is idle", () -> said("sinfo", "-h", "-o", "%T").strip().equals("idle"));
    awaitThat("slurmrestd listens", this::isRestUp);
  }

  private boolean isRestUp() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), restPort)) {
      return socket.isConnected();
    } catch (IOException _) {
      return false;
    }
  }

  private Path settings() {
    return folder.resolve("slurm.conf");
  }

  private void run(String... command) throws IOException {
    processes.addLast(
        builder(command).redirectOutput(Redirect.appendTo(log(command[0]).toFile())).start());
  }

  private ProcessBuilder builder(String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SLURM_CONF", settings().toString());
    if (command[0].equals("slurmrestd")) {
      builder.environment().put("SLURM_JWT", "daemon");
      builder.environment().put("SLURMRESTD_SECURITY", "disable_user_check");
    }
    return builder;
  }

  private Path log(String program) {
    return folder.resolve(program + ".out");
  }

  /** What a program says that ends soon; whether it ends well does not matter. */
  private String said(String... command) throws IOException, InterruptedException {
    Process process = builder(command).redirectInput(new File("/dev/null")).start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return text;
  }

  private interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  private void awaitThat(String what, Condition condition)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() - end > 0) {
        throw new IOException("It is not so that " + what + ": " + logs());
      }
      Thread.sleep(20);
    }
  }

  private String logs() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String program : List.of("munged", "slurmd", "slurmrestd", "slurmctld")) {
      if (Files.exists(log(program))) {
        all.append(program).append(": ").append(Files.readString(log(program))).append('\n');
      }
    }
    return all.toString();
  }

  private static int[] freePorts() throws IOException {
    try (ServerSocket one = free();
        ServerSocket two = free();
        ServerSocket three = free()) {
      return new int[] {one.getLocalPort(), two.getLocalPort(), three.getLocalPort()};
    }
  }

  private static ServerSocket free() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private void kill() {
    processes.forEach(Process::destroyForcibly);
  }

  /** Ends its jobs and all that was started, each by its own process. */
  @Override
  public void close() throws IOException {
    try {
      if (processes.getLast().isAlive()) {
        cancelAll();
        awaitThat("all jobs have ended", () -> said("squeue", "-h").isBlank());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      processes.descendingIterator().forEachRemaining(RealSlurm::end);
    }
  }

  private static void end(Process process) {
    process.destroy();
    process
        .onExit()
        .completeOnTimeout(process, 5, TimeUnit.SECONDS)
        .thenApply(Process::destroyForcibly)
        .join();
  }
}
