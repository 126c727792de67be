// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.tls;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The blocks of a PEM file (RFC 7468), with their lines. Text between blocks is passed over, as
 * programs write it there for people.
 */
final class PemFile {

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  private final Path path;
  private final List<PemBlock> blocks = new ArrayList<>();
  private final StringBuilder content = new StringBuilder();
  private Optional<String> label = Optional.empty();
  private int begun;
  private boolean isEncrypted;

  private PemFile(Path path) {
    this.path = path;
  }

  /**
   * Reads a file.
   *
   * @param bytes of the file, few enough to be kept
   * @throws TlsFaults where a block is broken, or there is none
   */
  static List<PemBlock> read(Path path, byte[] bytes) throws TlsFaults {
    PemFile file = new PemFile(path);
    String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\\R", -1);
    for (int at = 0; at < lines.length; at++) {
      file.take(lines[at].strip(), at + 1);
    }
    return file.end();
  }

  private void take(String line, int number) throws TlsFaults {
    if (line.startsWith(BEGIN) && line.endsWith(DASHES)) {
      if (label.isPresent()) {
        throw unended();
      }
      label = Optional.of(line.substring(BEGIN.length(), line.length() - DASHES.length()));
      begun = number;
      isEncrypted = false;
      content.setLength(0);
    } else if (label.isPresent() && line.startsWith(END)) {
      end(label.get(), line);
    } else if (label.isPresent()) {
      add(line, number);
    }
  }

  private void add(String line, int number) throws TlsFaults {
    if (line.indexOf(':') >= 0) {
      isEncrypted |= line.startsWith("Proc-Type:") && line.contains("ENCRYPTED");
    } else if (isBase64(line)) {
      content.append(line);
    } else {
      throw new TlsFaults(path, number, "This line is no Base64: the file is damaged." + again());
    }
  }

  private static boolean isBase64(String line) {
    return line.chars()
        .allMatch(c ->
            (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '/'
                || c == '=');
  }

  private void end(String name, String line) throws TlsFaults {
    if (!line.equals(END + name + DASHES)) {
      throw unended();
    }
    String base64 = content.toString();
    try {
      if (Base64.getDecoder().decode(base64).length == 0) {
        throw new TlsFaults(path, begun, "Nothing stands between BEGIN and END." + again());
      }
    } catch (IllegalArgumentException _) {
      throw new TlsFaults(
          path, begun, "What begins here is damaged: it is no whole Base64." + again());
    }
    blocks.add(new PemBlock(name, begun, base64, isEncrypted));
    label = Optional.empty();
  }

  private List<PemBlock> end() throws TlsFaults {
    if (label.isPresent()) {
      throw unended();
    }
    if (blocks.isEmpty()) {
      throw new TlsFaults(
          path,
          0,
          "This is no PEM file, which has lines like -----BEGIN CERTIFICATE-----. Of a PKCS#12 file"
              + " make one by \"openssl pkcs12 -nodes\", of a DER file by \"openssl x509 -inform"
              + " der\" or \"openssl pkey -inform der\".");
    }
    return List.copyOf(blocks);
  }

  private TlsFaults unended() {
    return new TlsFaults(
        path, begun, "What begins here has no END of the same name: the file is cut." + again());
  }

  private static String again() {
    return " Copy it again.";
  }
}
