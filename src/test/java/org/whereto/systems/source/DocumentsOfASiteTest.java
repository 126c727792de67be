// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.systems.fetch.Body;
import org.whereto.tree.BadInput;
import org.whereto.world.Available.Slot;

/** What JSON documents of sites say, and what they cannot be meant to say. */
class DocumentsOfASiteTest {

  private static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");

  private static List<Slot> slots(String shape, String document) throws BadInput, Unread {
    SourceSettings settings = Written.source("file: {path: /f, " + shape + "}");
    DocumentShape read = ((FileAt) settings.origin()).shape();
    return read.slots(DocumentShape.document(new Body(document.getBytes(UTF_8))));
  }

  private static Map<String, BigDecimal> free(String amounts, String document) throws Exception {
    return slots("amounts: {" + amounts + "}", document).getFirst().free();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cores: /free                       | {"free": 8}               | cores    | 8
          cores: /free                       | {"free": "8"}             | cores    | 8
          cores: /free                       | {"free": 7.5}             | cores    | 7.5
          cores: /free                       | {"free": 1e3}             | cores    | 1000
          cores: /free                       | {"free": 0}               | cores    | 0
          memory: /free                      | {"free": 1024}            | memory   | 1024
          memory: /free                      | {"free": "240 GB"}        | memory   | 240000000000
          memory: /free                      | {"free": "2Ki"}           | memory   | 2048
          memory: {at: /free, unit: Mi}      | {"free": 3}               | memory   | 3145728
          memory: {at: /free, unit: G}       | {"free": "1.5"}           | memory   | 1500000000
          duration: /free                    | {"free": 90}              | duration | 90
          duration: /free                    | {"free": "2h"}            | duration | 7200
          duration: {at: /free, unit: m}     | {"free": 3}               | duration | 180
          gpus: /free                        | {"free": 2}               | gpus     | 2
          scratch: /free                     | {"free": "1T"}            | scratch  | 1000000000000
          scratch: {at: /free, unit: K}      | {"free": 12}              | scratch  | 12000
          wait: /free                        | {"free": "5m"}            | wait     | 300
          cores: /a/1/b~1c                   | {"a": [0, {"b/c": 5}]}    | cores    | 5
          cores: /0                          | [5]                       | cores    | 5
          """)
  void amountsAreReadInBaseUnits(String amounts, String document, String dimension, String value)
      throws Exception {
    assertThat(free(amounts, document).get(dimension)).isEqualByComparingTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cores: /free                    | {"free": -1}                 | is not a number
          cores: /free                    | {"free": "-1"}               | is not a number
          cores: /free                    | {"free": true}               | is not a number
          cores: /free                    | {"free": "many"}             | is not a number
          cores: /free                    | {"free": null}               | no amount
          cores: /free                    | {"free": ""}                 | no amount
          cores: /free                    | {"free": [8]}                | no amount
          cores: /free                    | {"free": {"free": 8}}        | no amount
          cores: /free                    | {}                           | nothing at /free
          cores: /free/0                  | {"free": 8}                  | nothing at /free/0
          cores: /free/01                 | {"free": [8, 9]}             | nothing at /free/01
          cores: /free/-                  | {"free": [8, 9]}             | nothing at /free/-
          cores: /free/99999999999        | {"free": [8, 9]}             | nothing at
          cores: /free                    | {"free": 1e400}              | too large
          cores: /free                    | {"free": 1e999999999999}     | too large
          cores: /free                    | {"free": 99999999999999999999}   | too large
          memory: {at: /free, unit: P}    | {"free": 99999999}           | too large
          cores: /free                    | {"free": 1e-300}             | too small
          cores: /free                    | {"free": "8G"}               | is not a number
          memory: /free                   | {"free": "8m"}               | is not an amount
          memory: {at: /free, unit: Mi}   | {"free": "8G"}               | not a plain number
          scratch: {at: /free, unit: G}   | {"free": "2h"}               | not a plain number
          scratch: /free                  | {"free": "2h"}               | is not an amount
          wait: /free                     | {"free": "8G"}               | is not
          gpus: /free                     | {"free": "8G"}               | is not a number
          gpus: /free                     | {"free": "2h"}               | is not a number
          cores: /free                    | {"free": 8                   | no whole JSON document
          cores: /free                    | {"free": 8} {"free": 9}      | no whole JSON document
          cores: /free                    | {"free": 8, "free": 9}       | no whole JSON document
          cores: /free                    | {"free": NaN}                | no whole JSON document
          cores: /free                    | 8                            | single value
          cores: /free                    | "8"                          | single value
          'cores: {at: /free, most: /all}'| {"free": 8, "all": 7}        | more of cores is free
          'cores: {at: /free, most: /all}'| {"free": 8}                  | nothing at /all
          """)
  void whatCannotBeMeantIsNoReading(String amounts, String document, String told) {
    assertThatThrownBy(() -> free(amounts, document))
        .isInstanceOf(Unread.class)
        .hasMessageContaining(told);
  }

  @Test
  void nothingAtAllIsNoReading() {
    assertThatThrownBy(() -> free("cores: /free", "")).isInstanceOf(Unread.class);
  }

  @Test
  void aDocumentWithoutSlotsIsOne() throws Exception {
    assertThat(
            slots(
                "amounts: {cores: {at: /a, most: /b}, gpus: /c}", "{\"a\": 1, \"b\": 2, \"c\": 3}"))
        .containsExactly(
            new Slot(
                "",
                Map.of("cores", new BigDecimal("1"), "gpus", new BigDecimal("3")),
                Map.of("cores", new BigDecimal("2"))));
  }

  @Test
  void slotsStandInAListOrUnderTheirNames() throws Exception {
    Slot one = new Slot("n1", Map.of("cores", new BigDecimal("4")), Map.of());
    Slot two = new Slot("n2", Map.of("cores", new BigDecimal("6")), Map.of());
    assertThat(
            slots(
                "slots: /nodes, name: /id, amounts: {cores: /free}",
                "{\"nodes\": [{\"id\": \"n1\", \"free\": 4}, {\"id\": \"n2\", \"free\": 6}]}"))
        .containsExactly(one, two);
    assertThat(
            slots(
                "slots: /nodes, amounts: {cores: /free}",
                "{\"nodes\": {\"n1\": {\"free\": 4}, \"n2\": {\"free\": 6}}}"))
        .containsExactly(one, two);
    assertThat(slots("slots: /nodes, amounts: {cores: /free}", "{\"nodes\": []}")).isEmpty();
  }

  @Test
  void aNameThatIsDeclaredCountsWhereverASlotStands() throws Exception {
    Slot one = new Slot("n1", Map.of("cores", new BigDecimal("4")), Map.of());
    assertThat(slots("name: /id, amounts: {cores: /free}", "{\"id\": \"n1\", \"free\": 4}"))
        .containsExactly(one);
    assertThat(
            slots(
                "slots: /nodes, name: /id, amounts: {cores: /free}",
                "{\"nodes\": {\"a\": {\"id\": \"n1\", \"free\": 4}}}"))
        .containsExactly(one);
  }

  /** It would hold everywhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"nodes\": [{\"free\": 4}]}",
        "{\"nodes\": [{\"id\": null, \"free\": 4}]}",
        "{\"nodes\": [{\"id\": \" \", \"free\": 4}]}",
        "{\"nodes\": [{\"id\": [1], \"free\": 4}]}",
        "{\"nodes\": [{\"id\": \"n1\", \"free\": 4}, {\"free\": 4}]}",
        "{\"nodes\": {\"n1\": {\"free\": 4}}}",
      })
  void aSlotWithoutTheNameThatIsDeclaredIsNoReading(String document) {
    assertThatThrownBy(() -> slots("slots: /nodes, name: /id, amounts: {cores: /free}", document))
        .isInstanceOf(Unread.class)
        .hasMessageContaining("no text at /id");
  }

  @Test
  void aSlotUnderAnEmptyNameIsNoReading() {
    assertThatThrownBy(() ->
            slots("slots: /nodes, amounts: {cores: /free}", "{\"nodes\": {\"\": {\"free\": 4}}}"))
        .isInstanceOf(Unread.class)
        .hasMessageContaining("empty name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"nodes\": 3}", "{\"nodes\": [{\"free\": 4}, {}]}", "[]"})
  void slotsThatAreNotThereAreNoReading(String document) {
    assertThatThrownBy(() -> slots("slots: /nodes, amounts: {cores: /free}", document))
        .isInstanceOf(Unread.class);
  }

  @Test
  void moreSlotsThanAnybodyHasAreNoReading() {
    String many = "{\"free\": 1},".repeat(5000) + "{\"free\": 1}";
    assertThatThrownBy(() -> slots("slots: /n, amounts: {cores: /free}", "{\"n\": [" + many + "]}"))
        .isInstanceOf(Unread.class)
        .hasMessageContaining("more than 5000 slots");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"2026-05-06T07:08:00Z\"', 9",
    "'\"2026-05-06T09:08:00+02:00\"', 9",
    "'\"2026-05-06T07:07:09.5Z\"', 59.5",
    "1778051288, 1",
    "'\"1778051288\"', 1",
    "1778051288.25, 0.75",
    // Clocks differ a little.
    "'\"2026-05-06T07:08:39Z\"', 0",
  })
  void aDocumentSaysHowOldItIs(String time, String seconds) throws Exception {
    assertThat(age(time))
        .isEqualTo(Duration.ofMillis(new BigDecimal(seconds).movePointRight(3).longValueExact()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2026-05-06T07:10:09Z\"",
        "1778051288000",
        "\"2026-05-06T07:08:00\"",
        "\"2026-05-06\"",
        "\"yesterday\"",
        "null",
        "true",
        "-5",
        "1e999999999",
        "1e-999999999",
        "[1778051288]",
        "\"+999999999-01-01T00:00:00Z\"",
      })
  void aTimeThatIsNoneOrStillToComeIsNoReading(String time) {
    assertThatThrownBy(() -> age(time)).isInstanceOf(Unread.class);
  }

  private static Duration age(String time) throws BadInput, Unread {
    byte[] document = ("{\"t\": " + time + "}").getBytes(UTF_8);
    return DocumentTime.age(Pointer.of("/t"), DocumentShape.document(new Body(document)), NOW);
  }
}
