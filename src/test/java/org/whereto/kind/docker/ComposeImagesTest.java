// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.kind.docker.ComposeTexts.demands;
import static org.whereto.kind.docker.ComposeTexts.images;
import static org.whereto.kind.docker.ComposeTexts.read;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.whereto.task.Facts;
import org.whereto.task.ImageUse;
import org.whereto.task.Subject;
import org.whereto.tree.BadInput;

/** Where the images of a compose file come from, however far they stand from their services. */
class ComposeImagesTest {

  @Test
  void aServiceThatExtendsAnotherHasItsImage() throws BadInput {
    assertThat(
            images(
                read(
                    """
                    services:
                      a: {extends: b}
                      b: {extends: {service: c}}
                      c: {image: x}
                      d: {extends: e, image: y}
                      e: {build: .}
                      f: {extends: "${C:-c}", image: }
                      g: {extends: h, image: evil}
                      h: {image: y, profiles: [never]}
                    """)))
        .containsExactly(
            "services.a.image docker.io/library/x:latest",
            "services.b.image docker.io/library/x:latest",
            "services.c.image docker.io/library/x:latest",
            "services.d.image UNCLEAR y",
            "services.e.image MISSING",
            "services.f.image docker.io/library/x:latest",
            "services.g.image docker.io/library/evil:latest",
            "services.h.image docker.io/library/y:latest");
  }

  @Test
  void aServiceHasThePlatformOfTheOneThatItExtends() throws BadInput {
    assertThat(
            images(
                read(
                    """
                    services:
                      a: {extends: b}
                      b: {extends: c, image: y}
                      c: {image: x, platform: "${P:-linux/arm64}"}
                      d: {extends: c, platform: linux/amd64}
                      e: {extends: c, platform: !reset null}
                      f: {extends: c, platform: }
                      g: {extends: h}
                      h: {image: x, platform: "${P}"}
                    """)))
        .containsExactly(
            "services.a.image docker.io/library/y:latest on linux/arm64",
            "services.b.image docker.io/library/y:latest on linux/arm64",
            "services.c.image docker.io/library/x:latest on linux/arm64",
            "services.d.image docker.io/library/x:latest on linux/amd64",
            "services.e.image docker.io/library/x:latest",
            "services.f.image docker.io/library/x:latest on linux/arm64",
            "services.g.image UNCLEAR x",
            "services.h.image UNCLEAR x");
  }

  @Test
  void whomAnImageRunsAsIsSaidByServicesAndHooks() throws BadInput {
    assertThat(
            images(
                read(
                    """
                    services:
                      a: {extends: b}
                      b: {image: x, user: "0:0"}
                      c: {extends: b, user: !reset null}
                      d: {extends: b, user: "${UID:-1000}:${GID:-100}"}
                      e: {image: x, user: "${WHO}"}
                      f:
                        image: x
                        user: 1000
                        pre_start: [{image: y}, {image: y, user: root}, {user: root}]
                        post_start: [{command: z, user: root}, {command: z}]
                        pre_stop: {command: z, user: "${WHO}"}
                    """)))
        .containsExactly(
            "services.a.image docker.io/library/x:latest as 0:0",
            "services.b.image docker.io/library/x:latest as 0:0",
            "services.c.image docker.io/library/x:latest",
            "services.d.image docker.io/library/x:latest as 1000:100",
            "services.e.image docker.io/library/x:latest as ${WHO}",
            "services.f.image docker.io/library/x:latest as 1000",
            "services.f.pre_start[2].user docker.io/library/x:latest as root",
            "services.f.post_start[0].user docker.io/library/x:latest as root",
            "services.f.pre_stop[0].user docker.io/library/x:latest as ${WHO}",
            "services.f.pre_start[0].image docker.io/library/y:latest",
            "services.f.pre_start[1].image docker.io/library/y:latest as root");
  }

  /** As container engines merge: what is taken away comes back from nowhere. */
  @Test
  void whatIsTakenAwayIsNotHadOfTheExtendedService() throws BadInput {
    Facts facts =
        read(
            """
            services:
              a: {extends: c, build: !reset null, image: x}
              b: {extends: c, image: !reset null}
              c: {build: ., image: y}
              d: {extends: a, build: }
              e: &e {extends: c, <<: {build: !reset , image: z}}
            """);
    assertThat(images(facts))
        .containsExactly(
            "services.a.image docker.io/library/x:latest",
            "services.b.image MISSING",
            "services.c.image UNCLEAR y",
            "services.d.image docker.io/library/x:latest",
            "services.e.image docker.io/library/z:latest");
    assertThat(demands(facts)).containsExactly("BUILD services.c.build .");
  }

  @Test
  void servicesThatExtendEachOtherHaveNoEndAndNoImage() throws BadInput {
    String chain =
        IntStream.range(0, 40)
            .mapToObj(i -> "  s" + i + ": {extends: s" + (i + 1) + "}\n")
            .collect(Collectors.joining());
    assertThat(images(read("services:\n" + chain + "  s40: {image: x}\n")))
        .contains(
            "services.s7.image UNCLEAR s8",
            "services.s8.image docker.io/library/x:latest",
            "services.s39.image docker.io/library/x:latest");
    assertThat(read("services: {a: {extends: b, image: x}, b: {extends: a}}").images())
        .extracting(ImageUse::unclear)
        .allMatch(why -> why.contains("extends itself"));
  }

  @Test
  void ofSeveralMergedMappingsTheFirstWinsAndTheServiceItselfOverAll() throws BadInput {
    assertThat(
            images(
                read(
                    """
                    x-good: &good {image: good}
                    x-evil: &evil {image: evil}
                    x-list: [&deep {<<: *evil, tty: true}]
                    services:
                      a: {<<: [*good, *evil]}
                      b: {<<: [*evil, *good]}
                      c: {image: own, <<: [*evil]}
                      d: {<<: *evil, image: own}
                      e: {<<: [{tty: true}, *deep, *good]}
                      f: {<<: {<<: *evil, image: inner}}
                      g: {<<: [{image: }, *evil]}
                      h: {<<: *good, extends: b}
                    """)))
        .containsExactly(
            "services.a.image docker.io/library/good:latest",
            "services.b.image docker.io/library/evil:latest",
            "services.c.image docker.io/library/own:latest",
            "services.d.image docker.io/library/own:latest",
            "services.e.image docker.io/library/evil:latest",
            "services.f.image docker.io/library/inner:latest",
            "services.g.image MISSING",
            "services.h.image docker.io/library/good:latest");
  }

  @Test
  void imagesOfBuildsModelsAndMountsAreFoundToo() throws BadInput {
    Facts facts =
        read(
            """
            services:
              a:
                image: own
                platform: linux/amd64
                build:
                  context: .
                  additional_contexts: [base=docker-image://x:1, "b=${C:-docker-image://y}", "c=${C}", d=./d, service]
                  cache_from: [z, "type=registry,mode=max,ref=cache/z", "type=local,src=/c", "type=gha"]
                  sbom: generator=scan/er,x=y
              b:
                build:
                  platforms: [linux/amd64, linux/arm64]
                  additional_contexts: {base: docker-image://x, other: "service:a"}
              c: {platform: linux/amd64, build: {platforms: linux/arm64, cache_from: [x]}}
            models:
              llm: {model: "ai/${M:-small}", context_size: 1}
            """);
    assertThat(images(facts))
        .containsExactly(
            "services.a.image UNCLEAR own",
            "services.a.build.additional_contexts[0] docker.io/library/x:1 on linux/amd64",
            "services.a.build.additional_contexts[1] docker.io/library/y:latest on linux/amd64",
            "services.a.build.additional_contexts[2] UNCLEAR ${C}",
            "services.a.build.cache_from[0] docker.io/library/z:latest on linux/amd64",
            "services.a.build.cache_from[1] docker.io/cache/z:latest on linux/amd64",
            "services.a.build.sbom docker.io/scan/er:latest on linux/amd64",
            "services.b.image MISSING",
            "services.b.build.additional_contexts.base docker.io/library/x:latest",
            "services.c.image MISSING",
            "services.c.build.cache_from[0] docker.io/library/x:latest on linux/arm64",
            "models.llm.model docker.io/ai/small:latest");
  }

  /** A file may have nothing of its own: what it includes is named, and cannot be told. */
  @Test
  void aFileThatOnlyIncludesOthersIsOneWhoseImagesCannotBeTold() throws BadInput {
    Facts facts = read("include: [a.yaml, {path: [b.yaml, ../c.yaml], env_file: x.env}]");
    assertThat(facts.subject()).isEqualTo(new Subject.Given());
    assertThat(images(facts))
        .containsExactly("include[0] UNCLEAR a.yaml", "include[1] UNCLEAR include");
    assertThat(demands(facts))
        .containsExactly(
            "OTHER_SERVICES include[0] ./a.yaml",
            "OTHER_FILE include[1].env_file ./x.env",
            "OTHER_SERVICES include[1].path ./b.yaml",
            "OTHER_SERVICES include[1].path ../c.yaml",
            "HOST_MOUNT include[1].path ../c.yaml");
  }
}
