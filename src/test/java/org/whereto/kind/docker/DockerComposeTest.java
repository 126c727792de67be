// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whereto.kind.docker.ComposeTexts.demands;
import static org.whereto.kind.docker.ComposeTexts.images;
import static org.whereto.kind.docker.ComposeTexts.parse;
import static org.whereto.kind.docker.ComposeTexts.read;
import static org.whereto.kind.docker.ComposeTexts.split;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.task.Facts;
import org.whereto.task.Subject;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

class DockerComposeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a: {image: example} | services.a.image docker.io/library/example:latest
          a: {image: Index.Docker.io/example:1} | services.a.image docker.io/library/example:1
          a: {image: "${I:-example:2}"} | services.a.image docker.io/library/example:2
          a: {image: "example:${T}"} | services.a.image UNCLEAR example:${T}
          a: {image: Example} | services.a.image UNCLEAR Example
          a: {image: ""} | services.a.image MISSING
          a: {image: } | services.a.image MISSING
          a: {image: !reset example} | services.a.image UNCLEAR ${!reset}
          a: {image: !override example} | services.a.image docker.io/library/example:latest
          a: {command: x} | services.a.image MISSING
          a: | services.a.image MISSING
          a: {build: .} | services.a.image MISSING
          a: {build: ., image: example} | services.a.image UNCLEAR example
          a: {build: , image: example} | services.a.image docker.io/library/example:latest
          a: {provider: {type: x}} | services.a.image MISSING
          x-a: {image: x} | services.x-a.image docker.io/library/x:latest
          a.b: {image: x} | services[a.b].image docker.io/library/x:latest
          a: {image: x, profiles: [p]} | services.a.image docker.io/library/x:latest
          a: {image: x, pre_start: [{image: y}]} | services.a.image docker.io/library/x:latest;services.a.pre_start[0].image docker.io/library/y:latest
          a: {image: x, volumes: [{type: image, source: y, target: /y}]} | services.a.image docker.io/library/x:latest;services.a.volumes[0].source docker.io/library/y:latest
          a: {image: x, volumes: [{type: "${T}", source: y}]} | services.a.image docker.io/library/x:latest;services.a.volumes[0].source docker.io/library/y:latest
          a: {image: x, volumes: [{type: !reset image, source: y}]} | services.a.image docker.io/library/x:latest;services.a.volumes[0].source docker.io/library/y:latest
          a: {image: x, pre_start: {image: y}} | services.a.image docker.io/library/x:latest;services.a.pre_start[0].image docker.io/library/y:latest
          a: {image: x, pre_start: [{image: "${Y}"}, {command: z}]} | services.a.image docker.io/library/x:latest;services.a.pre_start[0].image UNCLEAR ${Y}
          a: {extends: {service: b, file: c.yaml}} | services.a.image UNCLEAR c.yaml
          a: {extends: {service: b, file: c.yaml}, image: x} | services.a.image UNCLEAR x
          a: {extends: {service: b, file: }, image: x} | services.a.image UNCLEAR x
          a: {extends: b, image: x} | services.a.image UNCLEAR x
          a: {extends: "${B}", image: x} | services.a.image UNCLEAR x
          a: {extends: , image: x} | services.a.image docker.io/library/x:latest
          a: {extends: a} | services.a.image UNCLEAR a
          a: {extends: a, image: x} | services.a.image UNCLEAR x
          a: {build: false, image: x} | services.a.image docker.io/library/x:latest
          a: {build: "false", image: x} | services.a.image UNCLEAR x
          a: {build: {}, image: x} | services.a.image UNCLEAR x
          a: {build: !reset , image: x} | services.a.image docker.io/library/x:latest
          a: {build: !reset ., image: x} | services.a.image UNCLEAR x
          a: {image: x, platform: linux/arm64/v8} | services.a.image docker.io/library/x:latest on linux/arm64
          a: {image: x, platform: "${P:-linux/arm/v6}"} | services.a.image docker.io/library/x:latest on linux/arm/v6
          a: {image: x, platform: "${P}"} | services.a.image UNCLEAR x
          a: {image: x, platform: "${P:+linux/amd64}"} | services.a.image UNCLEAR x
          a: {image: x, platform: linux} | services.a.image UNCLEAR x
          a: {image: x, platform: ""} | services.a.image docker.io/library/x:latest
          a: {image: x, platform: } | services.a.image docker.io/library/x:latest
          a: {image: x, platform: !reset linux/amd64} | services.a.image UNCLEAR x
          a: {image: x, platform: linux/s390x, pre_start: [{image: y}]} | services.a.image docker.io/library/x:latest on linux/s390x;services.a.pre_start[0].image docker.io/library/y:latest
          """)
  void everyServiceHasAnImageOrLacksOneVisibly(String service, String expected) throws BadInput {
    assertThat(images(read("services:\n  " + service + "\n")))
        .containsExactlyElementsOf(split(expected));
  }

  @Test
  void nothingHidesBehindAnchorsAndMergeKeys() throws BadInput {
    Facts facts =
        read(
            """
            x-base: &base {privileged: true, image: evil}
            x-more: &more
              <<: *base
              pid: host
            x-list: &caps [SYS_ADMIN]
            services:
              a:
                <<: [{image: x}, *more]
                cap_add: *caps
            """);
    assertThat(images(facts)).containsExactly("services.a.image docker.io/library/x:latest");
    assertThat(demands(facts))
        .containsExactlyInAnyOrder(
            "CAPABILITY cap_add[0] SYS_ADMIN", "PRIVILEGED privileged", "HOST_NAMESPACE pid pid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          services: [a | (1:
          a: 1: 2 | (1:
          just some text | It is a plain text.
          <html></html> | web page
          FROM example | Dockerfile
          [a, b] | It is a list.
          {apiVersion: v1, kind: Pod} | Kubernetes
          {nbformat: 4, cells: []} | Jupyter
          {paragraphs: [], name: x} | Zeppelin
          {tasktype: x, taskinfo: {}} | whole Task
          {web: {image: x}} | first version
          {version: 3} | no "services:"
          {services: } | no "services:"
          {services: {}} | no "services:"
          {services: {}, include: []} | no "services:"
          {services: [a], include: [b.yaml]} | no "services:"
          {services: [a]} | no "services:"
          {services: {a: text}} | "services.a" must be a mapping, not a text
          {services: {a: {image: [x]}}} | "services.a.image" must be a text, not a list
          {services: {a: {image: x, privileged: [true]}}} | must be a text
          {services: {a: {image: x, volumes: {a: b}}}} | must be a list
          {services: {a: {image: x, volumes: [[a]]}}} | must be a text or a mapping
          {services: {a: {image: x}}, networks: [a]} | must be a mapping
          {services: {a: {image: !ENV x}}} | no tag !ENV
          {services: {a: {image: x, environment: {A: !secret b}}}} | no tag !secret
          {services: {a: {image: !!str x}}} | no tag !!str
          {services: {a: {image: x, "${A:-image}": evil}}} | A name holds a variable (${A:-image})
          {services: {a: {image: x}}, "${A:-services}": {}} | A name holds a variable
          {services: {"$A": {image: x}}} | A name holds a variable
          {services: {a: {image: x}, a: {image: y}}} | (1:
          """)
  void whatIsNoComposeFileIsUnreadableAndSaysWhatItSeemsToBe(String text, String part)
      throws BadInput {
    assertThat(read(text).subject())
        .isInstanceOfSatisfying(
            Subject.Unreadable.class,
            subject -> {
              assertThat(subject.code()).isEqualTo("composefile.unreadable");
              assertThat(subject.path()).hasToString("taskinfo.composefile");
              assertThat(subject.text()).startsWith("The compose file cannot be read (1:");
              assertThat(subject.text()).contains(part).endsWith(".");
            });
  }

  @Test
  void aUrlIsNotFetchedHere() throws BadInput {
    assertThat(read("https://example.org/compose.yaml").subject())
        .isInstanceOfSatisfying(
            Subject.NotFetched.class,
            subject -> {
              assertThat(subject.code()).isEqualTo("composefile.not-fetched");
              assertThat(subject.text()).contains("send the content");
            });
  }

  @Test
  void withoutComposefileTheQuestionIsAGeneralOne() throws BadInput {
    assertThat(new DockerCompose().read(Tree.build().done()).subject())
        .isEqualTo(new Subject.NotGiven("composefile"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "", "~"})
  void nothingIsAFaultOfTheRequest(String text) {
    assertThatThrownBy(() -> read(Tree.literal(text))).isInstanceOf(BadInput.class);
    assertThatThrownBy(() -> read(" \n")).isInstanceOf(BadInput.class);
  }

  @Test
  void aMappingGivesTheSameFactsAsItsText() throws BadInput {
    String text = "services: {a: {image: x, privileged: true, volumes: [/:/x]}}";
    assertThat(read(parse(text))).isEqualTo(read(text));
  }

  @Test
  void whatLooksLikeAComposeFileIsRecognised() throws BadInput {
    assertThat(DockerCompose.recognise(parse("services: {a: {image: x}}"))).isTrue();
    assertThat(DockerCompose.recognise(parse("services: {a: {build: .}}"))).isTrue();
    assertThat(DockerCompose.recognise(parse("services: {a: {port: 1}}"))).isFalse();
    assertThat(DockerCompose.recognise(parse("services: [a]"))).isFalse();
    assertThat(DockerCompose.recognise(parse("a: {image: x}"))).isFalse();
  }

  @Test
  void hostileNamesAndDepthAreOnlyUnreadableOrOdd() throws BadInput {
    Stream.of(
            "services: {'': {image: x}}",
            "services: {'a]b': {image: x, privileged: true}}",
            "services: {a: {image: x, '': 1}}",
            "services: {a: {image: x, volumes: [':', '::', ':::']}}",
            "services: {a: {image: x, devices: [':'], cap_add: ['']}}",
            "services: " + "{a: ".repeat(70) + "1" + "}".repeat(70))
        .forEach(text -> {
          try {
            assertThat(read(text).subject())
                .isInstanceOfAny(Subject.Given.class, Subject.Unreadable.class);
          } catch (BadInput fault) {
            throw new AssertionError(text, fault);
          }
        });
  }

  @Test
  void aTextThatIsTooLongForAComposeFileIsSoInEveryForm() throws BadInput {
    for (int length : List.of(262_144, 262_145)) {
      String text = "services: {a: {image: b, command: " + "x".repeat(length) + "}}";
      Tree tree = Formats.YAML.read(text.getBytes(UTF_8), Budget.LARGE.withLongTexts(), Keep.ALL);
      for (Tree composefile : List.of(Tree.text(text), tree)) {
        Facts facts = new DockerCompose().read(Tree.build().put("composefile", composefile).done());

        assertThat(facts.subject() instanceof Subject.Unreadable).isEqualTo(length > 262_144);
      }
    }
  }
}
