// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.tls;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.security.auth.x500.X500Principal;

/** The certificate with which a client came, as it stands now and not when the connection began. */
public sealed interface ClientCertificate {

  ClientCertificate ABSENT = new Absent();

  /** None was shown. */
  record Absent() implements ClientCertificate {}

  /**
   * One that is trusted.
   *
   * @param subject its distinguished name (RFC 4514, in the form of RFC 2253)
   */
  record Trusted(String subject) implements ClientCertificate {}

  /** It was trusted when the connection began, but is no longer: it has expired, or its signer. */
  record Outlived() implements ClientCertificate {}

  /** What is known of a session, under the trust for which it was found. */
  record Found(Optional<TrustedSigners> trust, ClientCertificate client, Instant until) {

    private static final String NAME = "org.whereto.client";

    private static Optional<Found> in(SSLSession session) {
      return session.getValue(NAME) instanceof Found found ? Optional.of(found) : Optional.empty();
    }

    private void keep(SSLSession session) {
      session.putValue(NAME, this);
    }
  }

  /**
   * The client of a session.
   *
   * @param trust whose certificates are taken now
   */
  static ClientCertificate of(SSLSession session, Optional<TrustedSigners> trust, Instant now) {
    Found found =
        Found.in(session)
            .filter(known -> known.trust().equals(trust))
            .orElseGet(() -> {
              Found fresh = find(session, trust);
              fresh.keep(session);
              return fresh;
            });
    return found.until().isAfter(now) ? found.client() : new Outlived();
  }

  private static Found find(SSLSession session, Optional<TrustedSigners> trust) {
    try {
      if (session.getPeerCertificates() instanceof X509Certificate[] chain) {
        boolean trusted = trust.map(signers -> signers.trusts(chain)).orElse(false);
        String subject = chain[0].getSubjectX500Principal().getName(X500Principal.RFC2253);
        return new Found(
            trust,
            trusted ? new Trusted(subject) : new Outlived(),
            chain[0].getNotAfter().toInstant());
      }
      return new Found(trust, new Outlived(), Instant.MAX);
    } catch (SSLPeerUnverifiedException _) {
      return new Found(trust, ABSENT, Instant.MAX);
    }
  }
}
