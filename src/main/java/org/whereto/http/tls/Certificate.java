// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.tls;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate of a PEM file.
 *
 * @param line where it begins, from 1
 */
record Certificate(X509Certificate x509, int line) {

  /**
   * All certificates of a file, in its order.
   *
   * @throws TlsFaults where there is none, or one that cannot be read
   */
  static List<Certificate> read(Path path, List<PemBlock> blocks) throws TlsFaults {
    List<Certificate> found = new ArrayList<>();
    for (PemBlock block : blocks) {
      if (block.isCertificate()) {
        found.add(read(path, block));
      }
    }
    if (found.isEmpty()) {
      throw new TlsFaults(
          path,
          0,
          "There is no certificate in this file, only "
              + blocks.getFirst().label()
              + ": name the file that has it.");
    }
    return List.copyOf(found);
  }

  private static Certificate read(Path path, PemBlock block) throws TlsFaults {
    try {
      return new Certificate(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(block.content())),
          block.line());
    } catch (CertificateException | RuntimeException _) {
      throw new TlsFaults(
          path,
          block.line(),
          "This certificate is damaged: copy it again, or have a new one made.");
    }
  }

  Instant from() {
    return x509.getNotBefore().toInstant();
  }

  Instant until() {
    return x509.getNotAfter().toInstant();
  }

  boolean isSignedBy(Certificate other) {
    if (!x509.getIssuerX500Principal().equals(other.x509.getSubjectX500Principal())) {
      return false;
    }
    try {
      x509.verify(other.x509.getPublicKey());
      return true;
    } catch (GeneralSecurityException | RuntimeException _) {
      return false;
    }
  }
}
