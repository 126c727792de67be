// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.tls;

import java.util.Base64;

/**
 * What stands between a BEGIN and its END in a PEM file (RFC 7468).
 *
 * @param label like {@code CERTIFICATE}
 * @param line of its BEGIN, from 1
 * @param base64 of its content, already found to be sound
 * @param isEncrypted by its header lines, as the oldest keys are (RFC 1421)
 */
record PemBlock(String label, int line, String base64, boolean isEncrypted) {

  byte[] content() {
    return Base64.getDecoder().decode(base64);
  }

  boolean isCertificate() {
    return label.equals("CERTIFICATE") || label.equals("X509 CERTIFICATE");
  }

  boolean isKey() {
    return label.endsWith("PRIVATE KEY");
  }

  /** Nothing of a key is ever shown by accident. */
  @Override
  public String toString() {
    return label + " at line " + line;
  }
}
