// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.util.List;
import java.util.Map;

/**
 * The formats that a text can be asked to have. Of those that the judge knows the ones that mean to
 * everybody what their name says; all others are refused in an owner's file.
 */
final class TextFormats {

  static final List<String> NAMES =
      List.of(
          "date",
          "time",
          "date-time",
          "duration",
          "email",
          "hostname",
          "ipv4",
          "ipv6",
          "uri",
          "uuid");

  private TextFormats() {}

  /** Leaves only those. */
  static void restrict(Map<String, Format> formats) {
    formats.keySet().retainAll(NAMES);
    formats.replaceAll((name, format) -> new Bounded(format));
  }

  /**
   * A format for texts that may have it at all: the judge's own expressions are not linear, and
   * some let a line break at the end pass.
   */
  private record Bounded(Format format) implements Format {

    private static final int LONGEST = 2000;

    @Override
    public String getName() {
      return format.getName();
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
      return value.length() <= LONGEST
          && value.chars().allMatch(c -> c > ' ' && c != 0x7f)
          && format.matches(context, value);
    }
  }
}
