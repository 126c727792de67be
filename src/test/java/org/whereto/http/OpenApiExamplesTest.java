// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whereto.http.page.OpenApi;
import org.whereto.support.RunningServer;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/** The examples of the OpenAPI document are what real servers take and say. */
class OpenApiExamplesTest {

  private static final Mapping COMPONENTS = mapping(OpenApi.document(), "components");

  private static HttpClient client;

  @BeforeAll
  static void open() {
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void close() {
    client.close();
  }

  static Stream<String> examples() {
    return mapping(COMPONENTS, "examples").members().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aServerSaysWhatTheExampleSays(String name) throws Exception {
    Mapping example = mapping(mapping(COMPONENTS, "examples"), name);
    Mapping asked = mapping(example, "x-asked");
    String accept = asked.get("accept").isPresent() ? text(asked, "accept") : "application/json";
    try (RunningServer server = RunningServer.ofExample(text(asked, "platform"))) {
      String target = text(asked, "target").substring(1).replace("{", "%7B").replace("}", "%7D");
      HttpResponse<String> reply =
          send(HttpRequest.newBuilder(server.at(target)).header("Accept", accept));
      Tree value = example.get("value").orElseThrow();
      if (value instanceof Scalar text) {
        assertThat(reply.body()).isEqualTo(text.text());
      } else {
        assertThat(json(reply.body())).isEqualTo(value);
      }
    }
  }

  static Stream<String> bodies() {
    return mapping(mapping(mapping(COMPONENTS, "requestBodies"), "Task"), "content")
        .members()
        .keySet()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void aServerTakesTheBodyOfEveryForm(String type) throws Exception {
    Mapping content = mapping(mapping(mapping(COMPONENTS, "requestBodies"), "Task"), "content");
    Mapping task =
        mapping(mapping(mapping(mapping(content, type), "examples"), "notebook"), "value");
    try (RunningServer server = RunningServer.ofExample("zeppelin.yaml")) {
      HttpRequest.Builder request = HttpRequest.newBuilder(server.at("accepts"));
      HttpResponse<String> reply =
          send(
              switch (type) {
                case "application/yaml" -> post(request, type, Formats.YAML.write(task));
                case "application/json" -> post(request, type, Formats.JSON.write(task));
                case "application/x-www-form-urlencoded" ->
                    post(request, type, form(task).getBytes(UTF_8));
                default -> post(request, type + ";boundary=x", parts(task).getBytes(UTF_8));
              });
      assertThat(reply.body()).isEqualTo(yes(server));
    }
  }

  @Test
  void theHeadersThatMustBeThereAre() throws Exception {
    Mapping documented = mapping(COMPONENTS, "headers");
    try (RunningServer server = RunningServer.ofExample("zeppelin.yaml")) {
      var reply = send(HttpRequest.newBuilder(server.at("accepts?tasktype=x")));
      assertThat(reply.headers().map().keySet())
          .contains("cache-control", "vary", "access-control-allow-origin");
      assertThat(reply.headers().firstValue("vary"))
          .contains(text(mapping(mapping(documented, "Vary"), "schema"), "const"));
      assertThat(reply.headers().firstValue("access-control-expose-headers"))
          .contains(text(mapping(documented, "Access-Control-Expose-Headers"), "example"));
      var options =
          send(
              HttpRequest.newBuilder(server.at("accepts"))
                  .method("OPTIONS", BodyPublishers.noBody()));
      assertThat(options.statusCode()).isEqualTo(204);
      assertThat(options.headers().firstValue("allow"))
          .contains(text(mapping(documented, "Allow"), "example"));
    }
  }

  @Test
  void theDocumentIsServedInBothFormats() throws Exception {
    try (RunningServer server = RunningServer.ofExample("zeppelin.yaml")) {
      String inYaml = send(HttpRequest.newBuilder(server.at("openapi.yaml"))).body();
      String inJson = send(HttpRequest.newBuilder(server.at("openapi.json"))).body();
      assertThat(json(inJson)).isEqualTo(OpenApi.document());
      assertThat(Formats.YAML.read(inYaml.getBytes(UTF_8), Budget.SMALL, Keep.ALL))
          .isEqualTo(OpenApi.document());
    }
  }

  private static String yes(RunningServer server) throws Exception {
    String target = "accepts?tasktype=uri://zeppelin-notebook&taskinfo.languages=python";
    return send(HttpRequest.newBuilder(server.at(target))).body();
  }

  private static HttpRequest.Builder post(HttpRequest.Builder request, String type, byte[] body) {
    return request.header("Content-Type", type).POST(BodyPublishers.ofByteArray(body));
  }

  private static String form(Mapping task) {
    return texts(task).entrySet().stream()
        .map(member -> member.getKey() + "=" + URLEncoder.encode(member.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String parts(Mapping task) {
    return texts(task).entrySet().stream()
        .map(member ->
            "--x\r\nContent-Disposition: form-data; name=\""
                + member.getKey()
                + "\"\r\n\r\n"
                + member.getValue()
                + "\r\n")
        .collect(Collectors.joining("", "", "--x--\r\n"));
  }

  private static Map<String, String> texts(Mapping task) {
    return task.members().keySet().stream()
        .collect(Collectors.toMap(name -> name, name -> text(task, name)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static Tree json(String text) throws BadInput {
    return Formats.JSON.read(text.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
  }

  private static Mapping mapping(Mapping mapping, String member) {
    return (Mapping) mapping.get(member).orElseThrow();
  }

  private static String text(Mapping mapping, String member) {
    return ((Scalar) mapping.get(member).orElseThrow()).text();
  }
}
