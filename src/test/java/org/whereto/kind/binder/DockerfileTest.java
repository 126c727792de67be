// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.binder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.task.ImageUse;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;

class DockerfileTest {

  private static Dockerfile read(String text) throws BadInput {
    Path path = Path.ROOT.member("Dockerfile");
    return Dockerfile.of(new RepositoryFile("Dockerfile", Tree.text(text), path));
  }

  private static List<String> images(String text) throws BadInput {
    return read(text).images().stream().map(DockerfileTest::line).toList();
  }

  private static String line(ImageUse use) {
    return use.reference()
            .map(image -> image.toString().replace("docker.io/library/", ""))
            .orElse("? " + use.written())
        + use.platform().map(machine -> " on " + machine).orElse("")
        + use.user().map(someone -> " as " + someone).orElse("");
  }

  /** Each row: a Dockerfile, {@code ~} for the end of a line, and its images. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          FROM a                                              ; a:latest
          from quay.io/x/y@sha256:6c3c624b58dbbcd3c0dd82b4c53f04194d1247c6eebdaab7c610cf7d66709b3b ; quay.io/x/y@sha256:6c3c624b58dbbcd3c0dd82b4c53f04194d1247c6eebdaab7c610cf7d66709b3b
          FROM a AS one~FROM One~FROM b                       ; a:latest, b:latest
          FROM a AS one~FROM one AS two~FROM TWO              ; a:latest
          FROM a AS a~FROM a                                  ; a:latest
          FROM a AS one~COPY --from=one x y~COPY --from=0 x y ; a:latest
          FROM a~COPY --from=b:2 x y                          ; a:latest, b:2
          FROM a~COPY --chown=1:1 --from=b --link x y         ; a:latest, b:latest
          FROM a~ADD --from=b x y                             ; a:latest, b:latest
          FROM a~COPY --from=scratch x y                      ; a:latest
          FROM a~COPY --from=1 x y                            ; a:latest, ? 1
          FROM a~COPY --from=$B x y                           ; a:latest, ? $B
          FROM a~RUN --mount=type=bind,from=b,target=/x cmd   ; a:latest, b:latest
          FROM a~RUN --network=none --mount=from=b --mount=type=cache,From=c,target=/y z ; a:latest, b:latest, c:latest
          FROM a~RUN --mount=type=cache,target=/x --from=b    ; a:latest
          FROM a~RUN echo --mount=from=b                      ; a:latest
          FROM a~ONBUILD COPY --from=b x y                    ; a:latest, b:latest
          FROM a~onbuild run --mount=from=b x                 ; a:latest, b:latest
          # syntax=docker/dockerfile:1~FROM a                 ; docker.io/docker/dockerfile:1, a:latest
          #Syntax = docker.io/docker/dockerfile:1 x~FROM a    ; docker.io/docker/dockerfile:1, a:latest
          #!/x~# check=skip=all~# syntax=docker/dockerfile:1~FROM a ; docker.io/docker/dockerfile:1, a:latest
          # syntax=evil/x~FROM a                              ; docker.io/evil/x:latest, ? evil/x, a:latest
          // syntax=evil/x~FROM a                             ; docker.io/evil/x:latest, ? evil/x, a:latest
          # note: syntax=evil/x~FROM a                        ; a:latest
          FROM a~# syntax=evil/x                              ; a:latest
          ARG V=1~FROM a:$V                                   ; a:1
          ARG V=1~FROM a:${V}-x                               ; a:1-x
          ARG V="1.2"~ARG I='b'~FROM ${I}:${V}                ; b:1.2
          ARG R=quay.io~ARG I=${R}/x/y~FROM $I                ; quay.io/x/y:latest
          ARG A=1 B=2~FROM a:$B                               ; a:2
          ARG V=1~ARG V=2~FROM a:$V                           ; a:2
          ARG V=~FROM a:${V:-3}                               ; a:3
          ARG V=1~FROM a:${V:-3}                              ; a:1
          ARG V~FROM a:$V                                     ; ? a:$V
          FROM a:$V                                           ; ? a:$V
          ARG V=1~FROM a:${V:+2}                              ; ? a:${V:+2}
          ARG V=1~FROM a:${V#1}                               ; ? a:${V#1}
          ARG V="1 2"~FROM a:$V                               ; ? a:$V
          ARG V='$X'~ARG X=1~FROM a:$V                        ; ? a:$V
          ARG NB_USER=a~FROM $NB_USER                         ; ? $NB_USER
          FROM x~ARG V=1~FROM a:$V                            ; x:latest, ? a:$V
          ARG B=base~FROM a AS base~FROM $B                   ; a:latest
          FROM --platform=linux/arm64 a                       ; a:latest on linux/arm64
          FROM --platform=$BUILDPLATFORM a                    ; a:latest
          FROM --platform=${TARGETPLATFORM} a                 ; a:latest
          ARG P=linux/arm/v6~FROM --platform=$P a             ; a:latest on linux/arm/v6
          FROM --platform=$P a                                ; ? a
          FROM --platform=linux/$TARGETARCH a                 ; ? a
          FROM a~USER 1000                                    ; a:latest as 1000
          FROM a~USER root~USER nobody                        ; a:latest as nobody
          FROM a AS one~USER root~FROM one                    ; a:latest as root
          FROM a AS one~USER root~FROM b                      ; a:latest, b:latest
          FROM a AS one~FROM b~COPY --from=one x y~USER $U    ; a:latest, b:latest as $U
          FROM scratch                                        ; ? scratch
          FROM a AS one~FROM scratch~COPY --from=one x y      ; a:latest, ? scratch
          FROM scratch AS s~FROM s                            ; ? scratch
          FROM scratch~FROM a                                 ; a:latest
          FROM A                                              ; ? A
          FROM a b                                            ; ? a, a:latest
          FROM a AS evil/x~FROM evil/x                        ; ? a, a:latest, docker.io/evil/x:latest
          FROM                                                ; ? ?, ? ?
          """)
  void everyImageThatIsPulledIsFound(String text, String images) throws BadInput {
    assertThat(images(text.replace('~', '\n')))
        .containsExactlyElementsOf(Arrays.asList(images.split(", ", -1)));
  }

  /** What could hide a stage from a reader that takes lines apart in another way. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM a\n\u00a0FROM evil",
        "FROM a\n\u2003\t FROM evil\n",
        "FROM a\r\nRUN x \\\\\r\nFROM evil\r\n",
        "FROM a\nRUN x \\\u00a0\nFROM evil",
        "FROM a\nRUN x \\\n  \\y\nFROM evil",
        "FROM a\nRUN x \\\n# c \\\n\n  y\nFROM evil",
        "FROM a\nRUN x \\\n\u001c\nFROM evil",
        "FROM a\n# comment \\\nFROM evil",
        "FROM a\nRUN <<EOF\nx\nEOF\nFROM evil",
        "FROM a\nRUN <<-EOF cat <<'B'\nx\n\tEOF\nB\nFROM evil",
        "FROM a\nRUN [\"x\"]\nFROM evil",
        "\ufeffFROM a\nFROM\fevil",
        "FROM a\nFROM \\\n evil",
        "FROM a\nFR\\\nOM evil",
      })
  void nothingHidesAStage(String text) throws BadInput {
    assertThat(images(text)).containsExactly("a:latest", "evil:latest");
  }

  /** Where builders may differ, or know more than is read here, it cannot be told. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM a\nRUN echo 'a <<EOF b'\nFROM evil\nRUN x \\\nEOF",
        "FROM a\nRUN echo a\\ <<EOF\nFROM evil\nEOF",
        "FROM a\nRUN echo ${x <<EOF }\nFROM evil\nEOF",
        "FROM a\nRUN <<EOF\nFROM evil\nRUN x \\\nEOF",
        "FROM a\nRUN <<EOF\nCOPY --from=evil / /\nRUN x \\\nEOF",
        "FROM a\nRUN <<EOF\nFROM evil",
        "FROM a\nRUN x\u00a0<<EOF\nFROM evil\nEOF",
        "FROM a\nRUN <<$X\nFROM evil\n",
        "FROM a\nRUN echo << EOF\nFROM evil\nEOF",
        "FROM a\nRUN <<#\nFROM evil\n#\n",
        "FROM a\nCOPY [<<EOF, b]\nFROM evil\nEOF",
        "FROM a\nCOPY --chown=x\u00a0--from=evil a b",
        "FROM a\nCOPY \"--from=evil\" a b\nCOPY --\"from=evil\" a b",
        "FROM a\nRUN --mount=type=bind,\"from=evil\" x",
        "FROM a\nCOPY --fr\\om=evil a b",
        "# escape=`\nFROM a\nRUN x `\nFROM evil",
        "# escape\u00a0=`\nFROM a\nRUN x `\nFROM evil",
        "# Escape = \\\nFROM a",
      })
  void whatBuildersMayReadInAnotherWayCannotBeTold(String text) throws BadInput {
    assertThat(read(text).images())
        .anySatisfy(use -> {
          assertThat(use.reference()).isEmpty();
          assertThat(use.unclear()).matches("(Builders may differ|Its escape character).*");
        });
  }

  @Test
  void withoutAStageItIsNoDockerfile() {
    for (String text : List.of("", "RUN x", "# FROM a", "{\"syntax\": \"evil\"}")) {
      assertThatThrownBy(() -> read(text)).isInstanceOf(BadInput.class);
    }
  }

  @Test
  void argumentsThatDoubleEachOtherDoNoHarm() throws BadInput {
    StringBuilder text = new StringBuilder("ARG A0=xxxxxxxx\n");
    for (int i = 1; i < 60; i++) {
      text.append("ARG A").append(i).append("=$A").append(i - 1).append("$A").append(i - 1);
      text.append('\n');
    }
    assertThat(images(text + "FROM $A59")).containsExactly("? $A59");
  }

  @Test
  void aLineOfOptionsAloneDoesNoHarm() throws BadInput {
    assertThat(images("FROM a\nRUN " + "--a ".repeat(200_000))).containsExactly("a:latest");
    assertThat(images("FROM a\nRUN x" + " \\\n".repeat(200_000))).containsExactly("a:latest");
  }

  @Test
  void moreImagesThanAnyoneWritesAreAFault() throws BadInput {
    assertThat(images("FROM a\n".repeat(200))).hasSize(200);
    assertThatThrownBy(() -> read("FROM a\n".repeat(201)))
        .isInstanceOfSatisfying(
            BadInput.class, fault -> assertThat(fault.sentence()).contains("more than 200 images"));
  }
}
