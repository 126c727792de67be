// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One entry of {@code cache_from} or {@code cache_to}: {@code type=local,dest=FOLDER}, {@code
 * type=registry,ref=IMAGE}, or an image alone.
 *
 * @param type {@code unclear} where the entry is quoted in a way that is not read here
 * @param folder of the host; empty if it names none
 * @param image empty if it names none
 */
record BuildCache(String type, String folder, String image) {

  static final String REGISTRY = "registry";
  static final String UNCLEAR = "unclear";

  /** What decides; what is beside them may be a key to somebody's store. */
  private static final Set<String> READ = Set.of("type", "src", "dest", "ref");

  static BuildCache of(String text) {
    if (text.indexOf('"') >= 0) {
      return new BuildCache(UNCLEAR, "", "");
    }
    if (text.indexOf('=') < 0) {
      return new BuildCache(REGISTRY, "", text);
    }
    String type = REGISTRY;
    String folder = "";
    String image = "";
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      String value = part.substring(equals + 1).strip();
      switch (key(part)) {
        case "type" -> type = value.toLowerCase(Locale.ROOT);
        case "src", "dest" -> folder = value;
        case "ref" -> image = value;
        default -> {}
      }
    }
    return new BuildCache(type, folder, image);
  }

  /** The entry without what is not read, where that can be told apart. */
  static String reduced(String text) {
    if (text.indexOf('=') < 0 || text.indexOf('"') >= 0 || text.indexOf('$') >= 0) {
      return text;
    }
    List<String> kept = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      if (READ.contains(key(part))) {
        kept.add(part);
      }
    }
    return kept.isEmpty() ? "type=" + REGISTRY : String.join(",", kept);
  }

  private static String key(String part) {
    int equals = part.indexOf('=');
    return part.substring(0, Math.max(equals, 0)).strip().toLowerCase(Locale.ROOT);
  }
}
