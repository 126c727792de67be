// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import java.net.URI;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * One question on the wire.
 *
 * @param method {@code GET} or {@code POST}
 * @param type Content-Type of the body; empty if there is none
 * @param credentials of which it carries at most the one for its own origin
 */
record Request(String method, URI uri, String type, Body body, Credentials credentials) {

  /** Bytes of a body for which it is worth asking before it is sent. */
  private static final int LARGE = 1 << 20;

  private static final String ACCEPT =
      "application/json, application/yaml;q=0.9, application/xml;q=0.8, application/problem+json";

  private static final String USER_AGENT =
      "Whereto/"
          + Optional.ofNullable(Request.class.getPackage().getImplementationVersion()).orElse("0");

  static Request get(URI uri) {
    return new Request("GET", uri, "", Body.EMPTY, Credentials.NONE);
  }

  static Request post(URI uri, String type, Body body) {
    return new Request("POST", uri, type, body, Credentials.NONE);
  }

  /** The same request, with the token that was named for its origin, if one was. */
  Request as(Credentials known) {
    return new Request(method, uri, type, body, known);
  }

  /** The same request to another address, as nobody: it was not named by who asks. */
  Request at(URI elsewhere) {
    return new Request(method, elsewhere, type, body, Credentials.NONE);
  }

  /** The token that this request carries. */
  Optional<Token> token() {
    return Origin.of(uri).flatMap(credentials::at);
  }

  HttpUriRequestBase message(Deadline deadline) {
    HttpUriRequestBase message = new HttpUriRequestBase(method, uri);
    // A second more than there is: the deadline itself is kept by whoever waits.
    message.setConfig(
        RequestConfig.custom()
            .setResponseTimeout(Timeout.of(deadline.left().plusSeconds(1)))
            .build());
    message.setHeader("Accept", ACCEPT);
    message.setHeader("User-Agent", USER_AGENT);
    message.setHeader("Connection", "close");
    // The one place that writes a token.
    token().ifPresent(token -> message.setHeader("Authorization", token.authorization()));
    if (!type.isEmpty()) {
      message.setEntity(new ByteArrayEntity(body.bytes(), ContentType.parse(type)));
    }
    if (body.bytes().length > LARGE) {
      // Who does not want that much can say so before it is sent (RFC 9110, section 10.1.1).
      message.setHeader("Expect", "100-continue");
    }
    return message;
  }
}
