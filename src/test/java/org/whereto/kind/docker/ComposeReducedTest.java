// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.kind.docker.ComposeTexts.parse;
import static org.whereto.kind.docker.ComposeTexts.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.task.Facts;
import org.whereto.task.Subject;
import org.whereto.tree.BadInput;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

class ComposeReducedTest {

  /** What must not leave the machine is gone, and the facts are the same. */
  @Test
  void theReducedFileTellsNoSecrets() throws BadInput {
    Mapping full =
        parse(
            """
            name: s3cret
            x-y: s3cret
            services:
              a:
                image: example:${T:-1}
                command: s3cret
                entrypoint: [s3cret]
                environment: {A: s3cret}
                labels: [a=s3cret]
                healthcheck: {test: s3cret}
                build: {context: "https://u:s3cret@git.example.org/x?s3cret#y", args: {A: s3cret}, dockerfile_inline: s3cret, cache_to: ["type=s3,secret_access_key=s3cret"]}
                post_start: [{command: s3cret, environment: [s3cret], privileged: true}]
                logging: {driver: splunk, options: {splunk-token: s3cret}}
                annotations: {k: s3cret}
                provider: {type: t, options: {k: s3cret}}
                unheard-of: s3cret
                volumes:
                  - {type: volume, source: v, target: /x, volume: {labels: {a: s3cret}}, odd: s3cret}
                  - ./data:/data
                deploy: {labels: {a: s3cret}, resources: {limits: {cpus: 1}}}
              b: {image: y, annotations: [k=s3cret], models: {m: {model_var: s3cret}}}
            volumes:
              v: {driver_opts: {type: cifs, device: //server/share, o: "password=s3cret"}}
            configs: {c: {content: s3cret}}
            secrets: {s: {environment: TOKEN, labels: [s3cret]}}
            networks: {n: {driver_opts: {parent: s3cret}, labels: {a: s3cret}}}
            odd: s3cret
            """);
    Mapping reduced = DockerCompose.reduced(full);
    assertThat(new String(Formats.YAML.write(reduced), StandardCharsets.UTF_8))
        .doesNotContain("s3cret")
        .contains("example:${T:-1}", "./data:/data");
    assertThat(read(reduced)).isEqualTo(read(full));
    assertThat(DockerCompose.reduced(parse("a: s3cret"))).isEqualTo(Tree.build().done());
  }

  @Test
  void aNameThatTheWriterChoseIsNoExtension() throws BadInput {
    Mapping full =
        parse(
            """
            services:
              x-a: {image: x, privileged: true, networks: {x-n: }}
              b: {image: !reset y}
            networks: {x-n: {driver: host}}
            volumes: {x-v: {driver_opts: {device: /etc}}, v: {driver_opts: {x-y: 1}}}
            """);
    assertThat(read(full).demands()).hasSize(4);
    Mapping reduced = DockerCompose.reduced(full);
    assertThat(read(reduced)).isEqualTo(read(full));
    assertThat(read(new String(Formats.JSON.write(reduced), StandardCharsets.UTF_8)))
        .isEqualTo(read(full));
  }

  /** What is taken away with a tag stays away, of the extended services too, without the tag. */
  @Test
  void theReducedFileNeedsNoTags() throws BadInput {
    Mapping full =
        parse(
            """
            services:
              a: {extends: b, build: !reset null, image: x, platform: !reset null}
              b: {build: ., platform: linux/arm64, image: y}
              c: {extends: b, image: !reset null}
            models: {m: {model: ai/x, runtime_flags: [--s3cret]}}
            """);
    Mapping reduced = DockerCompose.reduced(full);
    assertThat(reduced.firstTagged()).isEmpty();
    String sent = new String(Formats.JSON.write(reduced), StandardCharsets.UTF_8);
    assertThat(sent).doesNotContain("s3cret");
    assertThat(read(sent)).isEqualTo(read(full));
  }

  @Test
  void addressesOfOtherFilesTellNoSecrets() throws BadInput {
    Mapping full =
        parse(
            """
            include: ["https://u:s3cret@example.org/x.git?s3cret"]
            services: {a: {extends: {file: "https://u:s3cret@example.org/y.git", service: b}}}
            """);
    assertThat(read(full).toString())
        .doesNotContain("s3cret")
        .contains("https://example.org/x.git");
    assertThat(read(DockerCompose.reduced(full))).isEqualTo(read(full));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "privileged: !reset true",
        "privileged: !reset null",
        "networks: [host]",
        "networks: {host: {driver_opts: {a: b}}}",
        "gpus: all",
        "gpus: [{driver: nvidia, options: {a: b}}]",
        "credential_spec: {file: x}",
        "develop: {watch: [{path: ./src, action: sync, exec: {command: x, privileged: true}}]}",
        "deploy: {odd: 1, resources: {odd: 2, limits: {odd: 3}, reservations: {odd: 4}}}",
        "deploy: {resources: {reservations: {devices: [{capabilities: gpu, options: {a: b}}]}}}",
        "env_file: {path: x}",
        "models: [a=b]",
        "networks: [host=a, host]",
        "build: {context: ., ssh: [default=/x]}",
        "build: {context: ., ssh: {default: /x}, additional_contexts: [a=/b]}",
        "build: {dockerfile: ../../x, cache_to: [\"type=local,dest=/x,mode=max\", \"type=s3\"]}",
        "build: {cache_from: [x, \"type=gha,token=y\", \"${C:-type=x,a=b}\"], odd: 1, x-odd: 2}",
        "build: {additional_contexts:"
            + " [\"a=docker-image://x@sha256:6c3c624b58dbbcd3c0dd82b4c53f04194d1247c6eebdaab7c610cf7d66709b3b\"]}",
        "build: {platforms: [linux/amd64], sbom: generator=x, additional_contexts: {a:"
            + " docker-image://y}}",
        "build: !reset null",
        "platform: linux/arm64",
        "platform: !reset null",
        "user: root",
        "user: !reset null",
        "post_start: [{command: x, user: root}, {command: x, user: !reset null}]",
        "platform: \"${P}\"",
        "annotations: [\"a=${B}\"]",
        "annotations: [\"${B:-a=b}=c\"]",
        "pre_start: {image: y, odd: 1}",
        "extends: {service: a, odd: 1}",
        "cap_add: !override [ALL]",
        "security_opt: !reset [a]",
      })
  void theReducedFileGivesTheSameFacts(String inService) throws BadInput {
    Mapping full = parse("services:\n  a:\n    image: x\n    " + inService + "\n");
    Facts facts = read(full);
    assertThat(facts.subject()).isEqualTo(new Subject.Given());
    Mapping reduced = DockerCompose.reduced(full);
    assertThat(read(reduced)).isEqualTo(facts);
    for (Format format : List.of(Formats.YAML, Formats.JSON)) {
      String sent = new String(format.write(reduced), StandardCharsets.UTF_8);
      assertThat(read(sent)).isEqualTo(facts);
    }
  }
}
