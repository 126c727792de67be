// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.whereto.ask.Credentials;
import org.whereto.ask.Origin;
import org.whereto.ask.Token;
import org.whereto.ask.Web;
import org.whereto.ask.login.Logins;
import org.whereto.ask.login.NotLoggedIn;
import org.whereto.ask.login.Patience;
import org.whereto.ask.login.StoredLogin;
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
    Map<StoredLogin, List<Origin>> wanted = new LinkedHashMap<>();
    for (StoredLogin login : Logins.kept(terminal.env())) {
      List<Origin> named =
          login.services().stream()
              .filter(service -> services.contains(service) && !given.has(service))
              .toList();
      if (!named.isEmpty()) {
        wanted.put(login, named);
      }
    }
    return wanted.isEmpty() ? given : with(wanted);
  }

  private Credentials with(Map<StoredLogin, List<Origin>> wanted) throws BadInput {
    Credentials all = given;
    try (Web web = Web.open()) {
      Logins logins = Logins.of(terminal.env(), web, Patience.REAL).orElseThrow();
      for (List<Origin> services : wanted.values()) {
        Optional<Token> token = token(logins, services);
        for (Origin service : services) {
          all = token.isPresent() ? all.with(service, token.get()) : all;
        }
      }
    }
    return all;
  }

  /** Without its token a service is asked as by anybody, and the person is told. */
  private Optional<Token> token(Logins logins, List<Origin> services) throws BadInput {
    try {
      return logins.token(services.getFirst());
    } catch (NotLoggedIn fault) {
      String names = services.stream().map(Origin::toString).collect(Collectors.joining(", "));
      terminal.complain("Asked without a login: " + names + ". " + fault.sentence());
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
