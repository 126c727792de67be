// SPDX-License-Identifier: Apache-2.0
package org.whereto.platform;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whereto.task.Amount.Measure;

/**
 * What an owner declares: which task types a platform accepts, on which interfaces, if what holds.
 *
 * @param title what people call it
 * @param interfaces in the owner's order
 * @param types by every name that understands a type, synonyms among them ({@link #key}); in the
 *     owner's order
 * @param dimensions of resources that it knows, and what they are measured in; the standard ones
 *     among them
 * @param mayTakeLong whether one of its checks may work on a small Task for a while
 * @param maxAge how long an answer may be kept; nothing if it must not be kept at all
 */
public record Platform(
    String title,
    List<Offered> interfaces,
    Map<String, Understood> types,
    Map<String, Measure> dimensions,
    boolean mayTakeLong,
    Optional<Duration> maxAge,
    Version version) {

  public Platform {
    interfaces = List.copyOf(interfaces);
    dimensions = Map.copyOf(dimensions);
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
  }

  /** The type that this text names here, if any acceptance names it. */
  public Optional<Understood> understands(String tasktype) {
    return Optional.ofNullable(types.get(key(tasktype)));
  }

  /**
   * Task types are compared as exact text, but IVOA identifiers fold case (IVOA Identifiers 2.0).
   */
  public static String key(String tasktype) {
    boolean ivo = tasktype.regionMatches(true, 0, "ivo:", 0, 4);
    return ivo ? tasktype.toLowerCase(Locale.ROOT) : tasktype;
  }
}
