// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Clients that trust one signer.
 *
 * @param context what they share
 */
public record TlsClients(SSLContext context) {

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final int BOUND_MS = 10_000;

  public static TlsClients trusting(MadeCertificate signer) throws Exception {
    return trusting(signer, Optional.empty());
  }

  /**
   * The same.
   *
   * @param own the certificate with which they come, signed by nobody between it and a signer
   */
  public static TlsClients trusting(MadeCertificate signer, Optional<MadeCertificate> own)
      throws Exception {
    KeyStore store = empty();
    store.setCertificateEntry("signer", signer.x509());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.isPresent() ? keys(own.get()) : null, trust.getTrustManagers(), null);
    return new TlsClients(context);
  }

  private static KeyManager[] keys(MadeCertificate own) throws Exception {
    KeyStore store = empty();
    store.setKeyEntry("own", own.keys().getPrivate(), PASSWORD, new Certificate[] {own.x509()});
    KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
    keys.init(store, PASSWORD);
    return keys.getKeyManagers();
  }

  private static KeyStore empty() throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    return store;
  }

  /** A connection whose handshake is over, in one of these versions. */
  public SSLSocket connect(int port, String... versions) throws IOException {
    SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket();
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BOUND_MS);
    socket.setSoTimeout(BOUND_MS);
    if (versions.length > 0) {
      socket.setEnabledProtocols(versions);
    }
    socket.startHandshake();
    return socket;
  }
}
