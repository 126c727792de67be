// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.util.Optional;
import org.whereto.ask.Web;
import org.whereto.ask.login.Issuer;
import org.whereto.ask.login.Logins;
import org.whereto.ask.login.NotLoggedIn;
import org.whereto.ask.login.Patience;
import org.whereto.tree.BadInput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Gives up a login. */
final class Logout implements Command {

  @Override
  public String name() {
    return "logout";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .customSynopsis("whereto logout ISSUER")
        .header("Forget a login, and which services it was for.")
        .description("The issuer is asked to forget it too, where it can.")
        .footer(
            "",
            "whereto logout https://iam.example.org",
            "",
            "Exit codes: 0 there is no login any more; 2 bad use; 130 interrupted.");
    return spec.addPositional(Login.issuer(true));
  }

  @Override
  public int run(ParseResult parsed, Terminal terminal) throws BadInput {
    Issuer issuer = Issuer.named(Options.word(parsed, 0));
    try (Web web = Web.open();
        Interrupt _ = Interrupt.toThisThread()) {
      Logins logins =
          Logins.of(terminal.env(), web, Patience.REAL)
              .orElseThrow(() -> new BadInput("login.misuse", Login.NO_HOME));
      terminal.say(told(issuer, logins.logout(issuer)));
      return 0;
    } catch (NotLoggedIn fault) {
      throw new BadInput("login.misuse", fault.sentence());
    } catch (InterruptedException _) {
      return Interrupt.EXIT_CODE;
    }
  }

  private static String told(Issuer issuer, Optional<Boolean> revoked) {
    if (revoked.isEmpty()) {
      return "There was no login at " + issuer + ".";
    }
    return "Logged out at "
        + issuer
        + (revoked.get() ? "." : "; there the token may be good until it ends by itself.");
  }
}
