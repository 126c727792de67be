// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.support.Maybe.changes;
import static org.whereto.support.Maybe.platform;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.whereto.answer.Suggestion;
import org.whereto.task.Caller;
import org.whereto.task.ImageReference;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;
import org.whereto.world.Image;
import org.whereto.world.ImageWanted;
import org.whereto.world.Known;
import org.whereto.world.World;

/** Within one decision the world is asked for each thing once. */
class RememberedTest {

  private static final URI URL = URI.create("https://example.org/compose.yaml");
  private static final String FILE = "services: {web: {image: example/x:3, privileged: true}}";

  private final List<String> asked = new ArrayList<>();

  /** Each time it is asked it says something else. */
  private final World world = World.CLOSED.withDocuments(this::fetch).withImages(this::look);

  private Map<URI, Known<String>> fetch(Set<URI> urls) {
    Map<URI, Known<String>> said = new HashMap<>();
    for (URI url : urls) {
      asked.add(url.toString());
      said.put(url, new Known.Value<>(asked.size() == 1 ? FILE : "changed", Duration.ZERO));
    }
    return said;
  }

  private Map<ImageWanted, Known<Optional<Image>>> look(Set<ImageWanted> images) {
    Map<ImageWanted, Known<Optional<Image>>> said = new HashMap<>();
    for (ImageWanted image : images) {
      asked.add(image.reference().toString());
      said.put(image, new Known.Down<>("call " + asked.size()));
    }
    return said;
  }

  @Test
  void whatTheWorldSaidOnceIsNotAskedAgain() throws BadInput {
    World remembered = Remembered.of(world);
    ImageWanted one = new ImageWanted(ImageReference.parse("one"), Set.of());
    ImageWanted two = new ImageWanted(ImageReference.parse("two"), Set.of());

    var first = remembered.images().look(Set.of(one));
    var second = remembered.images().look(Set.of(one, two));

    assertThat(second).containsAllEntriesOf(first).containsOnlyKeys(one, two);
    assertThat(asked)
        .containsExactly("docker.io/library/one:latest", "docker.io/library/two:latest");
    assertThat(remembered.documents().fetch(Set.of(URL)))
        .isEqualTo(remembered.documents().fetch(Set.of(URL)));
    assertThat(asked).hasSize(3);
  }

  @Test
  void aWorldThatIsNeverAskedNeedsNoMemory() {
    assertThat(Remembered.of(World.CLOSED)).isSameAs(World.CLOSED);
  }

  /** The document is not the asker's own words: he gets the changes, and makes them himself. */
  @Test
  void whatIsBehindAUrlIsFetchedOnceAndMendedByItsChangesAlone() throws BadInput {
    Suggestion suggestion =
        decide(
                "{tasktype: uri://docker-compose, if: {compose: {}, image: ['example/x:2']}},"
                    + "{tasktype: uri://docker-compose, if: {image: ['example/x:3-a']}}")
            .orElseThrow();

    assertThat(suggestion.task()).isEmpty();
    assertThat(changes(suggestion))
        .containsExactly("services.web.image: example/x:3 -> example/x:3-a");
    assertThat(asked).containsExactly(URL.toString());
  }

  @Test
  void aTemplateStandsInForAUrlToo() throws BadInput {
    Suggestion suggestion =
        decide(
                "{tasktype: uri://docker-compose, if: {image: ['good']},"
                    + " template: {services: {a: {image: good}}}}")
            .orElseThrow();

    assertThat(changes(suggestion))
        .containsExactly("taskinfo.composefile: " + URL + " -> services:\n  a:\n    image: good\n");
    assertThat(suggestion.task()).isPresent();
  }

  private Optional<Suggestion> decide(String accepts) throws BadInput {
    Task task =
        Task.of("uri://docker-compose", Tree.build().put("composefile", URL.toString()).done());
    String file =
        "{whereto: 1, interfaces: {a: {servicetype: 'uri://a'}}, accepts: [" + accepts + "]}";
    return Planner.decide(Question.of(task), Caller.ANONYMOUS, platform(file), world).suggestion();
  }
}
