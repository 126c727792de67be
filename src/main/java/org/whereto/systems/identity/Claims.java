// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;
import org.whereto.world.CredentialFault;

/**
 * What is said of somebody: the claims of a token (RFC 7519), or what an issuer says of a token
 * (RFC 7662).
 */
record Claims(Mapping members) {

  /** Of what an issuer says of a token. */
  static final int MOST_BYTES = 64 * 1024;

  private static final Budget BUDGET = new Budget(MOST_BYTES, 16, 10_000, MOST_BYTES, 256, 0);

  /** Digits of a time: beyond them it is no time. */
  private static final int LONGEST_NUMBER = 32;

  private static final BigDecimal LAST = BigDecimal.valueOf(Instant.MAX.getEpochSecond());

  static Claims read(byte[] document) throws Untrusted {
    try {
      if (Formats.JSON.read(document, BUDGET, Keep.ALL) instanceof Mapping members) {
        return new Claims(members);
      }
    } catch (BadInput _) {
      // As bad as any other fault of its form.
    }
    throw unreadable();
  }

  private static Untrusted unreadable() {
    return new Untrusted(CredentialFault.CLAIMS);
  }

  /** A text; an empty one is as good as none. */
  Optional<String> text(String name) throws Untrusted {
    Optional<Tree> value = members.get(name);
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(text(value.get())).filter(text -> !text.isEmpty());
  }

  /** A moment, in seconds since 1970 (NumericDate); parts of seconds are cut off. */
  Optional<Instant> time(String name) throws Untrusted {
    Optional<Tree> value = members.get(name);
    return value.isEmpty() ? Optional.empty() : Optional.of(time(value.get()));
  }

  /** Whether a claim is {@code true}. */
  boolean isTrue(String name) {
    return members.get(name).equals(Optional.of(Tree.literal("true")));
  }

  /** A text or a list of texts; none of them is empty. */
  Set<String> texts(String name) throws Untrusted {
    Optional<Tree> value = members.get(name);
    return value.isEmpty() ? Set.of() : texts(value.get());
  }

  /** A text with words between blanks, or a list of texts. */
  Set<String> words(String name) throws Untrusted {
    Set<String> words = new LinkedHashSet<>();
    for (String text : texts(name)) {
      words.addAll(List.of(text.split(" ", -1)));
    }
    words.remove("");
    return words;
  }

  /**
   * A text or a list of texts, which may stand in a claim within a claim.
   *
   * @param path a claim, dots and all ({@code wlcg.groups}), or the names that lead to one ({@code
   *     realm_access.roles})
   */
  Set<String> textsAt(String path) throws Untrusted {
    Optional<Tree> at = members.get(path);
    if (at.isEmpty()) {
      at = Optional.of(members);
      for (String name : path.split("\\.", -1)) {
        at = at.flatMap(tree -> tree.get(name));
      }
    }
    return at.isEmpty() ? Set.of() : texts(at.get());
  }

  private static Set<String> texts(Tree value) throws Untrusted {
    Set<String> texts = new LinkedHashSet<>();
    if (value instanceof Sequence many) {
      for (Tree item : many.items()) {
        texts.add(text(item));
      }
    } else {
      texts.add(text(value));
    }
    texts.remove("");
    return texts;
  }

  private static String text(Tree value) throws Untrusted {
    if (value instanceof Scalar scalar && !scalar.plain()) {
      return scalar.text();
    }
    throw unreadable();
  }

  private static Instant time(Tree value) throws Untrusted {
    if (value instanceof Scalar scalar
        && scalar.plain()
        && scalar.text().length() <= LONGEST_NUMBER) {
      try {
        BigDecimal seconds = new BigDecimal(scalar.text());
        // The exponent first: a short number can have more digits than there is room for.
        if (seconds.precision() - (long) seconds.scale() <= LAST.precision()
            && seconds.signum() >= 0
            && seconds.compareTo(LAST) <= 0) {
          return Instant.ofEpochSecond(seconds.setScale(0, RoundingMode.DOWN).longValueExact());
        }
      } catch (NumberFormatException _) {
        // true, false or null.
      }
    }
    throw unreadable();
  }
}
