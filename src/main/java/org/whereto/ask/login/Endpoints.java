// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask.login;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.whereto.ask.Deadline;
import org.whereto.ask.Heard;
import org.whereto.ask.NoReply;
import org.whereto.ask.Web;
import org.whereto.task.WebUrl;
import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * Where an issuer takes what requests, by its own discovery document.
 *
 * @param device where a login by device begins (RFC 8628)
 * @param token where tokens come from
 * @param revocation where one is given back (RFC 7009), if anywhere
 * @param scopes those that it tells of
 */
record Endpoints(URI device, URI token, Optional<URI> revocation, List<String> scopes) {

  /**
   * Asks the issuer.
   *
   * @throws NotLoggedIn where it does not tell, or offers no login by device
   */
  static Endpoints of(Issuer issuer, Web web, Deadline deadline)
      throws NotLoggedIn, InterruptedException {
    Heard heard = heard(issuer, web, deadline);
    String name = heard.text("issuer").orElse("");
    if (heard.status() != 200 || name.isEmpty()) {
      throw new NotLoggedIn(
          issuer
              + " does not describe itself as an issuer of tokens ("
              + heard.status()
              + " at "
              + issuer.discovery()
              + "). Check the address.");
    }
    if (!issuer.isCalled(name)) {
      throw new NotLoggedIn(
          issuer
              + " says that it is "
              + OneLine.of(name)
              + ". If you trust that one, log in there.");
    }
    Optional<URI> device = endpoint(heard, "device_authorization_endpoint");
    Optional<URI> token = endpoint(heard, "token_endpoint");
    if (device.isEmpty() || token.isEmpty()) {
      throw new NotLoggedIn(
          issuer
              + " offers no login for programs like this (device authorization). Get a token in"
              + " another way, and use --token-file.");
    }
    return new Endpoints(
        device.get(), token.get(), endpoint(heard, "revocation_endpoint"), scopes(heard));
  }

  private static Heard heard(Issuer issuer, Web web, Deadline deadline)
      throws NotLoggedIn, InterruptedException {
    try {
      return Heard.of(web, issuer.discovery(), deadline);
    } catch (NoReply silence) {
      throw new NotLoggedIn(issuer + " cannot be asked. " + silence.sentence());
    }
  }

  /** Its own host or another one: who speaks for the issuer says so over a secure connection. */
  private static Optional<URI> endpoint(Heard heard, String name) {
    Optional<String> url = heard.text(name).filter(Issuer::keepsSecrets);
    try {
      return url.isEmpty() ? Optional.empty() : Optional.of(URI.create(WebUrl.of(url.get()) + ""));
    } catch (BadInput | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static List<String> scopes(Heard heard) {
    return heard.document().get("scopes_supported").stream()
        .filter(Sequence.class::isInstance)
        .flatMap(list -> ((Sequence) list).items().stream())
        .filter(Scalar.class::isInstance)
        .map(item -> ((Scalar) item).text())
        .toList();
  }
}
