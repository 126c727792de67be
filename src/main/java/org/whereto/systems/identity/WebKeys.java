// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Sequence;
import org.whereto.world.CredentialFault;

/** The keys of an issuer, as it publishes them (RFC 7517, section 5). */
record WebKeys(List<WebKey> keys) {

  /** Of the document. */
  static final int MOST_BYTES = 256 * 1024;

  /** More of them that one token could be meant for would only take time. */
  private static final int MOST_TRIED = 8;

  private static final Budget BUDGET = Budget.SMALL.withBytes(MOST_BYTES);

  WebKeys {
    keys = List.copyOf(keys);
  }

  /** Those of its keys that can be used; whatever else stands among them is passed over. */
  static WebKeys read(byte[] document) throws BadInput {
    Optional<Tree> keys = Formats.JSON.read(document, BUDGET, Keep.ALL).get("keys");
    if (keys.isEmpty() || !(keys.get() instanceof Sequence list)) {
      throw new BadInput("keys.unreadable", "There is no list \"keys\".");
    }
    List<WebKey> usable = new ArrayList<>();
    list.items().forEach(item -> WebKey.read(item).ifPresent(usable::add));
    return new WebKeys(usable);
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  boolean has(WebKey key) {
    return keys.contains(key);
  }

  /** Whether there is a key that this token can have been signed with. */
  boolean fit(SignedToken token) {
    return keys.stream().anyMatch(key -> fits(key, token));
  }

  /** The key that has signed this token. */
  WebKey signer(SignedToken token) throws Untrusted {
    if (!fit(token)) {
      throw new Untrusted(CredentialFault.KEY_UNKNOWN);
    }
    return keys.stream()
        .filter(key -> fits(key, token))
        .limit(MOST_TRIED)
        .filter(key -> token.isSignedWith(key.key()))
        .findFirst()
        .orElseThrow(() -> new Untrusted(CredentialFault.SIGNATURE));
  }

  /** A token that names a key means that one, and one that names none may mean any. */
  private static boolean fits(WebKey key, SignedToken token) {
    Optional<String> named = token.keyId();
    return key.algorithms().contains(token.algorithm())
        && (named.isEmpty() || named.equals(key.id()));
  }
}
