// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who asks (note, section 7). Anonymous is an identity. What somebody showed to be known by is in
 * none of them.
 */
public sealed interface Caller {

  Caller ANONYMOUS = new Anonymous();

  /** Somebody of whom nothing is known. */
  record Anonymous() implements Caller {}

  /**
   * Somebody for whom an issuer that the owner trusts has vouched.
   *
   * @param issuer the URL of the issuer, as its tokens spell it
   * @param subject who it is to that issuer; means nothing without the issuer
   * @param groups as the issuer spells them: {@code /wlcg/pilots}, {@code
   *     urn:mace:example.org:group:esap:role=member#example.org}; those of an IVOA group service as
   *     {@code ivo://example.org/gms?esap}
   * @param scopes what the token may be used for
   * @param assurance how well the issuer knows who it is, in the values of {@code acr} and {@code
   *     eduperson_assurance}
   */
  record Known(
      String issuer, String subject, Set<String> groups, Set<String> scopes, Set<String> assurance)
      implements Caller {

    public Known {
      groups = sorted(groups);
      scopes = sorted(scopes);
      assurance = sorted(assurance);
    }

    /** The same with further groups. */
    public Known inAlso(Collection<String> more) {
      Set<String> all = new TreeSet<>(groups);
      all.addAll(more);
      return new Known(issuer, subject, all, scopes, assurance);
    }

    private static Set<String> sorted(Set<String> texts) {
      return Collections.unmodifiableSet(new TreeSet<>(texts));
    }
  }

  /**
   * Somebody who may be known to an issuer that could not be asked: may do what anonymous may.
   *
   * @param why one sentence
   */
  record Unchecked(String why) implements Caller {}
}
