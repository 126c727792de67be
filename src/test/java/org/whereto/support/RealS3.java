// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * S3Proxy on a free port of 127.0.0.1, which checks signatures. Its buckets are the folders below
 * {@link #buckets()}, and its objects the files in them.
 */
public final class RealS3 implements AutoCloseable {

  /** What it needs, which {@code .ci/run} fetches. */
  public static final Path PROGRAM = Path.of(".ci/parts/s3proxy-2.6.0-jar-with-dependencies.jar");

  public static final String ACCESS_KEY = "key-of-whereto";
  public static final String SECRET_KEY = "secret/of+whereto";

  private static final Pattern LISTENING =
      Pattern.compile("Started ServerConnector.*\\{(127\\.0\\.0\\.1:\\d+)}");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path buckets;
  private final String address;

  private RealS3(Process process, Path log, Path buckets) throws IOException, InterruptedException {
    this.process = process;
    this.buckets = buckets;
    this.address = address(log);
  }

  /** In an empty folder; answers when this returns. */
  public static RealS3 start(Path folder) throws IOException, InterruptedException {
    Path buckets = Files.createDirectory(folder.resolve("buckets"));
    Path settings = folder.resolve("s3proxy.conf");
    Path log = folder.resolve("s3proxy.log");
    Files.writeString(
        settings,
        """
        s3proxy.endpoint=http://127.0.0.1:0
        s3proxy.authorization=aws-v2-or-v4
        s3proxy.identity=%s
        s3proxy.credential=%s
        jclouds.provider=filesystem
        jclouds.filesystem.basedir=%s
        jclouds.identity=none
        jclouds.credential=none
        """
            .formatted(ACCESS_KEY, SECRET_KEY, buckets));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                PROGRAM.toString(),
                "--properties",
                settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    try {
      return new RealS3(process, log, buckets);
    } catch (IOException | InterruptedException | RuntimeException failed) {
      process.destroyForcibly();
      throw failed;
    }
  }

  public String endpoint() {
    return "http://" + address;
  }

  /** Where its buckets are. */
  public Path buckets() {
    return buckets;
  }

  /** Puts an object of so many bytes, which only its owner may read. */
  public void put(String bucket, String key, int bytes) throws IOException {
    Files.setPosixFilePermissions(
        putForAnybody(bucket, key, bytes), PosixFilePermissions.fromString("rw-------"));
  }

  /** Puts an object of so many bytes, which everybody may read. */
  public Path putForAnybody(String bucket, String key, int bytes) throws IOException {
    Path file = buckets.resolve(bucket).resolve(key);
    Files.createDirectories(file.getParent());
    return Files.write(file, new byte[bytes]);
  }

  private String address(Path log) throws IOException, InterruptedException {
    for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() - end < 0; ) {
      Matcher matcher = LISTENING.matcher(Files.readString(log));
      if (matcher.find()) {
        return matcher.group(1);
      }
      if (!process.isAlive()) {
        break;
      }
      Thread.sleep(20);
    }
    throw new IOException("S3Proxy does not listen: " + Files.readString(log));
  }

  /** Ends it as one that is switched off. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
