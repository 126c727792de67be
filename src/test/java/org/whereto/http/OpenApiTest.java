// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.http.message.Status;
import org.whereto.http.page.OpenApi;
import org.whereto.platform.Failing;
import org.whereto.platform.Mounts;
import org.whereto.platform.Serving;
import org.whereto.support.JsonSchemas;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Place;
import org.whereto.tree.Problems;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.world.World;

/** The OpenAPI document is one, and is true as far as it can be seen without a server. */
class OpenApiTest {

  private static final Mapping DOCUMENT = OpenApi.document();

  private static final Failing FAILING =
      new Failing(Instant.EPOCH, List.of(new Problems.Problem(Place.NONE, "It is broken.")));

  private static final Set<String> METHODS = Set.of("get", "head", "post", "options");

  @Test
  void itFollowsTheSchemaOfOpenApi() throws IOException, BadInput {
    assertThat(JsonSchemas.faults(schemaOfOpenApi(), DOCUMENT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{openapi: 2.0.0}", "{info: {}}", "{paths: {accepts: {}}}", "{more: 1}"})
  void otherDocumentsDoNotFollowIt(String change) throws IOException, BadInput {
    Mapping broken = DOCUMENT.withAll((Mapping) yaml(change));
    assertThat(JsonSchemas.faults(schemaOfOpenApi(), broken)).isNotEmpty();
  }

  @Test
  void everyReferenceLeadsToSomething() {
    List<String> references = references(DOCUMENT);
    assertThat(references)
        .hasSizeGreaterThan(100)
        .allSatisfy(reference -> assertThat(find(reference)).as(reference).isPresent());
  }

  @Test
  void everyComponentIsUsed() {
    Set<String> used = new TreeSet<>(references(DOCUMENT));
    ((Mapping) find("#/components").orElseThrow())
        .members()
        .forEach((sort, all) ->
            ((Mapping) all.value())
                .members()
                .keySet()
                .forEach(name -> assertThat(used).contains("#/components/" + sort + "/" + name)));
  }

  /** Those of an answer that may not be given are told where they may come, and no other. */
  @Test
  void itKnowsEveryStatusThatThereIs() {
    Set<String> told = new TreeSet<>();
    paths()
        .forEach((path, item) -> {
          operations(item)
              .forEach(operation ->
                  told.addAll(
                      ((Mapping) operation.get("responses").orElseThrow()).members().keySet()));
          item.get("x-other-methods").ifPresent(other -> told.add("405"));
        });
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Status.values()).map(status -> "" + status.code()).toList());
  }

  @Test
  void itKnowsEveryPathThatThereIs() {
    Set<String> there =
        Published.paths().stream().map(path -> "/" + path).collect(Collectors.toSet());
    there.addAll(
        Set.of(
            "/",
            "/accepts",
            "/accept",
            "/description",
            "/{name}",
            "/health/live",
            "/health/ready"));
    assertThat(paths().keySet()).containsExactlyInAnyOrderElementsOf(there);
  }

  @Test
  void everyPathIsThereWithItsMethods() {
    Mounts named = new Mounts(Map.of("name", serving()), Map.of());
    Mounts alone = new Mounts(Map.of(Mounts.ROOT, serving()), Map.of());
    paths()
        .forEach((path, item) -> {
          boolean ofName = path.equals("/{name}");
          Optional<Resource> found =
              Routes.find(path.replace("{name}", "name"), ofName ? named : alone);
          assertThat(found).as(path).isPresent();
          List<String> methods = found.orElseThrow().methods();
          List<String> told =
              item.members().keySet().stream()
                  .filter(METHODS::contains)
                  .map(method -> method.toUpperCase(Locale.ROOT))
                  .toList();
          assertThat(methods).as(path).containsAll(told);
          assertThat(told.contains("POST")).as(path).isEqualTo(methods.contains("POST"));
        });
  }

  @Test
  void everyOperationHasANameOfItsOwn() {
    List<String> names =
        paths().values().stream()
            .flatMap(OpenApiTest::operations)
            .map(operation -> text(operation, "operationId"))
            .toList();
    assertThat(names).hasSizeGreaterThan(8).doesNotHaveDuplicates();
  }

  @Test
  void theExamplesFollowTheSchemas() {
    assertThat(faults("Answer", "Yes", "YesIf", "YesOnSeveral", "No", "BareNo")).isEmpty();
    assertThat(faults("Problem", "TypeMissing", "ImageEmpty", "NotAcceptable")).isEmpty();
    assertThat(faults("Description", "Description")).isEmpty();
    assertThat(faults("Task", "Yes")).isNotEmpty();
    assertThat(faults("Answer", "Description")).isNotEmpty();
    assertThat(faults("Problem", "No")).isNotEmpty();
  }

  @Test
  void theHealthOfAServerFollowsItsSchema() throws BadInput {
    String at = "#/paths/~1health~1ready/get/responses/200/content/application~1json/schema";
    Mapping schema = (Mapping) find(at).orElseThrow();
    Mounts broken = new Mounts(Map.of("a", serving()), Map.of("b", FAILING));
    for (Mounts mounts : List.of(broken, new Mounts(Map.of("a", failing()), Map.of()))) {
      for (boolean stopping : new boolean[] {true, false}) {
        byte[] body = Health.ready(mounts, Optional.empty(), stopping).body().getBytes();
        Tree said = Formats.JSON.read(body, Budget.SMALL, Keep.ALL);
        assertThat(JsonSchemas.faults(JsonSchemas.exact(schema), said)).isEmpty();
      }
    }
    assertThat(JsonSchemas.faults(schema, yaml("{status: live, platforms: []}"))).isNotEmpty();
  }

  private static Serving failing() {
    Serving good = serving();
    return new Serving(good.platform(), good.world(), good.since(), Optional.of(FAILING));
  }

  private static List<String> faults(String schema, String... examples) {
    Mapping whole =
        Tree.build()
            .put("$ref", "#/components/schemas/" + schema)
            .put("components", DOCUMENT.get("components").orElseThrow())
            .done();
    return Stream.of(examples)
        .map(name -> find("#/components/examples/" + name + "/value").orElseThrow())
        .flatMap(value -> JsonSchemas.faults(whole, value).stream())
        .toList();
  }

  private static Map<String, Mapping> paths() {
    return ((Mapping) find("#/paths").orElseThrow())
        .members().entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, path -> (Mapping) path.getValue().value()));
  }

  private static Stream<Mapping> operations(Mapping item) {
    return item.members().entrySet().stream()
        .filter(member -> METHODS.contains(member.getKey()))
        .map(member -> (Mapping) member.getValue().value());
  }

  private static String text(Mapping mapping, String member) {
    return ((Scalar) mapping.get(member).orElseThrow()).text();
  }

  private static List<String> references(Tree tree) {
    return tree.nodes()
        .flatMap(
            node -> Stream.of("$ref", "x-other-methods").flatMap(name -> node.get(name).stream()))
        .filter(Scalar.class::isInstance)
        .map(reference -> ((Scalar) reference).text())
        .toList();
  }

  /** What a JSON pointer of this document points at (RFC 6901). */
  private static Optional<Tree> find(String reference) {
    assertThat(reference).startsWith("#/");
    Optional<Tree> at = Optional.of(DOCUMENT);
    for (String step : reference.substring(2).split("/", -1)) {
      String name = step.replace("~1", "/").replace("~0", "~");
      at = at.flatMap(node -> node.get(name));
    }
    return at;
  }

  private static Mapping schemaOfOpenApi() throws IOException, BadInput {
    try (InputStream in =
        OpenApiTest.class.getResourceAsStream("/spec.openapis.org/oas/3.1/schema/2022-10-07")) {
      assertThat(in).isNotNull();
      return (Mapping) Formats.JSON.read(in.readAllBytes(), Budget.SMALL, Keep.ALL);
    }
  }

  private static Serving serving() {
    String file =
        "whereto: 1\n"
            + "interfaces: {a: {servicetype: b}}\n"
            + "accepts: [{tasktype: uri://docker-compose}]";
    Checked read = PlatformFile.read("test", file.getBytes(UTF_8));
    return new Serving(
        ((Checked.Good) read).platform(), World.CLOSED, Instant.EPOCH, Optional.empty());
  }

  private static Tree yaml(String text) throws BadInput {
    return Formats.YAML.read(text.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
  }
}
