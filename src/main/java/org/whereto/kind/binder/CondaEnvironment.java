// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.binder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whereto.task.Environment.Version;
import org.whereto.tree.BadInput;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * The versions that {@code environment.yml} asks for, in the ways that conda reads a dependency:
 * {@code python=3.9}, {@code python>=3.8,<3.12}, {@code python 3.9.*}, {@code
 * conda-forge::python=3.9=build}, {@code python[version='>=3.8']}.
 */
final class CondaEnvironment {

  /** Packages that are a language, and which. */
  private static final Map<String, String> LANGUAGES =
      Map.of("python", "python", "r-base", "r", "julia", "julia");

  private static final Keep KEEP = Keep.members(Map.of("dependencies", Keep.ALL));

  private CondaEnvironment() {}

  static List<Version> versions(RepositoryFile file) throws BadInput {
    Tree document = file.document(Formats.YAML, KEEP);
    boolean nothing = document instanceof Scalar scalar && scalar.isNull();
    if (!nothing && !(document instanceof Mapping)) {
      throw file.unreadable(document.place(), "A conda environment is a mapping.");
    }
    Optional<Tree> dependencies = document.get("dependencies");
    List<Version> found = new ArrayList<>();
    for (Tree item : dependencies.isEmpty() ? List.<Tree>of() : list(dependencies.get(), file)) {
      if (item instanceof Scalar scalar) {
        found.addAll(version(scalar.text(), file).stream().toList());
      }
    }
    return found;
  }

  private static List<Tree> list(Tree dependencies, RepositoryFile file) throws BadInput {
    if (dependencies instanceof Sequence sequence) {
      return sequence.items();
    }
    if (dependencies instanceof Scalar scalar && scalar.isNull()) {
      return List.of();
    }
    throw file.unreadable(dependencies.place(), "\"dependencies\" must be a list.");
  }

  private static Optional<Version> version(String dependency, RepositoryFile file) {
    String text = withoutComment(dependency).strip();
    text = text.substring(channel(text));
    int end = 0;
    while (end < text.length() && isNameCharacter(text.charAt(end))) {
      end++;
    }
    String language = LANGUAGES.get(text.substring(0, end).toLowerCase(Locale.ROOT));
    String written = text.substring(end).strip();
    if (language == null || written.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(WantedVersions.version(language, written, plain(written), file));
  }

  /**
   * Where the name begins behind {@code channel::}; in what follows the name colons mean nothing.
   */
  private static int channel(String text) {
    int end = 0;
    while (end < text.length() && " \t[<>=!~".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    int colons = text.substring(0, end).lastIndexOf("::");
    return colons < 0 ? 0 : colons + 2;
  }

  private static String withoutComment(String dependency) {
    int hash = dependency.indexOf(" #");
    return hash < 0 ? dependency : dependency.substring(0, hash);
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
  }

  /** The version without the build that may follow it; what is not understood stays as it is. */
  private static String plain(String written) {
    String text = written.startsWith("[") ? bracketed(written) : written;
    text = text.replace(", ", ",").replace(" ,", ",").replace("| ", "|").replace(" |", "|");
    int at = 0;
    while (at < text.length() && "=<>!~".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String operator = text.substring(0, at);
    String rest = text.substring(at).strip();
    int build = 0;
    while (build < rest.length() && !endsVersion(rest, build)) {
      build++;
    }
    return operator + rest.substring(0, build);
  }

  /** At a blank, or at "=" after a number: there the build begins. */
  private static boolean endsVersion(String text, int at) {
    char c = text.charAt(at);
    boolean afterNumber =
        at > 0 && (Character.isDigit(text.charAt(at - 1)) || text.charAt(at - 1) == '*');
    return c == ' ' || (c == '=' && afterNumber);
  }

  /** The version out of {@code [version='>=3.8', build=...]}. */
  private static String bracketed(String written) {
    int key = written.indexOf("version=");
    int start = key + "version=".length();
    if (key < 0 || start >= written.length()) {
      return written;
    }
    char quote = written.charAt(start);
    boolean quoted = quote == '\'' || quote == '"';
    int from = quoted ? start + 1 : start;
    int end = from;
    while (end < written.length() && !closes(written.charAt(end), quoted, quote)) {
      end++;
    }
    return written.substring(from, end);
  }

  private static boolean closes(char c, boolean quoted, char quote) {
    return quoted ? c == quote : c == ',' || c == ']';
  }
}
