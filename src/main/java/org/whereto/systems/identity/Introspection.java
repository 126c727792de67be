// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.whereto.systems.fetch.Body;
import org.whereto.systems.fetch.Deadline;
import org.whereto.systems.fetch.Errand;
import org.whereto.systems.fetch.Fetch;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.systems.fetch.Fetched;
import org.whereto.systems.fetch.Unanswered;
import org.whereto.world.CredentialFault;

/** Asks an issuer what a token is worth (RFC 7662). */
final class Introspection {

  private static final int OK = 200;

  private final IssuerSettings issuer;
  private final IntrospectionSettings settings;
  private final IssuerDocuments documents;
  private final Fetch fetch;

  Introspection(
      IssuerSettings issuer,
      IntrospectionSettings settings,
      IssuerDocuments documents,
      Fetch fetch) {
    this.issuer = issuer;
    this.settings = settings;
    this.documents = documents;
    this.fetch = fetch;
  }

  /** What it says of the token; it counts now, as far as the issuer is concerned. */
  Claims claims(String token) throws Untrusted, Unanswered {
    FetchUrl endpoint =
        settings.endpoint().isPresent() ? settings.endpoint().get() : documents.introspection();
    Claims claims = read(answer(endpoint, token));
    if (!claims.isTrue("active")) {
      throw new Untrusted(CredentialFault.INACTIVE);
    }
    return claims;
  }

  private Body answer(FetchUrl endpoint, String token) throws Unanswered {
    String form = "token=" + encoded(token) + "&token_type_hint=access_token";
    Map<String, String> headers =
        Map.of("Accept", "application/json", "Authorization", "Basic " + credentials());
    Errand errand =
        new Errand(
            new Errand.Method.Post(new Body(form.getBytes(UTF_8))),
            endpoint,
            headers,
            Claims.MOST_BYTES,
            Deadline.in(issuer.time()));
    return switch (fetch.fetch(errand)) {
      case Fetched.Got got when got.status() == OK -> got.body();
      case Fetched.Got _ -> throw down("does not tell this platform about tokens");
      case Fetched.Down _ -> throw down("does not answer");
      case Fetched.Refused _ -> throw down("sends to where this platform may not ask");
    };
  }

  /** An answer that cannot be read is no word about the token. */
  private Claims read(Body body) throws Unanswered {
    try {
      Claims claims = Claims.read(body.bytes());
      boolean isAnswer = claims.members().get("active").isPresent();
      return Optional.of(claims)
          .filter(_ -> isAnswer)
          .orElseThrow(() -> down("says nothing that can be read about tokens"));
    } catch (Untrusted _) {
      throw down("says nothing that can be read about tokens");
    }
  }

  /** RFC 6749, section 2.3.1. */
  private String credentials() throws Unanswered {
    String pair = encoded(settings.client()) + ":" + encoded(settings.secret().secret());
    return Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private Unanswered down(String what) {
    return Unanswered.down("The issuer " + issuer.url().host() + " " + what + ".");
  }
}
