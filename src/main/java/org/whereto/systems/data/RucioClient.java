// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.whereto.systems.data.RucioSettings.Access;
import org.whereto.systems.fetch.Deadline;
import org.whereto.systems.fetch.Errand;
import org.whereto.systems.fetch.Fetch;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.systems.fetch.Fetched;
import org.whereto.systems.fetch.Unanswered;

/** Asks a Rucio server in the name of the owner. */
final class RucioClient {

  static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final RucioSettings settings;
  private final Contact contact;
  private final Optional<RucioLogin> login;

  /** A token, and whether another might be given where this one is not accepted. */
  private record Shown(String token, boolean isRenewable) {}

  RucioClient(RucioSettings settings, Contact contact, Fetch fetch, Ticker ticker) {
    this.settings = settings;
    this.contact = contact;
    this.login =
        settings.access() instanceof Access.Login access
            ? Optional.of(new RucioLogin(settings, access, fetch, ticker))
            : Optional.empty();
  }

  /** Whatever the server answers; a token that it does not take any more is renewed once. */
  Fetched.Got get(FetchUrl url, int mostBytes, Deadline deadline) throws Unanswered {
    Optional<Shown> shown = shown(deadline);
    Fetched.Got got = contact.send(errand(url, shown, mostBytes, deadline));
    if (got.status() == UNAUTHORIZED && shown.isPresent() && shown.get().isRenewable()) {
      login.ifPresent(kept -> kept.forget(shown.get().token()));
      got = contact.send(errand(url, shown(deadline), mostBytes, deadline));
    }
    return got;
  }

  private Optional<Shown> shown(Deadline deadline) throws Unanswered {
    return switch (settings.access()) {
      case Access.Open _ -> Optional.empty();
      case Access.Token(var file) -> Optional.of(new Shown(file.secret(), false));
      case Access.Login _ ->
          login.isPresent()
              ? Optional.of(new Shown(login.get().token(deadline), true))
              : Optional.empty();
    };
  }

  private Errand errand(FetchUrl url, Optional<Shown> shown, int mostBytes, Deadline deadline) {
    Map<String, String> headers = new HashMap<>(named(settings));
    headers.put("Accept", "application/json, application/x-json-stream");
    shown.ifPresent(one -> headers.put("X-Rucio-Auth-Token", one.token()));
    return new Errand(url, headers, mostBytes, deadline);
  }

  /** In whose name it is asked. */
  static Map<String, String> named(RucioSettings settings) {
    Map<String, String> headers = new HashMap<>();
    settings.account().ifPresent(account -> headers.put("X-Rucio-Account", account));
    settings.vo().ifPresent(vo -> headers.put("X-Rucio-VO", vo));
    return headers;
  }

  /** Why there is nothing, for any status but {@link #OK}. */
  Unanswered unanswered(Fetched.Got got) {
    if (isFault(got, "DataIdentifierNotFound") || isFault(got, "ScopeNotFound")) {
      return Unanswered.absent();
    }
    return switch (got.status()) {
      case UNAUTHORIZED ->
          contact.refused(
              " does not accept the credentials of this platform: its owner has to look at them.");
      case FORBIDDEN -> contact.refused(" does not show it to this platform.");
      default -> contact.strange(got.status());
    };
  }

  /** Whether the server says that it knows no such storage element. */
  static boolean isNoElement(Fetched.Got got) {
    return isFault(got, "RSENotFound");
  }

  /** Any server says 404; Rucio also says of what. */
  private static boolean isFault(Fetched.Got got, String name) {
    return got.status() == NOT_FOUND && got.header("exceptionclass").orElse("").equals(name);
  }

  Contact contact() {
    return contact;
  }
}
