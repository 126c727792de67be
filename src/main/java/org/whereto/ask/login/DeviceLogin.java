// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask.login;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.whereto.ask.Deadline;
import org.whereto.ask.Heard;
import org.whereto.ask.NoReply;
import org.whereto.ask.Web;
import org.whereto.tree.OneLine;

/**
 * A login by device (RFC 8628): this program shows a code, the person enters it on a page of the
 * issuer, and this program asks now and then whether that has happened.
 */
record DeviceLogin(Issuer issuer, Endpoints endpoints, Wanted wanted, Web web, Patience patience) {

  private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
  private static final Duration ONE_REQUEST = Duration.ofSeconds(10);
  private static final long USUAL_PAUSE = 5;
  private static final long SLOWER = 5;
  private static final long LONGEST_PAUSE = 60;

  /**
   * Logs in, and waits for the person.
   *
   * @param listener is told what the person has to do
   */
  Grant run(Consumer<Invitation> listener) throws NotLoggedIn, InterruptedException {
    Heard heard = begin();
    Invitation invitation = Invitation.of(heard, issuer);
    Optional<String> code = heard.text("device_code");
    if (code.isEmpty()) {
      throw new NotLoggedIn(issuer + " gave no code to wait with. Ask those who run it.");
    }
    long pause = Math.clamp(Grant.seconds(heard, "interval").orElse(USUAL_PAUSE), 1, LONGEST_PAUSE);
    Instant end = patience.now().plus(invitation.valid());
    listener.accept(invitation);
    return poll(code.get(), pause, end);
  }

  private Heard begin() throws NotLoggedIn, InterruptedException {
    try {
      Heard heard =
          Heard.of(
              web, endpoints.device(), wanted.fields(endpoints.scopes()), Deadline.in(ONE_REQUEST));
      if (heard.status() != 200) {
        throw new NotLoggedIn(issuer + " refuses a login of this program" + said(heard));
      }
      return heard;
    } catch (NoReply silence) {
      throw new NotLoggedIn(issuer + " cannot be asked. " + silence.sentence());
    }
  }

  private Grant poll(String code, long firstPause, Instant end)
      throws NotLoggedIn, InterruptedException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", GRANT);
    form.put("device_code", code);
    form.put("client_id", wanted.client());
    long pause = firstPause;
    while (true) {
      patience.pause(Duration.ofSeconds(pause));
      if (!patience.now().isBefore(end)) {
        throw expired();
      }
      Optional<Heard> heard = ask(form);
      if (heard.isPresent() && heard.get().status() == 200) {
        return Grant.of(heard.get(), issuer, patience.now());
      }
      pause = Math.min(pauseAfter(heard, pause), LONGEST_PAUSE);
    }
  }

  /** Nothing where no reply came: the next attempt may do better. */
  private Optional<Heard> ask(Map<String, String> form) throws InterruptedException {
    try {
      return Optional.of(Heard.of(web, endpoints.token(), form, Deadline.in(ONE_REQUEST)));
    } catch (NoReply _) {
      return Optional.empty();
    }
  }

  private long pauseAfter(Optional<Heard> heard, long pause) throws NotLoggedIn {
    if (heard.isEmpty() || heard.get().status() >= 500 || heard.get().status() == 429) {
      return 2 * pause;
    }
    return switch (heard.get().text("error").orElse("")) {
      case "authorization_pending" -> pause;
      case "slow_down" -> pause + SLOWER;
      case "expired_token" -> throw expired();
      case "access_denied" ->
          throw new NotLoggedIn("The login was denied on the page of " + issuer + ".");
      default -> throw new NotLoggedIn(issuer + " refuses the login" + said(heard.get()));
    };
  }

  private static NotLoggedIn expired() {
    return new NotLoggedIn("Nobody entered the code in time: log in again.");
  }

  /** Its own words, where it has any. */
  static String said(Heard heard) {
    String error = heard.text("error").orElse("status " + heard.status());
    String words = heard.text("error_description").map(text -> ": " + text).orElse("");
    return " " + OneLine.of("(" + error + words + ")") + hint(error);
  }

  private static String hint(String error) {
    return switch (error) {
      case "invalid_client", "unauthorized_client" ->
          ". Ask those who run it for the id of a public client, and name it with --client.";
      case "invalid_scope" -> ". Choose others with --scope.";
      default -> ".";
    };
  }
}
