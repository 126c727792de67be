// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.tls;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** A handshake without any socket. */
final class Handshake {

  private static final int ROUNDS = 100;

  private Handshake() {}

  /** The version on which both agree. */
  static String between(SSLEngine server, SSLContext clients, String version) throws SSLException {
    SSLEngine client = clients.createSSLEngine("127.0.0.1", 1);
    client.setUseClientMode(true);
    client.setEnabledProtocols(new String[] {version});
    ByteBuffer toServer = ByteBuffer.allocate(1 << 16);
    ByteBuffer toClient = ByteBuffer.allocate(1 << 16);
    client.beginHandshake();
    for (int i = 0; i < ROUNDS && (isBusy(client) || isBusy(server)); i++) {
      step(client, toClient, toServer);
      step(server, toServer, toClient);
    }
    return client.getSession().getProtocol();
  }

  private static boolean isBusy(SSLEngine engine) {
    return engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING
        || !engine.getSession().isValid();
  }

  private static void step(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws SSLException {
    switch (engine.getHandshakeStatus()) {
      case NEED_TASK -> engine.getDelegatedTask().run();
      case NEED_WRAP -> engine.wrap(ByteBuffer.allocate(0), out);
      case NEED_UNWRAP, NEED_UNWRAP_AGAIN, NOT_HANDSHAKING, FINISHED -> {
        in.flip();
        engine.unwrap(in, ByteBuffer.allocate(1 << 16));
        in.compact();
      }
    }
  }
}
