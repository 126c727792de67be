// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.whereto.http.settings.TlsSettings;

/**
 * On which terms TLS is spoken: one good state of the files. A connection keeps to those on which
 * it began.
 */
final class TlsTerms {

  /** Forward secret and authenticated ones only; what is older has no place here. */
  private static final String[] CIPHERS = {
    "TLS_AES_128_GCM_SHA256",
    "TLS_AES_256_GCM_SHA384",
    "TLS_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"
  };

  /** Of those who come again with TLS 1.2; a later one brings all that is to be known itself. */
  private static final int SESSIONS = 1000;

  private static final int SESSION_SECONDS = 3600;

  private static final char[] IN_MEMORY = "in memory".toCharArray();

  private final SSLContext context;
  private final SSLParameters parameters;
  private final Instant until;
  private final Optional<TrustedSigners> trust;

  private TlsTerms(
      SSLContext context, SSLParameters parameters, Instant until, Optional<TrustedSigners> trust) {
    this.context = context;
    this.parameters = parameters;
    this.until = until;
    this.trust = trust;
  }

  static TlsTerms of(TlsSettings settings, ServerPair pair, Optional<TrustedSigners> trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      TrustManager[] clients =
          trust.map(signers -> new TrustManager[] {signers.manager()}).orElse(new TrustManager[0]);
      context.init(keys(pair), clients, null);
      context.getServerSessionContext().setSessionCacheSize(SESSIONS);
      context.getServerSessionContext().setSessionTimeout(SESSION_SECONDS);
      return new TlsTerms(context, parameters(settings), pair.until(), trust);
    } catch (GeneralSecurityException | IOException absent) {
      throw new IllegalStateException(absent);
    }
  }

  private static KeyManager[] keys(ServerPair pair) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    X509Certificate[] chain =
        pair.chain().stream().map(Certificate::x509).toArray(X509Certificate[]::new);
    store.setKeyEntry("server", pair.key(), IN_MEMORY, chain);
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, IN_MEMORY);
    return managers.getKeyManagers();
  }

  private static SSLParameters parameters(TlsSettings settings) {
    String[] versions =
        settings.oldest().equals(TlsSettings.TLS_1_3)
            ? new String[] {"TLSv1.3"}
            : new String[] {"TLSv1.3", "TLSv1.2"};
    SSLParameters parameters = new SSLParameters(CIPHERS, versions);
    parameters.setUseCipherSuitesOrder(true);
    settings
        .clients()
        .ifPresent(clients -> {
          if (clients.required()) {
            parameters.setNeedClientAuth(true);
          } else {
            parameters.setWantClientAuth(true);
          }
        });
    return parameters;
  }

  /** The server's side of one connection. */
  SSLEngine engine() {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    engine.setSSLParameters(parameters);
    return engine;
  }

  Instant until() {
    return until;
  }

  Optional<TrustedSigners> trust() {
    return trust;
  }
}
