// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.support.Maybe.ask;
import static org.whereto.support.Maybe.changes;
import static org.whereto.support.Maybe.compose;
import static org.whereto.support.Maybe.suggestion;
import static org.whereto.support.Maybe.text;
import static org.whereto.support.Maybe.yaml;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.answer.Suggestion;
import org.whereto.tree.BadInput;

/** Which compose files are mended, and how (note, section 4.2). */
class ComposeSuggestionTest {

  private static final String COMPOSE = "{compose: {}, image: [example/x:1, example/x:2, good]}";

  @Test
  void optionsThatWeakenIsolationAreTakenOut() throws BadInput {
    String file =
        """
        services:
          web:
            image: example/x:3
            privileged: true
            network_mode: host
            pid: host
            ipc: host
            uts: host
            userns_mode: host
            cgroup: host
            cap_add: [NET_ADMIN, CHOWN]
            devices: ['/dev/fuse:/dev/fuse']
            security_opt: ['no-new-privileges:true', 'seccomp:unconfined']
            post_start:
              - {command: x, privileged: true}
            environment: {A: b}
        """;

    Suggestion suggestion = compose(COMPOSE, file).orElseThrow();

    assertThat(changes(suggestion))
        .containsExactly(
            "services.web.image: example/x:3 -> example/x:2",
            "services.web.privileged: true -> ",
            "services.web.network_mode: host -> ",
            "services.web.pid: host -> ",
            "services.web.ipc: host -> ",
            "services.web.uts: host -> ",
            "services.web.userns_mode: host -> ",
            "services.web.cgroup: host -> ",
            "services.web.cap_add[0]: NET_ADMIN -> ",
            "services.web.cap_add[1]: CHOWN -> ",
            "services.web.devices[0]: /dev/fuse:/dev/fuse -> ",
            "services.web.security_opt[1]: seccomp:unconfined -> ",
            "services.web.post_start[0].privileged: true -> ");
    assertThat(text(suggestion))
        .isEqualTo(
            """
            services:
              web:
                image: example/x:2
                cap_add: []
                devices: []
                security_opt:
                  - no-new-privileges:true
                post_start:
                  - command: x
                environment:
                  A: b
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "build: .",
        "volumes: ['/:/host']",
        "volumes: ['/var/run/docker.sock:/s']",
        "use_api_socket: true",
        "env_file: x.env",
        "external_links: [db]",
        "gpus: all",
        "deploy: {resources: {reservations: {devices: [{capabilities: [gpu]}]}}}",
        "runtime: nvidia",
        "extends: {file: other.yaml, service: b}",
        "privileged: '${P}'",
        "frobnicate: 1",
        "provider: {type: model}",
        "networks: [host]",
        "credential_spec: {file: x}",
        "volumes: [{type: image, source: 'example/x:3', target: /x}]",
        "build: {context: ., cache_from: ['example/x:3']}"
      })
  void whatAServiceWorksWithIsNoChoice(String part) throws BadInput {
    String file = "services: {web: {image: example/x:1, privileged: true, " + part + "}}";
    assertThat(compose(COMPOSE, file)).isEmpty();
  }

  @Test
  void oneRefusalWithoutRepairMeansNoSuggestion() throws BadInput {
    assertThat(compose(COMPOSE, "services: {web: {image: example/x:3}, db: {image: evil}}"))
        .isEmpty();
  }

  @Test
  void whatAnchorsAndMergeKeysSayIsWrittenInTheirPlace() throws BadInput {
    String file =
        """
        x-base: &base
          image: &i example/x:3
          privileged: yes
          user: 0123
        services:
          web:
            <<: *base
            environment:
              EMPTY:
              NULL: ~
          db:
            image: *i
          late:
            extends: web
        """;

    Suggestion suggestion = compose(COMPOSE, file).orElseThrow();

    assertThat(changes(suggestion))
        .containsExactly(
            "services.web.image: example/x:3 -> example/x:2",
            "services.db.image: example/x:3 -> example/x:2",
            "services.web.privileged: yes -> ");
    assertThat(text(suggestion))
        .isEqualTo(
            """
            x-base:
              image: example/x:3
              privileged: yes
              user: 0123
            services:
              web:
                environment:
                  EMPTY:
                  "NULL": ~
                image: example/x:2
                user: 0123
              db:
                image: example/x:2
              late:
                extends: web
            """);
  }

  @Test
  void aValueAloneInTheplaceOfAListIsTakenOutWithItsKey() throws BadInput {
    Suggestion suggestion =
        compose(COMPOSE, "services: {web: {image: example/x:1, cap_add: CHOWN}}").orElseThrow();
    assertThat(changes(suggestion)).containsExactly("services.web.cap_add: CHOWN -> ");
  }

  @Test
  void aVariableIsReplacedByTheName() throws BadInput {
    String file = "services: {web: {image: 'example/x:${TAG:-3}'}}";
    assertThat(changes(compose(COMPOSE, file).orElseThrow()))
        .containsExactly("services.web.image: example/x:${TAG:-3} -> docker.io/example/x:2");
  }

  @Test
  void aTemplateStandsInWhereTheAskersOwnCannotBeMended() throws BadInput {
    String accepts =
        "{tasktype: uri://docker-compose, if: {compose: {}, image: [example/x:1]},"
            + " template: {services: {web: {image: example/x:1}}}}";
    String evil = "services: {web: {image: evil, volumes: ['/:/host']}}";

    Suggestion tree =
        suggestion(ask(accepts, "uri://docker-compose", "{composefile: {" + evil + "}}"))
            .orElseThrow();
    Suggestion text =
        suggestion(ask(accepts, "uri://docker-compose", "{composefile: \"" + evil + "\"}"))
            .orElseThrow();

    assertThat(tree.changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.path().text()).isEqualTo("taskinfo.composefile");
          assertThat(change.from()).contains(yaml(evil));
          assertThat(change.to()).contains(yaml("services: {web: {image: example/x:1}}"));
        });
    assertThat(text(text)).isEqualTo("services:\n  web:\n    image: example/x:1\n");
  }

  @Test
  void aTemplateThatIsNoYesIsNotOffered() throws BadInput {
    String accepts =
        "{tasktype: uri://docker-compose, if: {compose: {}, image: [example/x:1]},"
            + " template: {services: {web: {image: example/x:2}}}}";
    assertThat(
            suggestion(
                ask(accepts, "uri://docker-compose", "{composefile: {services: {a: {build: .}}}}")))
        .isEmpty();
  }

  @Test
  void ofALargeTaskOnlyTheChangesAreSent() throws BadInput {
    String file =
        "services: {web: {image: example/x:3, environment: {A: " + "a".repeat(70_000) + "}}}";

    Suggestion suggestion = compose(COMPOSE, file).orElseThrow();

    assertThat(suggestion.task()).isEmpty();
    assertThat(changes(suggestion))
        .containsExactly("services.web.image: example/x:3 -> example/x:2");
  }

  @Test
  void whatNeedsMoreChangesThanAnybodyReadsIsNotMended() throws BadInput {
    StringBuilder file = new StringBuilder("services:\n");
    for (int i = 0; i < 101; i++) {
      file.append("  s").append(i).append(": {image: good, privileged: true}\n");
    }
    assertThat(compose(COMPOSE, file.toString())).isEmpty();
    String fewer = file.substring(0, file.indexOf("  s100"));
    assertThat(compose(COMPOSE, fewer).orElseThrow().changes()).hasSize(100);
  }
}
