// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.whereto.support.RawServer;
import org.whereto.task.DataItem.HttpResource;
import org.whereto.world.Known;
import org.whereto.world.Replica;

/**
 * What web servers say of URLs that callers choose. Nothing but what stands below a declared prefix
 * is ever asked for; a bell rings at each request.
 */
@Timeout(60)
class HttpResourcesTest {

  /** PORT is where the bell hangs. */
  private static final List<String> OUTSIDE =
      List.of(
          "http://127.0.0.1:PORT/",
          "http://127.0.0.1:PORT",
          "http://127.0.0.1:PORT/data",
          "http://127.0.0.1:PORT/database",
          "http://127.0.0.1:PORT/DATA/x",
          "http://127.0.0.1:PORT/moreover",
          "http://127.0.0.1:PORT//data/x",
          "http://127.0.0.1:PORT/x/data/x",
          "http://127.0.0.1:PORT/data/../secret",
          "http://127.0.0.1:PORT/data/..",
          "http://127.0.0.1:PORT/data/./x",
          "http://127.0.0.1:PORT/data/x/../../secret",
          "http://127.0.0.1:PORT/data/%2e%2e/secret",
          "http://127.0.0.1:PORT/data/%2E./secret",
          "http://127.0.0.1:PORT/data/.%2e/secret",
          "http://127.0.0.1:PORT/data/%252e%252e/secret",
          "http://127.0.0.1:PORT/data/..%2fsecret",
          "http://127.0.0.1:PORT/data/..%252fsecret",
          "http://127.0.0.1:PORT/data/..%5csecret",
          "http://127.0.0.1:PORT/data/..\\secret",
          "http://127.0.0.1:PORT/data\\..\\secret",
          "http://127.0.0.1:PORT/data/..;/secret",
          "http://127.0.0.1:PORT/data/..;x=y/secret",
          "http://127.0.0.1:PORT/data%2f..%2fsecret",
          "http://127.0.0.1:PORT/data%2fx",
          "http://127.0.0.1:PORT/data/x\r\nHost: inside.example.org",
          "http://127.0.0.1:PORT/data/%0d%0aX: y",
          "http://127.0.0.1:PORT/data/%00",
          "http://127.0.0.1:PORT/data/%zz",
          "http://127.0.0.1:PORT/data/%c0%ae%c0%ae/secret",
          "http://127.0.0.1:PORT?/data/x",
          "http://127.0.0.1:PORT#/data/x",
          "https://127.0.0.1:PORT/data/x",
          "ftp://127.0.0.1:PORT/data/x",
          "file:///data/x",
          "//127.0.0.1:PORT/data/x",
          "http://127.0.0.1:OTHER/data/x",
          "http://127.0.0.1/data/x",
          "http://127.0.0.2:PORT/data/x",
          "http://localhost:PORT/data/x",
          "http://127.1:PORT/data/x",
          "http://2130706433:PORT/data/x",
          "http://0x7f.0.0.1:PORT/data/x",
          "http://[::1]:PORT/data/x",
          "http://[::ffff:127.0.0.1]:PORT/data/x",
          "http://127.0.0.1.:PORT/data/x",
          "http://127.0.0.1:PORT@127.0.0.1:OTHER/data/x",
          "http://user@127.0.0.1:PORT/data/x",
          "http://127.0.0.1:OTHER#@127.0.0.1:PORT/data/x",
          "http://127.0.0.1:OTHER\\@127.0.0.1:PORT/data/x",
          "http://127.0.0.1.example.org:PORT/data/x",
          "http://169.254.169.254/data/x");

  private RawServer bell;
  private RawServer inside;
  private DataReplicas replicas;

  @BeforeEach
  void hang() throws IOException {
    bell = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 77\r\n\r\n");
    inside = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
    replicas =
        DataFile.replicas(
            "http: [{here: \"%1$s/data/\", reachable: \"%1$s/more\"}]".formatted(bell.url()));
  }

  @AfterEach
  void takeDown() throws IOException {
    bell.close();
    inside.close();
  }

  private Known<Optional<Replica>> known(String url) {
    return DataFile.of(replicas, new HttpResource(url));
  }

  @Test
  void aResourceIsThereWithItsLengthAndNothingIsFetched() {
    assertThat(DataFile.there(known(bell.url() + "/data/a%20b?c=d")).bytes()).hasValue(77);
    assertThat(DataFile.there(known(bell.url() + "/more")).bytes()).hasValue(77);
    assertThat(bell.requests())
        .extracting(RawServer.Request::method, RawServer.Request::target)
        .containsExactly(tuple("HEAD", "/data/a%20b?c=d"), tuple("HEAD", "/more"));
  }

  /**
   * Items hold URLs in their normal form; these stand for what is not, should it ever come here.
   */
  @Test
  void nothingIsAskedForOutsideOfWhatIsDeclared() {
    String port = bell.url().substring(bell.url().lastIndexOf(':') + 1);
    String other = inside.url().substring(inside.url().lastIndexOf(':') + 1);
    for (String url : OUTSIDE) {
      String plain = url.replace("PORT", port).replace("OTHER", other);
      assertThat(known(plain)).as(url).isInstanceOf(Known.Refused.class);
    }
    assertThat(bell.requests()).isEmpty();
    assertThat(inside.requests()).isEmpty();
  }

  @Test
  void noRedirectIsFollowed() throws IOException {
    for (String location :
        List.of(inside.url() + "/data/x", "/data/other", "/secret", "//127.0.0.1:1/", "..")) {
      for (int status : new int[] {301, 302, 303, 307, 308}) {
        try (RawServer front =
            RawServer.saying("HTTP/1.1 " + status + " Go\r\nLocation: " + location + "\r\n\r\n")) {
          DataReplicas redirected =
              DataFile.replicas(
                  "http: [{here: [\"%s/data/\", \"%s/data/\"]}]"
                      .formatted(front.url(), inside.url()));

          assertThat(
                  DataFile.why(DataFile.of(redirected, new HttpResource(front.url() + "/data/x"))))
              .startsWith("The web server redirects");
          assertThat(front.requests()).hasSize(1);
        }
      }
    }
    assertThat(inside.requests()).isEmpty();
  }

  @Test
  void aServerMayTakeNoHead() throws IOException {
    for (String status : List.of("405 No", "501 No")) {
      try (RawServer server =
          RawServer.saying("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n")) {
        assertThat(
                DataFile.of(
                    DataFile.replicas("http: [{here: \"%s\"}]".formatted(server.url())),
                    new HttpResource(server.url() + "/x")))
            .isEqualTo(
                new Known.Refused<>(
                    "The web server does not tell of it without sending it (it takes no HEAD)."));
      }
    }
  }
}
