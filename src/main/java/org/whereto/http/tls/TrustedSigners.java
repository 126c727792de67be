// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whose certificates of clients are taken. */
record TrustedSigners(X509TrustManager manager) {

  /**
   * Those of a file.
   *
   * @throws TlsFaults where there is none that is valid now
   */
  static TrustedSigners of(Path path, List<PemBlock> blocks, Instant now) throws TlsFaults {
    List<Certificate> all = Certificate.read(path, blocks);
    if (all.stream().allMatch(each -> each.until().isBefore(now))) {
      throw new TlsFaults(
          path,
          all.getFirst().line(),
          "Every certificate in this file has expired, this one at "
              + all.getFirst().until()
              + ": no client could be known by it. Fetch the present ones.");
    }
    return new TrustedSigners(manager(all.stream().map(Certificate::x509).toList()));
  }

  private static X509TrustManager manager(List<X509Certificate> signers) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (int at = 0; at < signers.size(); at++) {
        store.setCertificateEntry("signer" + at, signers.get(at));
      }
      TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
      managers.init(store);
      return Stream.of(managers.getTrustManagers())
          .filter(X509TrustManager.class::isInstance)
          .map(X509TrustManager.class::cast)
          .findFirst()
          .orElseThrow();
    } catch (GeneralSecurityException | IOException absent) {
      throw new IllegalStateException(absent);
    }
  }

  /** Whether this chain, which its client has proved to own, leads to one of these now. */
  boolean trusts(X509Certificate[] chain) {
    try {
      manager.checkClientTrusted(chain, chain[0].getPublicKey().getAlgorithm());
      return true;
    } catch (CertificateException | RuntimeException _) {
      return false;
    }
  }
}
