// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.http.settings.LogCallers;
import org.whereto.task.Caller;
import org.whereto.tree.BadInput;

/** The log never says more of a caller than its owner chose. */
final class CallerNamesTest {

  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private static final Caller ADA = known("https://iam.example.org", "ada");
  private static final Caller UNCHECKED = new Caller.Unchecked("The issuer did not answer.");

  @TempDir private Path folder;

  private static Caller known(String issuer, String subject) {
    return new Caller.Known(issuer, subject, Set.of("/esap/admins"), Set.of("ask"), Set.of("high"));
  }

  private static CallerNames hashed() throws BadInput {
    return CallerNames.of(new LogCallers.Hashed(Optional.empty()));
  }

  private CallerNames salted(String salt) throws Exception {
    Path file = Files.writeString(folder.resolve("salt"), salt);
    return CallerNames.of(new LogCallers.Hashed(Optional.of(file)));
  }

  @Test
  void nothingIsSaidUnlessTheOwnerWantsIt() throws BadInput {
    CallerNames names = CallerNames.of(new LogCallers.Unnamed());
    for (Caller caller : List.of(ADA, UNCHECKED, Caller.ANONYMOUS)) {
      assertThat(names.name(caller, NOON)).isEmpty();
    }
  }

  @Test
  void aNameIsIssuerAndSubject() throws BadInput {
    CallerNames names = CallerNames.of(new LogCallers.Named());
    assertThat(names.name(ADA, NOON)).isEqualTo("https://iam.example.org ada");
    assertThat(names.name(UNCHECKED, NOON)).isEqualTo("not-checked");
    assertThat(names.name(Caller.ANONYMOUS, NOON)).isEmpty();
  }

  @Test
  void aHashTellsCallersApartAndSaysNothingElse() throws BadInput {
    CallerNames names = hashed();
    String ada = names.name(ADA, NOON);
    assertThat(ada).matches("[A-Za-z0-9_-]{16}").isEqualTo(names.name(ADA, NOON.plusSeconds(1)));
    assertThat(names.name(known("https://iam.example.org", "bob"), NOON)).isNotEqualTo(ada);
    assertThat(names.name(known("https://iam.example.orga", "da"), NOON)).isNotEqualTo(ada);
    assertThat(names.name(UNCHECKED, NOON)).isEqualTo("not-checked");
    assertThat(names.name(Caller.ANONYMOUS, NOON)).isEmpty();
  }

  @Test
  void whatACallerMayDoIsNoPartOfIt() throws BadInput {
    CallerNames names = hashed();
    Caller less = new Caller.Known("https://iam.example.org", "ada", Set.of(), Set.of(), Set.of());
    assertThat(names.name(less, NOON)).isEqualTo(names.name(ADA, NOON));
  }

  @Test
  void noHashIsTheSameOnAnotherDay() throws Exception {
    for (CallerNames names : List.of(hashed(), salted("0123456789abcdef"))) {
      String today = names.name(ADA, NOON);
      String tomorrow = names.name(ADA, NOON.plus(DAY));
      assertThat(tomorrow).isNotEqualTo(today);
      assertThat(names.name(ADA, NOON.plus(DAY).plusSeconds(60))).isEqualTo(tomorrow);
    }
  }

  @Test
  void aLineThatComesLateCountsToTheDayOnWhichItIsWritten() throws BadInput {
    CallerNames names = hashed();
    String tomorrow = names.name(ADA, NOON.plus(DAY));
    assertThat(names.name(ADA, NOON)).isEqualTo(tomorrow);
  }

  @Test
  void withoutASaltEachStartHasItsOwnWords() throws BadInput {
    assertThat(hashed().name(ADA, NOON)).isNotEqualTo(hashed().name(ADA, NOON));
  }

  @Test
  void whoSharesASaltFindsTheSameWords() throws Exception {
    String ada = salted("0123456789abcdef").name(ADA, NOON);
    assertThat(salted("0123456789abcdef").name(ADA, NOON)).isEqualTo(ada);
    assertThat(salted("0123456789abcdeg").name(ADA, NOON)).isNotEqualTo(ada);
  }

  @Test
  void aSaltThatIsNoneIsAFault() {
    assertThatThrownBy(() -> salted("0123456789abcde"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("shorter than 16 bytes");
    assertThatThrownBy(
            () -> CallerNames.of(new LogCallers.Hashed(Optional.of(folder.resolve("none")))))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void namesOfCallersAreWrittenAsText() {
    StringBuilder line = new StringBuilder();
    LogEntry.of(
            Sample.refused("/", Optional.empty(), 404, "a"),
            "https://i \"\n\u00e9" + "x".repeat(900))
        .line(line, 0);
    assertThat(line.toString())
        .contains("\"caller\":\"https://i \\\"\\u000a\\u00e9xxx")
        .matches("[ -~]+\n")
        .hasSizeLessThan(900);
  }
}
