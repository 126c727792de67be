// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.whereto.task.Environment;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;
import org.whereto.tree.Tree;

/**
 * A folder: a repository that Binder can build, of which only the environment files are read, or an
 * old Zeppelin note with its {@code note.json}.
 */
final class Folder {

  /** An environment file is written by hand, or a lock file: 1 MiB. */
  private static final int LARGEST_FILE = 1 << 20;

  private static final int MOST_NAMES = 10_000;
  private static final int SHOWN = 3;
  private static final String NOTE = "note.json";

  private final Path root;
  private final List<String> notes = new ArrayList<>();

  private Folder(Path root) {
    this.root = root;
  }

  /**
   * What the folder is.
   *
   * @param repository whether the person says that it is a repository, so that one without any
   *     environment file is one too
   */
  static Found read(Path folder, boolean repository) throws BadInput {
    try {
      return new Folder(folder.toRealPath()).found(folder.toString(), repository);
    } catch (IOException fault) {
      throw Bytes.unreadable(folder.toString(), fault);
    }
  }

  private Found found(String name, boolean repository) throws BadInput, IOException {
    List<String> names = names();
    if (!repository && names.contains(NOTE)) {
      byte[] note = Bytes.of(root.resolve(NOTE), Inspector.LARGEST);
      return Content.recognise(note, NOTE);
    }
    Tree.Builder files = Tree.build();
    int found = 0;
    String prefix = prefix(name);
    for (String file : Environment.FILES) {
      Optional<String> text = text(prefix + file);
      if (text.isPresent()) {
        files.put(prefix + file, text.get());
        found++;
      }
    }
    if (found == 0 && !repository) {
      throw noEnvironment(name, prefix, names);
    }
    names.stream()
        .filter(Ending::isComposeFile)
        .map(compose -> "It has " + compose + " too: to ask about that, give the file.")
        .forEach(notes::add);
    Tree taskinfo = Tree.build().putIfAny("repository", origin()).put("files", files.done()).done();
    return new Found("a repository for Binder", Task.of(TaskTypes.BINDER, taskinfo), notes);
  }

  private String origin() {
    Optional<String> url = GitOrigin.of(root);
    url.map(from -> "It is a copy of " + from + ": what is not pushed there is not built.")
        .ifPresent(notes::add);
    return url.orElse("");
  }

  /** The folder with the environment files and a slash; empty for the root. */
  private String prefix(String name) throws BadInput, IOException {
    List<String> folders =
        Environment.FOLDERS.stream().filter(f -> Files.isDirectory(root.resolve(f))).toList();
    if (folders.size() > 1) {
      throw new BadInput(
          "folder.two-environments",
          OneLine.of(name)
              + " has a folder binder and a folder .binder. Binder builds nothing then: keep one.");
    }
    if (folders.isEmpty()) {
      return "";
    }
    if (!root.resolve(folders.getFirst()).toRealPath().startsWith(root)) {
      throw new BadInput(
          "folder.link",
          OneLine.of(name)
              + "/"
              + folders.getFirst()
              + " is a link that leads out of the repository, where Binder could not follow it.");
    }
    return folders.getFirst() + "/";
  }

  /** The text of a file, if it is there; a link that leads out of the folder is not followed. */
  private Optional<String> text(String name) throws BadInput, IOException {
    Path file = root.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file)) {
      notes.add(name + " is no file, and left out.");
      return Optional.empty();
    }
    if (!file.toRealPath().startsWith(root)) {
      notes.add(name + " is a link that leads out of the folder, and left out.");
      return Optional.empty();
    }
    return Optional.of(Bytes.text(Bytes.of(file, LARGEST_FILE), name));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(root)) {
      return all.limit(MOST_NAMES).map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static BadInput noEnvironment(String name, String prefix, List<String> names) {
    List<String> files =
        names.stream()
            .filter(file -> Ending.isComposeFile(file) || isNotebook(file))
            .limit(SHOWN)
            .map(OneLine::of)
            .toList();
    String where = prefix.isEmpty() ? "" : " in its folder " + prefix;
    String remedy =
        files.isEmpty()
            ? "Give the folder of a repository that has one, or a notebook or compose file."
            : "To ask about one of its files, give that file: " + String.join(", ", files) + ".";
    return new BadInput(
        "folder.no-environment",
        OneLine.of(name)
            + " has no file"
            + where
            + " that describes an environment for Binder, like environment.yml or"
            + " requirements.txt. "
            + remedy);
  }

  private static boolean isNotebook(String file) {
    Ending ending = Ending.of(file);
    return ending == Ending.JUPYTER || ending == Ending.ZEPPELIN;
  }
}
