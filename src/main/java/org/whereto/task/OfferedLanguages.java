// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The languages that an owner offers, ready to be asked for many. One rule for all kinds of
 * notebook, since who asks does not know the kind: an owner's name counts in the spelling of
 * Jupyter and in that of Zeppelin.
 *
 * <p>In Zeppelin's world the normal forms must be equal ({@link Interpreters}); an interpreter
 * without its variant offers all its variants ({@code jdbc}: {@code jdbc(hive)}); and a bare name
 * that is no group's own offers it in every group ({@code sql}: {@code spark.sql}, {@code
 * python.sql}). Never the reverse of these. {@code bash} and {@code sh} offer {@code shell}.
 */
public final class OfferedLanguages {

  private final Set<String> names = new HashSet<>();
  private final Set<String> bareNames = new HashSet<>();

  /**
   * All that these names offer.
   *
   * @param allowed as an owner writes them
   */
  public OfferedLanguages(List<String> allowed) {
    for (String name : allowed) {
      String folded = LanguageNames.fold(name);
      names.add(folded);
      names.add(Interpreters.normal(name, ""));
      if (folded.equals("bash") || folded.equals("sh")) {
        names.add(LanguageNames.SHELL);
      }
      Interpreters.bareOffer(name).ifPresent(bareNames::add);
    }
  }

  /**
   * Whether this language is among them.
   *
   * @param asked in the normal form of its kind, as {@link Languages.Language#name} has it
   */
  public boolean offer(String asked) {
    return names.contains(asked)
        || names.contains(Interpreters.withoutVariant(asked))
        || Interpreters.bareNames(asked).stream().anyMatch(bareNames::contains);
  }
}
