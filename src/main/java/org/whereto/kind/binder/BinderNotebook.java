// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.binder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.Environment;
import org.whereto.task.Fact;
import org.whereto.task.Facts;
import org.whereto.task.ImageUse;
import org.whereto.task.Kind;
import org.whereto.task.Repository;
import org.whereto.task.Subject;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Place;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/**
 * A repository for Binder (note, section 3.2): {@code repository} is a git URL, a DOI or the
 * address of a record, never fetched here; {@code files} are the repository's environment files by
 * name, each as raw text.
 *
 * <p>The images are those that a Dockerfile builds on, where one decides.
 *
 * <p>A file that is YAML or JSON ({@code environment.yml}, {@code Pipfile.lock}) may come as a tree
 * too: that is what a part of a multipart request with such a file name becomes. Files that
 * describe no environment are passed over.
 */
public final class BinderNotebook implements Kind {

  private static final String REPOSITORY = "repository";
  private static final String FILES = "files";
  private static final String REF = "ref";
  private static final String PATH = "path";

  private static final String NOT_SENT =
      "On which image this repository is built depends on its environment files, and they were not"
          + " sent: send them as \"files\".";

  private static final String NO_DOCKERFILE = "no Dockerfile: built on the platform's own image";

  private static final Path REPOSITORY_PATH = Task.TASKINFO_PATH.member(REPOSITORY);
  private static final Path FILES_PATH = Task.TASKINFO_PATH.member(FILES);

  /** The files that may come as a tree. */
  private static final Set<String> DOCUMENTS =
      Set.of("environment.yml", "environment.yaml", "Pipfile.lock");

  @Override
  public String name() {
    return "binder-notebook";
  }

  @Override
  public Set<String> tasktypes() {
    return Set.of("uri://binder-notebook");
  }

  @Override
  public Set<Fact> provides() {
    return Set.of(Fact.ENVIRONMENT, Fact.IMAGES);
  }

  @Override
  public List<String> fields() {
    return List.of(REPOSITORY, FILES, REF, PATH);
  }

  @Override
  public Facts read(Mapping taskinfo) throws BadInput {
    checkRef(taskinfo);
    checkPath(taskinfo);
    Optional<Tree> repository = taskinfo.get(REPOSITORY);
    Optional<Tree> files = taskinfo.get(FILES);
    Repository address = repository.isPresent() ? address(repository.get()) : Repository.NONE;
    if (files.isEmpty()) {
      Subject subject =
          repository.isPresent() ? new Subject.Given() : new Subject.NotGiven(REPOSITORY);
      return Facts.about(subject)
          .with(Environment.at(address))
          .withImages(List.of(ImageUse.unclear(FILES_PATH, address.name(), NOT_SENT)));
    }
    List<RepositoryFile> sent = sent(files.get());
    try {
      RepositoryFiles counting = RepositoryFiles.of(sent);
      Optional<Dockerfile> dockerfile = counting.dockerfile();
      Facts facts =
          Facts.about(new Subject.Given()).with(counting.environment(address, dockerfile));
      return dockerfile.isPresent()
          ? facts.withImages(dockerfile.get().images())
          : facts.withoutImage(NO_DOCKERFILE);
    } catch (BadInput fault) {
      return Facts.about(
          new Subject.Unreadable("files.unreadable", fault.path(), fault.sentence()));
    }
  }

  /** Other files go, but for the name of one that says that there is a folder for Binder. */
  @Override
  public Mapping factsOnly(Mapping taskinfo, Facts facts) {
    if (!(taskinfo.get(FILES).orElse(Tree.text("")) instanceof Mapping files)) {
      return taskinfo;
    }
    Map<String, Tree> kept = new LinkedHashMap<>();
    files
        .members()
        .forEach((name, member) -> {
          boolean inFolder =
              Environment.FOLDERS.stream().anyMatch(folder -> name.startsWith(folder + "/"));
          if (Environment.FILES.contains(Environment.baseName(name))) {
            kept.put(name, member.value());
          } else if (inFolder) {
            kept.put(name, Tree.text(""));
          }
        });
    return taskinfo.with(FILES, Tree.map(kept));
  }

  private static Repository address(Tree repository) throws BadInput {
    String text = repository instanceof Scalar scalar && !scalar.isNull() ? scalar.text() : "";
    return RepositoryAddress.read(text, REPOSITORY_PATH, repository.place());
  }

  /** A branch, tag or commit; nothing that a program could take for an option. */
  private static void checkRef(Mapping taskinfo) throws BadInput {
    Optional<String> ref = text(taskinfo, REF);
    if (ref.isPresent()
        && (ref.get().startsWith("-") || ref.get().chars().anyMatch(BinderNotebook::isNoText))) {
      throw malformed(taskinfo, REF, "is no name of a branch, a tag or a commit");
    }
  }

  private static void checkPath(Mapping taskinfo) throws BadInput {
    Optional<String> path = text(taskinfo, PATH);
    if (path.isPresent() && climbs(path.get())) {
      throw malformed(taskinfo, PATH, "must be a plain path inside the repository");
    }
  }

  private static Optional<String> text(Mapping taskinfo, String field) throws BadInput {
    Optional<Tree> value = taskinfo.get(field);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!(value.get() instanceof Scalar scalar) || scalar.isNull() || scalar.text().isBlank()) {
      throw malformed(taskinfo, field, "must be one text that is not empty, or be left out");
    }
    return Optional.of(scalar.text());
  }

  private static BadInput malformed(Mapping taskinfo, String field, String why) {
    return new BadInput(
        field + ".malformed",
        Task.TASKINFO_PATH.member(field),
        taskinfo.get(field).map(Tree::place).orElse(Place.NONE),
        "\"" + field + "\" " + why + ".");
  }

  private static boolean isNoText(int c) {
    return c <= ' ' || c == 0x7f;
  }

  /** Whether a name leads out of the repository, or may do so for some reader. */
  private static boolean climbs(String name) {
    boolean drive = name.length() > 1 && name.charAt(1) == ':';
    return drive
        || name.startsWith("/")
        || name.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == '\\')
        || List.of(name.split("/", -1)).contains("..");
  }

  private static List<RepositoryFile> sent(Tree files) throws BadInput {
    if (!(files instanceof Mapping mapping)) {
      throw new BadInput(
          "files.not-a-mapping",
          FILES_PATH,
          files.place(),
          "\"files\" must be a mapping from the name of each environment file to its text.");
    }
    List<RepositoryFile> sent = new ArrayList<>();
    for (Map.Entry<String, Tree.Member> entry : mapping.members().entrySet()) {
      sent.add(file(entry.getKey(), entry.getValue().value()));
    }
    return sent;
  }

  private static RepositoryFile file(String name, Tree content) throws BadInput {
    Path path = FILES_PATH.member(name);
    List<String> segments = List.of(name.split("/", -1));
    if (climbs(name) || segments.contains("") || segments.contains(".")) {
      throw new BadInput(
          "files.bad-name",
          path,
          content.place(),
          "A file is named by its plain path in the repository, like binder/environment.yml.");
    }
    boolean text =
        content instanceof Scalar scalar
            && scalar.tag().isEmpty()
            && (!scalar.isNull() || scalar.text().isEmpty());
    boolean document =
        !(content instanceof Scalar) && DOCUMENTS.contains(Environment.baseName(name));
    if (!text && !document) {
      throw new BadInput(
          "files.not-a-text",
          path,
          content.place(),
          "The content of this file must be sent as its raw text; in YAML write it after \"|\".");
    }
    return new RepositoryFile(name, content, path);
  }
}
