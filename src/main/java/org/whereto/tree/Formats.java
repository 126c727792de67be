// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The one list of formats. Its order settles ties: JSON, YAML, XML. */
public final class Formats {

  public static final Json JSON = new Json();
  public static final Yaml YAML = new Yaml();

  /** Answers: the root element is {@code answer}. */
  public static final Xml XML = new Xml("answer");

  public static final List<Format> ALL = List.of(JSON, YAML, XML);

  private Formats() {}

  /** {@code json}, {@code yaml} or {@code xml}, in any case. */
  public static Optional<Format> byName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return first(format -> format.name().equals(lower));
  }

  /** The same for a document that is no answer: in XML its root has this name. */
  public static Optional<Format> byName(String name, String root) {
    return byName(name).map(format -> format == XML ? new Xml(root) : format);
  }

  /**
   * By a media type without parameters, in any case. Suffixes ({@code +json}) are the caller's
   * business.
   */
  public static Optional<Format> byMediaType(String mediaType) {
    String lower = mediaType.toLowerCase(Locale.ROOT);
    return first(format -> format.mediaTypes().contains(lower));
  }

  private static Optional<Format> first(Predicate<Format> wanted) {
    return ALL.stream().filter(wanted).findFirst();
  }
}
