// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpolationTest {

  @ParameterizedTest
  @CsvSource({
    "plain, plain",
    "'', ''",
    "$$, $",
    "a$$b, a$b",
    "$$NAME, $NAME",
    "$${NAME}, ${NAME}",
    "$$$$, $$",
    "${NAME:-default}, default",
    "${NAME-default}, default",
    "${NAME:-}, ''",
    "${NAME-}, ''",
    "a${NAME:-b}c, abc",
    "${A:-x}${B:-y}, xy",
    "example/web:${TAG:-1.0}, example/web:1.0",
    "${R:-r.example:5000}/x, r.example:5000/x",
    "${A:-${B:-inner}}, inner",
    "${A:-x${B:-y}z}, xyz",
    "${A:-$$x}, $x",
    "${A:--}, -",
    "${A:-:-}, :-",
    "${A:-?}, ?",
    "${_a9:-x}, x",
    "${COMPOSE:-x}, x",
    "${UID:-1000}, 1000",
    "a}b, a}b",
    "{a}, {a}",
  })
  void aDefaultStandsForItsVariable(String source, String text) {
    assertThat(Interpolation.of(source)).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$NAME",
        "${NAME}",
        "a${NAME}b",
        "$$$NAME",
        "${NAME:?message}",
        "${NAME?message}",
        "${NAME:+other}",
        "${NAME+other}",
        "${A:-${B}}",
        "${A:-$B}",
        "${A:-${B:+c}}",
        "$",
        "a$",
        "$ ",
        "$1",
        "${",
        "${}",
        "${1A}",
        "${NAME",
        "${NAME:",
        "${NAME:-x",
        "${NAME:x}",
        "${NAME=x}",
        "${NAME x}",
        "${ NAME}",
        "${A:-{x}}",
        "${A:-{}",
        "${!reset}",
        "$(command)",
        "${\u017f:-x}",
        "${COMPOSE_PROJECT_NAME:-x}",
        "${compose_file-x}",
        "${HOME:-/data}",
        "${PWD-x}",
        "${A:-${USER:-x}}",
        "${UserName:-x}",
      })
  void whatIsLeftToTheHostCannotBeTold(String source) {
    assertThat(Interpolation.of(source)).isEmpty();
  }

  @Test
  void deepDefaultsCannotBeToldAndDoNoHarm() {
    String deep = "${A:-".repeat(100_000) + "x" + "}".repeat(100_000);
    assertThat(Interpolation.of(deep)).isEmpty();
    String few = "${A:-".repeat(10) + "x" + "}".repeat(10);
    assertThat(Interpolation.of(few)).contains("x");
  }

  @Property
  void anyTextGetsAnAnswerAndOneWithoutDollarStays(
      @ForAll @StringLength(max = 14) @Chars({'$', '{', '}', ':', '-', '?', '+', 'a', '1'})
          String source) {
    assertThat(Interpolation.of(source).isPresent() || source.contains("$")).isTrue();
    assertThat(Interpolation.of(source.replace("$", "$$"))).contains(source);
  }
}
