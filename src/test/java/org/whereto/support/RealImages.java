// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Small images, made by {@code umoci} in an OCI layout, and pushed by {@code skopeo}. */
public final class RealImages {

  private static final int BLOCK = 512;
  private static final int CONTENT = 8 * BLOCK;

  private final Path folder;

  private RealImages(Path folder) {
    this.folder = folder;
  }

  /**
   * In an empty folder.
   *
   * <ul>
   *   <li>{@code base}: one layer, root, labels, of 2020
   *   <li>{@code derived}: from base, one layer more, user astro, of 2026
   *   <li>{@code foreign}: another layer, as root
   *   <li>{@code arm}: as derived, for arm64
   * </ul>
   */
  public static RealImages in(Path folder) throws IOException {
    RealImages images = new RealImages(folder);
    images.run("umoci", "init", "--layout", images.layout());
    images.run("umoci", "new", "--image", images.at("base"));
    images.layer("base", "base");
    images.configure(
        "base", "--config.label", "org.example.title=base", "--created", "2020-01-02T03:04:05Z");
    images.derive("derived", "amd64");
    images.derive("arm", "arm64");
    images.run("umoci", "new", "--image", images.at("foreign"));
    images.layer("foreign", "foreign");
    images.configure("foreign", "--created", "2026-01-02T03:04:05Z");
    return images;
  }

  private void derive(String name, String architecture) throws IOException {
    run("umoci", "tag", "--image", at("base"), name);
    layer(name, "derived");
    configure(
        name,
        "--config.user",
        "astro",
        "--config.label",
        "org.example.who=us",
        "--created",
        "2026-01-02T03:04:05Z",
        "--architecture",
        architecture);
  }

  /** A layer of one file; the same name is the same layer. */
  private void layer(String image, String name) throws IOException {
    byte[] content = new byte[CONTENT];
    new Random(name.hashCode()).nextBytes(content);
    Path tar = folder.resolve(name + ".tar");
    Files.write(tar, tar(name, content));
    run("umoci", "raw", "add-layer", "--image", at(image), tar.toString());
  }

  private void configure(String image, String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("umoci", "config", "--image", at(image)));
    command.addAll(List.of(options));
    if (!command.contains("--architecture")) {
      command.addAll(List.of("--architecture", "amd64"));
    }
    command.addAll(List.of("--os", "linux"));
    run(command.toArray(String[]::new));
  }

  /**
   * Pushes an image.
   *
   * @param format {@code oci} or {@code v2s2}
   * @param to where, like {@code 127.0.0.1:5000/astro/base:1.0}
   */
  public void push(String image, String format, String to) throws IOException {
    run(
        "skopeo",
        "copy",
        "--quiet",
        "--insecure-policy",
        "--dest-tls-verify=false",
        "--format",
        format,
        "oci:" + at(image),
        "docker://" + to);
  }

  private String layout() {
    return folder.resolve("images").toString();
  }

  private String at(String image) {
    return layout() + ":" + image;
  }

  /** An archive of one file: its header, its content in whole blocks, and two empty ones. */
  private static byte[] tar(String name, byte[] content) {
    byte[] tar = new byte[3 * BLOCK + content.length];
    put(tar, 0, name);
    put(tar, 100, "0000644\0" + "0000000\0" + "0000000\0");
    put(tar, 124, String.format("%011o", content.length) + "\0" + "00000000000\0");
    put(tar, 148, "        " + "0");
    put(tar, 257, "ustar\0" + "00");
    int sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += tar[i];
    }
    put(tar, 148, String.format("%06o", sum) + "\0 ");
    System.arraycopy(content, 0, tar, BLOCK, content.length);
    return tar;
  }

  private static void put(byte[] tar, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, tar, at, bytes.length);
  }

  private void run(String... command) throws IOException {
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(String.join(" ", command) + ": " + Files.readString(said));
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      throw new IOException(stopped);
    }
  }
}
