// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.util.Optional;
import java.util.Set;
import org.whereto.ask.Credentials;
import org.whereto.ask.Origin;
import org.whereto.ask.Token;
import org.whereto.ask.Web;
import org.whereto.ask.login.Logins;
import org.whereto.ask.login.NotLoggedIn;
import org.whereto.ask.login.Patience;
import org.whereto.tree.BadInput;

/**
 * The tokens of kept logins, for the services that were named for them.
 *
 * @param given what the command line says, which counts first
 */
record KeptTokens(Credentials given, Terminal terminal) {

  /**
   * What was given, and for those of the services that have nothing yet what is kept.
   *
   * @throws BadInput where logins are kept and cannot be read
   */
  Credentials with(Set<Origin> services) throws BadInput {
    Set<Origin> named =
        Set.copyOf(
            Logins.kept(terminal.env()).stream()
                .flatMap(login -> login.services().stream())
                .filter(services::contains)
                .filter(service -> !given.has(service))
                .toList());
    if (named.isEmpty()) {
      return given;
    }
    Credentials all = given;
    try (Web web = Web.open()) {
      Logins logins = Logins.of(terminal.env(), web, Patience.REAL).orElseThrow();
      for (Origin service : named) {
        Optional<Token> token = token(logins, service);
        if (token.isPresent()) {
          all = all.with(service, token.get());
        }
      }
    }
    return all;
  }

  /** Without its token a service is asked as by anybody, and the person is told. */
  private Optional<Token> token(Logins logins, Origin service) throws BadInput {
    try {
      return logins.token(service);
    } catch (NotLoggedIn fault) {
      terminal.complain(service + " is asked without a login. " + fault.sentence());
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
