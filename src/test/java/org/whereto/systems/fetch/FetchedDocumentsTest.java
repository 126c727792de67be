// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.world.Known;

@Timeout(60)
class FetchedDocumentsTest {

  private static final URI ONE = URI.create("https://example.org/one");
  private static final URI TWO = URI.create("https://example.org/two");

  @Test
  void aDocumentIsItsTextWithoutAByteOrderMark() {
    assertThat(known("text".getBytes(UTF_8))).isEqualTo(value("text"));
    assertThat(known("\uFEFFäöü\0".getBytes(UTF_8))).isEqualTo(value("äöü\0"));
    assertThat(known("\uFEFF\uFEFFx".getBytes(UTF_8))).isEqualTo(value("\uFEFFx"));
    assertThat(known(new byte[0])).isEqualTo(value(""));
  }

  @Test
  void whatIsNoUtf8IsRefused() {
    for (byte[] bytes :
        List.of(
            "text".getBytes(UTF_16),
            new byte[] {'a', (byte) 0xE4},
            new byte[] {(byte) 0xC0, (byte) 0x80},
            new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80})) {
      assertThat(known(bytes))
          .isEqualTo(new Known.Refused<>("What example.org sends is no text in UTF-8."));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, Value",
    "204, Refused",
    "206, Refused",
    "302, Refused",
    "304, Refused",
    "401, Refused",
    "403, Refused",
    "404, Refused",
    "410, Refused",
    "418, Refused",
    "429, Down",
    "500, Down",
    "501, Refused",
    "502, Down",
    "503, Down",
    "504, Down",
    "999, Refused"
  })
  void onlyAWholeAnswerIsADocument(int status, String outcome) {
    Known<String> known = known(errand -> got(errand.url(), status, "text".getBytes(UTF_8)));

    assertThat(known.getClass().getSimpleName()).isEqualTo(outcome);
    if (!(known instanceof Known.Value)) {
      assertThat(why(known)).contains("example.org", "HTTP status " + status);
    }
  }

  @Test
  void whyNothingCameIsHandedOn() {
    assertThat(known(_ -> new Fetched.Down("Tired."))).isEqualTo(new Known.Down<>("Tired."));
    assertThat(known(_ -> new Fetched.Refused("No."))).isEqualTo(new Known.Refused<>("No."));
    assertThat(
            known(_ -> {
              throw new IllegalStateException("broken");
            }))
        .isInstanceOf(Known.Down.class);
  }

  @Test
  void aUrlThatIsNotPlainIsRefusedWithTheRemedy() {
    URI odd = URI.create("http://user@example.org/");
    Known<String> known =
        new FetchedDocuments(errand -> got(errand.url(), 200, new byte[0]))
            .fetch(Set.of(odd))
            .get(odd);

    assertThat(known).isInstanceOf(Known.Refused.class);
    assertThat(why(known)).contains("user name");
  }

  @Test
  void allUrlsOfAQuestionAreFetchedAtOnce() {
    CountDownLatch both = new CountDownLatch(2);
    FetchedDocuments documents =
        new FetchedDocuments(errand -> {
          both.countDown();
          await(both);
          return got(errand.url(), 200, errand.url().target().getBytes(UTF_8));
        });

    assertThat(documents.fetch(Set.of(ONE, TWO)))
        .isEqualTo(Map.of(ONE, value("/one"), TWO, value("/two")));
    assertThat(documents.fetch(Set.of())).isEmpty();
  }

  @Test
  void whoAsksWhileADocumentIsOnItsWaySharesIt() throws Exception {
    AtomicInteger fetched = new AtomicInteger();
    CountDownLatch go = new CountDownLatch(1);
    FetchedDocuments documents =
        new FetchedDocuments(errand -> {
          fetched.incrementAndGet();
          await(go);
          return got(errand.url(), 200, "text".getBytes(UTF_8));
        });
    List<FutureTask<Map<URI, Known<String>>>> askers = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      URI url = i % 2 == 0 ? ONE : URI.create("HTTPS://EXAMPLE.ORG:443/one#" + i);
      FutureTask<Map<URI, Known<String>>> asker =
          new FutureTask<>(() -> documents.fetch(Set.of(url)));
      askers.add(asker);
      threads.add(Thread.ofVirtual().start(asker));
    }
    for (Thread thread : threads) {
      while (thread.getState() != Thread.State.WAITING) {
        Thread.sleep(1);
      }
    }
    // Whoever began may give up: the others get it all the same.
    threads.getFirst().interrupt();
    assertThat(askers.getFirst().get().get(ONE)).isInstanceOf(Known.Down.class);
    go.countDown();

    for (FutureTask<Map<URI, Known<String>>> asker : askers.subList(1, askers.size())) {
      assertThat(asker.get().values()).containsExactly(value("text"));
    }
    assertThat(fetched).hasValue(1);
  }

  /** A document may change: what it was a moment ago is not what is asked about. */
  @Test
  void nothingIsRemembered() {
    AtomicInteger fetched = new AtomicInteger();
    FetchedDocuments documents =
        new FetchedDocuments(
            errand -> got(errand.url(), 200, ("" + fetched.incrementAndGet()).getBytes(UTF_8)));

    assertThat(documents.fetch(Set.of(ONE))).containsValue(value("1"));
    assertThat(documents.fetch(Set.of(ONE))).containsValue(value("2"));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static Fetched got(FetchUrl url, int status, byte[] body) {
    return new Fetched.Got(status, Map.of(), new Body(body), url);
  }

  private static Known<String> known(byte[] body) {
    return known(errand -> got(errand.url(), 200, body));
  }

  private static Known<String> known(Fetch fetch) {
    Known<String> known = new FetchedDocuments(fetch).fetch(Set.of(ONE)).get(ONE);
    assertThat(known).isNotNull();
    return known == null ? value("") : known;
  }

  private static Known<String> value(String text) {
    return new Known.Value<>(text, Duration.ZERO);
  }

  private static String why(Known<String> known) {
    return switch (known) {
      case Known.Value<String> value -> throw new AssertionError(value);
      case Known.Down<String> down -> down.why();
      case Known.Refused<String> refused -> refused.why();
    };
  }
}
