// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

/**
 * What came back over HTTP, whole. Header values are empty where there is no such header.
 *
 * @param type the Content-Type
 * @param encoding the Content-Encoding
 * @param location where a redirect points
 * @param retryAfter when to come again
 * @param knownAs the X-VO-Authenticated
 */
record Reply(
    int status,
    String type,
    String encoding,
    String location,
    String retryAfter,
    String knownAs,
    Challenges challenges,
    Body body) {

  private static final int REDIRECTS = 300;
  private static final int ERRORS = 400;

  boolean isRedirect() {
    return status >= REDIRECTS && status < ERRORS && !location.isEmpty();
  }
}
