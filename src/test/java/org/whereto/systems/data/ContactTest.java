// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.whereto.systems.data.Contact.Life;
import org.whereto.systems.fetch.Body;
import org.whereto.systems.fetch.Deadline;
import org.whereto.systems.fetch.Errand;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.systems.fetch.Fetched;
import org.whereto.systems.fetch.Unanswered;
import org.whereto.tree.BadInput;

/** When a system is left alone for a while. */
class ContactTest {

  private static final Fetched SILENT =
      new Fetched.Down("example.org did not answer in time: ask again later.");
  private static final Fetched UNREACHABLE =
      new Fetched.Down(
          "example.org cannot be reached from here: check the URL, or ask again later.");

  private final AtomicInteger sent = new AtomicInteger();

  /** How many of five errands are sent, if this becomes of each. */
  private int sent(Fetched outcome, Life life) throws BadInput {
    Contact contact =
        new Contact(
            "The system",
            _ -> {
              sent.incrementAndGet();
              return outcome;
            },
            () -> 0,
            life);
    FetchUrl url = FetchUrl.of("https://example.org/a");
    sent.set(0);
    for (int i = 0; i < 5; i++) {
      Errand errand = new Errand(url, Map.of(), 10, Deadline.in(Duration.ofMinutes(1)));
      assertThatThrownBy(() -> contact.send(errand)).isInstanceOf(Unanswered.class);
    }
    return sent.get();
  }

  @Test
  void whatTakesNoConnectionIsLeftAlone() throws BadInput {
    assertThat(sent(UNREACHABLE, Life.ANSWERS)).isEqualTo(3);
    assertThat(sent(UNREACHABLE, Life.CONNECTS)).isEqualTo(3);
  }

  @Test
  void whatIsSilentIsLeftAloneOnlyWhereCallersDoNotChooseWhatItIsAskedFor() throws BadInput {
    assertThat(sent(SILENT, Life.ANSWERS)).isEqualTo(3);
    assertThat(sent(SILENT, Life.CONNECTS)).isEqualTo(5);
  }

  @Test
  void whatHasTroubleHasAnswered() throws BadInput {
    Fetched trouble =
        new Fetched.Got(500, Map.of(), Body.EMPTY, FetchUrl.of("https://example.org/a"));
    assertThat(sent(trouble, Life.ANSWERS)).isEqualTo(5);
  }
}
