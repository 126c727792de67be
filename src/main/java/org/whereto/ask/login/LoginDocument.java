// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask.login;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.ask.Origin;
import org.whereto.ask.Token;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/** The logins of a person as a document in JSON. */
final class LoginDocument {

  /** More than all logins of a person take. */
  static final int MOST_BYTES = 1 << 20;

  private static final String LOGINS = "logins";

  private LoginDocument() {}

  static byte[] write(List<StoredLogin> logins) {
    return Formats.JSON.write(
        Tree.build()
            .put(LOGINS, Tree.list(logins.stream().map(LoginDocument::one).toList()))
            .done());
  }

  private static Tree one(StoredLogin login) {
    Grant grant = login.grant();
    List<String> services = login.services().stream().map(Origin::toString).toList();
    return Tree.build()
        .put("issuer", login.issuer().url())
        .put("for", Tree.texts(services))
        .put("client", login.wanted().client())
        .putIfAny("scope", login.wanted().scope())
        .putIfAny("audience", login.wanted().audience())
        .put("token-endpoint", login.tokenEndpoint().toString())
        .putIfAny("revocation-endpoint", login.revocation().map(URI::toString).orElse(""))
        .put("token", grant.token().secret())
        .putIfAny("expires", grant.expires().map(Instant::toString).orElse(""))
        .putIfAny("refresh-token", grant.refresh().orElse(""))
        .done();
  }

  /**
   * Reads it.
   *
   * @throws BadInput for whatever this program has not written
   */
  static List<StoredLogin> read(byte[] document) throws BadInput {
    Budget budget = Budget.SMALL.withBytes(MOST_BYTES);
    Tree tree = Formats.JSON.read(document, budget, Keep.ALL);
    List<StoredLogin> logins = new ArrayList<>();
    for (Tree item : items(tree, LOGINS)) {
      logins.add(login(item));
    }
    return List.copyOf(logins);
  }

  private static StoredLogin login(Tree tree) throws BadInput {
    List<Origin> services = new ArrayList<>();
    for (Tree service : items(tree, "for")) {
      services.add(Origin.named(service instanceof Scalar scalar ? scalar.text() : ""));
    }
    Wanted wanted =
        new Wanted(
            text(tree, "client").orElse(Wanted.USUAL_CLIENT),
            text(tree, "scope").orElse(""),
            text(tree, "audience").orElse(""));
    return new StoredLogin(
        Issuer.named(text(tree, "issuer").orElse("")),
        wanted,
        endpoint(tree, "token-endpoint").orElseThrow(LoginDocument::broken),
        endpoint(tree, "revocation-endpoint"),
        grant(tree),
        services);
  }

  private static Grant grant(Tree tree) throws BadInput {
    try {
      return new Grant(
          Token.of(text(tree, "token").orElse(""), "The token"),
          text(tree, "expires").map(Instant::parse),
          text(tree, "refresh-token"));
    } catch (DateTimeException _) {
      throw broken();
    }
  }

  private static Optional<URI> endpoint(Tree tree, String name) throws BadInput {
    Optional<String> url = text(tree, name);
    if (url.isPresent() && !Issuer.keepsSecrets(url.get())) {
      throw broken();
    }
    return url.map(URI::create);
  }

  private static List<Tree> items(Tree tree, String name) {
    return tree instanceof Mapping mapping
            && mapping.get(name).orElse(tree) instanceof Sequence sequence
        ? sequence.items()
        : List.of();
  }

  private static Optional<String> text(Tree tree, String name) {
    return tree instanceof Mapping mapping
            && mapping.get(name).orElse(tree) instanceof Scalar scalar
        ? Optional.of(scalar.text()).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  private static BadInput broken() {
    return new BadInput("logins.broken", "It is not as it was written.");
  }
}
