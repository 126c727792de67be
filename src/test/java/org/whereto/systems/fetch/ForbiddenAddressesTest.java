// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whereto.support.RawServer;
import org.whereto.tree.BadInput;

/**
 * No spelling, name, redirect or change of mind leads to a forbidden address. Every host stands in
 * the owner's list here, so that nothing but the check of URLs and addresses keeps anybody out; a
 * bell rings at each connection.
 */
class ForbiddenAddressesTest {

  /** PORT is where the bell hangs. */
  private static final List<String> SPELLINGS =
      """
      http://127.0.0.1:PORT/
      http://127.0.0.2:PORT/
      http://127.0.0.1.:PORT/
      http://127.0.0.01:PORT/
      http://127.0.0.001:PORT/
      http://127.1:PORT/
      http://127.0.1:PORT/
      http://2130706433:PORT/
      http://017700000001:PORT/
      http://0177.0.0.1:PORT/
      http://0177.0000.0000.0001:PORT/
      http://0x7f000001:PORT/
      http://0x7F.0.0.1:PORT/
      http://0x7f.1:PORT/
      http://0x7f.0x0.0x0.0x1:PORT/
      http://127.0x0.0.1:PORT/
      http://127.0.0.0x1:PORT/
      http://127.0.0.1.0x:PORT/
      http://127.0.0.257:PORT/
      http://127.0.0.-1:PORT/
      http://0:PORT/
      http://0x:PORT/
      http://0.0.0.0:PORT/
      http://0.0.0.1:PORT/
      http://00000000:PORT/
      http://10.0.0.1:PORT/
      http://169.254.169.254:PORT/latest/meta-data/
      http://2852039166:PORT/
      http://0xA9FEA9FE:PORT/
      http://0251.0376.0251.0376:PORT/
      http://169.254.43518:PORT/
      http://100.100.100.200:PORT/
      http://168.63.129.16:PORT/
      http://192.168.0.1:PORT/
      http://172.31.255.255:PORT/
      http://224.0.0.1:PORT/
      http://255.255.255.255:PORT/
      http://[::1]:PORT/
      http://[::]:PORT/
      http://[0:0:0:0:0:0:0:1]:PORT/
      http://[0000::1]:PORT/
      http://[::0001]:PORT/
      http://[::1%25lo]:PORT/
      http://[::1%lo]:PORT/
      http://[::ffff:127.0.0.1]:PORT/
      http://[::ffff:7f00:1]:PORT/
      http://[::FFFF:7F00:1]:PORT/
      http://[0:0:0:0:0:ffff:127.0.0.1]:PORT/
      http://[::ffff:0:127.0.0.1]:PORT/
      http://[::ffff:0:7f00:1]:PORT/
      http://[::127.0.0.1]:PORT/
      http://[::7f00:1]:PORT/
      http://[64:ff9b::127.0.0.1]:PORT/
      http://[64:ff9b::7f00:1]:PORT/
      http://[64:ff9b::a9fe:a9fe]:PORT/
      http://[64:ff9b:1::7f00:1]:PORT/
      http://[2002:7f00:1::]:PORT/
      http://[2002:7f00:1::1]:PORT/
      http://[2001:0:5ef5:79fd:0:0:80ff:fffe]:PORT/
      http://[2001:0:5ef5:79fd::80ff:fffe]:PORT/
      http://[fe80::5efe:7f00:1]:PORT/
      http://[2a00:1450::5efe:7f00:1]:PORT/
      http://[2a00:1450::200:5efe:7f00:1]:PORT/
      http://[fe80::1]:PORT/
      http://[fec0::1]:PORT/
      http://[fc00::1]:PORT/
      http://[fd00:ec2::254]:PORT/
      http://[ff02::1]:PORT/
      http://[::1:PORT/
      http://::1:PORT/
      http://[127.0.0.1]:PORT/
      http://user@127.0.0.1:PORT/
      http://user:secret@127.0.0.1:PORT/
      http://example.org@127.0.0.1:PORT/
      http://example.org:80@127.0.0.1:PORT/
      http://example.org%40127.0.0.1:PORT/
      http://127.0.0.1:PORT@example.org/
      http://127.0.0.1:PORT#@example.org/
      http://127.0.0.1:PORT?@example.org/
      http://127.0.0.1:PORT\\@example.org/
      http://example.org\\@127.0.0.1:PORT/
      http:\\\\127.0.0.1:PORT\\
      http:/127.0.0.1:PORT/
      http:127.0.0.1:PORT/
      http:///127.0.0.1:PORT/
      http:////127.0.0.1:PORT/
      //127.0.0.1:PORT/
      127.0.0.1:PORT/
      http://127.0.0.1⇥:PORT/
      http://127.0.⏎0.1:PORT/
      ht⏎tp://127.0.0.1:PORT/
      ⇥http://127.0.0.1:PORT/
      http://127.0.0.1 :PORT/
      http://%31%32%37.0.0.1:PORT/
      http://127%2e0%2e0%2e1:PORT/
      http://127.0.0.1%00.example.org:PORT/
      http://127.0.0.1%0d%0a.example.org:PORT/
      http://①②⑦.⓪.⓪.①:PORT/
      http://１２７.０.０.１:PORT/
      http://127。0。0。1:PORT/
      http://127．0．0．1:PORT/
      http://127｡0｡0｡1:PORT/
      http://١٢٧.٠.٠.١:PORT/
      http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:PORT/
      http://lo\u00adcalhost:PORT/
      http://localhost:PORT/
      http://LOCALHOST:PORT/
      http://localhost.:PORT/
      http://localhost.localdomain:PORT/
      http://localtest.me:PORT/
      http://127.0.0.1.nip.example.org:PORT/
      http://7f000001.nip.example.org:PORT/
      http://metadata.google.internal:PORT/
      http://instance-data:PORT/
      http://inside.example.org:PORT/
      http://xn--nxasmq6b.example.org:PORT/
      http://straße.example.org:PORT/
      https://127.0.0.1:PORT/
      https://localhost:PORT/
      https://inside.example.org:PORT/
      HTTP://inside.example.org:PORT/
      file:///etc/passwd
      ftp://127.0.0.1:PORT/
      gopher://127.0.0.1:PORT/_GET
      dict://127.0.0.1:PORT/
      jar:http://127.0.0.1:PORT/!/
      ws://127.0.0.1:PORT/
      http+unix://127.0.0.1:PORT/
      http://127.0.0.1:0PORT/
      http://127.0.0.1:+PORT/
      http://127.0.0.1:PORT:PORT/
      http://127.0.0.1:PORT.0/
      http://127.0.0.1:6553PORT/
      """
          .lines()
          .map(line -> line.replace('⇥', '\t').replace('⏎', '\n'))
          .toList();

  private Doorbell bell;

  @BeforeEach
  void hang() throws IOException {
    bell = Doorbell.at("127.0.0.1", "127.0.0.2", "::1");
  }

  @AfterEach
  void takeDown() throws IOException {
    bell.close();
  }

  @Test
  void noSpellingReachesTheInside() throws BadInput {
    assertThat(SPELLINGS).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    int tried = 0;
    for (String spelling : SPELLINGS) {
      Optional<FetchUrl> url = parsed(spelling.replace("PORT", "" + bell.port()));
      if (url.isPresent()) {
        tried++;
        Fetched fetched = open(url.get(), "").fetch(Fetches.errand(url.get().toString()));
        assertThat(fetched).as(spelling).isInstanceOf(Fetched.Down.class);
        assertThat(bell.rung()).as(spelling).isZero();
      }
    }
    assertThat(tried).isGreaterThan(40);
  }

  /** The same URLs, once the owner has opened these addresses: the bell does ring. */
  @Test
  void anOwnerMayOpenTheInside() throws BadInput {
    List<String> reached = new ArrayList<>();
    for (String spelling : SPELLINGS) {
      Optional<FetchUrl> url = parsed(spelling.replace("PORT", "" + bell.port()));
      if (url.isPresent() && !url.get().isSecure()) {
        int before = bell.rung();
        Fetched fetched =
            open(url.get(), "private: [127.0.0.0/8, \"::1/128\"]")
                .fetch(Fetches.errand(url.get().toString()));
        if (fetched instanceof Fetched.Got) {
          assertThat(Fetches.text(fetched)).isEqualTo(Doorbell.SECRET);
          assertThat(bell.rung()).isEqualTo(before + 1);
          reached.add(spelling);
        }
      }
    }
    assertThat(reached)
        .contains("http://127.0.0.1:PORT/", "http://127.0.0.2:PORT/", "http://LOCALHOST:PORT/")
        .contains("http://127.0.0.1.nip.example.org:PORT/")
        .doesNotContain("http://[::ffff:127.0.0.1]:PORT/", "http://[::ffff:7f00:1]:PORT/")
        .hasSizeBetween(14, 20);
  }

  @Test
  void aNameWithOneForbiddenAddressIsForbidden() throws BadInput {
    for (String[] addresses :
        new String[][] {
          {"127.0.0.1", "127.0.0.2"}, {"127.0.0.2", "127.0.0.1"}, {"127.0.0.1", "::ffff:127.0.0.1"}
        }) {
      FakeNames names = new FakeNames().with("two.example.org", addresses);
      Fetch fetch =
          Fetches.of(
              "hosts: [\"http://two.example.org:%d\"]\nprivate: 127.0.0.1/32"
                  .formatted(bell.port()),
              names);

      assertThat(fetch.fetch(Fetches.errand("http://two.example.org:" + bell.port())))
          .isInstanceOf(Fetched.Down.class);
    }
    assertThat(bell.rung()).isZero();
  }

  @Test
  void theConnectionGoesToTheAddressThatWasChecked() throws BadInput, IOException {
    for (String address : List.of("127.0.0.1", "127.0.0.2")) {
      try (Doorbell there = Doorbell.at(address)) {
        String url = "http://localhost:" + there.port();
        Fetch fetch =
            Fetches.of("hosts: [\"" + url + "\"]\nprivate: 127.0.0.0/8", FakeNames.all(address));

        assertThat(Fetches.text(fetch.fetch(Fetches.errand(url)))).isEqualTo(Doorbell.SECRET);
        assertThat(there.rung()).isEqualTo(1);
      }
    }
  }

  @Test
  void noRedirectLeadsToTheInside() throws BadInput, IOException {
    List<String> targets = new ArrayList<>(SPELLINGS.subList(1, SPELLINGS.size()));
    targets.add("//127.0.0.2:PORT/");
    targets.add("//inside.example.org:PORT/");
    targets.add("/\\127.0.0.2:PORT/");
    targets.add("///127.0.0.2:PORT/");
    targets.add("?next=http://127.0.0.2:PORT/");
    targets.add("http://[::1]:PORT/");
    int[] statuses = {301, 302, 303, 307, 308};
    // Not at 127.0.0.1, where the server stands that redirects, and which is therefore open.
    bell.close();
    bell = Doorbell.at("127.0.0.2", "::1");
    for (int i = 0; i < targets.size(); i++) {
      String target = targets.get(i).replace("PORT", "" + bell.port());
      try (RawServer front = redirecting(statuses[i % statuses.length], target)) {
        Fetched fetched = fromFront(front, target);
        assertThat(fetched).as(target).isNotInstanceOf(Fetched.Got.class);
        assertThat(bell.rung()).as(target).isZero();
      }
    }
  }

  /** As above, but to the one address that the owner opened: redirects are followed as such. */
  @Test
  void aRedirectToAnOpenAddressIsFollowed() throws BadInput, IOException {
    for (int status : new int[] {301, 302, 303, 307, 308}) {
      String target = "http://127.0.0.1:" + bell.port() + "/there";
      try (RawServer front = redirecting(status, target)) {
        Fetched fetched = fromFront(front, target);
        assertThat(Fetches.text(fetched)).isEqualTo(Doorbell.SECRET);
        assertThat(((Fetched.Got) fetched).from()).hasToString(target);
      }
    }
    assertThat(bell.rung()).isEqualTo(5);
  }

  /** The name server says one thing when the address is checked, and another ever after. */
  @Test
  void aNameThatChangesItsMindIsAskedOncePerRequest() throws BadInput, IOException {
    try (Doorbell fine = Doorbell.at("127.0.0.1");
        Doorbell inside = Doorbell.at("127.0.0.2")) {
      String host = "http://moody.example.org:" + fine.port();
      FakeNames names =
          new FakeNames()
              .with("moody.example.org", "127.0.0.1")
              .with("moody.example.org", "127.0.0.2");
      Fetch fetch = Fetches.of("hosts: [\"" + host + "\"]\nprivate: 127.0.0.1/32", names);

      assertThat(Fetches.text(fetch.fetch(Fetches.errand(host)))).isEqualTo(Doorbell.SECRET);
      assertThat(names.asked()).containsExactly("moody.example.org");
      assertThat(fetch.fetch(Fetches.errand(host))).isInstanceOf(Fetched.Down.class);
      assertThat(fine.rung()).isEqualTo(1);
      assertThat(inside.rung()).isZero();
    }
  }

  @Test
  void aNameThatChangesItsMindBetweenRedirectsIsCheckedAnew() throws BadInput, IOException {
    int[] visits = {0};
    try (RawServer front =
        RawServer.start((_, out) -> {
          visits[0]++;
          out.write("HTTP/1.1 302 Found\r\nLocation: /again\r\n\r\n".getBytes(US_ASCII));
        })) {
      String host = front.url().replace("127.0.0.1", "moody.example.org");
      FakeNames names =
          new FakeNames()
              .with("moody.example.org", "127.0.0.1")
              .with("moody.example.org", "127.0.0.2");
      Fetch fetch = Fetches.of("hosts: [\"" + host + "\"]\nprivate: 127.0.0.1/32", names);

      assertThat(fetch.fetch(Fetches.errand(host))).isInstanceOf(Fetched.Down.class);
      assertThat(visits[0]).isEqualTo(1);
      assertThat(names.asked()).hasSize(2);
    }
  }

  private static RawServer redirecting(int status, String target) throws IOException {
    return RawServer.saying("HTTP/1.1 " + status + " Go\r\nLocation: " + target + "\r\n\r\n");
  }

  /** Fetches from a server that may be asked; wherever it redirects to is a listed host. */
  private Fetched fromFront(RawServer front, String target) throws BadInput {
    FetchUrl url = FetchUrl.of(front.url() + "/begin");
    String listed = next(url, target).map(next -> ", \"" + next.origin() + "\"").orElse("");
    FakeNames names = FakeNames.all("127.0.0.2");
    Fetch fetch =
        Fetches.of("hosts: [\"" + url.origin() + "\"" + listed + "]\nprivate: 127.0.0.1/32", names);
    return fetch.fetch(Fetches.errand(url.toString()));
  }

  private static Optional<FetchUrl> next(FetchUrl from, String location) {
    try {
      return Optional.of(from.resolve(location));
    } catch (BadInput _) {
      return Optional.empty();
    }
  }

  private static Optional<FetchUrl> parsed(String url) {
    try {
      return Optional.of(FetchUrl.of(url));
    } catch (BadInput _) {
      return Optional.empty();
    }
  }

  /** A fetch that may go to the host of this URL; all names lead inside. */
  private static Fetch open(FetchUrl url, String more) throws BadInput {
    return Fetches.of("hosts: [\"" + url.origin() + "\"]\n" + more, FakeNames.all("127.0.0.1"));
  }
}
