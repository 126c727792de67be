// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.settings;

/**
 * One of the places at which the service is asked.
 *
 * @param tls whether TLS is spoken there
 */
public record Listener(ListenAt at, boolean tls) {

  /** The address of what stands at its root. */
  @Override
  public String toString() {
    return (tls ? "https://" : "http://") + at + "/";
  }
}
