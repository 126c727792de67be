// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whereto.systems.fetch.Body;
import org.whereto.systems.fetch.Deadline;
import org.whereto.systems.fetch.Errand;
import org.whereto.systems.fetch.Fetch;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.systems.fetch.Fetched;
import org.whereto.systems.fetch.Unanswered;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Scalar;

/**
 * What an issuer publishes of itself: its metadata (OpenID Connect Discovery; RFC 8414), its keys.
 */
final class IssuerDocuments {

  /** So long its metadata counts: where things are changes seldom. */
  private static final Duration METADATA = Duration.ofHours(1);

  private static final Budget BUDGET = Budget.SMALL.withBytes(WebKeys.MOST_BYTES);

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private record Metadata(Tree document, Instant heard) {}

  private final IssuerSettings issuer;
  private final Fetch fetch;
  private final InstantSource clock;
  private volatile @Nullable Metadata metadata;

  IssuerDocuments(IssuerSettings issuer, Fetch fetch, InstantSource clock) {
    this.issuer = issuer;
    this.fetch = fetch;
    this.clock = clock;
  }

  /** The keys as it publishes them now. */
  WebKeys keys() throws Unanswered {
    try {
      FetchUrl url = issuer.keys().isPresent() ? issuer.keys().get() : named("jwks_uri");
      WebKeys keys = WebKeys.read(found(get(url)).bytes());
      if (keys.isEmpty()) {
        throw down("publishes no key that could be used");
      }
      return keys;
    } catch (BadInput _) {
      throw down("publishes keys that cannot be read");
    } catch (Unanswered unanswered) {
      // They may have moved.
      metadata = null;
      throw unanswered;
    }
  }

  /** Where it tells about tokens. */
  FetchUrl introspection() throws Unanswered {
    return named("introspection_endpoint");
  }

  private FetchUrl named(String name) throws Unanswered {
    Optional<Tree> url = metadata().get(name);
    if (url.isPresent() && url.get() instanceof Scalar text) {
      try {
        return FetchUrl.of(text.text());
      } catch (BadInput _) {
        // As good as none.
      }
    }
    throw down("does not say its " + name);
  }

  private Tree metadata() throws Unanswered {
    Metadata known = metadata;
    Instant now = clock.instant();
    if (known != null && now.isBefore(known.heard().plus(METADATA))) {
      return known.document();
    }
    Tree document = read(published());
    if (!document.get("issuer").equals(Optional.of(Tree.text(issuer.issuer())))) {
      throw down("has metadata that names another issuer");
    }
    metadata = new Metadata(document, now);
    return document;
  }

  /** First where OpenID Connect has it, then where OAuth has it. */
  private Body published() throws Unanswered {
    String path = issuer.url().target();
    String below = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    Fetched.Got openId = get(own(below + "/.well-known/openid-configuration"));
    return openId.status() == NOT_FOUND
        ? found(get(own("/.well-known/oauth-authorization-server" + below)))
        : found(openId);
  }

  private FetchUrl own(String target) throws Unanswered {
    try {
      return FetchUrl.of(issuer.url().origin() + target);
    } catch (BadInput fault) {
      throw Unanswered.unreadable(fault);
    }
  }

  private Tree read(Body body) throws Unanswered {
    try {
      return Formats.JSON.read(body.bytes(), BUDGET, Keep.ALL);
    } catch (BadInput _) {
      throw down("has metadata that cannot be read");
    }
  }

  private Fetched.Got get(FetchUrl url) throws Unanswered {
    Errand errand =
        new Errand(
            url,
            Map.of("Accept", "application/json"),
            WebKeys.MOST_BYTES,
            Deadline.in(issuer.time()));
    return switch (fetch.fetch(errand)) {
      case Fetched.Got got -> got;
      case Fetched.Down _ -> throw down("does not answer");
      case Fetched.Refused _ -> throw down("sends to where this platform may not ask");
    };
  }

  private Body found(Fetched.Got got) throws Unanswered {
    if (got.status() == OK) {
      return got.body();
    }
    throw down("has trouble");
  }

  private Unanswered down(String what) {
    return Unanswered.down("The issuer " + issuer.url().host() + " " + what + ".");
  }
}
