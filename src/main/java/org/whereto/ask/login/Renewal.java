// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask.login;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.whereto.ask.Deadline;
import org.whereto.ask.Heard;
import org.whereto.ask.NoReply;
import org.whereto.ask.Web;

/**
 * What came of asking an issuer for a new token in place of one that ends (RFC 6749, section 6).
 */
sealed interface Renewal {

  Duration ONE_REQUEST = Duration.ofSeconds(10);

  record Renewed(Grant grant) implements Renewal {}

  /** The issuer takes it no more. */
  record Ended(String sentence) implements Renewal {}

  /** Nobody said that it has ended; a later attempt may do better. */
  record Failed(String sentence) implements Renewal {}

  static Renewal of(StoredLogin login, Web web, Patience patience) throws InterruptedException {
    Issuer issuer = login.issuer();
    String again = " Log in again with: whereto login " + issuer;
    if (login.grant().refresh().isEmpty()) {
      return login.isAlive(patience.now())
          ? new Failed("")
          : new Ended("The login at " + issuer + " has ended." + again);
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", login.grant().refresh().orElseThrow());
    form.put("client_id", login.wanted().client());
    if (!login.wanted().audience().isEmpty()) {
      form.put("audience", login.wanted().audience());
    }
    try {
      Heard heard = Heard.of(web, login.tokenEndpoint(), form, Deadline.in(ONE_REQUEST));
      if (heard.status() == 200) {
        return new Renewed(kept(Grant.of(heard, issuer, patience.now()), login));
      }
      return heard.text("error").orElse("").equals("invalid_grant")
          ? new Ended("The login at " + issuer + " has ended." + again)
          : new Failed(
              "The login at " + issuer + " cannot be renewed now" + DeviceLogin.said(heard));
    } catch (NoReply silence) {
      return new Failed("The login at " + issuer + " cannot be renewed now. " + silence.sentence());
    } catch (NotLoggedIn fault) {
      return new Failed(fault.sentence());
    }
  }

  /** An issuer that sends no new refresh token means the old one to stay. */
  private static Grant kept(Grant next, StoredLogin login) {
    return new Grant(
        next.token(), next.expires(), next.refresh().or(() -> login.grant().refresh()));
  }
}
