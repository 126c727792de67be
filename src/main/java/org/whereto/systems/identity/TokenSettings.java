// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree.Scalar;

/**
 * What the tokens of an issuer are like.
 *
 * @param audiences at least one of them must be named by a token as {@code aud}
 * @param algorithms with which they are signed
 * @param types they may be of, in lower case, without {@code application/}; empty for none
 * @param groups the claims that hold groups
 */
record TokenSettings(
    Set<String> audiences, Set<Algorithm> algorithms, Set<String> types, List<String> groups) {

  private static final String AUDIENCE = "audience";
  private static final String ALGORITHMS = "algorithms";
  private static final String TYPES = "types";
  private static final String GROUPS = "groups";

  /** How an owner says that a token need not name its type. */
  private static final String NO_TYPE = "none";

  private static final String MEDIA_TYPE = "application/";

  private static final Set<Algorithm> USUAL_ALGORITHMS = Set.of(Algorithm.RS256, Algorithm.ES256);
  private static final Set<String> USUAL_TYPES = Set.of("at+jwt", "jwt", "");
  private static final List<String> USUAL_GROUPS =
      List.of("groups", "wlcg.groups", "eduperson_entitlement", "entitlements");

  TokenSettings {
    audiences = Set.copyOf(audiences);
    algorithms = Set.copyOf(algorithms);
    types = Set.copyOf(types);
    groups = List.copyOf(groups);
  }

  /** Reads its keys of the mapping of an issuer. */
  static TokenSettings read(Settings in) {
    return new TokenSettings(audiences(in), algorithms(in), types(in), groups(in));
  }

  private static Set<String> audiences(Settings in) {
    in.require(AUDIENCE);
    String doc =
        "What stands for this platform at the issuer: a token must name one of these as \"aud\".";
    return some(in, AUDIENCE, doc).stream().map(Scalar::text).collect(Collectors.toSet());
  }

  /** Texts of which there is one at least, if the key is there at all. */
  private static List<Scalar> some(Settings in, String key, String doc) {
    List<Scalar> texts = in.texts(key, doc);
    if (in.has(key) && texts.isEmpty()) {
      in.problem(key, "\"" + key + "\" is empty: name one.");
    }
    return texts;
  }

  private static Set<Algorithm> algorithms(Settings in) {
    Set<Algorithm> algorithms = EnumSet.noneOf(Algorithm.class);
    List<Scalar> words =
        some(
            in,
            ALGORITHMS,
            "The algorithms with which it signs; default: RS256 and ES256. There are "
                + String.join(", ", Algorithm.words())
                + ".");
    for (Scalar word : words) {
      Algorithm.of(word.text())
          .ifPresentOrElse(
              algorithms::add,
              () ->
                  in.problemAt(
                      word.place(),
                      "\""
                          + word.text()
                          + "\" is no algorithm that can be used here. There are "
                          + String.join(", ", Algorithm.words())
                          + "."));
    }
    return in.has(ALGORITHMS) ? algorithms : USUAL_ALGORITHMS;
  }

  private static Set<String> types(Settings in) {
    Set<String> types = new HashSet<>();
    some(
            in,
            TYPES,
            "The types (\"typ\") that its tokens may be of, \"none\" for tokens that name none;"
                + " default: at+jwt, JWT and none. Where it writes at+jwt, name that alone: then no"
                + " token for another purpose is taken.")
        .forEach(word -> types.add(word.text().equals(NO_TYPE) ? "" : type(word.text())));
    return in.has(TYPES) ? types : USUAL_TYPES;
  }

  private static List<String> groups(Settings in) {
    List<Scalar> paths =
        some(
            in,
            GROUPS,
            "The claims that hold the groups of a caller, like groups or realm_access.roles;"
                + " default: groups, wlcg.groups, eduperson_entitlement, entitlements (of the last"
                + " two only what is a group by AARC-G002).");
    return in.has(GROUPS) ? paths.stream().map(Scalar::text).toList() : USUAL_GROUPS;
  }

  /** A type as it is compared (RFC 7515, section 4.1.9). */
  static String type(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.startsWith(MEDIA_TYPE) ? lower.substring(MEDIA_TYPE.length()) : lower;
  }
}
