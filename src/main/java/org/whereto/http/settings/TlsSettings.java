// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.whereto.tree.Settings;

/**
 * How a server speaks TLS: the key {@code tls} of the server's file.
 *
 * @param certificate file with the server's certificate and those that signed it, in PEM
 * @param key file with its private key, in PEM
 * @param oldest version that is spoken, {@code 1.2} or {@code 1.3}
 * @param clients nothing where clients are not asked for certificates
 */
public record TlsSettings(Path certificate, Path key, String oldest, Optional<Clients> clients) {

  public static final String TLS_1_3 = "1.3";

  private static final String TLS_1_2 = "1.2";

  private static final Path NO_FILE = Path.of("");

  /**
   * Which certificates of clients are taken.
   *
   * @param trust file with the certificates of those who sign them, in PEM
   * @param required whether nobody is served without one
   */
  public record Clients(Path trust, boolean required) {}

  /** All files, each once. */
  public List<Path> files() {
    return Stream.concat(Stream.of(certificate, key), clients.map(Clients::trust).stream())
        .distinct()
        .toList();
  }

  static TlsSettings read(Settings in) {
    return new TlsSettings(
        file(in, "certificate", "File with the certificate and, behind it, its chain (PEM)."),
        file(in, "key", "File with the private key of the certificate (PEM, not encrypted)."),
        in.choice(
            "oldest", List.of(TLS_1_2, TLS_1_3), TLS_1_2, "Oldest version of TLS; default: 1.2."),
        in.part("clients", "Certificates of clients.", TlsSettings::clients));
  }

  private static Clients clients(Settings in) {
    return new Clients(
        file(in, "trust", "File with the certificates of those who sign clients' own (PEM)."),
        in.flag("required", false, "Whether clients must have one; default: false."));
  }

  private static Path file(Settings in, String key, String doc) {
    String name = in.text(key, doc);
    try {
      return Path.of(name);
    } catch (InvalidPathException _) {
      in.problem(key, "\"" + name + "\" is no name that a file can have.");
      return NO_FILE;
    }
  }
}
