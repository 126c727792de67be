// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.whereto.systems.fetch.Body;
import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;
import org.whereto.tree.Tree;

/**
 * What a registry says went wrong: {@code {"errors": [{"code": ..., "message": ...}]}} (OCI
 * Distribution, error codes).
 *
 * @param codes of at most ten errors, in upper case letters
 * @param message the first that is told, on one short line; empty if none is
 */
record RegistryErrors(List<String> codes, String message) {

  private static final RegistryErrors NONE = new RegistryErrors(List.of(), "");
  private static final String ERRORS = "errors";
  private static final int MOST = 10;
  private static final int LONGEST_CODE = 40;
  private static final int SHOWN = 120;

  /** There is no such thing; the last is what the registry Harbor says of it. */
  private static final Set<String> UNKNOWN =
      Set.of("MANIFEST_UNKNOWN", "NAME_UNKNOWN", "BLOB_UNKNOWN", "NOT_FOUND");

  /** Nothing where it cannot be read: the status has to do. */
  static RegistryErrors read(Body body) {
    try {
      ForeignObject answer = ForeignObject.read(body.bytes(), "The answer", Set.of(ERRORS));
      List<String> codes = new ArrayList<>();
      String message = "";
      for (Tree item : answer.items(ERRORS).stream().limit(MOST).toList()) {
        ForeignObject error = answer.item(item, ERRORS, Set.of("code", "message"));
        error.textIfAny("code").filter(RegistryErrors::isCode).ifPresent(codes::add);
        message = message.isEmpty() ? error.textIfAny("message").orElse("") : message;
      }
      return new RegistryErrors(List.copyOf(codes), OneLine.of(message, SHOWN));
    } catch (BadInput _) {
      return NONE;
    }
  }

  /** Whether the registry knows its own mind, and has no such thing. */
  boolean sayAbsent() {
    return codes.stream().anyMatch(UNKNOWN::contains);
  }

  /** What goes behind a sentence; empty if nothing is told. */
  String told() {
    return message.isEmpty() ? "" : " It says: \"" + message.replace('"', '\'') + "\".";
  }

  private static boolean isCode(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_CODE
        && text.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || c == '_');
  }
}
