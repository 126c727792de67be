// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.whereto.http.settings.Doors;
import org.whereto.http.settings.TlsSettings;
import org.whereto.http.settings.TlsSettings.Clients;
import org.whereto.http.tls.Tls;
import org.whereto.tree.BadInput;

/** The files of TLS of one server, in a folder of a test. */
public record TlsFolder(Path folder) {

  public Path certificate() {
    return folder.resolve("chain.pem");
  }

  public Path key() {
    return folder.resolve("key.pem");
  }

  public Path trust() {
    return folder.resolve("trust.pem");
  }

  /** Puts a pair there, as whoever renews it does: one file after the other. */
  public TlsFolder put(MadeCertificate own, MadeCertificate... signers) throws Exception {
    StringBuilder chain = new StringBuilder(own.pem());
    for (MadeCertificate signer : signers) {
      chain.append(signer.pem());
    }
    replace(certificate(), chain.toString());
    replace(key(), own.key());
    return this;
  }

  public TlsFolder trusting(MadeCertificate signer) throws Exception {
    replace(trust(), signer.pem());
    return this;
  }

  public static void replace(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  public TlsSettings settings() {
    return new TlsSettings(certificate(), key(), "1.2", Optional.empty());
  }

  /** The same for clients that come with certificates. */
  public TlsSettings settings(boolean required) {
    return new TlsSettings(
        certificate(), key(), "1.2", Optional.of(new Clients(trust(), required)));
  }

  public static Doors doors(TlsSettings settings) {
    return new Doors(List.of(), Optional.of(settings));
  }

  public static Tls open(TlsSettings settings, Consumer<String> news) throws BadInput {
    return Tls.open(settings, InstantSource.system(), news);
  }
}
