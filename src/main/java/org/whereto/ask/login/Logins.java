// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask.login;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.whereto.ask.Deadline;
import org.whereto.ask.Heard;
import org.whereto.ask.NoReply;
import org.whereto.ask.Origin;
import org.whereto.ask.Token;
import org.whereto.ask.Web;
import org.whereto.tree.BadInput;

/**
 * The logins of a person: made, kept, renewed and given up.
 *
 * @param file where they are kept
 * @param web stays the caller's to close
 */
public record Logins(LoginFile file, Web web, Patience patience) {

  private static final Duration ONE_REQUEST = Duration.ofSeconds(10);

  /** Those of the person with these environment variables; nothing where no folder is theirs. */
  public static Optional<Logins> of(Map<String, String> env, Web web, Patience patience) {
    return UserFolder.of(env).map(folder -> new Logins(new LoginFile(folder), web, patience));
  }

  /** All that are kept, without asking anybody. */
  public static List<StoredLogin> kept(Map<String, String> env) throws BadInput {
    Optional<LoginFile> file = UserFolder.of(env).map(LoginFile::new);
    return file.isEmpty() ? List.of() : file.get().read();
  }

  /**
   * Logs in, and keeps the login in place of an earlier one; what was named for that stays named.
   *
   * @param services who else gets its token
   * @param listener is told what the person has to do
   */
  public StoredLogin login(
      Issuer issuer, Wanted wanted, Set<Origin> services, Consumer<Invitation> listener)
      throws BadInput, NotLoggedIn, InterruptedException {
    // What cannot be kept is better known before the person goes to the page.
    file.locked(logins -> logins.size());
    Endpoints endpoints = Endpoints.of(issuer, web, Deadline.in(ONE_REQUEST));
    Grant grant = new DeviceLogin(issuer, endpoints, wanted, web, patience).run(listener);
    StoredLogin login =
        new StoredLogin(
            issuer, wanted, endpoints.token(), endpoints.revocation(), grant, List.of());
    return file.locked(logins -> keep(logins, login, services));
  }

  /**
   * Names services for a login that is there.
   *
   * @return the login; nothing where there is none that is good for anything
   */
  public Optional<StoredLogin> name(Issuer issuer, Set<Origin> services)
      throws BadInput, InterruptedException {
    try {
      return file.locked(logins -> {
        Optional<StoredLogin> login = find(logins, issuer);
        return login.isEmpty()
            ? Optional.empty()
            : Optional.of(keep(logins, renewed(logins, login.get()), services));
      });
    } catch (NotLoggedIn _) {
      return Optional.empty();
    }
  }

  /** An origin is named for one login at most: the last that was said. */
  private StoredLogin keep(List<StoredLogin> logins, StoredLogin login, Set<Origin> services)
      throws BadInput {
    Set<Origin> before =
        Set.copyOf(find(logins, login.issuer()).map(StoredLogin::services).orElse(List.of()));
    StoredLogin kept = login.with(before).with(services);
    List<StoredLogin> next = new ArrayList<>();
    for (StoredLogin other : logins) {
      if (!other.issuer().equals(login.issuer())) {
        next.add(other.without(services));
      }
    }
    next.add(kept);
    file.write(next);
    return kept;
  }

  /**
   * The token for a service, renewed where it has to be.
   *
   * @return nothing where the service is named for no login
   * @throws NotLoggedIn where the login has ended, or cannot be renewed now
   */
  public Optional<Token> token(Origin service) throws BadInput, NotLoggedIn, InterruptedException {
    Optional<StoredLogin> login = find(file.read(), service);
    if (login.isEmpty() || login.get().isFresh(patience.now())) {
      return login.map(one -> one.grant().token());
    }
    return file.locked(logins -> {
      // Another program may have renewed it meanwhile.
      Optional<StoredLogin> now = find(logins, service);
      return now.isEmpty()
          ? Optional.empty()
          : Optional.of(renewed(logins, now.get()).grant().token());
    });
  }

  private StoredLogin renewed(List<StoredLogin> logins, StoredLogin login)
      throws BadInput, NotLoggedIn, InterruptedException {
    if (login.isFresh(patience.now())) {
      return login;
    }
    return switch (Renewal.of(login, web, patience)) {
      case Renewal.Renewed(Grant grant) -> {
        StoredLogin next = login.with(grant);
        replace(logins, next);
        yield next;
      }
      case Renewal.Ended(String sentence) -> {
        // Not asked again: what has ended once does not come back.
        Grant last = login.grant();
        replace(logins, login.with(new Grant(last.token(), last.expires(), Optional.empty())));
        throw new NotLoggedIn(sentence);
      }
      case Renewal.Failed(String sentence) -> {
        if (!login.isAlive(patience.now())) {
          throw new NotLoggedIn(sentence);
        }
        yield login;
      }
    };
  }

  private void replace(List<StoredLogin> logins, StoredLogin next) throws BadInput {
    file.write(
        logins.stream().map(login -> login.issuer().equals(next.issuer()) ? next : login).toList());
  }

  /**
   * Forgets a login and what was named for it, and asks the issuer to forget it too.
   *
   * @return nothing where there was none; else whether the issuer agreed
   */
  public Optional<Boolean> logout(Issuer issuer)
      throws BadInput, NotLoggedIn, InterruptedException {
    Optional<StoredLogin> gone =
        file.locked(logins -> {
          Optional<StoredLogin> login = find(logins, issuer);
          if (login.isPresent()) {
            file.write(logins.stream().filter(one -> !one.issuer().equals(issuer)).toList());
          }
          return login;
        });
    return gone.isEmpty() ? Optional.empty() : Optional.of(revoke(gone.get()));
  }

  private boolean revoke(StoredLogin login) throws InterruptedException {
    if (login.revocation().isEmpty()) {
      return false;
    }
    Grant grant = login.grant();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("token", grant.refresh().orElse(grant.token().secret()));
    form.put("token_type_hint", grant.refresh().isPresent() ? "refresh_token" : "access_token");
    form.put("client_id", login.wanted().client());
    try {
      return Heard.of(web, login.revocation().get(), form, Deadline.in(ONE_REQUEST)).status()
          == 200;
    } catch (NoReply _) {
      return false;
    }
  }

  private static Optional<StoredLogin> find(List<StoredLogin> logins, Issuer issuer) {
    return logins.stream().filter(login -> login.issuer().equals(issuer)).findFirst();
  }

  private static Optional<StoredLogin> find(List<StoredLogin> logins, Origin service) {
    return logins.stream().filter(login -> login.services().contains(service)).findFirst();
  }
}
