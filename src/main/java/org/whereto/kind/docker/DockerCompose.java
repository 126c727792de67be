// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.Fact;
import org.whereto.task.Facts;
import org.whereto.task.Kind;
import org.whereto.task.Subject;
import org.whereto.task.Task;
import org.whereto.task.Urls;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.OneLine;
import org.whereto.tree.Path;
import org.whereto.tree.Place;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Member;
import org.whereto.tree.Tree.Scalar;

/**
 * A compose file (note, section 4.2; compose specification): the images of its services, what they
 * demand of their host, and the amounts that they reserve together. Profiles hide no service. A key
 * that is neither known to be harmless nor judged is a demand of its own, so that nothing unknown
 * passes.
 */
public final class DockerCompose implements Kind {

  private static final String COMPOSEFILE = "composefile";
  private static final String SERVICES = "services";
  private static final int SHOWN = 60;
  private static final Mapping NONE = Tree.build().done();
  private static final Path PATH = Task.TASKINFO_PATH.member(COMPOSEFILE);

  @Override
  public String name() {
    return "docker-compose";
  }

  @Override
  public Set<String> tasktypes() {
    return Set.of("uri://docker-compose", "uri://portainer-compose");
  }

  @Override
  public Set<Fact> provides() {
    return Set.of(Fact.IMAGES, Fact.DEMANDS, Fact.RESOURCES);
  }

  @Override
  public List<String> fields() {
    return List.of(COMPOSEFILE);
  }

  @Override
  public Optional<String> format() {
    return Optional.of("application/yaml");
  }

  @Override
  public Set<String> contents() {
    return Set.of(COMPOSEFILE);
  }

  @Override
  public Facts read(Mapping taskinfo) throws BadInput {
    Optional<Tree> content = taskinfo.get(COMPOSEFILE);
    if (content.isEmpty()) {
      return Facts.about(new Subject.NotGiven(COMPOSEFILE));
    }
    Tree given = content.get();
    if (given instanceof Scalar text && (text.isNull() || text.text().isBlank())) {
      throw new BadInput(
          "field.empty", PATH, given.place(), "The composefile is empty: give its content.");
    }
    if (Urls.of(given).isPresent()) {
      return Facts.about(
          new Subject.NotFetched(
              "composefile.not-fetched",
              PATH,
              "The compose file was not fetched from its URL: send the content instead."));
    }
    try {
      return facts(given instanceof Scalar text ? parse(text) : given);
    } catch (BadInput fault) {
      return Facts.about(new Subject.Unreadable(ComposeFault.CODE, PATH, sentence(fault)));
    }
  }

  @Override
  public Mapping factsOnly(Mapping taskinfo, Facts facts) {
    Optional<Tree> content = taskinfo.get(COMPOSEFILE);
    return content.isEmpty()
        ? taskinfo
        : taskinfo.with(COMPOSEFILE, reduced(content.get()).orElse(Tree.build().done()));
  }

  private static Optional<Mapping> reduced(Tree content) {
    try {
      Tree document = content instanceof Scalar text ? parse(text) : content;
      return document instanceof Mapping composefile
          ? Optional.of(reduced(composefile))
          : Optional.empty();
    } catch (BadInput unreadable) {
      return Optional.empty();
    }
  }

  /** Whether a document looks like a compose file. */
  public static boolean recognise(Mapping document) {
    return ComposeGuess.isLikely(document);
  }

  /**
   * The document without all that no check reads: environment, command, labels, contents of configs
   * and so on. Both give the same facts, in every form of a request: tags, which not every form can
   * carry, are resolved. Of one that cannot be read nothing is left.
   */
  public static Mapping reduced(Mapping composefile) {
    try {
      facts(composefile);
      return ComposeTags.resolve(composefile, Path.ROOT) instanceof Mapping resolved
          ? ComposeReduced.of(resolved)
          : Tree.build().done();
    } catch (BadInput unreadable) {
      return Tree.build().done();
    }
  }

  private static Tree parse(Scalar text) throws BadInput {
    if (!text.tag().isEmpty()) {
      throw ComposeFault.at(text, PATH, "A compose file has no tag here: take it out.");
    }
    byte[] document = text.text().getBytes(StandardCharsets.UTF_8);
    return Formats.YAML.read(document, Budget.SMALL, Keep.ALL);
  }

  private static Facts facts(Tree document) throws BadInput {
    Tree resolved = ComposeTags.resolve(document, Path.ROOT);
    Path path = Path.ROOT.member(SERVICES);
    Tree services = resolved.get(SERVICES).orElse(NONE);
    if (!(resolved instanceof Mapping composefile)
        || !(services instanceof Mapping named)
        || (named.members().isEmpty() && !includes(composefile))) {
      throw ComposeFault.at(
          document, Path.ROOT, "This is no compose file. " + ComposeGuess.seemsToBe(resolved));
    }
    requirePlainNames(composefile, Path.ROOT);
    requirePlainNames(named, path);
    Demands demands = new Demands();
    ServiceDemands reader = new ServiceDemands(demands, named.members().keySet());
    Demands.members(
        named,
        path,
        (name, service, at) -> {
          requirePlainNames(Demands.mapping(service, at), at);
          reader.look(Demands.mapping(service, at), at);
        });
    new DefinitionDemands(demands).look(composefile);
    return Facts.about(new Subject.Given())
        .withImages(ComposeImages.of(composefile, named, path))
        .withDemands(demands.all())
        .with(ComposeResources.of(composefile, named, path));
  }

  /** Some programs fill in variables in names, too: then it could become any other name. */
  private static void requirePlainNames(Mapping mapping, Path path) throws BadInput {
    for (Map.Entry<String, Member> entry : mapping.members().entrySet()) {
      String name = entry.getKey();
      if (name.indexOf('$') >= 0 && !Demands.isExtension(name)) {
        throw ComposeFault.at(
            entry.getValue().value(),
            path.member(name),
            "A name holds a variable (" + OneLine.of(name, SHOWN) + "): write it out.");
      }
    }
  }

  /** Whether its services may all be in other files. */
  private static boolean includes(Mapping composefile) throws BadInput {
    Tree include = composefile.get("include").orElse(Tree.list(List.of()));
    return !Demands.items(include, Path.ROOT.member("include")).isEmpty();
  }

  private static String sentence(BadInput fault) {
    String at = fault.place().equals(Place.NONE) ? "" : " (" + fault.place() + ")";
    return "The compose file cannot be read" + at + ": " + fault.sentence();
  }
}
