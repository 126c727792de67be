// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.Set;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/** Says what a document seems to be that is no compose file. */
final class ComposeGuess {

  private static final Set<String> OF_SERVICES =
      Set.of("image", "build", "extends", "provider", "command");

  private ComposeGuess() {}

  /** Whether a mapping looks like a compose file. */
  static boolean isLikely(Mapping document) {
    return document.get("services").filter(ComposeGuess::holdsServices).isPresent();
  }

  private static boolean holdsServices(Tree tree) {
    return tree instanceof Mapping mapping
        && mapping.members().values().stream()
            .anyMatch(member ->
                member.value() instanceof Mapping service
                    && OF_SERVICES.stream().anyMatch(key -> service.get(key).isPresent()));
  }

  /** One sentence. */
  static String seemsToBe(Tree document) {
    return switch (document) {
      case Tree.Sequence list -> "It is a list.";
      case Scalar scalar -> text(scalar.text());
      case Mapping mapping -> mapping(mapping);
    };
  }

  private static String text(String text) {
    String start = text.stripLeading();
    if (start.startsWith("<")) {
      return "It seems to be a web page or XML.";
    }
    if (start.startsWith("FROM ") || start.startsWith("ARG ")) {
      return "It seems to be a Dockerfile.";
    }
    return start.isEmpty() ? "It is empty." : "It is a plain text.";
  }

  private static String mapping(Mapping document) {
    if (has(document, "apiVersion", "kind")) {
      return "It seems to be a Kubernetes manifest.";
    }
    if (has(document, "nbformat", "cells") || has(document, "nbformat", "worksheets")) {
      return "It seems to be a Jupyter notebook.";
    }
    if (has(document, "paragraphs", "name") || has(document, "paragraphs", "id")) {
      return "It seems to be a Zeppelin note.";
    }
    if (has(document, "tasktype", "taskinfo")) {
      return "It seems to be a whole Task.";
    }
    if (holdsServices(document)) {
      return "It seems to be of the first version: put the services below \"services:\".";
    }
    return "It has no \"services:\" with a service below.";
  }

  private static boolean has(Mapping document, String first, String second) {
    return document.get(first).isPresent() && document.get(second).isPresent();
  }
}
