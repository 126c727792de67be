// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whereto.kind.binder.RepositoryAddress;
import org.whereto.task.Kind;
import org.whereto.task.Repository;
import org.whereto.task.Task;
import org.whereto.task.Urls;
import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;
import org.whereto.tree.Path;
import org.whereto.tree.Place;
import org.whereto.tree.Tree;

/**
 * Addresses: of a git repository, with a branch and a file as web pages show them ({@code
 * https://github.com/owner/name/tree/main/notebooks}), or of a notebook or compose file. Nothing is
 * fetched.
 */
final class Address {

  private static final String GITHUB = "https://github.com/";

  /** Hosts whose addresses are those of repositories. */
  private static final List<String> GIT_HOSTS =
      List.of("github.com", "gitlab.com", "gist.github.com", "codeberg.org", "bitbucket.org");

  private Address() {}

  static boolean isOne(String text) {
    return text.contains("://") || text.startsWith("git@");
  }

  /**
   * What an address stands for.
   *
   * @param wanted the kind that the person says it is, where that was said
   */
  static Found read(String text, Optional<Kind> wanted) throws BadInput {
    boolean web = text.regionMatches(true, 0, "http", 0, 4);
    if (!web) {
      return repository(text, "", "");
    }
    URI url =
        Urls.of(Tree.text(text))
            .orElseThrow(() ->
                new BadInput(
                    "url.malformed",
                    "\"" + OneLine.of(text) + "\" is no URL: it may hold no blanks."));
    if (url.getRawUserInfo() != null) {
      throw new BadInput(
          "url.user",
          "The URL carries a user name or a password, which would be sent on: take that out.");
    }
    String field = wanted.map(kind -> String.join("", kind.contents())).orElse("");
    if (!field.isEmpty()) {
      String type = wanted.get().tasktypes().stream().sorted().findFirst().orElse("");
      return Found.of("a URL", preferred(wanted.get(), type), field, text);
    }
    refusePageOfFile(text);
    String path = url.getPath() == null ? "" : url.getPath();
    Optional<Found> tree = tree(text, url);
    if (tree.isPresent()) {
      return tree.get();
    }
    return switch (wanted.isPresent() ? Ending.NONE : Ending.of(path)) {
      case JUPYTER ->
          Found.of("the URL of a Jupyter notebook", TaskTypes.JUPYTER, "notebook", text);
      case ZEPPELIN -> Found.of("the URL of a Zeppelin note", TaskTypes.ZEPPELIN, "notebook", text);
      case COMPOSE, YAML ->
          Found.of("the URL of a compose file", TaskTypes.COMPOSE, "composefile", text);
      case JSON, NONE -> page(text, url, wanted);
    };
  }

  /** The type that a kind is asked as where nobody says which. */
  private static String preferred(Kind kind, String otherwise) {
    return List.of(TaskTypes.JUPYTER, TaskTypes.ZEPPELIN, TaskTypes.COMPOSE).stream()
        .filter(kind.tasktypes()::contains)
        .findFirst()
        .orElse(otherwise);
  }

  /** What a browser shows of a file is a web page about it. */
  private static void refusePageOfFile(String text) throws BadInput {
    int blob = text.indexOf("/blob/", GITHUB.length());
    if (!text.startsWith(GITHUB) || blob < 0) {
      return;
    }
    String raw =
        "https://raw.githubusercontent.com/"
            + text.substring(GITHUB.length(), blob)
            + "/"
            + text.substring(blob + "/blob/".length());
    throw new BadInput(
        "url.web-page",
        "This is the address of a web page about a file. For the file itself give "
            + OneLine.of(raw)
            + ", for its repository "
            + OneLine.of(text.substring(0, blob))
            + ".");
  }

  /** A branch of a repository and what is below it, as web pages show them. */
  private static Optional<Found> tree(String text, URI url) throws BadInput {
    for (String marker : List.of("/-/tree/", "/tree/")) {
      int at = text.indexOf(marker);
      if (at >= 0 && GIT_HOSTS.contains(host(url))) {
        String rest = text.substring(at + marker.length());
        int slash = rest.indexOf('/');
        String ref = slash < 0 ? rest : rest.substring(0, slash);
        String below = slash < 0 ? "" : rest.substring(slash + 1);
        return Optional.of(repository(text.substring(0, at), ref, below));
      }
    }
    return Optional.empty();
  }

  private static String host(URI url) {
    return url.getHost().toLowerCase(Locale.ROOT);
  }

  private static Found page(String text, URI url, Optional<Kind> wanted) throws BadInput {
    String path = url.getPath() == null ? "" : url.getPath();
    boolean git = GIT_HOSTS.contains(host(url)) || path.endsWith(".git");
    if (wanted.isEmpty() && !git && !isRecord(text)) {
      throw new BadInput(
          "url.not-recognised",
          "What this URL names cannot be told from its end (.git, .ipynb, .zpln, .yaml): say what"
              + " it is with --tasktype, such as uri://binder-notebook for a git repository.");
    }
    return repository(text, "", "");
  }

  private static boolean isRecord(String text) {
    try {
      Repository read = RepositoryAddress.read(text, Path.ROOT, Place.NONE);
      return read.provider().isPresent() && !isGit(read);
    } catch (BadInput noRepository) {
      return false;
    }
  }

  private static boolean isGit(Repository repository) {
    return repository.provider().filter(Repository.Provider::isGit).isPresent();
  }

  private static Found repository(String text, String ref, String path) throws BadInput {
    Repository found = RepositoryAddress.read(text, Path.ROOT, Place.NONE);
    Tree taskinfo =
        Tree.build()
            .put("repository", found.name())
            .putIfAny("ref", ref)
            .putIfAny("path", path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
            .done();
    return new Found(
        isGit(found) ? "the URL of a git repository" : "the address of a repository",
        Task.of(TaskTypes.BINDER, taskinfo),
        List.of(
            "Only the address is known, not the environment files: a service that asks for them"
                + " cannot decide. Give the folder of a copy for that."));
  }
}
