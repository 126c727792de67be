// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whereto.answer.Answer;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

/** Nothing that a check should read can be hidden from it, whatever YAML and compose allow. */
class HidingTest {

  /** Compose files that run an image which is not allowed, or reach for the host. */
  static Stream<String> disguises() {
    return Stream.concat(images(), reaches());
  }

  private static Stream<String> images() {
    return Stream.of(
        "services: {a: {image: evil/x}}",
        "services: {x-a: {image: evil/x}}",
        "services: {a: {image: example/x}, x-b: {image: example/x, privileged: true}}",
        "services: {a: {image: example/x, volumes: ['x-v:/host']}}\n"
            + "volumes: {x-v: {driver_opts: {type: none, o: bind, device: /}}}",
        "services: {a: {image: &i evil/x}, b: {image: *i}}",
        "x: &e {image: evil/x}\nservices: {a: *e}",
        "x-e: &e {image: evil/x}\nservices: {a: {<<: *e}}",
        "x-e: &e {image: evil/x}\nx-f: &f {restart: always}\nservices: {a: {<<: [*f, *e]}}",
        "x-e: &e {image: evil/x}\nx-f: &f {<<: *e}\nservices: {a: {<<: *f}}",
        "services: {a: {image: '${NOTHING:-evil/x}'}}",
        "services: {a: {image: '${NOTHING-evil/x}'}}",
        "services: {a: {image: '${A:-${B:-evil/x}}'}}",
        "services: {a: {image: '${NOTHING}'}}",
        "services: {a: {image: 'example/x${NOTHING:+@sha256:0}'}}",
        "services: {a: {image: EVIL.example.org/example/x}}",
        "services: {a: {image: 'docker.io.evil.example.org/example/x'}}",
        "services: {a: {image: 'docker.io:5000/example/x'}}",
        "services: {a: {image: 'docker.io@evil.example.org/example/x'}}",
        "services: {a: {image: 'example/../evil/x'}}",
        "services: {a: {image: 'example/x/../../evil/x'}}",
        "services: {a: {image: ' evil/x '}}",
        "services: {a: {image: [evil/x]}}",
        "services: {a: {image: {name: evil/x}}}",
        "services: {a: {image: }}",
        "services: {a: {}}",
        "services: [{image: evil/x}]",
        "services: {a: {build: {context: ., dockerfile_inline: 'FROM evil/x'}}}",
        "services: {a: {image: example/x, build: .}}",
        "services: {a: {image: example/x}, b: {profiles: [never], image: evil/x}}",
        "services: {a: {extends: {file: other.yaml, service: b}}}",
        "include: [other.yaml]\nservices: {a: {image: example/x}}",
        "include: [/other.yaml]\nservices: {a: {image: example/x}}",
        "include: {path: [other.yaml]}\nservices: {a: {image: example/x}}",
        "services: {a: !reset {image: example/x}}",
        "services: {a: {image: !evil example/x}}",
        "services: {a: {image: example/x}}\n---\nservices: {a: {image: evil/x}}",
        "services: {a: {image: example/x, image: evil/x}}");
  }

  private static Stream<String> reaches() {
    return Stream.of(
        "services: {a: {image: example/x, privileged: 'yes'}}",
        "services: {a: {image: example/x, privileged: '${P:-true}'}}",
        "services: {a: {image: example/x, privileged: '${P}'}}",
        "services: {a: {image: example/x, network_mode: host}}",
        "services: {a: {image: example/x, networks: [n]}}\n"
            + "networks: {n: {external: true, name: host}}",
        "services: {a: {image: example/x, volumes: ['/var/run/docker.sock:/s']}}",
        "services: {a: {image: example/x, volumes: ['/var/run/../run/docker.sock:/s']}}",
        "services: {a: {image: example/x, volumes: ['${D:-/}:/host']}}",
        "services: {a: {image: example/x, volumes: [{type: bind, source: /, target: /host}]}}",
        "services: {a: {image: example/x, volumes: ['v:/host']}}\n"
            + "volumes: {v: {driver_opts: {type: none, o: bind, device: /}}}",
        "services: {a: {image: example/x, cap_add: [sys_admin]}}",
        "services: {a: {image: example/x, devices: [/dev/sda]}}",
        "services: {a: {image: example/x, pid: host}}",
        "services: {a: {image: example/x, userns_mode: host}}",
        "services: {a: {image: example/x, security_opt: ['seccomp:unconfined']}}",
        "services: {a: {image: example/x, use_api_socket: true}}",
        "services: {a: {provider: {type: model}}}",
        "services: {a: {image: example/x, post_start: [{command: x, privileged: true}]}}",
        "services: {a: {image: example/x, not_yet_known: true}}",
        "services: {a: {image: example/x, x-podman.rootfs: /}}",
        "services: {a: {image: example/x, volumes_from: ['container:b']},"
            + " container: {image: example/x}}",
        "services: {a: {image: example/x, volumes: ['c:x:/host']}}",
        "services: {a: {image: example/x, <<: {privileged: true}}}",
        "services: {a: {image: example/x, <<: {cap_add: [ALL]}}}");
  }

  @ParameterizedTest
  @MethodSource("disguises")
  void aForbiddenComposeFileIsNoWhetherSentAsTextOrAsATree(String composefile) throws BadInput {
    assertThat(compose(Tree.text(composefile)).isYes()).isFalse();
    Tree tree;
    try {
      tree = yaml(composefile);
    } catch (BadInput unreadable) {
      return; // as a tree it cannot even be sent
    }
    assertThat(compose(tree).isYes()).isFalse();
  }

  /** Otherwise the test above could pass for a platform that refuses everything. */
  @Test
  void theSamePlatformTakesAnInnocentFile() throws BadInput {
    String file =
        """
        x-common: &common {restart: always, image: example/x}
        services:
          a: {<<: *common, ports: ["8080:80"], volumes: ["data:/data"]}
          b: {image: "DOCKER.IO/example/y:${TAG:-1.0}", environment: {A: "${SECRET}"}}
        volumes: {data: {}}
        """;
    assertThat(compose(Tree.text(file)).isYes()).isTrue();
    assertThat(compose(yaml(file)).isYes()).isTrue();
  }

  /** Each of these took from ten seconds to many minutes when every part was held against all. */
  @Test
  void manyServicesWithManyDemandsTakeNoLongTime() throws BadInput {
    StringBuilder many = new StringBuilder("services:\n");
    for (int i = 0; i < 12_000; i++) {
      many.append(" a").append(i).append(": {image: evil/x, privileged: true}\n");
    }
    assertThat(compose(Tree.text(many.toString())).reasons()).hasSize(24_000);
    String deep = "services: {a: {image: example/x, volumes: ['" + "/a".repeat(120_000) + ":/x']}}";
    assertThat(compose(Tree.text(deep)).reasons()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("references")
  void aForbiddenImageIsNeverYes(String image) {
    boolean yes;
    try {
      Task task = Task.of("uri://docker-container", Tree.build().put("image", image).done());
      yes = Whereto.decide(task, Whereto.platform(platform("docker-uws"))).answer().isYes();
    } catch (BadInput refused) {
      yes = false;
    }
    assertThat(yes).isFalse();
  }

  static Stream<String> references() {
    return Stream.of(
        "example:1.1",
        "docker.io/example",
        "docker.io/library/example:latest",
        "example:1.0@sha256:" + "0".repeat(64),
        "docker.io:443/evil:1.0",
        "DOCKER.IO/evil/x",
        "registry-1.docker.io/evil/x",
        "index.docker.io/example/webapp:1.0",
        "docker.io/example/webapp:1.0@sha256:" + "0".repeat(64),
        "docker.io/example/a/b",
        "quay.io/astronomy",
        "quay.io/astronomyevil/x",
        "quay.io:8443/astronomy/x",
        "quay.io.evil.org/astronomy/x",
        "docker.io/example/x:1.0 evil/x",
        "{docker.io/example:1.0,evil/x}",
        "docker.io\u2215example/x",
        "docker.io/example/x\n",
        "");
  }

  private static Answer compose(Tree composefile) throws BadInput {
    Task task =
        Task.of("uri://docker-compose", Tree.build().put("composefile", composefile).done());
    return Whereto.decide(task, Whereto.platform(platform("compose-uws"))).answer();
  }

  private static Path platform(String name) {
    return Path.of("examples/platforms", name + ".yaml");
  }

  private static Tree yaml(String text) throws BadInput {
    return Formats.YAML.read(text.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
  }
}
