// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.support.RawServer;
import org.whereto.support.RawServer.Behaviour;
import org.whereto.task.DataItem;
import org.whereto.task.DataItem.HttpResource;
import org.whereto.task.DataItem.RucioDid;
import org.whereto.task.DataItem.S3Object;
import org.whereto.task.DataItem.VospaceNode;
import org.whereto.world.Known;
import org.whereto.world.Replica;
import org.whereto.world.Replica.Holder;

/**
 * Systems that are slow, refuse, send elsewhere, or say what cannot be: whatever they do, the item
 * is not known, in time, and the reason tells neither where they stand nor what opens them.
 */
@Timeout(60)
class LyingSystemsTest {

  private static final String SECRET = "secret-of-the-owner";

  private static final List<String> REPLIES =
      List.of(
          "",
          "hello",
          "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
          "HTTP/1.1 200 OK\r\nContent-Length: lots\r\n\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
          "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nxxxxx",
          "HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(100) + "\r\n",
          "HTTP/1.1 204 No Content\r\n\r\n",
          "HTTP/1.1 206 Partial Content\r\nContent-Length: 1\r\n\r\nx",
          "HTTP/1.1 301 Moved\r\nLocation: http://127.0.0.1:1/\r\n\r\n",
          "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\n\r\n",
          "HTTP/1.1 307 There\r\nLocation: //inside.example.org/\r\n\r\n",
          "HTTP/1.1 301 Moved\r\nx-amz-bucket-region: eu-west-1\r\nContent-Length: 0\r\n\r\n",
          "HTTP/1.1 400 Bad\r\nx-amz-bucket-region: eu-west-1\r\nContent-Length: 0\r\n\r\n",
          "HTTP/1.1 400 Bad\r\nContent-Length: 0\r\n\r\n",
          "HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n",
          "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n",
          "HTTP/1.1 405 No\r\nContent-Length: 0\r\n\r\n",
          "HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n",
          "HTTP/1.1 418 No\r\nContent-Length: 0\r\n\r\n",
          "HTTP/1.1 429 No\r\nRetry-After: 999999999999\r\nContent-Length: 0\r\n\r\n",
          "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n",
          "HTTP/1.1 501 No\r\nContent-Length: 0\r\n\r\n",
          "HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n");

  @TempDir private Path folder;

  private String systems(RawServer server, String more) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), SECRET);
    return """
    %s
    rucio: [{endpoint: "URL", here: A, token-file: "FILE"}]
    vospace: [{authority: "example.org!v", endpoint: "URL", here: /, token-file: "FILE"}]
    s3: [{endpoint: "URL", here: "*", access-key: k, secret-key-file: "FILE"}]
    http: [{here: "URL/data/"}]
    """
        .formatted(more)
        .replace("URL", server.url())
        .replace("FILE", secret.toString());
  }

  private static Map<DataItem, String> items(RawServer server) {
    Map<DataItem, String> items = new LinkedHashMap<>();
    Optional<String> endpoint = Optional.of(server.url());
    items.put(new RucioDid(endpoint, "s", "a"), "The Rucio server");
    items.put(new VospaceNode("example.org!v", "/a"), "The VOSpace service");
    items.put(new S3Object(endpoint, "bucket", "a", Optional.empty()), "The S3 service");
    items.put(new HttpResource(server.url() + "/data/a"), "The web server");
    return items;
  }

  private void assertNothingIsKnown(Behaviour behaviour, String told) throws IOException {
    try (RawServer server = RawServer.start(behaviour)) {
      DataReplicas replicas = DataFile.replicas(systems(server, "time: 0.5s"));
      Map<DataItem, String> items = items(server);
      Map<DataItem, Known<Optional<Replica>>> known = replicas.find(items.keySet());

      assertThat(known).containsOnlyKeys(items.keySet());
      items.forEach((item, who) ->
          assertThat(DataFile.why(known.get(item)))
              .as("%s to %s", told, item)
              .matches("(" + who + "|The system that holds it) .*\\.")
              .doesNotContain(SECRET, "127.0.0.1", folder.toString(), "xception"));
    }
  }

  @Test
  void whatIsNoSoundAnswerIsNotBelieved() throws IOException {
    for (String reply : REPLIES) {
      assertNothingIsKnown((_, out) -> out.write(reply.getBytes(ISO_8859_1)), reply);
    }
  }

  @Test
  void whoIsSilentOrDripsIsNotWaitedFor() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    try {
      assertNothingIsKnown((_, _) -> over.await(), "nothing");
      assertNothingIsKnown(
          (_, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(ISO_8859_1));
            while (over.getCount() > 0) {
              out.write("A: b\r\n".getBytes(ISO_8859_1));
              out.flush();
              Thread.sleep(100);
            }
          },
          "drips");
    } finally {
      over.countDown();
    }
  }

  @Test
  void whoCannotBeReachedIsDown() throws IOException {
    RawServer server = RawServer.saying("");
    String systems = systems(server, "");
    Map<DataItem, String> items = items(server);
    server.close();

    DataFile.replicas(systems)
        .find(items.keySet())
        .forEach((item, known) -> {
          assertThat(known).isInstanceOf(Known.Down.class);
          assertThat(DataFile.why(known))
              .isEqualTo(items.get(item) + " cannot be reached from here.");
        });
  }

  /** Any server says 404 of what it has never heard of. */
  @Test
  void whoDoesNotSayOfWhatA404IsOneHasNotSaidThatAnItemIsAbsent() throws IOException {
    try (RawServer server = RawServer.saying("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")) {
      DataReplicas replicas = DataFile.replicas(systems(server, ""));
      Map<DataItem, String> items = items(server);
      replicas
          .find(items.keySet())
          .forEach((item, known) ->
              assertThat(DataFile.isAbsent(known))
                  .as(item.toString())
                  .isEqualTo(item instanceof S3Object || item instanceof HttpResource));
    }
  }

  @Test
  void aDescriptionOfRucioThatCannotBeTrueIsNotBelieved() throws IOException {
    String good = "{\"scope\": \"s\", \"name\": \"a\", \"type\": \"FILE\", \"bytes\": 5}";
    String file = "{\"scope\": \"s\", \"name\": \"a\", \"bytes\": 5, \"rses\": {\"A\": [\"x\"]}}";
    assertThat(rucio(good, file + "\n")).isInstanceOf(Known.Value.class);
    for (String bad :
        List.of(
            "",
            "[]",
            "{}",
            good.replace("\"a\"", "\"b\""),
            good.replace("\"s\"", "\"t\""),
            good.replace("FILE", "SECRET"),
            good.replace("FILE", "DATASET"),
            good.replace("5", "-5"),
            good.replace("5", "5.5"),
            good.replace("5", "1e3"),
            good.replace("5", "\"5\""),
            good.replace("5", "9999999999999999999"),
            good.replace("5", "6"),
            good + good)) {
      assertThat(rucio(bad, file)).as(bad).isInstanceOf(Known.Refused.class);
    }
    for (String bad :
        List.of(
            "[]",
            "garbage",
            file + "\n" + file,
            file.replace("5", "-5"),
            file.replace("5", "\"5\""),
            file.replace("5", "6"),
            file.replace("{\"A\": [\"x\"]}", "[]"),
            file.replace("[\"x\"]", "null"),
            file.replace("[\"x\"]", "\"x\""),
            file.replace("\"a\"", "\"zzz\""),
            file.replace("\"s\"", "\"t\""),
            file + "\n" + file.replace("\"a\"", "\"zzz\""),
            file.replace("\"scope\": \"s\", ", ""),
            file + file,
            file.substring(1))) {
      assertThat(rucio(good, bad)).as(bad).isInstanceOf(Known.Refused.class);
    }
  }

  /** Such an element has the file on its list, and nothing from which it could be read. */
  @Test
  void anElementOfRucioThatTellsNoAddressHoldsNothing() throws IOException {
    String file = "{\"scope\": \"s\", \"name\": \"a\", \"type\": \"FILE\", \"bytes\": 5}";
    for (String none : List.of("[]", "[null]", "[\"\"]", "[1]")) {
      String elements = ", \"rses\": {\"B\": [\"x\"], \"A\": " + none + "}}";

      assertThat(DataFile.there(rucio(file, file.replace("}", elements))).holders())
          .as(none)
          .extracting(Holder::name)
          .containsExactly("B");
    }
  }

  private Known<Optional<Replica>> rucio(String description, String replicas) throws IOException {
    try (RawServer server =
        RawServer.start((request, out) -> {
          boolean described = request.target().startsWith("/dids/");
          out.write(
              RawServer.http("200 OK", "application/json", described ? description : replicas)
                  .getBytes(ISO_8859_1));
        })) {
      return DataFile.of(
          DataFile.replicas(systems(server, "")),
          new RucioDid(Optional.of(server.url()), "s", "a"));
    }
  }

  @Test
  void moreThanIsTakenIsNotRead() throws IOException {
    assertNothingIsKnown(
        (_, out) -> {
          out.write("HTTP/1.1 403 OK\r\n\r\n".getBytes(ISO_8859_1));
          byte[] much = new byte[1 << 16];
          for (int i = 0; i < 200; i++) {
            out.write(much);
          }
        },
        "much");
  }

  /** Callers choose what a web server is asked for: some of it may be slow, or made to be. */
  @Test
  void aWebServerThatIsSlowForOneIsAskedForAnother() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (RawServer server =
        RawServer.start((request, out) -> {
          if (request.target().startsWith("/slow")) {
            over.await();
          }
          out.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n".getBytes(ISO_8859_1));
        })) {
      DataReplicas replicas =
          DataFile.replicas("time: 0.5s\nhttp: [{here: \"%s/\"}]".formatted(server.url()));
      Set<DataItem> slow =
          IntStream.range(0, 8)
              .mapToObj(i -> new HttpResource(server.url() + "/slow" + i))
              .collect(Collectors.toSet());
      assertThat(replicas.find(slow).values())
          .allSatisfy(one -> assertThat(one).isInstanceOf(Known.Down.class));

      assertThat(IntStream.range(0, 6))
          .anySatisfy(i ->
              DataFile.there(DataFile.of(replicas, new HttpResource(server.url() + "/quick" + i))));
    } finally {
      over.countDown();
    }
  }

  /** A system that is dead holds nobody up for long, however many items are asked for. */
  @Test
  void ofManyItemsAtASlowServerOnlyAFewAreAskedForAtOnce() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (RawServer server = RawServer.start((_, _) -> over.await())) {
      DataReplicas replicas =
          DataFile.replicas("time: 0.5s\nhttp: [{here: \"%s/\"}]".formatted(server.url()));
      Set<DataItem> many =
          IntStream.range(0, 200)
              .mapToObj(i -> new HttpResource(server.url() + "/" + i))
              .collect(Collectors.toSet());
      Map<DataItem, Known<Optional<Replica>>> known = replicas.find(many);

      assertThat(known).hasSize(200);
      assertThat(known.values()).allSatisfy(one -> assertThat(DataFile.why(one)).isNotEmpty());
      assertThat(known.values())
          .filteredOn(one ->
              DataFile.why(one).startsWith("Of one question at most 100 items are looked up"))
          .hasSize(100);
      // Eight at once; some more may begin when those are given up.
      assertThat(server.requests()).hasSizeLessThan(50);
    } finally {
      over.countDown();
    }
  }
}
