// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.settings;

/**
 * Where a server listens.
 *
 * @param host a name or an address of this machine
 * @param port 0 for any that is free
 */
public record ListenAt(String host, int port) {

  /** As it stands in a URL. */
  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
