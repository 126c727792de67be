// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.whereto.ask.Origin;
import org.whereto.ask.Web;
import org.whereto.ask.login.Invitation;
import org.whereto.ask.login.Issuer;
import org.whereto.ask.login.Logins;
import org.whereto.ask.login.NotLoggedIn;
import org.whereto.ask.login.Patience;
import org.whereto.ask.login.StoredLogin;
import org.whereto.ask.login.Wanted;
import org.whereto.tree.BadInput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Logs in at an issuer of tokens, and says which services get them. */
final class Login implements Command {

  static final String NO_HOME =
      "There is no folder for logins: set HOME or XDG_CONFIG_HOME to an absolute path.";

  private static final String FOR = "--for";
  private static final String CLIENT = "--client";
  private static final String SCOPE = "--scope";
  private static final String AUDIENCE = "--audience";
  private static final String LIST = "--list";
  private static final int NOT_LOGGED_IN = 1;

  @Override
  public String name() {
    return "login";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .customSynopsis(
            "whereto login ISSUER [--for ORIGIN]... [OPTION...]", "whereto login --list")
        .header("Log in at an issuer of tokens, with a code that you enter in a browser.")
        .description(
            "The login is kept in your configuration folder, for you alone, and renewed. Its token"
                + " goes to the services that are named with --for, and to nobody else.")
        .footer(
            "",
            "whereto login https://iam.example.org --for https://planner.example.org",
            "",
            "Exit codes: 0 logged in; 1 not logged in; 2 bad use; 130 interrupted.");
    return spec.addPositional(issuer(false))
        .addOption(
            OptionSpec.builder(FOR)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel("ORIGIN")
                .description(
                    "A service that gets the token, like https://planner.example.org: scheme, host"
                        + " and port exactly. May stand several times. If you are logged in"
                        + " already, it is named without a new login.")
                .build())
        .addOption(word(CLIENT, "ID", "As which client this program is known; default: whereto."))
        .addOption(
            word(
                SCOPE,
                "WORDS",
                "The scopes to ask for, with blanks between them; default: openid, and profile and"
                    + " offline_access where the issuer knows them."))
        .addOption(word(AUDIENCE, "NAME", "For whom the token is to be, where the issuer asks."))
        .addOption(
            OptionSpec.builder(LIST)
                .description("Show the logins and who gets their token.")
                .build());
  }

  static PositionalParamSpec issuer(boolean required) {
    return PositionalParamSpec.builder()
        .index("0")
        .arity("1")
        .required(required)
        .type(String.class)
        .paramLabel("ISSUER")
        .description("The address of an OpenID Connect provider, like https://iam.example.org.")
        .build();
  }

  private static OptionSpec word(String name, String label, String doc) {
    return OptionSpec.builder(name)
        .type(String.class)
        .arity("1")
        .paramLabel(label)
        .description(doc)
        .build();
  }

  @Override
  public int run(ParseResult parsed, Terminal terminal) throws BadInput {
    boolean one = parsed.hasMatchedPositional(0);
    if (one == parsed.hasMatchedOption(LIST)) {
      throw fault("Name one issuer, like https://iam.example.org, or say --list.");
    }
    if (!one) {
      return list(terminal);
    }
    Issuer issuer = Issuer.named(Options.word(parsed, 0));
    Set<Origin> services = new LinkedHashSet<>();
    if (parsed.hasMatchedOption(FOR)) {
      for (String word : parsed.matchedOption(FOR).originalStringValues()) {
        services.add(Origin.named(word));
      }
    }
    try (Web web = Web.open();
        Interrupt _ = Interrupt.toThisThread()) {
      Logins logins =
          Logins.of(terminal.env(), web, Patience.REAL).orElseThrow(() -> fault(NO_HOME));
      Optional<StoredLogin> named =
          services.isEmpty() || isOfAnotherKind(parsed)
              ? Optional.empty()
              : logins.name(issuer, services);
      StoredLogin login =
          named.isPresent()
              ? named.get()
              : logins.login(
                  issuer,
                  wanted(parsed, issuer, terminal),
                  services,
                  invitation -> show(invitation, terminal));
      terminal.say("Logged in at " + issuer + ". " + whoGetsIt(login));
      return 0;
    } catch (NotLoggedIn fault) {
      terminal.complain("Not logged in. " + fault.sentence());
      return NOT_LOGGED_IN;
    } catch (InterruptedException _) {
      terminal.complain("Not logged in: interrupted.");
      return Interrupt.EXIT_CODE;
    }
  }

  /** Who wants another token than before logs in anew. */
  private static boolean isOfAnotherKind(ParseResult parsed) {
    return parsed.hasMatchedOption(CLIENT)
        || parsed.hasMatchedOption(SCOPE)
        || parsed.hasMatchedOption(AUDIENCE);
  }

  /** What is not said is as it was at the last login. */
  private static Wanted wanted(ParseResult parsed, Issuer issuer, Terminal terminal)
      throws BadInput {
    Wanted before =
        Logins.kept(terminal.env()).stream()
            .filter(login -> login.issuer().equals(issuer))
            .map(StoredLogin::wanted)
            .findFirst()
            .orElse(new Wanted(Wanted.USUAL_CLIENT, "", ""));
    return new Wanted(
        parsed.matchedOptionValue(CLIENT, before.client()),
        parsed.matchedOptionValue(SCOPE, before.scope()),
        parsed.matchedOptionValue(AUDIENCE, before.audience()));
  }

  private static void show(Invitation invitation, Terminal terminal) {
    terminal.say("Open this page in a browser: " + invitation.page());
    terminal.say("and enter this code there: " + invitation.code());
    invitation
        .whole()
        .ifPresent(page -> terminal.say("or open the page with the code in it: " + page));
    long minutes = Math.max(1, invitation.valid().toMinutes());
    terminal.say(
        "Waiting for you, for " + Said.count((int) minutes, "minute") + "; Ctrl-C ends it.");
    terminal.flush();
  }

  private static String whoGetsIt(StoredLogin login) {
    return login.services().isEmpty()
        ? "No service gets the token: name one with --for ORIGIN."
        : "Its token goes to "
            + login.services().stream().map(Origin::toString).collect(Collectors.joining(", "))
            + ", and to nobody else.";
  }

  private static int list(Terminal terminal) throws BadInput {
    List<StoredLogin> logins = Logins.kept(terminal.env());
    if (logins.isEmpty()) {
      terminal.say("There is no login.");
    }
    for (StoredLogin login : logins) {
      terminal.say(login.issuer() + " (" + state(login) + "). " + whoGetsIt(login));
    }
    return 0;
  }

  private static String state(StoredLogin login) {
    boolean over = login.expires().filter(end -> end.isBefore(Patience.REAL.now())).isPresent();
    if (login.isRefreshed()) {
      return "renewed when needed";
    }
    return login
        .expires()
        .map(end -> (over ? "ended " : "ends ") + end.truncatedTo(ChronoUnit.SECONDS))
        .orElse("no end is known");
  }

  private static BadInput fault(String sentence) {
    return new BadInput("login.misuse", sentence);
  }
}
